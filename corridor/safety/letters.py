"""Mails about flags and what came of them: never with the words that were flagged."""

from typing import TYPE_CHECKING

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.mentoring import queries as mentoring
from corridor.people import letters
from corridor.people import queries as people
from corridor.people.letters import Button, Letter
from corridor.safety import correspondence_links
from corridor.safety.appeal_links import token_of
from corridor.safety.choices import Measure
from corridor.safety.queries.own_decisions import number_of_person

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.utils.functional import Promise

    from corridor.people.models import Profile
    from corridor.safety.models import Correspondence, Decision, Unsealing


def tell_of_hidden_post(author_id: int) -> None:
    author = people.profile_here(author_id)
    if author is None:
        return
    letter = Letter(
        subject=_("A post of yours is hidden for now"),
        paragraphs=(
            _(
                "Somebody worried that a patient could be recognised in a post of yours. It is"
                " hidden from everybody but you until a moderator has looked, which should take"
                " hours, not days."
            ),
            _(
                "Nobody has decided anything, and this happens to careful people. If you see what"
                " may be meant, you can edit the post or delete it: both help."
            ),
        ),
        why=letters.to_member(author.handle),
    )
    letters.tell(letter, to=author.account.email)


def tell_of_decision(made: "Sequence[Decision]", *, words: str) -> None:
    """The statement of reasons: what was done, what for, for how long, and how to appeal."""
    person = _person(made[0])
    if person is None:
        return
    first = made[0]
    letter = Letter(
        subject=_subject(first),
        paragraphs=(
            *(sentence(one) for one in made),
            *_facts(first),
            _("The reason: %(reason)s.") % {"reason": first.get_reason_display()},
            *(
                _("Rule of this place: %(rule)s") % {"rule": one}
                for one in first.rules.splitlines()
            ),
            _("They write: %(words)s") % {"words": words},
            *_strike(made),
            _(
                "You can appeal within half a year: somebody else then looks again. Answer there in"
                " your own words. You may also turn to a body that settles such disputes, or to a"
                " court, where the law of your country has them."
            ),
        ),
        button=Button(
            label=_("Read it, or appeal"),
            url=letters.address_of_page("appeal-by-link", token_of(first)),
        ),
        why=letters.to_member(person.handle),
    )
    letters.tell(letter, to=person.account.email)


def _subject(decision: "Decision") -> str:
    if decision.is_about_a_question:
        return _("Moderators decided something about a question of yours to mentors")
    if decision.is_about_an_answer:
        return _("Moderators decided something about an answer of yours in the library")
    if decision.is_about_a_post:
        return _("Moderators decided something about a post of yours")
    return _("Moderators decided something about you")


def _facts(decision: "Decision") -> "Sequence[str]":
    """What it is about, and who or what decided: a person, but for hiding what shows a patient."""
    said = []
    if decision.is_about_a_post:
        day = formats.date_format(decision.flagged_at, "j F Y")
        said.append(
            _("It is about a post of yours that was flagged on %(day)s; the page below shows it.")
            % {"day": day}
        )
    if decision.is_about_an_answer:
        day = formats.date_format(decision.flagged_at, "j F Y")
        said.append(
            _("It is about an answer that was flagged on %(day)s; the page below shows it.")
            % {"day": day}
        )
    said.append(
        _(
            "It was hidden without a person when it was flagged, since a patient might be"
            " recognised in it. A person decided what is done now."
        )
        if decision.was_hidden
        else _("A person decided this, after somebody flagged it; nothing automatic took part.")
    )
    return said


def _strike(made: "Sequence[Decision]") -> "Sequence[str]":
    counting = next((one for one in made if one.is_strike(now=one.at)), None)
    if counting is None:
        return ()
    until = formats.date_format(counting.strike_until, "j F Y")
    return (
        _("It counts until %(day)s, should moderators have to decide about you again.")
        % {"day": until},
    )


def tell_of_message(correspondence: "Correspondence", party: "Profile", *, words: str) -> None:
    """Nothing of the other party is in it, nor what was flagged."""
    person = people.profile_to_write_to(party.pk)
    if person is None:
        return
    flag = correspondence.flag
    letter = Letter(
        subject=_("Moderators ask you something"),
        paragraphs=(
            _("It is about what you flagged: %(reason)s.") % {"reason": flag.get_reason_display()}
            if flag
            else _("It is about something of yours that was flagged. Nobody has decided anything."),
            words,
        ),
        button=Button(
            label=_("Answer"),
            url=letters.address_of_page("desk-mail", correspondence_links.token_of(correspondence)),
        ),
        why=letters.to_member(person.handle),
    )
    letters.tell(letter, to=person.account.email)


