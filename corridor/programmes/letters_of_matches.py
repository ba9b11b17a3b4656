"""What both sides of a match are told by mail, and how a preview shows it before."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corridor.algorithms.matching.outcome import Compatibility
from corridor.people import letters
from corridor.people.letters import Button, Letter
from corridor.programmes import queries, talk
from corridor.programmes.choices import Message
from corridor.programmes.documents import from_document
from corridor.programmes.texts import Words, filled
from corridor.programmes.wording import role_name, sentences

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.programmes.models import Application, Match, Programme, Round

KEPT_BACK = {
    "mentor": frozenset({"her_choice", "mentors_choice", "shares_experience"}),
    "mentee": frozenset({"her_choice", "mentors_choice"}),
}
"""Reasons that are not told: whose third choice somebody was, and what a mentee asked to share."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a letter about a match says, before there is a match as well as after."""

    programme: "Programme"
    round_name: str
    mentee: "Profile"
    mentor: "Profile"
    role: str
    why: Compatibility
    answer_by: datetime


def told(match: "Match") -> Told:
    return Told(
        programme=match.round.programme,
        round_name=match.round.name,
        mentee=match.mentee.profile,
        mentor=match.mentor.profile,
        role=match.role,
        why=from_document(Compatibility, match.why),
        answer_by=match.answer_by,
    )


def reasons(why: Compatibility, *, side: str) -> list[str]:
    return sentences([one for one in why.reasons if one.code not in KEPT_BACK[side]])


def to_mentor(it: Told, url: str) -> Letter:
    words = _own_words(it, Message.MATCH_TO_MENTOR, reader=it.mentor)
    why = reasons(it.why, side="mentor")
    return Letter(
        subject=words.subject,
        paragraphs=(*words.paragraphs, *why, expected(it.programme)),
        button=Button(label=_("Read and answer"), url=url),
        why=letters.to_member(it.mentor.handle),
    )


def to_mentee(it: Told, url: str) -> Letter:
    words = _own_words(it, Message.MATCH_TO_MENTEE, reader=it.mentee)
    known = {"mentor": it.mentor.display_name, "date": day_and_time(it.answer_by, it.mentee)}
    stands = _(
        "%(mentor)s answers by %(date)s; if it is a no, or nothing comes, we ask somebody else."
    )
    return Letter(
        subject=words.subject,
        paragraphs=(*words.paragraphs, *reasons(it.why, side="mentee"), stands % known),
        button=Button(label=_("See your match"), url=url),
        why=letters.to_member(it.mentee.handle),
    )


def _own_words(it: Told, message: Message, *, reader: "Profile") -> Words:
    """Of the programme, or ours where it has none."""
    other = it.mentee if reader == it.mentor else it.mentor
    values = {
        "person": reader.display_name,
        "programme": it.programme.name,
        "hashtag": f"#{it.programme.hashtag}",
        "round": it.round_name,
        "mentee": it.mentee.display_name,
        "mentor": it.mentor.display_name,
        "other": other.display_name,
        "date": day_and_time(it.answer_by, reader),
        "months": it.programme.months,
    }
    return filled(queries.text(it.programme, message), values)


def expected(programme: "Programme") -> str:
    """What somebody says yes to."""
    return ngettext(
        "What is expected: a meeting of %(minutes)d minutes (%(cadence)s), for %(months)d month.",
        "What is expected: a meeting of %(minutes)d minutes (%(cadence)s), for %(months)d months.",
        programme.months,
    ) % {
        "minutes": programme.meeting_minutes,
        "cadence": programme.get_cadence_display().lower(),
        "months": programme.months,
    }


def tell_mentor(match: "Match", secret: str) -> None:
    it = told(match)
    _tell(to_mentor(it, letters.address_of_page("match-by-link", secret)), it.mentor)


