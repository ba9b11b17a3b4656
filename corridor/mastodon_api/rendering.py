"""Prepared texts are made when something changes, and where one is missing when it is read."""

from collections.abc import Iterable

from django.conf import settings

from corridor.kernel.compiled import Insert
from corridor.mastodon_api.entities.account import account_part
from corridor.mastodon_api.entities.post import render_post
from corridor.mastodon_api.models import RenderedAccount, RenderedPost
from corridor.people import queries as people
from corridor.posts import actions as posting
from corridor.posts import queries as posts

_rendered = Insert(RenderedPost, replacing=["post"])


def render_posts(ids: Iterable[int]) -> None:
    _rendered.write(
        [
            RenderedPost(
                post_id=whole.post.pk, base=settings.PUBLIC_URL, **vars(render_post(whole))
            )
            for whole in posts.whole_posts(ids)
        ]
    )


def render_accounts(ids: Iterable[int]) -> None:
    rows = [
        RenderedAccount(profile_id=profile.pk, base=settings.PUBLIC_URL, part=account_part(profile))
        for profile in people.whole_profiles(ids)
    ]
    RenderedAccount.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["profile"], update_fields=["part", "base"]
    )
    for row in rows:
        posting.count_figures(row.profile_id)
