"""Mastodon's Account, in two pieces: what changes seldom as text, and the figures behind it.

https://docs.joinmastodon.org/entities/Account/
"""

import json
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.html import escape

from corridor.people.photos import small_photo
from corridor.posts import markup

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_FIELDS = 4
FIGURES = '%s,"followers_count":%s,"following_count":%s,"statuses_count":%s,"last_status_at":%s}'
PRONOUNS = "Pronouns"


def account_part(profile: "Profile") -> str:
    """Its JSON, open at the end; `with_figures` closes it."""
    return dumps(_account(profile))[:-1]


def with_figures(
    part: str, followers: int, following: int, posts: int, last_post_on: object
) -> str:
    """`last_post_on`: a date or its ISO text, or None."""
    last = "null" if last_post_on is None else f'"{last_post_on}"'
    return FIGURES % (part, followers, following, posts, last)


_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def dumps(value: object) -> str:
    return _encoder.encode(value)


def absolute(html: str) -> str:
    """Links to our own pages, as other places need them."""
    return html.replace('href="/', f'href="{settings.PUBLIC_URL}/')


def _account(profile: "Profile") -> dict[str, Any]:
    base = settings.PUBLIC_URL
    avatar = avatar_of(profile)
    small = f"{base}{small_photo(profile.photo.url)}" if profile.photo else avatar
    joined = profile.account.joined_at
    return {
        "id": str(profile.pk),
        "username": profile.handle,
        "acct": profile.handle,
        "display_name": profile.display_name,
        "locked": profile.approves_followers,
        "bot": profile.is_automated,
        "discoverable": profile.is_listed,
        "indexable": profile.is_searchable,
        "noindex": True,
        "group": False,
        "created_at": f"{joined:%Y-%m-%d}T00:00:00.000Z",
        "note": absolute(markup.html(profile.bio, {})),
        "url": f"{base}/@{profile.handle}/",
        "uri": f"{base}/@{profile.handle}/",
        "avatar": avatar,
        "avatar_static": small,
        "header": f"{base}/static/header.png",
        "header_static": f"{base}/static/header.png",
        "emojis": [],
        "roles": [],
        "fields": _fields(profile),
    }


def avatar_of(profile: "Profile") -> str:
    base = settings.PUBLIC_URL
    return f"{base}{profile.photo.url}" if profile.photo else f"{base}/static/avatar.png"


def _fields(profile: "Profile") -> list[dict[str, Any]]:
    said = [(PRONOUNS, profile.pronouns), ("Stage", profile.stage_name)]
    fields = [
        {"name": name, "value": escape(value), "verified_at": None} for name, value in said if value
    ]
    fields += [
        {
            "name": link.label,
            "value": markup.link(link.url),
            "verified_at": None if link.verified_at is None else link.verified_at.isoformat(),
        }
        for link in profile.links.all()
    ]
    return fields[:MOST_FIELDS]
