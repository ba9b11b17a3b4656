"""Texts for apps follow what they tell of; apps go when whoever let them in goes."""

from typing import Any

from django.http import HttpRequest

from corridor.context_notes.events import NotesUnderPostChanged
from corridor.library.events import NoticesOfPostChanged
from corridor.mastodon_api.models import RenderedAccount
from corridor.mastodon_api.oauth.revoking import sign_out_everywhere
from corridor.mastodon_api.rendering import render_accounts, render_posts
from corridor.people.events import LeaveAsked, ProfileChanged
from corridor.posts.events import PostChanged, PostHeld, PostPublished, PostWithheld


def render_post(
    event: PostHeld | PostChanged | PostWithheld | NotesUnderPostChanged | NoticesOfPostChanged,
) -> None:
    render_posts([event.post_id])


def render_new_post(event: PostPublished) -> None:
    """Nobody has noted anything on it yet."""
    render_posts([event.post_id], has_notes=False)


def render_account(event: ProfileChanged) -> None:
    """Of somebody who has been read of; others are rendered when they are."""
    if RenderedAccount.objects.filter(profile=event.profile_id).exists():
        render_accounts([event.profile_id])


def sign_out_apps(event: LeaveAsked) -> None:
    sign_out_everywhere(event.account_id)


def sign_out_with_password(request: HttpRequest, user: Any, **kwargs: Any) -> None:
    """Listens to allauth: whoever chooses a new password may have lost the old one to somebody."""
    del request, kwargs
    sign_out_everywhere(user.pk)
