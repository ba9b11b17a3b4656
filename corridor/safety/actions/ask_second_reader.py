"""Somebody has what she wants to post read by somebody else first."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.people import queries as people
from corridor.posts import actions as posting
from corridor.posts.actions import NewPost
from corridor.safety import policies, reading_letters, what_is_read
from corridor.safety.choices import (
    ENDED_UNPOSTED,
    OF_HELD,
    OPEN_READINGS,
    Grounds,
    ReadingState,
)
from corridor.safety.events import ReadingAsked
from corridor.safety.models import SecondReading
from corridor.safety.what_is_read import A_NEW_POST, About, about_of, as_kept, pictures_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corridor.people.models import Profile
    from corridor.posts.models import Attachment

LONGEST_REQUEST = 1000
SHORTEST_REQUEST = 10
MOST_OPEN = 10


class SayTheGrounds(Exception):
    """Why it may be posted is one of the reasons there are for it."""


class SayMore(Exception):
    """What a reader goes by is missing: where the agreement lies, where it is published, why."""


class RequestTooLong(Exception):
    """Longer than `LONGEST_REQUEST`."""


class NobodyToRead(Exception):
    """Nobody here has the right who is not kept from its author."""


class CannotReadThis(Exception):
    """Whom she asks does not work with her, or it is held and needs somebody with the right."""


class TooManyReadings(Exception):
    """Ten are open at most."""


class ReadingOver(Exception):
    """It was let pass, or is not hers."""


@dataclass(frozen=True, kw_only=True)
class Wish:
    grounds: str
    words: str = ""
    """To the reader; never shown to anybody else."""
    wanted: int | None = None
    """Of somebody she works with; None: anybody with the right."""
    publish_at: datetime | None = None
    about: About = A_NEW_POST


@transaction.atomic
def ask_second_reader(
    new: NewPost,
    wish: Wish,
    *,
    by: "Profile",
    now: datetime,
    reading: SecondReading | None = None,
) -> SecondReading:
    """`reading`: sent again, in other words, about what it was about. Nothing is published.

    Raises SayTheGrounds, SayMore, RequestTooLong, NobodyToRead, CannotReadThis, TooManyReadings,
    ReadingOver, and of what `publish_post` raises as much as can be known now.
    """
    held = _held(reading, by) if reading else _begun(wish.about, by, now)
    about = about_of(held) if reading else wish.about
    if about.version is None:
        posting.check_new(new, now=now)
    pictures = pictures_of(new, about, by=by)
    is_held = what_is_read.is_held(new, about, by=by)
    _check_wish(wish, is_held=is_held)
    readers = _readers(wish, by=by, is_held=is_held, now=now)

    held.state = ReadingState.WAITING
    held.grounds, held.is_held, held.wanted_id = wish.grounds, is_held, wish.wanted
    held.publish_at, held.asked_at, held.times = wish.publish_at, now, held.times + 1
    held.answered_at = None
    _keep(held, new, pictures, about=about, words=wish.words)
    reading_letters.tell_readers(readers)
    events.publish(ReadingAsked(reader_ids=tuple(readers), at=now))
    return held


@transaction.atomic
def begin_reading(
    new: NewPost,
    *,
    by: "Profile",
    now: datetime,
    publish_at: datetime | None = None,
    about: About = A_NEW_POST,
) -> SecondReading:
    """What an app may not post or say anew, kept sealed for a day, so that its author can ask for
    a reader.

    In place of the one before. Raises what `publish_post` raises of pictures.
    """
    pictures = pictures_of(new, about, by=by)
    SecondReading.objects.filter(author=by, state=ReadingState.BEGUN).delete()
    held = SecondReading(author=by, state=ReadingState.BEGUN, is_held=True, begun_at=now)
    held.publish_at, held.changes = publish_at, about.post
    _keep(held, new, pictures, about=about)
    return held


@transaction.atomic
def withdraw_reading(*, reading: SecondReading, by: "Profile", now: datetime) -> None:
    """Its author can copy it for a week. Raises ReadingOver."""
    held = _held(reading, by)
    if held.state not in OPEN_READINGS:
        raise ReadingOver
    held.state, held.answered_at = ReadingState.WITHDRAWN, now
    held.save(update_fields=["state", "answered_at"])


@transaction.atomic
def forget_reading(*, reading: SecondReading, by: "Profile") -> None:
    """Nothing is left of it. Raises ReadingOver."""
    _held(reading, by).delete()


def _check_wish(wish: Wish, *, is_held: bool) -> None:
    said = wish.words.strip()
    if len(said) > LONGEST_REQUEST:
        raise RequestTooLong
    if wish.grounds not in (OF_HELD if is_held else Grounds.values):
        raise SayTheGrounds
    if wish.grounds in OF_HELD and len(said) < SHORTEST_REQUEST:
        raise SayMore


def _readers(wish: Wish, *, by: "Profile", is_held: bool, now: datetime) -> list[int]:
    may = policies.second_readers_for(by, today=now.date())
    if wish.wanted is None:
        if not may:
            raise NobodyToRead
        return sorted(may)
    apart = people.kept_from(by, today=now.date())
    works_with = people.works_with(by) - apart
    if wish.wanted not in (may if is_held else may | works_with):
        raise CannotReadThis
    return [wish.wanted]


def _begun(about: About, by: "Profile", now: datetime) -> SecondReading:
    if SecondReading.objects.filter(author=by, state__in=OPEN_READINGS).count() >= MOST_OPEN:
        raise TooManyReadings
    return SecondReading(author=by, begun_at=now, changes=about.post, version=about.version)


def _held(reading: SecondReading, by: "Profile") -> SecondReading:
    """Locked until the transaction ends; of no post yet."""
    hers = SecondReading.objects.select_for_update().filter(pk=reading.pk, author=by)
    found = hers.filter(state__in=[*OPEN_READINGS, *ENDED_UNPOSTED]).first()
    if found is None:
        raise ReadingOver
    return found


def _keep(
    held: SecondReading,
    new: NewPost,
    pictures: "Iterable[Attachment]",
    *,
    about: About = A_NEW_POST,
    words: str = "",
) -> None:
    held.said = {
        "post": posting.as_words(new),
        "about": as_kept(about),
        "words": words.strip(),
        "answer": "",
    }
    held.save()
    held.attachments.set(pictures)
