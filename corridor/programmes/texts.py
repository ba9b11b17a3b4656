"""Our own words for what a programme says, and the names in braces that are filled in."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.programmes.choices import Message

Text = str | Promise
_NAME = re.compile(r"\{([^{}]*)\}")


class UnknownPlaceholder(Exception):
    """Its message is what stands in the braces."""


@dataclass(frozen=True, kw_only=True)
class Words:
    subject: Text
    body: Text
    """Paragraphs, with an empty line between two."""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return tuple(part.strip() for part in re.split(r"\n\s*\n", str(self.body)) if part.strip())


PLACEHOLDERS: Mapping[str, Text] = {
    "person": _("the name of whoever gets the mail"),
    "programme": _("the name of the programme"),
    "hashtag": _("its hashtag, with #"),
    "round": _("the name of the round"),
    "side": _("mentee or mentor"),
    "mentee": _("the name of the mentee"),
    "mentor": _("the name of the mentor"),
    "other": _("the name of the other person of the match"),
    "date": _("until when an answer is hoped for"),
    "months": _("how many months a match lasts"),
    "link": _("where she says that she would like to take part; else it stands at the end"),
}
_ALWAYS = ("person", "programme", "hashtag")
FITTING: Mapping[Message, tuple[str, ...]] = {
    Message.WELCOME: (*_ALWAYS, "round"),
    Message.RECEIPT: (*_ALWAYS, "round", "side", "date"),
    Message.MATCH_TO_MENTEE: (*_ALWAYS, "round", "mentor", "months"),
    Message.MATCH_TO_MENTOR: (*_ALWAYS, "round", "mentee", "date", "months"),
    Message.REMINDER: (*_ALWAYS, "round", "other", "date"),
    Message.CLOSING: (*_ALWAYS, "round", "other"),
    Message.ANSWER: (*_ALWAYS, "link"),
}
"""What each mail knows when it is sent; anything else in braces would stay empty."""
TO_A_ROUND = (*_ALWAYS, "round")
"""What a message to many knows."""
EXAMPLES: Mapping[str, Text] = {
    "person": "Amara Nwosu",
    "side": _("mentee"),
    "mentee": "Amara Nwosu",
    "mentor": "Dr Kwame Osei",
    "other": "Dr Kwame Osei",
}
"""For the preview; the rest is known of the programme."""

OURS: Mapping[Message, Words] = {
    Message.WELCOME: Words(
        subject=_("Welcome to {programme}"),
        body=_(
            "Dear {person},\n\nyou are in: {programme} has a place for you in {round}.\n\n"
            "Nothing is to be done for now. When people are matched you hear of it by mail, and"
            " until then you can change what you said or withdraw."
        ),
    ),
    Message.RECEIPT: Words(
        subject=_("{programme} has your application"),
        body=_(
            "Dear {person},\n\nthank you for applying to {round} of {programme} as {side}.\n\n"
            "You can change what you said until {date}, and withdraw at any time."
        ),
    ),
    Message.MATCH_TO_MENTEE: Words(
        subject=_("{programme} has somebody for you"),
        body=_(
            "Dear {person},\n\nwe would like to bring you together with {mentor}, who has been"
            " asked as well.\n\nHave a look at why, and say whether it suits you. You need give"
            " no reason if it does not."
        ),
    ),
    Message.MATCH_TO_MENTOR: Words(
        subject=_("Would you be the mentor of {mentee}?"),
        body=_(
            "Dear {person},\n\n{mentee} applied to {programme}, and much speaks for the two of"
            " you. It would be for {months} months.\n\nPlease answer by {date}: yes, tell me more,"
            " or not now. If it is no, somebody else is asked, and nobody wants to know why."
        ),
    ),
    Message.REMINDER: Words(
        subject=_("{other} waits for your answer"),
        body=_(
            "Dear {person},\n\nin {programme} you were asked about a match with {other}. Please"
            " answer by {date}; after that we ask somebody else, and that is all right, too."
        ),
    ),
    Message.CLOSING: Words(
        subject=_("{round} of {programme} is over"),
        body=_(
            "Dear {person},\n\n{round} of {programme} ends here. Thank you for your time with"
            " {other}.\n\nNothing keeps the two of you from going on by yourselves. Before you"
            " go, please say in two minutes how it was."
        ),
    ),
    Message.ANSWER: Words(
        subject="",
        body=_(
            "Thank you for saying so here. Bringing people together for this is what {programme}"
            " is for. If you would like to take part, begin here: {link}\n\nNothing follows from"
            " a post alone, and only you can say yes. The same page stops such answers."
        ),
    ),
}


def check_words(message: Message, *, subject: str, body: str) -> None:
    """Raises UnknownPlaceholder."""
    check_names(FITTING[message], subject=subject, body=body)


def check_names(known: Collection[str], *, subject: str, body: str) -> None:
    """Raises UnknownPlaceholder."""
    for name in _NAME.findall(f"{subject}\n{body}"):
        if name not in known:
            raise UnknownPlaceholder(name)


def filled(words: Words, values: Mapping[str, object]) -> Words:
    """With what is known; a name in braces of which nothing is known becomes nothing."""

    def value(found: "re.Match[str]") -> str:
        return str(values.get(found[1], ""))

    return Words(
        subject=_NAME.sub(value, str(words.subject)), body=_NAME.sub(value, str(words.body))
    )
