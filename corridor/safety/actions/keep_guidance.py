"""Somebody says that she read a card; whoever leads the desk keeps the installation's policy."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.safety import log, policies
from corridor.safety.choices import Deed
from corridor.safety.guidance_cards import CARDS, POLICY
from corridor.safety.models import CardRead, PolicyVersion
from corridor.safety.models.guidance import LONGEST_POLICY

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NoSuchCard(Exception):
    """There is no such card, or it is another version by now."""


class NotYoursToKeep(Exception):
    """Whoever leads a queue or runs the server keeps the policy."""


class PolicyTooLong(Exception):
    """Longer than `LONGEST_POLICY`."""


class NothingChanged(Exception):
    """The newest version says the same."""


def read_card(card: str, *, version: int, by: "Profile", now: datetime) -> None:
    """Once a version; twice is once. Raises NoSuchCard."""
    _answer(card, version, by, at=now, is_declined=False)


def decline_card(card: str, *, version: int, by: "Profile", now: datetime) -> None:
    """She is not asked about this version again. What she has read stays read.

    Raises NoSuchCard.
    """
    _answer(card, version, by, at=now, is_declined=True)


def _answer(card: str, version: int, by: "Profile", *, at: datetime, is_declined: bool) -> None:
    if version != _current_version(card):
        raise NoSuchCard
    answer = {"at": at, "is_declined": is_declined}
    kept, is_new = CardRead.objects.get_or_create(
        profile=by, card=card, version=version, defaults=answer
    )
    if not is_new and kept.is_declined and not is_declined:
        CardRead.objects.filter(pk=kept.pk).update(**answer)


@transaction.atomic
def keep_policy(text: str, *, by: "Profile", now: datetime) -> PolicyVersion:
    """Another version, which everybody is asked to read again.

    Raises NotYoursToKeep, PolicyTooLong or NothingChanged.
    """
    if not policies.keeps_wordings(by):
        raise NotYoursToKeep
    said = text.replace("\r\n", "\n").strip()
    if len(said) > LONGEST_POLICY:
        raise PolicyTooLong
    # Held, so that two who change it at once make two versions.
    newest = PolicyVersion.objects.select_for_update().order_by("-version").first()
    if said == (newest.text if newest else ""):
        raise NothingChanged
    version = newest.version + 1 if newest else 1
    made = PolicyVersion.objects.create(version=version, text=said, by=by, at=now)
    log.note(Deed.WORDED, by=by.pk, at=now, details=f"{POLICY} {version}")
    return made


def _current_version(card: str) -> int | None:
    if card == POLICY:
        newest = PolicyVersion.objects.exclude(text="").order_by("-version").first()
        return newest.version if newest else None
    return CARDS[card].version if card in CARDS else None
