"""The steps of a first contact after its hello. Each of the two may leave at each of them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.algorithms.state_machines import MoveImpossible
from corridor.conversations import actions as conversations
from corridor.kernel import events
from corridor.mentoring import talk_letters
from corridor.mentoring.actions.open_relationship import open_relationship
from corridor.mentoring.actions.say_hello import check_line
from corridor.mentoring.choices import OriginKind
from corridor.mentoring.events import ContactMoved
from corridor.mentoring.models import FirstContact, FlashTime, Relationship
from corridor.mentoring.origin import Origin
from corridor.mentoring.states import CLOCK, MENTEE, MENTOR
from corridor.mentoring.states_of_contacts import FIRST_CONTACT, OPEN, WAITING, ContactState
from corridor.people import actions as people
from corridor.people.choices import Kind

if TYPE_CHECKING:
    from corridor.people.models import Profile

AFTERWARDS = timedelta(days=30)
"""So long a first contact stays open once the mentor said yes."""
MOST_TIMES = 5
SOONEST = timedelta(minutes=30)
LATEST = timedelta(days=60)


class NotYourContact(Exception):
    """She is neither of the two."""


class StepNotPossible(Exception):
    """It has gone on meanwhile, or is over."""


class SayWhat(Exception):
    """An empty line."""


class TimesOutOfReach(Exception):
    """A time is too soon, too far, or one of too many."""


class NoSuchTime(Exception):
    """She did not offer it, or it is over."""


@transaction.atomic
def ask_more(contact_id: int, *, question: str, by: "Profile", now: datetime) -> None:
    """Raises NotYourContact, StepNotPossible, SayWhat or what `check_line` raises."""
    held = _hold(contact_id, by)
    _say(held, "question", question, by, now)
    _move(held, "ask_more", by, now)


@transaction.atomic
def say_more(contact_id: int, *, answer: str, by: "Profile", now: datetime) -> None:
    """The mentor has her promise anew. Raises as `ask_more`."""
    held = _hold(contact_id, by)
    _say(held, "more", answer, by, now)
    held.answer_by = now + timedelta(days=held.mentor.reply_within_days)
    _move(held, "say_more", by, now)


@transaction.atomic
def welcome(
    contact_id: int, *, times: Sequence[datetime], where: str, by: "Profile", now: datetime
) -> None:
    """The mentor says yes to talking, with times for fifteen minutes if she likes.

    From now on the two are no strangers. Raises NotYourContact, StepNotPossible,
    TimesOutOfReach, or what `check_line` raises.
    """
    held = _hold(contact_id, by)
    _offer(held, times, where, by=by, now=now)
    _move(held, "welcome", by, now)
    people.get_acquainted(held.mentor_id, held.mentee_id, now=now)
    people.get_acquainted(held.mentee_id, held.mentor_id, now=now)
    conversations.let_two_write(held.mentor_id, held.mentee_id)


@transaction.atomic
def offer_times(
    contact_id: int, *, times: Sequence[datetime], where: str, by: "Profile", now: datetime
) -> None:
    """Once she said yes, instead of those before; one that was agreed is off. Raises as `welcome`,
    and SayWhat without any.
    """
    held = _hold(contact_id, by)
    if not times:
        raise SayWhat
    _call_off(held, now)
    held.times.all().delete()
    _offer(held, times, where, by=by, now=now)
    _move(held, "offer_times", by, now)


@transaction.atomic
def book(contact_id: int, *, time_id: int, by: "Profile", now: datetime) -> None:
    """Another time replaces the first. Raises NotYourContact, StepNotPossible or NoSuchTime."""
    held = _hold(contact_id, by)
    chosen = held.times.filter(pk=time_id, starts_at__gt=now).first()
    if chosen is None:
        raise NoSuchTime
    _move(held, "book", by, now)
    if not chosen.is_chosen:
        _call_off(held, now)
    held.times.filter(is_chosen=True).update(is_chosen=False)
    held.times.filter(pk=chosen.pk).update(is_chosen=True)
    chosen.contact = held
    talk_letters.tell_booked(chosen, now=now)


@transaction.atomic
def wish_to_go_on(contact_id: int, *, by: "Profile", now: datetime) -> None:
    """Whoever of the two says it first; the other decides. Raises as `decline_contact`."""
    held = _hold(contact_id, by)
    _move(held, "offer" if by.pk == held.mentor_id else "wish", by, now)


@transaction.atomic
def go_on_together(contact_id: int, *, by: "Profile", now: datetime) -> Relationship:
    """The other's yes. Raises NotYourContact, StepNotPossible, or as `open_relationship`."""
    held = _hold(contact_id, by)
    _move(held, "take_on" if by.pk == held.mentor_id else "take_up", by, now)
    return open_relationship(
        mentor=held.mentor,
        mentee=held.mentee,
        role=Kind(held.role),
        origin=Origin(kind=OriginKind.FIRST_CONTACT),
        now=now,
    )


