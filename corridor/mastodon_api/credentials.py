"""Somebody's own account, as her apps show and change it.

https://docs.joinmastodon.org/methods/accounts/#verify_credentials
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Router, Schema
from pydantic import Field

from corridor.kernel.pictures import NotAPicture, PictureTooLarge
from corridor.mastodon_api.account_texts import account_texts
from corridor.mastodon_api.answers import json_text
from corridor.mastodon_api.callers import Caller, Needs, caller_of_request
from corridor.mastodon_api.entities.account import PRONOUNS, dumps
from corridor.mastodon_api.entities.post import POLICIES, VISIBILITIES
from corridor.mastodon_api.errors import ApiError
from corridor.mastodon_api.given_posts import AUDIENCES, QUOTERS, QuotePolicy, language_of
from corridor.mastodon_api.parameters import Given
from corridor.people import actions
from corridor.people import queries as people
from corridor.posts import actions as posting
from corridor.posts import queries as posts

if TYPE_CHECKING:
    from corridor.people.models import Profile

router = Router(tags=["own account"])

MOST_FIELDS = actions.MOST_LINKS + 1
ROLE = '{"id":"-99","name":"","color":"","permissions":"0","highlighted":false}'
"""Everybody's: https://docs.joinmastodon.org/entities/Role/"""


class SourceWords(Schema):
    """How new posts begin. To be for named people only is nothing to begin with."""

    privacy: Literal["public", "unlisted", "private"] | None = None
    sensitive: bool | None = None
    language: str | None = Field(default=None, max_length=1_000)
    quote_policy: QuotePolicy | None = None

    def meant(self) -> dict[str, str | bool]:
        found = {
            "audience": self.privacy and AUDIENCES[self.privacy],
            "is_sensitive": self.sensitive,
            "language": None if self.language is None else language_of(self.language),
            "quoters": self.quote_policy and QUOTERS[self.quote_policy],
        }
        return {name: value for name, value in found.items() if value is not None}


class Changes(Schema):
    """What a profile here has no place for, such as whether somebody is a bot, is passed over."""

    display_name: str | None = Field(default=None, max_length=1_000)
    note: str | None = Field(default=None, max_length=10_000)
    avatar: Any = None
    avatar_description: str = Field(default="", max_length=1_000)
    header: Any = None
    locked: bool | None = None
    discoverable: bool | None = None
    indexable: bool | None = None
    fields_attributes: list[dict[str, Any]] | dict[str, dict[str, Any]] | None = None
    source: SourceWords | None = None


@router.get("/accounts/verify_credentials", auth=Needs(""))
def verify(request: HttpRequest) -> HttpResponse:
    caller = caller_of_request(request)
    if not any(caller.may(scope) for scope in ("read:accounts", "read:me", "profile")):
        raise ApiError(403, "This action is outside the authorized scopes")
    return _own_account(caller.member)


@router.patch("/accounts/update_credentials", auth=Needs("write:accounts"))
def update(request: HttpRequest, given: Given[Changes]) -> HttpResponse:
    caller = caller_of_request(request)
    if given.header:
        raise ApiError(422, "Validation failed: Header pictures have no place here")
    try:
        _keep(given, caller)
    except ValidationError as refused:
        raise ApiError(422, f"Validation failed: {'; '.join(refused.messages)}") from refused
    except (NotAPicture, PictureTooLarge) as refused:
        raise ApiError(422, "Validation failed: Avatar is no picture that can be kept") from refused
    return _own_account(caller.member)


@router.get("/preferences", auth=Needs("read:accounts"))
def preferences(request: HttpRequest) -> dict[str, Any]:
    """https://docs.joinmastodon.org/entities/Preferences/"""
    begins = posts.posting_defaults(caller_of_request(request).member.pk)
    return {
        "posting:default:visibility": VISIBILITIES[begins.audience],
        "posting:default:sensitive": begins.is_sensitive,
        "posting:default:language": begins.language or None,
        "posting:default:quote_policy": POLICIES[begins.quoters],
        "reading:expand:media": "default",
        "reading:expand:spoilers": False,
        "reading:autoplay:gifs": False,
    }


@transaction.atomic
def _keep(given: Changes, caller: Caller) -> None:
    """Raises ValidationError, NotAPicture or PictureTooLarge, and then keeps nothing."""
    mine = caller.member
    changed = {"display_name": given.display_name, "bio": given.note}
    links = None
    if given.fields_attributes is not None:
        changed["pronouns"], links = _fields(given.fields_attributes)
    facts = {name: value for name, value in changed.items() if value is not None}
    if facts:
        known = actions.ProfileFacts.of(mine)
        actions.edit_profile(profile=mine, facts=replace(known, **facts), by=mine)
    if links is not None:
        _keep_links(mine, links)
    privacy = _privacy(given)
    if privacy:
        settings = replace(actions.PrivacySettings.of(mine), **privacy)
        actions.set_privacy(profile=mine, settings=settings, by=mine, now=caller.now)
    begins = given.source.meant() if given.source else {}
    if begins:
        posting.keep_posting_defaults(begins, by=mine.pk)
    if isinstance(given.avatar, UploadedFile):
        shows = given.avatar_description
        actions.set_photo(profile=mine, file=given.avatar.read(), shows=shows, by=mine)


def _keep_links(mine: "Profile", links: list[actions.NewLink]) -> None:
    try:
        actions.set_links(profile=mine, links=links, by=mine)
    except actions.TooManyLinks:
        raise ApiError(422, "Validation failed: Fields are too many") from None


def _privacy(given: Changes) -> dict[str, Any]:
    said = {
        "approves_followers": given.locked,
        "is_listed": given.discoverable,
        "is_searchable": given.indexable,
    }
    return {name: value for name, value in said.items() if value is not None}


def _fields(
    given: list[dict[str, Any]] | dict[str, dict[str, Any]],
) -> tuple[str, list[actions.NewLink]]:
    """Pronouns, and addresses by their names; nothing else of a profile is a field.

    Raises ValidationError.
    """
    rows = list(given.values()) if isinstance(given, dict) else given
    pronouns, links = "", []
    for row in rows[: 2 * MOST_FIELDS]:
        name, value = (str(row.get(key) or "").strip() for key in ("name", "value"))
        if name.casefold() == PRONOUNS.casefold():
            pronouns = value
        elif value:
            links.append(actions.NewLink(label=name or _("Address"), url=value))
    return pronouns, links


def _own_account(profile: "Profile") -> HttpResponse:
    """https://docs.joinmastodon.org/entities/Account/#CredentialAccount"""
    text = account_texts([profile.pk])[profile.pk]
    return json_text(f'{text[:-1]},"source":{dumps(_source(profile))},"role":{ROLE}}}')


def _source(profile: "Profile") -> dict[str, Any]:
    said = [(PRONOUNS, profile.pronouns)] if profile.pronouns else []
    said += [(link.label, link.url) for link in profile.links.all()]
    begins = posts.posting_defaults(profile.pk)
    return {
        "privacy": VISIBILITIES[begins.audience],
        "sensitive": begins.is_sensitive,
        "language": begins.language or None,
        "note": profile.bio,
        "fields": [{"name": name, "value": value, "verified_at": None} for name, value in said],
        "follow_requests_count": people.follow_requests(profile).count(),
        "hide_collections": None,
        "discoverable": profile.is_listed,
        "indexable": profile.is_searchable,
        "quote_policy": POLICIES[begins.quoters],
    }
