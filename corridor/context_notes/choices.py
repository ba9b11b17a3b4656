"""Where notes stand, what is answered to them, and why."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ANSWER_FIRST = timedelta(hours=12)
"""So long the author of the post may answer before anybody rates the note or reads it."""
SETTLES_AFTER = timedelta(days=14)
"""From when it could be rated: then its standing stays as it is."""
LONGEST_NOTE, LONGEST_ANSWER = 600, 500
LEAST_OWN_WORDS = 20
"""Letters besides references: a note says what they show."""


class Standing(TextChoices):
    """As `algorithms.bridging` decides it."""

    WAITING = "waiting", _("Needs ratings")
    SHOWN = "shown", _("Shown: helpful to people who usually disagree")
    SIGNED = "signed", _("Shown under the name of who signed it")
    UNHELPFUL = "unhelpful", _("Not shown: found not helpful")


READ = frozenset({Standing.SHOWN, Standing.SIGNED})
"""Notes that stand under their post."""


class Answer(TextChoices):
    HELPFUL = "helpful", _("Helpful")
    SOMEWHAT = "somewhat", _("Somewhat helpful")
    NOT_HELPFUL = "not", _("Not helpful")


class Why(TextChoices):
    """Tags of a rating; the first five praise, the others do not."""

    CLEAR = "clear", _("Clear and easy to read")
    SOURCES = "sources", _("The references show what it says")
    TO_THE_POINT = "point", _("Answers what the post says")
    CONTEXT = "context", _("Says what one has to know besides")
    FAIR = "fair", _("Fair in tone")
    WRONG = "wrong", _("Says something wrong")
    BAD_SOURCES = "bad_sources", _("The references do not show what it says")
    BESIDE = "beside", _("Beside the point")
    OPINION = "opinion", _("An opinion, not context")
    UNCLEAR = "unclear", _("Hard to understand")
    UNFAIR = "unfair", _("Unfair in tone")
    NOT_NEEDED = "not_needed", _("The post needs no note")


PRAISE: Sequence[Why] = (Why.CLEAR, Why.SOURCES, Why.TO_THE_POINT, Why.CONTEXT, Why.FAIR)
BLAME: Sequence[Why] = (
    Why.WRONG,
    Why.BAD_SOURCES,
    Why.BESIDE,
    Why.OPINION,
    Why.UNCLEAR,
    Why.UNFAIR,
    Why.NOT_NEEDED,
)
FITTING: Mapping[Answer, Sequence[Why]] = {
    Answer.HELPFUL: PRAISE,
    Answer.SOMEWHAT: (*PRAISE, *BLAME),
    Answer.NOT_HELPFUL: BLAME,
}


class State(TextChoices):
    """Of a note, for its author and whoever looks at it."""

    ANSWERING = "answering", _("The author of the post may answer first")
    WAITING = "waiting", Standing.WAITING.label
    SHOWN = "shown", Standing.SHOWN.label
    SIGNED = "signed", Standing.SIGNED.label
    UNHELPFUL = "unhelpful", Standing.UNHELPFUL.label
    WITHDRAWN = "withdrawn", _("Withdrawn by who wrote it")
    WITHHELD = "withheld", _("Taken away by moderators")


OPEN_STATES = frozenset({State.WAITING, State.SHOWN, State.SIGNED, State.UNHELPFUL})
"""Anybody verified may read and rate it, until it is settled."""
MEANS: Mapping[State, Promise] = {
    State.ANSWERING: _(
        "Nobody else sees it yet. It can be rated as soon as the author of the post has answered,"
        " and twelve hours after it was written at the latest."
    ),
    State.WAITING: _(
        "Verified members rate it. It stands under the post once people who usually disagree find"
        " it helpful."
    ),
    State.SHOWN: _("It stands under the post, wherever the post is read."),
    State.SIGNED: _(
        "Too few people rate notes here for scores. Notes of verified clinicians stand under the"
        " post with their names and references, unless those who rate put them away."
    ),
    State.UNHELPFUL: _("Those who rated it did not find it helpful. It is not shown."),
    State.WITHDRAWN: _("Whoever wrote it took it back."),
    State.WITHHELD: _("Moderators looked at it and took it away, with a reason to who wrote it."),
}
