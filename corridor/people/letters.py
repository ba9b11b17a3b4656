"""A mail as people read it: one column, at most one code and one button, the same as plain text."""

import json
import logging
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import asdict, dataclass

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_tasks import task

from corridor.kernel import sealing

logger = logging.getLogger(__name__)

Text = str | Promise
ENVELOPE = "letters"
NO_MAILBOX = "@invalid"
"""What the addresses of accounts end in that nobody reads mail of: https://www.rfc-editor.org/rfc/rfc2606"""
_is_told: ContextVar[bool] = ContextVar("news is sent", default=True)


class MailNotSent(Exception):
    """The mail server did not take it."""


@dataclass(frozen=True, kw_only=True)
class Button:
    label: Text
    url: str


@dataclass(frozen=True, kw_only=True)
class CalendarFile:
    """What mail programs offer to put into a calendar: https://www.rfc-editor.org/rfc/rfc6047"""

    method: str
    """REQUEST or CANCEL, as the file says too."""
    content: str


@dataclass(frozen=True, kw_only=True)
class Letter:
    subject: Text
    paragraphs: tuple[Text, ...]
    why: Text
    """Why she got it, and what to do if she did not expect it."""
    code: str = ""
    button: Button | None = None
    links: tuple[Button, ...] = ()
    """Small ones at the end: what else can be done about it."""
    unsubscribe_url: str = ""
    """Where such mails are stopped; empty for mails that cannot be."""
    reply_to: str = ""
    """An address of somebody who wants the answers; empty: there is nobody to answer."""
    calendar: CalendarFile | None = None


@dataclass(frozen=True, kw_only=True)
class Written:
    """A letter in the form in which it waits, as JSON, to be sent."""

    subject: str
    text: str
    html: str
    to: str
    headers: dict[str, str]
    calendar: CalendarFile | None


def address_of_page(name: str, *args: object) -> str:
    """In full, by the address that the installation says it has: never by what a request says."""
    return f"{settings.PUBLIC_URL}{reverse(name, args=args)}"


def compose(letter: Letter, *, to: str) -> EmailMultiAlternatives:
    return _mail(_written(letter, to))


def _written(letter: Letter, to: str) -> Written:
    context = {"letter": letter, "home": settings.PUBLIC_URL}
    return Written(
        subject=" ".join(str(letter.subject).split()),
        text=render_to_string("people/mail/letter.txt", context),
        html=render_to_string("people/mail/letter.html", context),
        to=to,
        headers={"Auto-Submitted": "auto-generated"}
        | _unsubscribing(letter)
        | ({"Reply-To": letter.reply_to} if letter.reply_to else {}),
        calendar=letter.calendar,
    )


def _unsubscribing(letter: Letter) -> dict[str, str]:
    """For the button of mail programs: https://www.rfc-editor.org/rfc/rfc8058"""
    if not letter.unsubscribe_url:
        return {}
    return {
        "List-Unsubscribe": f"<{letter.unsubscribe_url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def send(letter: Letter, *, to: str) -> None:
    """At once, for what somebody waits for, such as a code. Raises MailNotSent."""
    send_all([(to, letter)])


def send_all(letters: Iterable[tuple[str, Letter]]) -> None:
    """Over one connection. Raises MailNotSent at the first that does not go."""
    _hand_over([compose(letter, to=to) for to, letter in letters])


@contextmanager
def told_to_nobody() -> Iterator[None]:
    """For the demo: nobody lives at its addresses, and news written within goes nowhere."""
    before = _is_told.set(False)
    try:
        yield
    finally:
        _is_told.reset(before)


def tell(letter: Letter, *, to: str) -> None:
    """News: a worker sends it, and tries again where the mail server does not take it.

    While it waits it lies sealed: it may hold a link that lets somebody in, or a reason given.
    Nothing goes to accounts without a mailbox.
    """
    if not _is_told.get() or to.endswith(NO_MAILBOX):
        return
    words = asdict(_written(letter, to))
    sealed = sealing.seal(json.dumps(words), purpose=ENVELOPE, place=ENVELOPE)
    deliver.enqueue(b64encode(sealed).decode())


@task()
def deliver(envelope: str) -> None:
    """Raises MailNotSent: whoever does tasks tries again."""
    words = json.loads(sealing.unseal(b64decode(envelope), purpose=ENVELOPE, place=ENVELOPE))
    calendar = words.pop("calendar", None)  # there is none where an older version wrote it
    file = CalendarFile(**calendar) if calendar else None
    _hand_over([_mail(Written(**words, calendar=file))])


def _mail(words: Written) -> EmailMultiAlternatives:
    mail = EmailMultiAlternatives(
        subject=words.subject, body=words.text, to=[words.to], headers=words.headers
    )
    mail.attach_alternative(words.html, "text/html")
    if words.calendar is not None:
        # Twice: as a part that mail programs answer, and as a file for those that do not know it.
        kind = f"text/calendar; method={words.calendar.method}"
        mail.attach_alternative(words.calendar.content, kind)
        mail.attach("meeting.ics", words.calendar.content, "application/ics")
    return mail


def _hand_over(mails: list[EmailMultiAlternatives]) -> None:
    try:
        get_connection().send_messages(mails)
    except OSError as error:  # what smtplib raises is one, too
        # The kind of error only: what a mail server says may name whom it refused.
        logger.error("Mail not sent: %s", type(error).__name__)  # noqa: TRY400
        raise MailNotSent from error


def to_member(handle: str) -> str:
    """Why a member gets news."""
    return _("You get this because you are @%(handle)s on Corridor.") % {"handle": handle}


SOMEBODY_ELSE = gettext_lazy(
    "If you did not ask for this, you need do nothing: nobody gets in without it."
)
