"""Texts for apps follow what they tell of."""

from corridor.mastodon_api.models import RenderedAccount
from corridor.mastodon_api.rendering import render_accounts, render_posts
from corridor.people.events import ProfileChanged
from corridor.posts.events import PostChanged, PostHeld, PostPublished


def render_post(event: PostPublished | PostHeld | PostChanged) -> None:
    render_posts([event.post_id])


def render_account(event: ProfileChanged) -> None:
    """Of somebody who has been read of; others are rendered when they are."""
    if RenderedAccount.objects.filter(profile=event.profile_id).exists():
        render_accounts([event.profile_id])
