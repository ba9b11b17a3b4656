"""Notes beside the composer: what a colleague would quietly point out. They hold nothing up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.professional_notes import notes_in
from corridor.people import queries as people
from corridor.posts import actions, queries
from corridor.posts.choices import OPEN, Note
from corridor.safety.guidance_cards import DISCLOSURE, REPLY_TO_PATIENT, TROLL
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.posts.models import Post

QUIET = "quiet-"
"""Begins the value of the button that wants a note never again."""
CARDS: Mapping[str, str] = {
    Note.INTEREST: DISCLOSURE,
    Note.ADVICE: REPLY_TO_PATIENT,
    Note.ANGER: TROLL,
}
LATE_FROM, LATE_TO = 23, 5
SENTENCES: Mapping[str, tuple[Promise, Promise]] = {
    Note.INTEREST: (
        _("You praise a product. Do you have an interest in it?"),
        _(
            "Fees, shares, an employer, a study that was paid for: one line is enough, and “no"
            " interests” helps readers, too."
        ),
    ),
    Note.ADVICE: (
        _("This reads like advice to one person."),
        _(
            "Whoever asks may take you for their doctor. Say what is true for most people, and"
            " send them to somebody who knows their history."
        ),
    ),
    Note.ANGER: (
        _("It names somebody in anger."),
        _(
            "Anger may be right. What a report needs is what happened, when and to whom; what"
            " stays of a post is its tone. A mentor reads it first, if you like."
        ),
    ),
    Note.DRINK: (
        _("It puts drinking beside work."),
        _("Boards and employers read such posts without the smile that belongs to them."),
    ),
    Note.FUTURE: (
        _("Would you be glad to find this in five years?"),
        _(
            "It is your first for everybody in a while, or late where you are. What is public can"
            " be copied; a draft waits until the morning."
        ),
    ),
}


@dataclass(frozen=True, kw_only=True)
class ShownNote:
    note: str
    title: Promise
    says: Promise
    is_shown: bool
    """Else it is there for scripts, which look while somebody writes."""

    @property
    def card(self) -> str:
        """Slug of the guidance that goes further; empty where none does."""
        return CARDS.get(self.note, "")

    @property
    def deed(self) -> str:
        return f"{QUIET}{self.note}"


def notes_beside(
    request: MemberRequest, *, text: str, audience: str, answered: "Post | None"
) -> Sequence[ShownNote]:
    """Those that she still wants to see, shown or not."""
    place = actions.place_of(audience=audience, is_reply=answered is not None)
    found = set(notes_in(text, place=place))
    if audience in OPEN and _is_time_to_ask(request):
        found.add(Note.FUTURE)
    unwanted = queries.dismissed_notes(request.profile.pk)
    if answered is None or people.is_verified(answered.author, now=request.now):
        unwanted |= {Note.ADVICE}
    return [
        ShownNote(note=note, title=title, says=says, is_shown=note in found)
        for note, (title, says) in SENTENCES.items()
        if note not in unwanted
    ]


def dismiss(request: MemberRequest, deed: str) -> None:
    """What a button named, if it is a note."""
    note = deed.removeprefix(QUIET)
    if deed.startswith(QUIET) and note in Note.values:
        actions.dismiss_note(Note(note), by=request.profile, now=request.now)


def _is_time_to_ask(request: MemberRequest) -> bool:
    hour = request.now.astimezone(ZoneInfo(request.profile.time_zone)).hour
    is_late = hour >= LATE_FROM or hour < LATE_TO
    return is_late or not queries.has_said_for_all(request.profile.pk, now=request.now)