@transaction.atomic
def decline_contact(contact_id: int, *, by: "Profile", now: datetime) -> None:
    """Without a reason, from wherever it is. Raises NotYourContact or StepNotPossible."""
    held = _hold(contact_id, by)
    _move(held, "decline" if by.pk == held.mentor_id else "withdraw", by, now)


@transaction.atomic
def end_contacts_between(by_id: int, other_id: int, *, now: datetime) -> None:
    """She keeps away from now on: what was open is over, as if she had said no."""
    pair = (by_id, other_id)
    rows = FirstContact.objects.select_for_update(of=("self",)).filter(
        mentor__in=pair, mentee__in=pair, state__in=(*OPEN, ContactState.MATCHED)
    )
    for held in rows.order_by("pk"):
        if held.state == ContactState.MATCHED:
            _call_off(held, now)
            held.times.update(is_chosen=False)
        elif held.mentor_id == by_id:
            _set(held, "decline", MENTOR, now)
        else:
            _set(held, "withdraw", MENTEE, now)


@transaction.atomic
def settle_others(*, mentee: "Profile", now: datetime) -> int:
    """One mentor said yes: the hellos that wait elsewhere are settled; how many."""
    waiting = FirstContact.objects.select_for_update().filter(mentee=mentee, state__in=WAITING)
    found = list(waiting.order_by("pk"))
    for one in found:
        _move(one, "settle", mentee, now)
    return len(found)


def lapse_contacts(*, now: datetime) -> int:
    """Those whose time is over; how many."""
    due = FirstContact.objects.filter(state__in=OPEN, answer_by__lte=now).order_by("pk")
    return sum(_lapse(pk, now) for pk in list(due.values_list("pk", flat=True)))


@transaction.atomic
def _lapse(contact_id: int, now: datetime) -> bool:
    held = FirstContact.objects.select_for_update().get(pk=contact_id)
    if held.state not in OPEN or held.answer_by > now:
        return False
    _set(held, "lapse", CLOCK, now)
    return True


def _hold(contact_id: int, by: "Profile") -> FirstContact:
    held = FirstContact.objects.select_for_update().filter(pk=contact_id).first()
    if held is None or not held.has(by.pk):
        raise NotYourContact
    return held


def _offer(
    held: FirstContact, times: Sequence[datetime], where: str, *, by: "Profile", now: datetime
) -> None:
    """Call before the move, which stores it."""
    wanted = sorted(set(times))
    if len(wanted) > MOST_TIMES or any(not now + SOONEST <= one <= now + LATEST for one in wanted):
        raise TimesOutOfReach
    if where.strip():
        _say(held, "where", where, by, now)
    held.answer_by = now + AFTERWARDS
    for one in wanted:
        FlashTime.objects.create(contact=held, starts_at=one)


def _call_off(held: FirstContact, now: datetime) -> None:
    """What was agreed and is still to come, out of the calendars of both."""
    for time in held.times.filter(is_chosen=True, starts_at__gt=now):
        time.contact = held
        talk_letters.tell_off(time, now=now)


def _say(held: FirstContact, name: str, words: str, by: "Profile", now: datetime) -> None:
    if not words.strip():
        raise SayWhat
    check_line(words.strip(), by=by, now=now)
    held.said = {**held.said, name: words.strip()}


def _move(held: FirstContact, move: str, by: "Profile", now: datetime) -> None:
    _set(held, move, MENTOR if by.pk == held.mentor_id else MENTEE, now)


def _set(held: FirstContact, move: str, who: str, now: datetime) -> None:
    try:
        held.state = FIRST_CONTACT.after(held.state, move, by=who)
    except MoveImpossible as impossible:
        raise StepNotPossible from impossible
    held.closed_at = None if held.is_open else now
    held.save(update_fields=["state", "closed_at", "answer_by", "sealed_said"])
    if not held.is_open and held.state != ContactState.MATCHED:
        _call_off(held, now)
    events.publish(
        ContactMoved(
            contact_id=held.pk,
            move=move,
            mentor_id=held.mentor_id,
            mentee_id=held.mentee_id,
            at=now,
        )
    )