def tell_of_second(decision: "Decision") -> None:
    """A second moderator agreed that an account is closed for good."""
    _tell(
        decision,
        subject=_("Your account stays closed"),
        paragraphs=(
            _("A second moderator looked, and agreed: your account is closed for good."),
            _("The reason: %(reason)s.") % {"reason": decision.get_reason_display()},
            _("You can appeal, if you have not yet: somebody else than these two looks again."),
        ),
        button=Button(
            label=_("Read it, or appeal"),
            url=letters.address_of_page("appeal-by-link", token_of(decision)),
        ),
    )


def tell_of_unsealing(unsealing: "Unsealing") -> None:
    """To whoever flagged it."""
    flagger = unsealing.flag.by
    person = people.profile_to_write_to(flagger.pk) if flagger else None
    if person is None:
        return
    letter = Letter(
        subject=_("A moderator may see that a flag is yours"),
        paragraphs=(
            _(
                "Moderators look at flags without the names of those who made them. One asked to"
                " see yours, for a day, and another agreed that it is needed."
            ),
            _("The reason: %(why)s") % {"why": unsealing.why},
            _("The person that you flagged learns nothing of it."),
        ),
        button=Button(
            label=_("Your flag"),
            url=letters.address_of_page("own-flag", unsealing.flag_id),
        ),
        why=letters.to_member(person.handle),
    )
    letters.tell(letter, to=person.account.email)


def tell_asker_of_unsealing(unsealing: "Unsealing") -> None:
    """To whoever asked the question that was flagged."""
    asker = mentoring.asker_of(unsealing.flag.case.question_number)
    person = None if asker is None else people.profile_to_write_to(asker)
    if person is None:
        return
    letter = Letter(
        subject=_("A moderator may see that a question is yours"),
        paragraphs=(
            _(
                "A question of yours to mentors was flagged. Moderators look at it without your"
                " name. One asked to see it, for a day, and another agreed that it is needed."
            ),
            _("The reason: %(why)s") % {"why": unsealing.why},
            _("Nobody else learns it: neither mentors nor whoever flagged it."),
        ),
        button=Button(label=_("Your questions"), url=letters.address_of_page("ask")),
        why=letters.to_member(person.handle),
    )
    letters.tell(letter, to=person.account.email)


def tell_of_undoing(decision: "Decision") -> None:
    _tell(
        decision,
        subject=_("A decision about you was undone"),
        paragraphs=(
            _("Moderators undid what they had decided: %(what)s.") % {"what": decision.done},
        ),
    )


def tell_of_appeal(decision: "Decision", *, is_granted: bool, answer: str) -> None:
    _tell(
        decision,
        subject=_("Your appeal was granted") if is_granted else _("Your appeal was not granted"),
        paragraphs=(
            _("Somebody else looked again at this decision, and undid it.")
            if is_granted
            else _("Somebody else looked again at this decision, and it stands."),
            _("They write: %(words)s") % {"words": answer},
        ),
    )


def sentence(decision: "Decision") -> str:
    """What was done, as the person reads it."""
    said = str(DONE[decision.measure])
    if decision.is_about_a_question and decision.measure == Measure.REMOVE:
        return _("Your question is read by nobody but you.")
    if decision.is_about_an_answer and decision.measure == Measure.REMOVE:
        return _("Your answer is out of the library; you and whoever asked still read it.")
    if decision.until is not None:
        until = formats.date_format(decision.until, "j F Y")
        if decision.needs_second:
            second = _("It opens again on %(day)s, unless a second moderator closes it for good.")
            return f"{said} {second % {'day': until}}"
        return f"{said} {_('This ends on %(day)s.') % {'day': until}}"
    return said


DONE: "Mapping[str, Promise]" = {
    Measure.NOTHING: gettext_lazy("Nothing was done."),
    Measure.NUDGE: gettext_lazy("Nothing was done but to write to you."),
    Measure.LABEL: gettext_lazy("Your post has a content note of moderators now."),
    Measure.REMOVE: gettext_lazy("Your post is read by nobody but you."),
    Measure.LIMIT: gettext_lazy(
        "You are not in public timelines, search and the directory; who follows you reads you as"
        " before."
    ),
    Measure.FREEZE: gettext_lazy("You can read, but not post or answer."),
    Measure.SUSPEND: gettext_lazy("Your account is closed."),
}


def _tell(
    decision: "Decision",
    *,
    subject: str,
    paragraphs: tuple[str, ...],
    button: Button | None = None,
) -> None:
    person = _person(decision)
    if person is not None:
        letter = Letter(
            subject=subject,
            paragraphs=paragraphs,
            button=button,
            why=letters.to_member(person.handle),
        )
        letters.tell(letter, to=person.account.email)


def _person(decision: "Decision") -> "Profile | None":
    """With her account; also where it is closed, but not where she is leaving."""
    number = number_of_person(decision)
    return None if number is None else people.profile_to_write_to(number)
