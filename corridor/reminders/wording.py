"""What each reminder is called, and the rules of the table in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from corridor.algorithms.reminders.table import DAY, HOUR, Kind, Reminder, Stop, To


@dataclass(frozen=True, kw_only=True)
class Words:
    title: str | Promise
    when: str | Promise
    """With the time of the table as %(after)s, where there is one."""
    press: str | Promise
    """What the button in the mail says."""


WORDS: Mapping[str, Words] = {
    Kind.ANSWER_MATCH: Words(
        title=gettext_lazy("A match waits for your answer"),
        when=gettext_lazy("%(after)s before somebody else is asked"),
        press=gettext_lazy("Read and answer"),
    ),
    Kind.SEND_APPLICATION: Words(
        title=gettext_lazy("An application that you began is not sent"),
        when=gettext_lazy("%(after)s before the round closes, if you began it two days ago"),
        press=gettext_lazy("Go on with it"),
    ),
    Kind.ANSWER_HELLO: Words(
        title=gettext_lazy("A first contact waits for you"),
        when=gettext_lazy("%(after)s before it lapses, if it has waited as long"),
        press=gettext_lazy("Read and answer"),
    ),
    Kind.CHOOSE_TIME: Words(
        title=gettext_lazy("Times to meet wait for your choice"),
        when=gettext_lazy("%(after)s after they were suggested"),
        press=gettext_lazy("Choose a time"),
    ),
    Kind.FIRST_MEETING: Words(
        title=gettext_lazy("A first meeting is not arranged"),
        when=gettext_lazy("%(after)s after you were brought together"),
        press=gettext_lazy("Answer"),
    ),
    Kind.WRITE_LOG: Words(
        title=gettext_lazy("Nobody said whether you met"),
        when=gettext_lazy("%(after)s after the meeting was to begin"),
        press=gettext_lazy("Open the meeting"),
    ),
    Kind.ANSWER_MENTEE: Words(
        title=gettext_lazy("Somebody waits longer than you promised"),
        when=gettext_lazy("when the days are over in which you said that you reply"),
        press=gettext_lazy("Answer"),
    ),
    Kind.READ_MESSAGE: Words(
        title=gettext_lazy("A message lies unread"),
        when=gettext_lazy("%(after)s after it came, besides the mail at once"),
        press=gettext_lazy("Read it"),
    ),
    Kind.SIGN_AGREEMENT: Words(
        title=gettext_lazy("An agreement waits for your signature"),
        when=gettext_lazy("%(after)s after the other signed it"),
        press=gettext_lazy("Read and sign"),
    ),
    Kind.GIVE_REVIEW: Words(
        title=gettext_lazy("How it goes with somebody"),
        when=gettext_lazy("a week after the beginning, half-way, and at the end"),
        press=gettext_lazy("Have a look"),
    ),
    Kind.MOVE_GOAL: Words(
        title=gettext_lazy("A goal has not moved"),
        when=gettext_lazy("%(after)s after anything about it changed"),
        press=gettext_lazy("Open the goal"),
    ),
    Kind.SILENCE: Words(
        title=gettext_lazy("Nothing shows that you are in touch"),
        when=gettext_lazy("after half as long again as you meant to meet, at least %(after)s"),
        press=gettext_lazy("Suggest a time"),
    ),
    Kind.RENEW_BADGE: Words(
        title=gettext_lazy("A badge runs out"),
        when=gettext_lazy("%(after)s before"),
        press=gettext_lazy("Renew it"),
    ),
    Kind.READ_POST: Words(
        title=gettext_lazy("A post still waits for a second reader"),
        when=gettext_lazy("%(after)s after it was sent to you and others"),
        press=gettext_lazy("Read it"),
    ),
    Kind.CHANGE_POST: Words(
        title=gettext_lazy("A second reader asked you for a change"),
        when=gettext_lazy("%(after)s after that"),
        press=gettext_lazy("See what came of it"),
    ),
    Kind.DECIDE_APPEAL: Words(
        title=gettext_lazy("An appeal in your programme waits for you"),
        when=gettext_lazy("%(after)s after it came, before it is granted by itself"),
        press=gettext_lazy("Have a look"),
    ),
    Kind.MEETING_SOON: Words(
        title=gettext_lazy("A meeting is near"),
        when=gettext_lazy("a day before, and an hour before"),
        press=gettext_lazy("Open the meeting"),
    ),
    Kind.SITTING_SOON: Words(
        title=gettext_lazy("Office hours are near"),
        when=gettext_lazy("a day before, and an hour before"),
        press=gettext_lazy("Open the queue"),
    ),
}
TO: Mapping[To, str | Promise] = {
    To.MENTOR: gettext_lazy("the mentor"),
    To.BOTH: gettext_lazy("both"),
    To.WHOSE_TURN: gettext_lazy("whose turn it is"),
    To.EVERYBODY: gettext_lazy("the mentor and the queue"),
    To.DECIDERS: gettext_lazy("who leads the programme"),
    To.READERS: gettext_lazy("second readers"),
    To.OWNER: gettext_lazy("whose it is"),
}
STOPS: Mapping[Stop, str | Promise] = {
    Stop.DONE: gettext_lazy("it is done"),
    Stop.REFUSED: gettext_lazy("you say no or skip it"),
    Stop.GONE: gettext_lazy("it is called off, replaced or over"),
    Stop.PAUSE: gettext_lazy("you pause"),
    Stop.END: gettext_lazy("your work together ends"),
}


def title(kind: str) -> str:
    return str(WORDS[kind].title)


def when(reminder: Reminder) -> str:
    return str(WORDS[reminder.kind].when) % {"after": length(reminder.after)}


def how_often(reminder: Reminder) -> str:
    if reminder.is_timed:
        return _("twice")
    if reminder.again_after is None:
        return _("once")
    times = {"most": reminder.most, "after": length(reminder.again_after)}
    return _("%(most)d times at most, %(after)s apart") % times


def stops(reminder: Reminder) -> str:
    return "; ".join(str(STOPS[one]) for one in reminder.stops)


def length(span: timedelta) -> str:
    if span < DAY:
        hours = span // HOUR
        return ngettext("%d hour", "%d hours", hours) % hours
    days = span // DAY
    return ngettext("%d day", "%d days", days) % days


def table_for_documents(reminders: tuple[Reminder, ...]) -> str:
    """As `docs/using/reminders.md` shows it; a test holds the page to it."""
    head = (
        "| Reminder | To | When | How often | It stops when | Button |\n|---|---|---|---|---|---|"
    )
    rows = [
        " | ".join(
            [
                f"| {title(one.kind)}",
                str(TO[one.to]),
                when(one),
                how_often(one),
                stops(one),
                f"{WORDS[one.kind].press} |",
            ]
        )
        for one in reminders
    ]
    return "\n".join([head, *rows])
