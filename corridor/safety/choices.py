"""Why something is flagged, who looks at it, and how soon."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from django.db.models import IntegerChoices, TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class Reason(TextChoices):
    PRIVACY = "privacy", _("A patient can be recognised")
    HARASSMENT = "harassment", _("It attacks, threatens or pursues somebody")
    IMPERSONATION = "impersonation", _("It pretends to be somebody")
    HEALTH = "health", _("It misleads about health")
    MENTORING = "mentoring", _("Harm in mentoring")
    SPAM = "spam", _("Advertising or spam")
    LAW = "law", _("It is against the law")
    RULES = "rules", _("It is against the rules of this place")
    OTHER = "other", _("Something else")


MEANS: Mapping[Reason, Promise] = {
    Reason.PRIVACY: _(
        "By name, face, place or date, or because the case is so rare. The post is hidden at once,"
        " until a moderator has looked."
    ),
    Reason.HARASSMENT: _("Threats, slurs, calls to report or pile on, private addresses."),
    Reason.IMPERSONATION: _("A name, a badge or a profession that is not theirs."),
    Reason.HEALTH: _("Something false that may hurt whoever acts on it."),
    Reason.MENTORING: _(
        "Takes credit for a mentee's work, uses her for their own, keeps her from others, delays"
        " what she needs, crosses lines."
    ),
    Reason.SPAM: _("Sells, lures, or says the same again and again."),
    Reason.LAW: _("Say which law, as well as you know it."),
    Reason.RULES: _("Say which."),
    Reason.OTHER: _("In your own words."),
}


class Queue(TextChoices):
    """Whoever moderates has a right to each of these, or to some."""

    PRIVACY = "privacy", _("Patient privacy")
    HARASSMENT = "harassment", _("Harassment")
    IMPERSONATION = "impersonation", _("Impersonation")
    HEALTH = "health", _("Misleading about health")
    MENTORING = "mentoring", _("Mentoring")
    SPAM = "spam", _("Spam")
    RULES = "rules", _("Rules, law and the rest")


class Measure(TextChoices):
    """What a decision does, mildest first."""

    NOTHING = "nothing", _("No action")
    NUDGE = "nudge", _("Friendly words")
    LABEL = "label", _("Content note on the post")
    REMOVE = "remove", _("Take it from everybody else")
    LIMIT = "limit", _("Not in public lists")
    FREEZE = "freeze", _("Reads only")
    SUSPEND = "suspend", _("Close the account")


class Thing(Protocol):
    """A case, or a decision."""

    @property
    def is_about_a_question(self) -> bool: ...
    @property
    def is_about_an_answer(self) -> bool: ...


def measure_words(measure: Measure, *, about: Thing) -> str:
    """As a case and its decisions say it; the label alone is for figures of all cases."""
    if measure != Measure.REMOVE:
        return str(measure.label)
    if about.is_about_a_question:
        return gettext("Take the question from everybody else")
    if about.is_about_an_answer:
        return gettext("Take question and answer out of the library")
    return gettext("Take the post from everybody else")


OF_POSTS = frozenset({Measure.LABEL, Measure.REMOVE})
OF_QUESTIONS = frozenset({Measure.NUDGE, Measure.REMOVE})
"""To mentors: who asked is not known, so nothing is done to a person."""
OF_PEOPLE = frozenset({Measure.LIMIT, Measure.FREEZE, Measure.SUSPEND})
"""For a time, or until they are lifted."""


LONGEST_COMMENT, LONGEST_SOURCE = 500, 200
"""Of rules about other servers."""


class Severity(TextChoices):
    """What is done with another server, mildest first."""

    ALLOW = "allow", _("Allowed")
    NOTHING = "noop", _("Let in, but for what is refused below")
    LIMIT = "silence", _("Limited: only to those who follow somebody there")
    SUSPEND = "suspend", _("Suspended: nothing comes or goes")


class Deed(TextChoices):
    """What stands in the log of the desk."""

    OPENED = "opened", _("looked at the evidence")
    CLAIMED = "claimed", _("took the case")
    RELEASED = "released", _("gave the case back")
    TAKEN_OVER = "taken_over", _("took the case over from another")
    MOVED = "moved", _("put the case into another queue")
    WROTE = "wrote", _("wrote to a party")
    NOTED = "noted", _("wrote a note")
    DECIDED = "decided", _("decided")
    UNDONE = "undone", _("undid a decision")
    APPEALED = "appealed", _("appealed")
    UPHELD = "upheld", _("upheld a decision on appeal")
    OVERTURNED = "overturned", _("overturned a decision on appeal")
    APPOINTED = "appointed", _("let somebody moderate")
    DISMISSED = "dismissed", _("ended what somebody moderates")
    SECONDED = "seconded", _("agreed that an account is closed for good")
    ASKED_NAME = "asked_name", _("asked to see who flagged")
    UNSEALED = "unsealed", _("let another see who flagged")
    KEPT_NAME = "kept_name", _("let another not see who flagged")
    NAME_READ = "name_read", _("saw who flagged")
    SEEN = "seen", _("looked through what others looked at")
    SERVER = "server", _("changed a rule about another server")
    WORDED = "worded", _("changed a wording")
    LOG_READ = "log_read", _("read the log")
    READING_OPENED = "reading", _("read what waits for a second reader")
    READING_PASSED = "passed", _("let a post pass as second reader")
    READING_CHANGE = "change", _("asked for a change as second reader")
    READING_DECLINED = "declined", _("let a post not pass as second reader")


class Grounds(TextChoices):
    """Why somebody wants posted what another should read first."""

    AGREED = "agreed", _("The patient agreed in writing")
    KNOWN = "known", _("It is published already")
    WRONG = "wrong", _("The check is wrong: it leads to no patient")
    UNSURE = "unsure", _("I would like somebody else to read it first")


OF_HELD = (Grounds.AGREED, Grounds.KNOWN, Grounds.WRONG)


class ReadingState(TextChoices):
    BEGUN = "begun", _("Not sent yet")
    """An app wanted to post it: its author has a day to ask for a reader."""
    WAITING = "waiting", _("Waits for a second reader")
    CHANGE = "change", _("A change is asked for")
    PASSED = "passed", _("Let pass")
    DECLINED = "declined", _("Not let pass")
    WITHDRAWN = "withdrawn", _("Taken back")
    EXPIRED = "expired", _("Nobody read it in time")


OPEN_READINGS = (ReadingState.BEGUN, ReadingState.WAITING, ReadingState.CHANGE)
ENDED_UNPOSTED = (ReadingState.DECLINED, ReadingState.WITHDRAWN, ReadingState.EXPIRED)


@dataclass(frozen=True, kw_only=True)
class Handling:
    queue: Queue
    within: timedelta
    """So soon somebody should have looked: the graver, the sooner."""


HANDLING: Mapping[Reason, Handling] = {
    Reason.PRIVACY: Handling(queue=Queue.PRIVACY, within=timedelta(hours=2)),
    Reason.HARASSMENT: Handling(queue=Queue.HARASSMENT, within=timedelta(hours=12)),
    Reason.LAW: Handling(queue=Queue.RULES, within=timedelta(hours=12)),
    Reason.IMPERSONATION: Handling(queue=Queue.IMPERSONATION, within=timedelta(hours=24)),
    Reason.MENTORING: Handling(queue=Queue.MENTORING, within=timedelta(hours=24)),
    Reason.HEALTH: Handling(queue=Queue.HEALTH, within=timedelta(hours=48)),
    Reason.RULES: Handling(queue=Queue.RULES, within=timedelta(hours=72)),
    Reason.OTHER: Handling(queue=Queue.RULES, within=timedelta(hours=120)),
    Reason.SPAM: Handling(queue=Queue.SPAM, within=timedelta(hours=120)),
}


class HeldKind(TextChoices):
    """What a stranger did that lies apart."""

    REPLY = "reply", _("Replies")
    MENTION = "mention", _("Mentions")
    QUOTE = "quote", _("Quotes")
    MESSAGE = "message", _("Messages")


ONE_HELD = {
    HeldKind.REPLY: _("Reply"),
    HeldKind.MENTION: _("Mention"),
    HeldKind.QUOTE: _("Quote"),
    HeldKind.MESSAGE: _("Message"),
}
"""Of one of them."""


class HeldAnswer(TextChoices):
    LET = "let", _("Let through")
    AWAY = "away", _("Put away")


class SurgeLevel(IntegerChoices):
    """The values are those of `algorithms.surge.Level`."""

    NOTICE = 1, _("Unusual attention")
    SHIELD = 2, _("A shield is offered")
    MODERATORS = 3, _("Moderators look")
