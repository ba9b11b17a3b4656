"""One of the two would like one more role, the other answers; either ends one."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction

from corridor.mentoring.actions.hold_relationship import hold_active, hold_relationship
from corridor.mentoring.actions.open_relationship import AlreadyTogether, open_relationship
from corridor.mentoring.actions.tell_load import tell_load
from corridor.mentoring.actions.tell_other import tell_other
from corridor.mentoring.choices import OriginKind
from corridor.mentoring.models import RoleEntry, RoleSpan, RoleWish
from corridor.mentoring.origin import Origin
from corridor.mentoring.role_words import LONGEST_ENTRY, ROLES
from corridor.people import actions as people
from corridor.people.choices import Kind

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_WISH = 500


class WishedAlready(Exception):
    """One of the two asked for this role, and has no answer yet."""


class NothingWished(Exception):
    """There is no such wish, or it is her own to take back."""


class LastRole(Exception):
    """Without any role it would be over: then the relationship is ended."""


class NoSuchRole(Exception):
    """She has not, or no longer, this role."""


class EntryIsEmpty(Exception):
    """Nothing is written down."""


class EntryTooLong(Exception):
    """It is longer than anybody reads."""


class NotYetThen(Exception):
    """That day has not come."""


@transaction.atomic
def wish_role(
    relationship_id: int, role: Kind, *, words: str = "", by: "Profile", now: datetime
) -> RoleWish:
    """The other answers.

    Raises NotYourRelationship, NotOpen, Resting, AlreadyTogether, WishedAlready or EntryTooLong.
    """
    held = hold_active(relationship_id, by=by)
    if held.roles.filter(role=role, ended_at=None).exists():
        raise AlreadyTogether
    if held.role_wishes.filter(role=role).exists():
        raise WishedAlready
    if len(words) > LONGEST_WISH:
        raise EntryTooLong

    wish = RoleWish(relationship=held, role=role, by=by, at=now)
    wish.words = words.strip()
    wish.save()
    tell_other(held, by=by, now=now)
    return wish


@transaction.atomic
def agree_to_role(wish_id: int, *, relationship_id: int, by: "Profile", now: datetime) -> None:
    """She has the role from now on.

    Raises NotYourRelationship, NotOpen, Resting, NothingWished, AlreadyTogether, KeptApart or
    NoRoom.
    """
    held = hold_active(relationship_id, by=by)
    wish = held.role_wishes.filter(pk=wish_id).exclude(by=by).first()
    if wish is None:
        raise NothingWished

    open_relationship(
        mentor=held.mentor,
        mentee=held.mentee,
        role=Kind(wish.role),
        origin=Origin(kind=OriginKind.AGREED),
        now=now,
    )


@transaction.atomic
def drop_role_wish(wish_id: int, *, relationship_id: int, by: "Profile") -> None:
    """No, or taken back; nobody is told why. Raises NotYourRelationship, NotOpen, NothingWished."""
    held = hold_relationship(relationship_id, by=by)
    dropped, _ = held.role_wishes.filter(pk=wish_id).delete()
    if not dropped:
        raise NothingWished


@transaction.atomic
def end_role(relationship_id: int, role: Kind, *, by: "Profile", now: datetime) -> None:
    """At once: nobody needs leave to stop. The other is told.

    Raises NotYourRelationship, NotOpen, NoSuchRole or LastRole.
    """
    held = hold_relationship(relationship_id, by=by)
    current = {span.role: span for span in held.roles.filter(ended_at=None)}
    if role not in current:
        raise NoSuchRole
    if len(current) == 1:
        raise LastRole

    people.hold_profile(held.mentor)
    span = current[role]
    span.ended_at = now
    span.save(update_fields=["ended_at"])
    tell_load(held.mentor)
    tell_other(held, by=by, now=now)


@transaction.atomic
def log_role(
    span_id: int, words: Mapping[str, str], *, on: date, by: "Profile", now: datetime
) -> RoleEntry:
    """Both read it.

    Raises NoSuchRole, NotYourRelationship, NotOpen, Resting, EntryIsEmpty, EntryTooLong or
    NotYetThen.
    """
    span = RoleSpan.objects.filter(pk=span_id, ended_at=None).first()
    if span is None:
        raise NoSuchRole
    hold_active(span.relationship_id, by=by)
    said = {key: words.get(key, "").strip() for key in ROLES[Kind(span.role)].log}
    if not said["what"]:
        raise EntryIsEmpty
    if any(len(text) > LONGEST_ENTRY for text in said.values()):
        raise EntryTooLong
    if on > now.astimezone(ZoneInfo(by.time_zone)).date():
        raise NotYetThen

    entry = RoleEntry(span=span, by=by, on=on, at=now)
    entry.words = said
    entry.save()
    return entry