def mentor_waited_for(match: "Match", secret: str) -> Letter:
    it = told(match)
    words = _own_words(it, Message.REMINDER, reader=it.mentor)
    url = letters.address_of_page("match-by-link", secret)
    return Letter(
        subject=words.subject,
        paragraphs=words.paragraphs,
        button=Button(label=_("Read and answer"), url=url),
        why=letters.to_member(it.mentor.handle),
    )


def tell_closing(round: "Round") -> None:
    """To everybody who works with somebody from it; they may go on without it."""
    accepted = queries.matches_of_round(round).filter(state="accepted")
    for match in accepted.exclude(relationship__ended_at__isnull=False):
        it = told(match)
        for reader in (it.mentor, it.mentee):
            words = _own_words(it, Message.CLOSING, reader=reader)
            _tell(_letter(match, reader, str(words.subject), words.paragraphs), reader)


def tell_mentee(match: "Match") -> None:
    it = told(match)
    _tell(to_mentee(it, _page(match)), it.mentee)


def tell_question(match: "Match") -> None:
    _tell(question(match), match.mentee.profile)


def question(match: "Match") -> Letter:
    it, said = told(match), from_document(talk.Talk, match.talk)
    words = _words(it, reader=it.mentee)
    paragraphs = (
        str(talk.QUESTIONS[said.question]),
        _("A few lines are enough. %(mentor)s waits for them until %(date)s.") % words,
    )
    subject = _("%(mentor)s would like to know one thing") % words
    return _letter(match, it.mentee, subject, paragraphs, label=_("Answer"))


def tell_answer(match: "Match") -> None:
    it = told(match)
    words = _words(it, reader=it.mentor)
    paragraphs = (_("Their answer is on your page. Yours is awaited by %(date)s.") % words,)
    subject = _("%(mentee)s answered your question") % words
    _tell(_letter(match, it.mentor, subject, paragraphs, label=_("Read and answer")), it.mentor)


def tell_accepted(match: "Match") -> None:
    it = told(match)
    for reader, other in ((it.mentor, it.mentee), (it.mentee, it.mentor)):
        subject = _("You and %(other)s are a match") % {"other": other.display_name}
        paragraphs = (
            _("Both of you know now. The first step is a short hello and a time to meet."),
        )
        _tell(_letter(match, reader, subject, paragraphs, label=_("Begin")), reader)


def tell_refused(match: "Match") -> None:
    it = told(match)
    subject = _("It does not go on with %(mentee)s") % _words(it, reader=it.mentor)
    paragraphs = (
        _("You need do nothing: your place is free again. We did not ask why, and it says nothing"
          " about you."),
    )  # fmt: skip
    _tell(_letter(match, it.mentor, subject, paragraphs), it.mentor)


def tell_served(match: "Match") -> None:
    """To whoever was asked for somebody who has found a mentor."""
    it = told(match)
    words = _words(it, reader=it.mentor)
    subject = _("%(mentee)s has found somebody") % words
    paragraphs = (_("You need do nothing: we do not wait for your answer any more."),)
    _tell(_letter(match, it.mentor, subject, paragraphs), it.mentor)


def tell_lapsed(match: "Match") -> None:
    it = told(match)
    words = _words(it, reader=it.mentor)
    subject = _("We ask somebody else for %(mentee)s") % words
    paragraphs = (
        _("There was no answer by %(date)s, and that is all right. Your place stays as it is.")
        % words,
    )
    _tell(_letter(match, it.mentor, subject, paragraphs), it.mentor)


def tell_goes_on(ended: "Match") -> None:
    it = told(ended)
    days = it.programme.answer_days
    words = _words(it, reader=it.mentee) | {"days": days}
    subject = _("%(programme)s: we are asking somebody else") % words
    paragraphs = (
        _no_more(ended),
        ngettext(
            "We are asking somebody else; an answer usually takes %(days)d day.",
            "We are asking somebody else; an answer usually takes %(days)d days.",
            days,
        )
        % words,
    )
    _tell(_letter(ended, it.mentee, subject, paragraphs, label=_("See how it stands")), it.mentee)


