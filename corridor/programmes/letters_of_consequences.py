"""Mails about what follows: to whom it happens, and that somebody of the team has to decide."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.people import letters
from corridor.people import queries as people
from corridor.people.letters import Button, Letter
from corridor.programmes.queries import consequences as queries
from corridor.programmes.states_of_consequences import LOOK, RESTING

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.programmes.models import Consequence

Text = str | Promise
WHO_SEES = gettext_lazy(
    "On the page you see what it is about and when it is forgotten. Those who lead the programme"
    " see a break and its last day; what it is about, and notices, only where they have to decide."
    " Nobody else sees any of it, and nothing is added up beyond it."
)
MAY_ASK = gettext_lazy("With one line you can ask somebody to look at it again.")
APPEAL_DECIDED = gettext_lazy(
    "The page says what it is about. An appeal that nobody decides within 14 days is granted by"
    " itself."
)
LOOKED_AT = gettext_lazy(
    "The page says what it is about. What nobody looks at within 30 days is settled by itself."
)
BREAK = gettext_lazy(
    "Until %(day)s you are matched with nobody new in %(programme)s. Whom you work with stays, and"
    " so does everything else."
)
MOVES: Mapping[str, tuple[Text, Text]] = {
    "notice": (
        gettext_lazy("%(programme)s: something we noticed"),
        gettext_lazy(
            "More than once a meeting or an answer of yours fell through. That happens, and nothing"
            " follows now. If it is too much at present, pause or set days away: what falls into"
            " them does not count."
        ),
    ),
    "warn": (
        gettext_lazy("%(programme)s: it happened again"),
        gettext_lazy(
            "A meeting or an answer of yours fell through again. If it happens once more within"
            " %(months)d months, you are matched with nobody new for %(days)d days. Whom you work"
            " with would stay."
        ),
    ),
    "rest": (gettext_lazy("%(programme)s: a break until %(day)s"), BREAK),
    "rest_again": (gettext_lazy("%(programme)s: a break until %(day)s"), BREAK),
    "resume": (
        gettext_lazy("%(programme)s: your break is over"),
        gettext_lazy("You can be matched again, as before. Nothing has to be done for it."),
    ),
    "look": (
        gettext_lazy("%(programme)s: somebody of the team looks at it"),
        gettext_lazy(
            "After your break something fell through again. Nothing follows by itself: somebody who"
            " leads the programme looks at it within 30 days, and you can say something to it."
        ),
    ),
    "let_be": (
        gettext_lazy("%(programme)s: nothing follows"),
        gettext_lazy("What was counted is settled, and counts no more."),
    ),
    "grant": (
        gettext_lazy("%(programme)s: your appeal was granted"),
        gettext_lazy("What was counted is settled, and counts no more."),
    ),
}
CAN_BE_APPEALED = frozenset({"notice", "warn", "rest", "rest_again", "look"})
ENDED_EARLY = (
    gettext_lazy("%(programme)s: nothing holds you back any more"),
    gettext_lazy("Something that was counted does not count any more, so what followed is undone."),
)


def tell_move(consequence: "Consequence", move: str, *, before: str, reason: str) -> None:
    """What is undone is told where it held her; what time forgets is not told."""
    told = MOVES.get(move, ENDED_EARLY if before in {RESTING, LOOK} else None)
    if told is None:
        return
    values = _values(consequence)
    subject, paragraph = (str(text) % values for text in told)
    said = [_("Why: %(reason)s") % {"reason": reason}] if reason else []
    asks = [str(MAY_ASK)] if move in CAN_BE_APPEALED else []
    _to_her(consequence, subject, [paragraph, *said, *asks])


def tell_refused(consequence: "Consequence", *, reason: str) -> None:
    subject = _("%(programme)s: your appeal was looked at")
    said = (_("It stays as it was."), _("Why: %(reason)s") % {"reason": reason})
    _to_her(consequence, subject % _values(consequence), said)


def ask_to_look(consequence: "Consequence", *, today: date) -> None:
    subject = _("%(programme)s: somebody needs a look of the team")
    _to_team(consequence, subject, LOOKED_AT, today=today)


def ask_to_decide(consequence: "Consequence", *, today: date) -> None:
    subject = _("%(programme)s: an appeal waits for you")
    _to_team(consequence, subject, APPEAL_DECIDED, today=today)


def waits_for_decision(consequence: "Consequence", reader: "Profile") -> Letter:
    subject = _("%(programme)s: an appeal still waits for you")
    return _decision(consequence, reader, subject, APPEAL_DECIDED)


def _to_team(consequence: "Consequence", subject: str, paragraph: Text, *, today: date) -> None:
    """To one person; the mail says neither who nor what."""
    for reader in queries.deciders(consequence, today=today)[:1]:
        letter = _decision(consequence, reader, subject, paragraph)
        letters.tell(letter, to=reader.account.email)


def _decision(
    consequence: "Consequence", reader: "Profile", subject: str, paragraph: Text
) -> Letter:
    programme = consequence.programme
    return Letter(
        subject=subject % _values(consequence),
        paragraphs=(str(paragraph),),
        button=Button(
            label=_("Have a look"),
            url=letters.address_of_page("consequences-to-decide", programme.slug),
        ),
        why=letters.to_member(reader.handle),
    )


def _to_her(consequence: "Consequence", subject: str, paragraphs: Sequence[str]) -> None:
    here = people.profile_here(consequence.profile_id)
    if here is None:
        return
    letter = Letter(
        subject=subject,
        paragraphs=(*paragraphs, str(WHO_SEES)),
        button=Button(
            label=_("See what it is about"),
            url=letters.address_of_page("own-consequence", consequence.programme.slug),
        ),
        why=letters.to_member(here.handle),
    )
    letters.tell(letter, to=here.account.email)


def _values(consequence: "Consequence") -> dict[str, object]:
    programme, until = consequence.programme, consequence.rests_until
    return {
        "programme": programme.name,
        "months": programme.counts_months,
        "days": programme.break_days,
        "day": date_format(until, "j F Y") if until else "",
    }
