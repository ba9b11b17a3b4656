"""What apps ask about this server before anybody signs in.

https://docs.joinmastodon.org/methods/instance/
"""

import json
from importlib.metadata import version
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.conf.global_settings import LANGUAGES
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Router

from corridor.kernel import moving_pictures, pictures
from corridor.mastodon_api.account_texts import account_texts
from corridor.mastodon_api.registrations import is_open, needs_words
from corridor.people import queries as people
from corridor.posts import actions as posting
from corridor.posts import queries as posts
from corridor.posts.actions.attach_media import MOST as MOST_ATTACHMENTS
from corridor.posts.actions.open_poll import (
    LONGEST_OPTION,
    LONGEST_POLL,
    MOST_OPTIONS,
    SHORTEST_POLL,
)
from corridor.posts.actions.pin_post import MOST as MOST_PINNED
from corridor.posts.markup import URL_COUNTS
from corridor.safety import queries as safety

first, second = Router(tags=["instance"]), Router(tags=["instance"])

COMPATIBLE, API_VERSION = "4.5.0", 7
"""Of Mastodon, whose API apps may expect: grouped notifications, and quotes that authors allow."""
COUNTED_FOR = 600
PICTURES = [
    "image/jpeg",
    "image/png",
    "image/gif",
    "image/webp",
    "image/avif",
    "image/heic",
    "image/heif",
]
SOUND_AND_VIDEO = [
    *("video/mp4", "video/quicktime", "video/webm", "video/x-matroska", "audio/webm"),
    *("audio/mp4", "audio/m4a", "audio/x-m4a", "audio/aac", "audio/mpeg", "audio/mp3"),
    *("audio/ogg", "audio/wav", "audio/x-wav", "audio/vnd.wave", "audio/flac", "audio/x-flac"),
]
"""With the names that phones have for them: apps offer nothing else to choose from."""


def own_version() -> str:
    return f"{COMPATIBLE} (compatible; Corridor {version('corridor')})"


def counted() -> dict[str, int]:
    """Ten minutes old at most: nobody needs them counted anew for each app that opens."""
    return cache.get_or_set("mastodon:instance", _count, COUNTED_FOR) or _count()


def _count() -> dict[str, int]:
    membership = people.membership(now=timezone.now())
    return {
        "members": membership.members,
        "month": membership.month,
        "half_year": membership.half_year,
        "posts": posts.number_of_posts(),
    }


@first.get("/instance")
def instance_of_old(request: HttpRequest) -> dict[str, Any]:
    """https://docs.joinmastodon.org/entities/V1_Instance/"""
    del request
    numbers = counted()
    return {
        "uri": domain(),
        "title": title(),
        "short_description": description(),
        "description": description(),
        "email": settings.CONTACT_EMAIL,
        "version": own_version(),
        "urls": {"streaming_api": streaming()},
        "stats": {
            "user_count": numbers["members"],
            "status_count": numbers["posts"],
            "domain_count": 0,
        },
        "thumbnail": thumbnail(),
        "languages": languages(),
        "registrations": is_open(),
        "approval_required": needs_words(),
        "invites_enabled": False,
        "configuration": configuration(),
        "contact_account": contact(),
        "rules": rules(),
    }


@second.get("/instance")
def instance(request: HttpRequest) -> dict[str, Any]:
    """https://docs.joinmastodon.org/entities/Instance/"""
    del request
    return {
        "domain": domain(),
        "title": title(),
        "version": own_version(),
        "source_url": settings.SOURCE_URL,
        "description": description(),
        "usage": {"users": {"active_month": counted()["month"]}},
        "thumbnail": {"url": thumbnail(), "blurhash": None, "versions": {}},
        "icon": [],
        "languages": languages(),
        "configuration": configuration()
        | {
            "urls": {
                "streaming": streaming(),
                "status": None,
                "about": f"{settings.PUBLIC_URL}/about/",
                "privacy_policy": None,
                "terms_of_service": None,
            },
            "vapid": {"public_key": settings.VAPID_PUBLIC_KEY},
            "translation": {"enabled": False},
            "limited_federation": True,
        },
        "registrations": {
            "enabled": is_open(),
            "approval_required": needs_words(),
            "reason_required": False,
            "message": None,
            "min_age": None,
            "url": f"{settings.PUBLIC_URL}/join/",
        },
        "api_versions": {"mastodon": API_VERSION},
        "contact": {"email": settings.CONTACT_EMAIL, "account": contact()},
        "rules": rules(),
    }


