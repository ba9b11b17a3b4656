"""A match as one of the two sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, ngettext

from corridor.programmes import letters_of_matches as letters
from corridor.programmes import queries
from corridor.programmes.talk import QUESTIONS
from corridor.programmes.wording import role_name
from corridor.web.matches.forms import AnswerForm, NotNowForm, QuestionForm

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.programmes.models import Match

MENTOR, MENTEE = "mentor", "mentee"

STANDS: Mapping[tuple[str, str], Promise] = {
    (MENTOR, "proposed"): gettext_lazy("Waits for your answer"),
    (MENTEE, "proposed"): gettext_lazy("Asked; waiting for an answer"),
    (MENTOR, "asked"): gettext_lazy("You asked something; waiting for the answer"),
    (MENTEE, "asked"): gettext_lazy("There is a question for you"),
    (MENTOR, "accepted"): gettext_lazy("You work together"),
    (MENTEE, "accepted"): gettext_lazy("You work together"),
    (MENTOR, "ended"): gettext_lazy("You no longer work together"),
    (MENTEE, "ended"): gettext_lazy("You no longer work together"),
    (MENTOR, "declined"): gettext_lazy("You said not now"),
    (MENTEE, "declined"): gettext_lazy("It does not work out now"),
    (MENTOR, "lapsed"): gettext_lazy("Not answered in time"),
    (MENTEE, "lapsed"): gettext_lazy("It does not work out now"),
    (MENTOR, "withdrawn"): gettext_lazy("It does not go on"),
    (MENTEE, "withdrawn"): gettext_lazy("It does not go on"),
}
"""Side and state -> how it stands for her; the mentee is not told which no it was.

"ended" is what was accepted, where what the two had together is over.
"""


@dataclass(frozen=True, kw_only=True)
class Shown:
    match: "Match"
    side: str
    reasons: list[str]
    question: str
    answer: str
    own_reason: str
    asking: QuestionForm
    answering: AnswerForm
    refusing: NotNowForm
    has_said_yes: bool
    """Where both have to say it."""

    @property
    def is_mentor(self) -> bool:
        return self.side == MENTOR

    @property
    def other(self) -> "Profile":
        return self.match.mentee.profile if self.is_mentor else self.match.mentor.profile

    @property
    def reader(self) -> "Profile":
        return self.match.mentor.profile if self.is_mentor else self.match.mentee.profile

    @property
    def role(self) -> str:
        return role_name(self.match.role)

    @property
    def expected(self) -> str:
        return letters.expected(self.match.round.programme)

    @property
    def answer_by(self) -> str:
        return letters.day_and_time(self.match.answer_by, self.reader)

    @property
    def stands(self) -> str:
        return str(STANDS[self.side, "ended" if self.has_ended else self.match.state])

    @property
    def has_ended(self) -> bool:
        """They worked together, and do so no more."""
        together = self.match.relationship
        is_over = together is not None and together.ended_at is not None
        return self.match.state == "accepted" and (is_over or self.match.given_up_at is not None)

    @property
    def may_say_yes(self) -> bool:
        return self.match.is_open and (self.is_mentor or self.match.needs_both)


def shown(
    match: "Match",
    side: str,
    *,
    asking: QuestionForm | None = None,
    answering: AnswerForm | None = None,
    refusing: NotNowForm | None = None,
) -> Shown:
    said = queries.talk(match)
    agreed = match.mentor_agreed_at if side == MENTOR else match.mentee_agreed_at
    return Shown(
        match=match,
        side=side,
        reasons=letters.reasons(queries.why(match), side=side),
        question=str(QUESTIONS[said.question]) if said.question else "",
        answer=said.answer,
        own_reason=said.reason if side == MENTOR else "",
        asking=asking or QuestionForm(),
        answering=answering or AnswerForm(),
        refusing=refusing or NotNowForm(),
        has_said_yes=agreed is not None,
    )


def side_of(match: "Match", viewer: "Profile") -> str:
    return MENTOR if match.mentor.profile_id == viewer.pk else MENTEE


def standing(it: Shown) -> str:
    """For a mentee whose match came to nothing: what happens now."""
    is_kept = it.match.state == "accepted" and it.match.given_up_at is None
    if it.is_mentor or it.match.is_open or is_kept:
        return ""
    if queries.is_being_asked_for(it.match):
        days = it.match.round.programme.answer_days
        return ngettext(
            "We are asking somebody else. An answer usually takes %(days)d day.",
            "We are asking somebody else. An answer usually takes %(days)d days.",
            days,
        ) % {"days": days}
    if not queries.still_wished(it.match.mentee, it.match.role):
        return ""
    return letters.waits(it.match.round) if it.match.round.state != "finished" else ""
