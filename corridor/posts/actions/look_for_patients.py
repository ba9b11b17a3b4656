"""What is about to be said is looked at for details of patients, whichever way it comes.

Fails closed: what may not be posted at all stops here, and what is to be looked at again passes
only with a reason. Nothing of what was found is kept or logged, only how often what kind was kept.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import F
from django.utils.translation import gettext

from corridor.algorithms.patient_details import (
    ASK,
    CLEAR,
    HOLD,
    LOOK_AGAIN,
    STOP,
    Checked,
    Context,
    check,
    hemisphere_of,
)
from corridor.posts.actions.weigh_pictures import DoubtfulPicture, doubtful_pictures
from corridor.posts.choices import Audience, WhyKept
from corridor.posts.finders import names
from corridor.posts.models import Attachment, KeptWords

if TYPE_CHECKING:
    from corridor.people.models import Profile

TEXT, NOTE, ANSWER, PICTURE = "text", "content_note", "answer", "picture"
"""Which field of a post words are of."""
PLACES = {PICTURE: "alt_text"}
Said = tuple[str, str]
"""A field, and what it says."""


@dataclass(frozen=True, kw_only=True)
class Doubtful:
    """Words of one field that are to be looked at again."""

    field: str
    text: str
    checked: Checked

    def __repr__(self) -> str:
        """Without the words: this may end in a report of an error."""
        return f"Doubtful({self.field}, {self.checked.state})"


class MayIdentifyPatient(Exception):
    """`doubtful` and `pictures` say where; what is printed of it only what kind it is."""

    def __init__(
        self, doubtful: Sequence[Doubtful], pictures: Sequence[DoubtfulPicture] = ()
    ) -> None:
        self.doubtful = doubtful
        self.pictures = pictures
        super().__init__(", ".join(self.kinds))

    @property
    def kinds(self) -> list[str]:
        said = {found.kind for one in self.doubtful for found in one.checked.findings}
        return sorted(said.union(*(one.kinds for one in self.pictures)))

    @property
    def is_final(self) -> bool:
        """No reason lets it pass."""
        is_said = any(one.checked.state == STOP for one in self.doubtful)
        return is_said or any(one.is_final for one in self.pictures)


def place_of(*, audience: str, is_reply: bool) -> str:
    """Where words are to stand, as `Context.place` calls it."""
    if audience == Audience.NAMED:
        return "message"
    return "reply" if is_reply else "post"


def doubtful_words(said: Iterable[Said], *, place: str, by: "Profile") -> list[Doubtful]:
    """Of these fields, those that are to be looked at again."""
    given = [(field, text) for field, text in said if text.strip()]
    said_by = Context(place=place, hemisphere=hemisphere_of(by.country, by.time_zone), say=gettext)
    if not _found(given, said_by):
        return []
    own = frozenset({by.display_name, by.handle, by.account.email})
    return _found(given, replace(said_by, own=own))


@dataclass(frozen=True, kw_only=True)
class Speaker:
    """Who says it, where, and what allows her to."""

    by: "Profile"
    place: str
    kept_because: str = ""
    was_read: bool = False
    """A second reader let it pass."""
    pictures: Sequence[Attachment] = ()
    """What is shown with it."""
    stood: Sequence[Said] = ()
    """What the post says until now: a number that stands in it may stay when the rest changes."""
    stood_pictures: frozenset[int] = frozenset()
    """The same of its pictures."""


def look(said: Iterable[Said], speaker: Speaker, *, now: datetime | None) -> None:
    """Raises MayIdentifyPatient. With `now` it is counted what was kept."""
    doubtful = doubtful_words(said, place=speaker.place, by=speaker.by)
    doubtful = _without(_held_words(speaker), doubtful)
    pictures = _doubtful_pictures(said, speaker)
    if not doubtful and not pictures:
        return
    refusal = MayIdentifyPatient(doubtful, pictures)
    because = WhyKept.READ if speaker.was_read else speaker.kept_because
    if not speaker.was_read and (refusal.is_final or because not in WhyKept.values):
        raise refusal
    if now is not None:
        for kind in refusal.kinds:
            _count(kind, because, now)


def _doubtful_pictures(said: Iterable[Said], speaker: Speaker) -> list[DoubtfulPicture]:
    """What was held and stands already is asked about."""
    if not speaker.pictures:
        return []
    return [
        replace(one, is_final=one.is_final and one.attachment_id not in speaker.stood_pictures)
        for one in doubtful_pictures(speaker.pictures, words=[text for _field, text in said])
    ]


def _held_words(speaker: Speaker) -> set[str]:
    if not speaker.stood:
        return set()
    return {
        one.text[found.start : found.end].casefold()
        for one in doubtful_words(speaker.stood, place=speaker.place, by=speaker.by)
        for found in one.checked.findings
        if found.state == HOLD
    }


def _without(stood: set[str], doubtful: Iterable[Doubtful]) -> list[Doubtful]:
    """What was held and stands already is held no longer; what is asked about is asked again."""
    left = [replace(one, checked=_checked_without(stood, one)) for one in doubtful]
    return [one for one in left if one.checked.state != CLEAR]


def _checked_without(stood: set[str], one: Doubtful) -> Checked:
    findings = tuple(
        found
        for found in one.checked.findings
        if found.state != HOLD or one.text[found.start : found.end].casefold() not in stood
    )
    states = {found.state for found in findings}
    state = STOP if HOLD in states else LOOK_AGAIN if ASK in states else CLEAR
    return Checked(state=state, findings=findings)


def _found(given: Iterable[Said], said_by: Context) -> list[Doubtful]:
    namer = names.names_in if settings.NAME_FINDER and names.can_name() else None
    found = [
        Doubtful(
            field=field,
            text=text,
            checked=check(
                text,
                context=replace(said_by, place=PLACES.get(field, said_by.place)),
                namer=namer,
            ),
        )
        for field, text in given
    ]
    return [one for one in found if one.checked.state != CLEAR]


def _count(kind: str, because: str, now: datetime) -> None:
    kept, _ = KeptWords.objects.get_or_create(day=now.date(), kind=kind, because=because)
    KeptWords.objects.filter(pk=kept.pk).update(times=F("times") + 1)
