"""What those who apply, are invited, or said something under a hashtag get by mail."""

from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from corridor.people.letters import Button, Letter, address_of_page, to_member
from corridor.programmes import queries
from corridor.programmes.choices import Message
from corridor.programmes.models import Application, Interest, RoundInvitation
from corridor.programmes.texts import Words, filled

if TYPE_CHECKING:
    from corridor.programmes.models import Round

LONGEST_COPY = 20_000


def receipt(application: Application, told: tuple[tuple[str, str], ...], *, is_new: bool) -> Letter:
    """In the words of the programme. What she said is in it; what she lived through is not."""
    round = application.round
    words = _in_words(application, Message.RECEIPT)
    changed = _("We have what you changed in your application to %(programme)s (%(round)s).")
    copy = "\n\n".join(f"{question}\n{answer}" for question, answer in told if answer)
    return Letter(
        subject=words.subject,
        paragraphs=(
            *(words.paragraphs if is_new else (changed % _names(round),)),
            _what_follows(application),
            *([_("What you said:"), copy[:LONGEST_COPY]] if copy else []),
        ),
        button=_to(application),
        why=to_member(application.profile.handle),
    )


def _in_words(application: Application, message: Message) -> Words:
    round = application.round
    values = {
        "person": application.profile.display_name,
        "programme": round.programme.name,
        "hashtag": f"#{round.programme.hashtag}",
        "round": round.name,
        "side": application.get_side_display().lower(),
        "date": date_format(round.closes_on),
    }
    return filled(queries.text(round.programme, message), values)


def _what_follows(application: Application) -> str:
    round = application.round
    if application.is_in:
        return _(
            "You are in. After applications close on %(day)s the team looks at the matches, and"
            " you hear from us before %(start)s."
        ) % {"day": date_format(round.closes_on), "start": date_format(round.starts_on)}
    return _("It waits for admission. We write to you as soon as that is decided.")


def answered(application: Application, *, reason: str) -> Letter:
    why = to_member(application.profile.handle)
    if application.is_in:
        words = _in_words(application, Message.WELCOME)
        said = (reason,) if reason else ()
        paragraphs = (*words.paragraphs, *said, _what_follows(application))
        return Letter(
            subject=words.subject, paragraphs=paragraphs, button=_to(application), why=why
        )
    names = _names(application.round)
    return Letter(
        subject=_("Your application to %(programme)s was not admitted") % names,
        paragraphs=(
            _("The team of %(programme)s did not admit you to %(round)s.") % names,
            *([reason] if reason else []),
            _("It says nothing about you as a mentor or mentee. You can apply again later."),
        ),
        button=_to(application),
        why=why,
    )


def entered(application: Application) -> Letter:
    names = _names(application.round)
    return Letter(
        subject=_("You are in: %(programme)s") % names,
        paragraphs=(
            _("The team of %(programme)s entered you for %(round)s, from a list it has.") % names,
            _("Look over what it says of you, change it, or withdraw if you do not want that."),
        ),
        button=_to(application),
        why=to_member(application.profile.handle),
    )


def withdrawn(application: Application) -> Letter:
    names = _names(application.round)
    return Letter(
        subject=_("You have left %(programme)s") % names,
        paragraphs=(
            _("Your application to %(programme)s (%(round)s) is withdrawn.") % names,
            _("Nobody is matched with you. The team no longer reads what you wrote."),
            _("Within a day you can take this back on the same page."),
        ),
        button=_to(application),
        why=to_member(application.profile.handle),
    )


def invitation(invited: RoundInvitation, token: str) -> Letter:
    names = _names(invited.round)
    lines = {
        Application.Side.MENTEE: _("%(programme)s invites you to apply for a mentor."),
        Application.Side.MENTOR: _("%(programme)s invites you to be a mentor."),
    }
    return Letter(
        subject=_("An invitation to %(programme)s") % names,
        paragraphs=(
            lines[Application.Side(invited.side)] % names,
            invited.round.programme.description[:600],
            _(
                "The link is for you and works once, until %(day)s. It enrols you in nothing: you"
                " see the questions first, and send them or not."
            )
            % {"day": date_format(invited.expires_at)},
        ),
        button=Button(
            label=_("See the invitation"), url=address_of_page("round-invitation", token)
        ),
        why=_("You get this because %(programme)s has your address. If that is wrong, do nothing.")
        % names,
    )


def interest(said: Interest, token: str) -> Letter:
    names = _names(said.round) | {"tag": said.round.programme.hashtag}
    seeks = said.side == Application.Side.MENTEE
    head = (
        _("You wrote under #%(tag)s that you look for somebody. That is what %(programme)s is for.")
        if seeks
        else _(
            "You wrote under #%(tag)s that you would help others. That is what %(programme)s"
            " is for."
        )
    )
    return Letter(
        subject=_("#%(tag)s: would you like to take part?") % names,
        paragraphs=(
            head % names,
            _(
                "Your post enrols you in nothing. If you like, follow the link: it begins an"
                " application with what we could read from your post and your profile. You have"
                " until %(day)s."
            )
            % {"day": date_format(said.expires_at)},
            _("We ask once and do not remind you. The page behind the link also stops such mails."),
        ),
        button=Button(label=_("Have a look"), url=address_of_page("interest", token)),
        why=to_member(said.profile.handle),
    )


def _to(application: Application) -> Button:
    url = address_of_page("application", application.pk)
    return Button(label=_("See your application"), url=url)


def _names(round: "Round") -> dict[str, str]:
    return {"programme": round.programme.name, "round": round.name}
