"""Mails to people, each in plain text and in HTML that says the same."""

import logging
import smtplib
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

logger = logging.getLogger(__name__)


class MailNotSent(Exception):
    """The mail server did not take it."""


def send_letter(to: str, subject: str, template: str, context: dict[str, Any]) -> None:
    """`people/mail/<template>.txt` and `.html`. Raises MailNotSent."""
    values = {**context, "subject": subject, "site": settings.PUBLIC_URL}
    mail = EmailMultiAlternatives(
        subject=" ".join(subject.split()),
        body=render_to_string(f"people/mail/{template}.txt", values),
        to=[to],
        headers={"Auto-Submitted": "auto-generated"},
    )
    mail.attach_alternative(render_to_string(f"people/mail/{template}.html", values), "text/html")
    try:
        mail.send()
    except (OSError, smtplib.SMTPException) as error:
        raise MailNotSent from error


def tell(to: str, subject: str, template: str, context: dict[str, Any]) -> None:
    """News of something that is done: it stays done where the mail does not go out."""
    try:
        send_letter(to, subject, template, context)
    except MailNotSent as unsent:
        # The kind of error only: what a mail server says may name whom it refused.
        logger.warning("A mail did not go out: %s, %s.", template, type(unsent.__cause__).__name__)