@first.get("/instance/rules")
def rules_alone(request: HttpRequest) -> list[Any]:
    del request
    return rules()


@first.get("/instance/languages")
def languages_of_posts(request: HttpRequest) -> list[dict[str, str]]:
    """Those that the page for writing offers; apps may name any other."""
    del request
    return [{"code": code, "name": str(_(name))} for code, name in LANGUAGES]


@first.get("/instance/peers")
@first.get("/instance/activity")
def nothing_of_this(request: HttpRequest) -> list[Any]:
    """This server talks to no other yet, and keeps no count of visits a week."""
    del request
    return []


@first.get("/instance/domain_blocks")
def limited_servers(request: HttpRequest) -> list[dict[str, str]]:
    """Those that are limited or suspended, as operators tell them."""
    del request
    return [
        {
            "domain": one.domain,
            "digest": one.digest,
            "severity": one.severity,
            "comment": one.comment,
        }
        for one in safety.told_servers()
    ]


@first.get("/instance/translation_languages")
def translation_languages(request: HttpRequest) -> dict[str, Any]:
    del request
    return {}


@first.get("/instance/extended_description")
def extended_description(request: HttpRequest) -> dict[str, Any]:
    del request
    return {"updated_at": "2026-11-29T00:00:00Z", "content": f"<p>{description()}</p>"}


@first.get("/instance/privacy_policy")
def privacy_policy(request: HttpRequest) -> dict[str, Any]:
    del request
    said = (
        _("What you post is kept until you delete it, and shown to those you chose."),
        _("What you say of yourself in confidence is kept sealed and never given to apps."),
        _("Whatever is kept of you can be downloaded, and deleted, on your own pages."),
    )
    return {
        "updated_at": "2026-11-29",
        "content": "".join(f"<p>{sentence}</p>" for sentence in said),
    }


def domain() -> str:
    return urlsplit(settings.PUBLIC_URL).netloc


def title() -> str:
    return "Corridor"


def description() -> str:
    return _("A mentoring network for medicine on the open social web.")


def streaming() -> str:
    return str(settings.STREAMING_URL)


def contact() -> dict[str, Any] | None:
    """Whom operators named, as anybody may see her."""
    if not settings.CONTACT_HANDLE:
        return None
    handle, today = settings.CONTACT_HANDLE, timezone.now().date()
    profile = people.people_seen(None, today=today).filter(handle=handle).first()
    if profile is None:
        return None
    account: dict[str, Any] = json.loads(account_texts([profile.pk])[profile.pk])
    return account


def rules() -> list[dict[str, Any]]:
    """https://docs.joinmastodon.org/entities/Rule/"""
    return [
        {"id": str(number), "text": text, "hint": "", "translations": {}}
        for number, text in enumerate(settings.RULES, start=1)
    ]


def thumbnail() -> str:
    return f"{settings.PUBLIC_URL}/static/header.png"


def languages() -> list[str]:
    return [code.split("-")[0] for code, _name in settings.LANGUAGES]


def configuration() -> dict[str, Any]:
    """Limits as they are, so that apps count along."""
    has_video = moving_pictures.can_make_anew()
    return {
        "accounts": {"max_featured_tags": 10, "max_pinned_statuses": MOST_PINNED},
        "statuses": {
            "max_characters": posting.LONGEST_POST,
            "max_media_attachments": MOST_ATTACHMENTS,
            "characters_reserved_per_url": URL_COUNTS,
        },
        "media_attachments": {
            "description_limit": posting.LONGEST_ALT,
            "supported_mime_types": PICTURES + (SOUND_AND_VIDEO if has_video else []),
            "image_size_limit": pictures.MOST_BYTES_OF_POSTS,
            "image_matrix_limit": pictures.MOST_PIXELS,
            "video_size_limit": moving_pictures.MOST_BYTES if has_video else 0,
            "video_frame_rate_limit": 120 if has_video else 0,
            "video_matrix_limit": moving_pictures.MOST_PIXELS if has_video else 0,
        },
        "polls": {
            "max_options": MOST_OPTIONS,
            "max_characters_per_option": LONGEST_OPTION,
            "min_expiration": int(SHORTEST_POLL.total_seconds()),
            "max_expiration": int(LONGEST_POLL.total_seconds()),
        },
    }
