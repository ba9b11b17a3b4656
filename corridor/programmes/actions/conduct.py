"""Conduct in a programme: its text, a yes to it, and a concern that one person hears."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from corridor.people import letters
from corridor.people import queries as people
from corridor.people.letters import Button, Letter
from corridor.programmes.actions.record_deed import record_deed
from corridor.programmes.actions.set_up_rights import hold_to_set_up
from corridor.programmes.checking_answers import cleaned
from corridor.programmes.choices import TeamDeedKind
from corridor.programmes.models import Concern, ConductAcceptance, ConductText, Programme
from corridor.programmes.queries import conduct as queries

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_CONCERN = 5000
MOST_WAITING = 5


class ConductChanged(Exception):
    """There is a newer version: she reads that one first."""


class OnlySpaces(Exception):
    """The same words are no new version: nobody is asked to accept them again."""


class NotOfTheTeam(Exception):
    """Whoever hears concerns is in the team."""


class NobodyToHear(Exception):
    """Everybody in the team is one of the two, or kept apart from her."""


class SomebodyElseHears(Exception):
    """Who hears concerns has changed since she was told a name."""


class ConcernIsEmpty(Exception):
    """There is nothing to hear."""


class ConcernTooLong(Exception):
    """At most 5000 letters."""


class TooManyConcerns(Exception):
    """Five wait for an answer already."""


class StillHeard(Exception):
    """Whoever it was told to is in the team."""


class NotYourConcern(Exception):
    """It was told to somebody else, or is answered."""


@transaction.atomic
def write_conduct(
    programme: Programme, text: str, *, after: int, by: "Profile", now: datetime
) -> ConductText:
    """A new version, which everybody is asked to accept anew; ``after``: the one she began from.

    Raises NotInTeam, ProgrammeArchived, ConductChanged, OnlySpaces or ValidationError.
    """
    held = hold_to_set_up(programme, by=by)
    before = queries.conduct(held)
    if before.number != after:
        raise ConductChanged
    if text.split() == before.text.split():
        raise OnlySpaces
    number = before.number + 1
    written = ConductText(programme=held, number=number, text=cleaned(text), by=by, at=now)
    written.full_clean()
    written.save()
    record_deed(held, TeamDeedKind.WORDS, by=by, now=now, words=_("Code of conduct"))
    return written


@transaction.atomic
def name_who_hears(
    programme: Programme, profile_id: int | None, *, by: "Profile", now: datetime
) -> None:
    """None: whoever leads it longest. Raises NotInTeam, ProgrammeArchived or NotOfTheTeam."""
    held = hold_to_set_up(programme, by=by)
    if profile_id is not None and not held.team.filter(profile=profile_id).exists():
        raise NotOfTheTeam
    if held.concerns_to_id != profile_id:
        held.concerns_to_id = profile_id
        held.save(update_fields=["concerns_to"])
        record_deed(held, TeamDeedKind.SET_UP, by=by, now=now, words=_("Who hears concerns"))


@transaction.atomic
def accept_conduct(programme: Programme, number: int, *, by: "Profile", now: datetime) -> None:
    """Once more is once. Raises ConductChanged."""
    held = Programme.objects.select_for_update().get(pk=programme.pk)
    if queries.conduct(held).number != number:
        raise ConductChanged
    ConductAcceptance.objects.get_or_create(
        programme=held, profile=by, number=number, defaults={"at": now}
    )


@dataclass(frozen=True, kw_only=True)
class NewConcern:
    words: str
    about: "Profile | None" = None
    to_id: int | None
    """Who she was told hears it; None: nobody."""


@transaction.atomic
def raise_concern(
    programme: Programme, new: NewConcern, *, by: "Profile", now: datetime
) -> Concern:
    """In confidence: the mail says that there is one, and the other of the two hears nothing.

    The same words pressed twice are one concern.

    Raises NobodyToHear, SomebodyElseHears, ConcernIsEmpty, ConcernTooLong or TooManyConcerns.
    """
    held = Programme.objects.select_for_update().get(pk=programme.pk)
    besides = {new.about.pk} if new.about is not None else set()
    hears = queries.who_hears(held, viewer=by, today=now.date(), besides=besides)
    if hears is None:
        raise NobodyToHear
    if hears.pk != new.to_id:
        raise SomebodyElseHears
    said = cleaned(new.words).strip()
    if not said:
        raise ConcernIsEmpty
    if len(said) > LONGEST_CONCERN:
        raise ConcernTooLong
    waiting = list(Concern.objects.filter(programme=held, by=by, answered_at=None).order_by("pk"))
    for one in waiting:
        same = (hears.pk, new.about and new.about.pk)
        if (one.to_id, one.about_id) == same and one.words["concern"] == said:
            return one
    if len(waiting) >= MOST_WAITING:
        raise TooManyConcerns
    raised = Concern(programme=held, by=by, to=hears, about=new.about, at=now)
    raised.words = {"concern": said, "answer": ""}
    raised.save()
    _tell_who_hears(raised, hears)
    return raised


@transaction.atomic
def pass_on_concern(concern_id: int, to_id: int | None, *, by: "Profile", now: datetime) -> Concern:
    """Whoever it was told to has left: whoever raised it says who reads it instead.

    Raises NotYourConcern, StillHeard, NobodyToHear or SomebodyElseHears.
    """
    held = (
        Concern.objects.select_for_update(of=("self",))
        .select_related("programme", "about")
        .filter(pk=concern_id, by=by, answered_at=None)
        .first()
    )
    if held is None:
        raise NotYourConcern
    if not queries.waits_for_nobody(held):
        raise StillHeard
    besides = {held.about_id} if held.about_id is not None else set()
    hears = queries.who_hears(held.programme, viewer=by, today=now.date(), besides=besides)
    if hears is None:
        raise NobodyToHear
    if hears.pk != to_id:
        raise SomebodyElseHears
    held.to = hears
    held.save(update_fields=["to"])
    _tell_who_hears(held, hears)
    return held


def tell_left_unheard(programme: Programme, hearer_id: int) -> None:
    """Whoever waits for an answer of hers chooses who reads it now; nobody else is told of it."""
    rows = Concern.objects.filter(programme=programme, to=hearer_id, answered_at=None)
    subject = _("%(programme)s: whoever you turned to has left the team")
    for one in rows.select_related("by").order_by("pk"):
        _tell(one, one.by, subject % {"programme": programme.name})


@transaction.atomic
def answer_concern(concern_id: int, words: str, *, by: "Profile", now: datetime) -> Concern:
    """Once; for more the two write to each other.

    Raises NotYourConcern, ConcernIsEmpty or ConcernTooLong.
    """
    held = (
        Concern.objects.select_for_update(of=("self",))
        .select_related("programme", "by__account")
        .filter(pk=concern_id, to=by, answered_at=None)
        .first()
    )
    if held is None or queries.waits_for_nobody(held):
        raise NotYourConcern
    said = cleaned(words).strip()
    if not said:
        raise ConcernIsEmpty
    if len(said) > LONGEST_CONCERN:
        raise ConcernTooLong
    held.words = {**held.words, "answer": said}
    held.answered_at = now
    held.save(update_fields=["sealed_words", "answered_at"])
    subject = _("%(programme)s: there is an answer for you")
    _tell(held, held.by, subject % {"programme": held.programme.name})
    return held


def _tell_who_hears(concern: Concern, hears: "Profile") -> None:
    subject = _("%(programme)s: somebody turns to you in confidence")
    _tell(concern, hears, subject % {"programme": concern.programme.name})


def _tell(concern: Concern, reader: "Profile", subject: str) -> None:
    """Nothing of what was said, nor about whom; nobody who left, or may not sign in, gets it."""
    here = people.profile_here(reader.pk)
    if here is None:
        return
    letter = Letter(
        subject=subject,
        paragraphs=(_("What it says is read on the page, by the two of you alone."),),
        button=Button(label=_("Read it"), url=letters.address_of_page("concern", concern.pk)),
        why=letters.to_member(reader.handle),
    )
    letters.tell(letter, to=here.account.email)