def tell_nobody_left(ended: "Match") -> None:
    it = told(ended)
    words = _words(it, reader=it.mentee)
    subject = _("%(programme)s: nobody is free at the moment") % words
    paragraphs = (
        _no_more(ended),
        _("Nobody else who suits you is free."),
        waits(ended.round),
    )
    _tell(_letter(ended, it.mentee, subject, paragraphs, label=_("See how it stands")), it.mentee)


def tell_asked_nobody(ended: "Match") -> None:
    """Somebody suited, and the team decided otherwise: whom is not said."""
    it = told(ended)
    words = _words(it, reader=it.mentee)
    subject = _("%(programme)s: nobody else is asked for now") % words
    paragraphs = (
        _no_more(ended),
        _("The team of the programme asks nobody else for you at the moment."),
        waits(ended.round),
    )
    _tell(_letter(ended, it.mentee, subject, paragraphs, label=_("See how it stands")), it.mentee)


def _no_more(ended: "Match") -> str:
    """As her page of the match has it: she worked with this mentor, or it never came to that."""
    mentor = {"mentor": ended.mentor.profile.display_name}
    if ended.given_up_at is not None:
        return _("You and %(mentor)s no longer work together.") % mentor
    return _("It does not work out with %(mentor)s now; that is often a matter of time.") % mentor


def tell_unserved(application: "Application") -> None:
    reader, programme = application.profile, application.round.programme
    letter = Letter(
        subject=_("%(programme)s: nobody yet") % {"programme": programme.name},
        paragraphs=(
            _("In this round there was no mentor with a place who suits you. It is no verdict on"
              " you: there are more mentees than places."),
            waits(application.round),
        ),
        button=Button(label=_("Your matches"), url=letters.address_of_page("matches")),
        why=letters.to_member(reader.handle),
    )  # fmt: skip
    _tell(letter, reader)


def waits(round: "Round") -> str:
    """What somebody with nobody may expect of the rest of the round."""
    if round.asks_before_next:
        return _(
            "You are on the waiting list. When a place comes free the team of the programme sees"
            " who waits, and decides who is asked about."
        )
    return _(
        "You are on the waiting list. When a place comes free while the round goes on, a mentor who"
        " suits you is asked by itself: first for whoever has waited longest."
    )


def tell_recalled(match: "Match", said: str) -> None:
    it = told(match)
    words = _words(it, reader=it.mentor)
    for reader in (it.mentor, it.mentee):
        subject = _("%(programme)s takes a match back") % words
        paragraphs = (
            _("The match of %(mentee)s with %(mentor)s was a mistake of ours, not of yours.")
            % words,
            said,
        )
        _tell(_letter(match, reader, subject, paragraphs), reader)


def _words(it: Told, *, reader: "Profile") -> dict[str, str]:
    return {
        "programme": it.programme.name,
        "mentee": it.mentee.display_name,
        "mentor": it.mentor.display_name,
        "role": role_name(it.role),
        "date": day_and_time(it.answer_by, reader),
    }


def day_and_time(at: datetime, reader: "Profile") -> str:
    """In her own zone, which is named."""
    there = at.astimezone(ZoneInfo(reader.time_zone))
    return f"{date_format(there, 'j F, H:i')} ({reader.time_zone})"


def _letter(
    match: "Match", reader: "Profile", subject: str, paragraphs: tuple[str, ...], *, label: str = ""
) -> Letter:
    button = Button(label=label or _("See it"), url=_page(match))
    return Letter(
        subject=subject,
        paragraphs=paragraphs,
        button=button,
        why=letters.to_member(reader.handle),
    )


def _page(match: "Match") -> str:
    return letters.address_of_page("match", match.pk)


def _tell(letter: Letter, reader: "Profile") -> None:
    letters.tell(letter, to=reader.account.email)
