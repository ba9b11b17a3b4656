"""A mail as people read it: one column, at most one code and one button, the same as plain text."""

import logging
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

logger = logging.getLogger(__name__)

Text = str | Promise


class MailNotSent(Exception):
    """The mail server did not take it."""


@dataclass(frozen=True, kw_only=True)
class Button:
    label: Text
    url: str


@dataclass(frozen=True, kw_only=True)
class Letter:
    subject: Text
    paragraphs: tuple[Text, ...]
    why: Text
    """Why she got it, and what to do if she did not expect it."""
    code: str = ""
    button: Button | None = None
    unsubscribe_url: str = ""
    """Where such mails are stopped; empty for mails that cannot be."""


def address_of_page(name: str, *args: object) -> str:
    """In full, by the address that the installation says it has: never by what a request says."""
    return f"{settings.PUBLIC_URL}{reverse(name, args=args)}"


def compose(letter: Letter, *, to: str) -> EmailMultiAlternatives:
    context = {"letter": letter, "home": settings.PUBLIC_URL}
    mail = EmailMultiAlternatives(
        subject=" ".join(str(letter.subject).split()),
        body=render_to_string("people/mail/letter.txt", context),
        to=[to],
        headers={"Auto-Submitted": "auto-generated"} | _unsubscribing(letter),
    )
    mail.attach_alternative(render_to_string("people/mail/letter.html", context), "text/html")
    return mail


def _unsubscribing(letter: Letter) -> dict[str, str]:
    """For the button of mail programs: https://www.rfc-editor.org/rfc/rfc8058"""
    if not letter.unsubscribe_url:
        return {}
    return {
        "List-Unsubscribe": f"<{letter.unsubscribe_url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def send(letter: Letter, *, to: str) -> None:
    """Raises MailNotSent."""
    send_all([(to, letter)])


def send_all(letters: Iterable[tuple[str, Letter]]) -> None:
    """Over one connection. Raises MailNotSent at the first that does not go."""
    mails = [compose(letter, to=to) for to, letter in letters]
    try:
        get_connection().send_messages(mails)
    except OSError as error:  # what smtplib raises is one, too
        # The kind of error only: what a mail server says may name whom it refused.
        logger.error("Mail not sent: %s", type(error).__name__)  # noqa: TRY400
        raise MailNotSent from error


def tell(letter: Letter, *, to: str) -> None:
    """News of something that is done: it stays done where the mail, says the log, does not go."""
    with suppress(MailNotSent):
        send(letter, to=to)


def to_member(handle: str) -> str:
    """Why a member gets news."""
    return _("You get this because you are @%(handle)s on Corridor.") % {"handle": handle}


SOMEBODY_ELSE = gettext_lazy(
    "If you did not ask for this, you need do nothing: nobody gets in without it."
)
