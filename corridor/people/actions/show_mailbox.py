"""A newcomer who has no page that waits for a code shows her mailbox by a link in a mail."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext as _

from corridor.people import letters, mailbox_links, queries
from corridor.people.actions.forget_newcomers import AlreadyConfirmed
from corridor.people.letters import Button, Letter
from corridor.people.models import Account


class LinkOver(Exception):
    """Too old, used, or none of ours."""


def send_mailbox_link(account: Account, *, now: datetime) -> None:
    """Raises AlreadyConfirmed or MailNotSent."""
    if not queries.is_unconfirmed(account):
        raise AlreadyConfirmed
    token = mailbox_links.new_token(account.pk, account.email, now=now)
    letters.send(_letter(letters.address_of_page("show-mailbox", token)), to=account.email)


@transaction.atomic
def show_mailbox(token: str, *, now: datetime) -> Account:
    """The mailbox is hers; `let_in` opens the account. Raises LinkOver."""
    account = queries.newcomer_of_link(token, now=now)
    if account is None:
        raise LinkOver
    EmailAddress.objects.filter(user=account).delete()
    EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
    return account


def _letter(url: str) -> Letter:
    return Letter(
        subject=_("Your account with Corridor waits for you"),
        paragraphs=(
            _("Somebody, we hope you, joined Corridor through an app with this mailbox."),
            _("Show that it is yours, then go back to the app. The link works for a day."),
        ),
        button=Button(label=_("It is mine"), url=url),
        why=_("If it was not you, you need do nothing: after a week we forget the account."),
    )
