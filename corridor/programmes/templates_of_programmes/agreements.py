"""What two people agree to; each template puts its own together.

The parts follow public mentoring agreements (DOMAIN, section 6): goals, meetings, preparation,
what stays between the two, credit, a third person, and an end without fault.
"""

from collections.abc import Sequence

from django.utils.functional import Promise, lazystr
from django.utils.translation import gettext_lazy as _

Text = str | Promise

GOALS = _(
    "Goals. In the first meeting we write down one to three goals, and what each of us does for"
    " them. Half-way we look at them again."
)
MEETINGS = _(
    "Meetings. We meet as often and as long as this programme says, by video, by phone or in"
    " person as suits us both. The mentee proposes the times; whoever cannot come says so the"
    " day before."
)
PREPARATION = _(
    "Preparation. The mentee sends two days before what the meeting is to be about, and anything"
    " that should be read."
)
PRIVATE = _(
    "What stays between us. What we tell each other goes no further unless we agree to it, or"
    " somebody is in danger. Nothing that could identify a patient is said or sent. There are"
    " things that either of us does not want to talk about, and that needs no reason."
)
ROLES = _(
    "Who does what. The mentee brings the questions and decides. The mentor listens, shares her"
    " own path, and does not assess the mentee. Neither asks the other for private favours."
)
CREDIT = _(
    "Credit. If we work on something together, we agree before we begin who is author of what."
)
THIRD_PERSON = _(
    "If it is difficult. Each of us may turn to the programme at any time, and it listens to both."
)
END = _(
    "End. It ends when the time agreed is over, and we say goodbye in a last meeting. Each of us"
    " may end it earlier without giving a reason and without fault. We may go on if both want to."
)
COACHING_STEPS = _(
    "Steps. First we settle how we work. Then the mentee assesses where she stands; then both"
    " make a plan for one skill; then both look at what came of it and plan again."
)
COACHING_ROLES = _(
    "Who does what. The coach asks, watches and gives feedback on one skill, and does not"
    " decide about the career or the marks of whoever she coaches."
)
SPONSOR_ROLES = _(
    "Who does what. The sponsor looks for one opportunity at a time, such as a talk, a place on a"
    " committee or authorship of an editorial, and names the mentee only with her consent each"
    " time. The mentee says honestly what she can take on, and does what she took on."
)
SPONSOR_RECORD = _(
    "Record. Both note what was offered, accepted and done, so that it can be seen later that"
    " opportunities are shared fairly."
)
CIRCLE_ROLES = _(
    "Who does what. Everybody in the circle speaks and listens. The facilitator keeps the time"
    " and the topic, sees that nobody is passed over, and gives no lectures."
)
ONE_TALK = _(
    "One talk. We talk once, for a few minutes, and owe each other nothing afterwards. Whoever"
    " would like to go on says so in the form after the evening; it is passed on only if both do."
)


def agreement(parts: Sequence[Text]) -> Text:
    return lazystr(_Joined(parts))


class _Joined:
    """In the language of whoever reads it."""

    def __init__(self, parts: Sequence[Text]) -> None:
        self._parts = parts

    def __str__(self) -> str:
        return "\n\n".join(str(part) for part in self._parts)


MENTORING = agreement(
    (GOALS, MEETINGS, PREPARATION, ROLES, PRIVATE, CREDIT, THIRD_PERSON, END),
)
COACHING = agreement(
    (COACHING_STEPS, MEETINGS, PREPARATION, COACHING_ROLES, PRIVATE, THIRD_PERSON, END)
)
SPONSORSHIP = agreement((SPONSOR_ROLES, SPONSOR_RECORD, PRIVATE, CREDIT, THIRD_PERSON, END))
CIRCLE = agreement((GOALS, MEETINGS, CIRCLE_ROLES, PRIVATE, THIRD_PERSON, END))
SPEED = agreement((ONE_TALK, PRIVATE, THIRD_PERSON))
