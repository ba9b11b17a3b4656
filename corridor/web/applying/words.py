"""Why a door is shut, what happens next, and how long one waits, in sentences."""

from datetime import date
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corridor.programmes.queries import Shut

if TYPE_CHECKING:
    from corridor.programmes.models import Application, Round
    from corridor.programmes.queries import Place

DAYS_OF_A_MONTH = 30.4
BEFORE_MATCHES = frozenset({"open", "closed", "matching", "review"})


def shut_in_words(shut: Shut | None, round: "Round") -> str:
    """Empty where the door is open."""
    dates = {"opens": date_format(round.opens_on), "closes": date_format(round.closes_on)}
    sentences = {
        Shut.NOT_ACTIVE: _("This programme is not running at the moment."),
        Shut.NOT_YET: _("Applications open on %(opens)s and close on %(closes)s.") % dates,
        Shut.CLOSED: _("Applications closed on %(closes)s.") % dates,
        Shut.INVITED_ONLY: _(
            "Here only those apply whom the team invited. If you were, follow the link in your"
            " mail, or sign in with the mailbox that it came to."
        ),
        Shut.NO_MEMBER: _(
            "This programme is for members of certain schools or societies, and neither their"
            " lists nor the mailbox you have shown name you. If you belong to one, add its mailbox"
            " under How you sign in, or write to the team."
        ),
        Shut.OTHER_SIDE: _(
            "You have applied on the other side of this round, and here one person takes one side."
            " Withdraw there first if you would rather be on this one."
        ),
    }
    return sentences[shut] if shut is not None else ""


def next_in_words(application: "Application", place: "Place | None", *, today: date) -> str:
    """What happens next, and when."""
    round, state = application.round, application.State(application.state)
    dates = {"closes": date_format(round.closes_on), "starts": date_format(round.starts_on)}
    if state == state.IN:
        if round.state in BEFORE_MATCHES and round.starts_on <= today:
            return _("Matches are being made. It takes longer than planned; we write to you.")
        return _of_who_is_in(round.state, dates, place)
    sentences = {
        state.DRAFT: _("Not sent yet. You can send it until %(closes)s.") % dates,
        state.SENT: _("The team decides who gets in, and you are told by mail."),
        state.DECLINED: _("You can apply to a later round."),
        state.WITHDRAWN: _("Nobody is matched with you in this round."),
    }
    if state == state.SENT and place is not None:
        return _("All places are taken. If one comes free, the first in line gets it.")
    if state == state.DRAFT and round.state != "open":
        return _("Applications closed on %(closes)s, before you sent it.") % dates
    return sentences[state]


def _of_who_is_in(round_state: str, dates: dict[str, str], place: "Place | None") -> str:
    if round_state == "open":
        text = _(
            "Applications close on %(closes)s. Then matches are made, and you hear from us"
            " before %(starts)s. Until they close you can change what you said."
        )
        return text % dates
    if round_state in BEFORE_MATCHES:
        return _("Matches are being made. You hear from us before %(starts)s.") % dates
    if place is not None:
        return _("You are on the waiting list, and keep your turn if you apply to the next round.")
    return _("The matches of this round are out.")


def wait_in_words(place: "Place") -> str:
    where = _("You are number %(position)d of %(of)d on the waiting list.") % {
        "position": place.position,
        "of": place.of,
    }
    return f"{where} {_how_long(place)}"


def _how_long(place: "Place") -> str:
    if place.rounds is None:
        return _("How long that takes is not known yet.")
    said = {"rounds": ngettext("within %d round", "within %d rounds", place.rounds) % place.rounds}
    if place.span is None:
        return _("By how it went before, your turn comes %(rounds)s.") % said
    months = max(1, round(place.span.days / DAYS_OF_A_MONTH))
    said["span"] = ngettext("about %d month", "about %d months", months) % months
    return _("By how it went before, your turn comes %(rounds)s, which is %(span)s.") % said
