"""How allauth makes accounts, writes mails and refuses here."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from corridor.kernel.rate_limits import address_of
from corridor.people import actions, queries
from corridor.people.joining_letters import not_on_a_roster
from corridor.people.letters import MailNotSent, address_of_page, send_all, tell
from corridor.people.registration import Registration, registration
from corridor.web.addresses import is_page_of_ours
from corridor.web.joining.arrivals import USED, invitation_of, token_of
from corridor.web.joining.letters import asks_to_join, letter_for
from corridor.web.joining.limits import too_many_tries
from corridor.web.joining.sentences import DONE, REFUSED
from corridor.web.joining.way_in import after_joining_url

logger = logging.getLogger(__name__)


class Accounts(DefaultAccountAdapter):
    error_messages = {**DefaultAccountAdapter.error_messages, **REFUSED}

    # Joining

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return registration() != Registration.INVITATION or invitation_of(request) is not None

    def save_user(self, request: HttpRequest, user: Any, form: Any, commit: bool = True) -> Any:  # noqa: FBT001, FBT002 - allauth's own signature
        """Raises EmailTaken. Whatever else may be refused, the form has found before."""
        del user, commit
        given = form.cleaned_data
        newcomer = actions.Newcomer(
            email=given["email"], name=given["name"], words=given.get("words", "")
        )
        password = given.get("password1") or None
        token = token_of(request)
        profile = actions.join(newcomer, password, token=token, now=timezone.now())
        request.session[USED] = token
        return profile.account

    def confirm_email(self, request: HttpRequest, email_address: Any) -> bool:
        account = email_address.user
        is_newcomer = queries.is_unconfirmed(account)
        if not super().confirm_email(request, email_address):
            return False
        shown_mailbox(account, is_newcomer=is_newcomer)
        return True

    def pre_login(self, request: HttpRequest, user: Any, **details: Any) -> HttpResponse | None:
        """Closed accounts are told so; newcomers go on to show their mailbox, or to wait."""
        if queries.is_unconfirmed(user) or queries.awaits_admission(user):
            return None
        response: HttpResponse | None = super().pre_login(request, user, **details)
        return response

    def get_login_stages(self) -> list[str]:
        return [*super().get_login_stages(), "corridor.web.joining.waiting.AdmissionStage"]

    # Addresses

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        del request
        return after_joining_url()

    def get_email_verification_redirect_url(self, email_address: Any) -> str:
        del email_address
        return reverse("security")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        del request
        return reverse("security")

    def get_reset_password_from_key_url(self, key: str) -> str:
        return address_of_page("account_reset_password_from_key", *key.split("-", 1))

    def is_safe_url(self, url: str | None) -> bool:
        """Pages of ours only."""
        return is_page_of_ours(url, self.request)

    # Limits

    def get_client_ip(self, request: HttpRequest) -> str:
        return address_of(request)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Raises ValidationError that says how long to wait."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            key = self._get_login_attempts_cache_key(request, **credentials)
            raise too_many_tries(request, "login_failed", key) from None

    # Words

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        *values: Any,
        **more: Any,
    ) -> None:
        del values
        text = more.get("message") or DONE.get(message_template or "")
        if text:
            messages.add_message(request, level, str(text))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Where no mail can be sent a page says so: what waits for the mail would wait for ever."""
        self._post(email, letter_for(template_prefix, context))

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Any,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """What is told was done already, so the page goes on without the mail."""
        try:
            super().send_notification_mail(template_prefix, user, context, email)
        except ImmediateHttpResponse:
            logger.warning("A change of how somebody signs in was not told by mail.")

    def send_account_already_exists_mail(self, email: str) -> None:
        """Or why there will be none: on the page both look like a code on its way."""
        if queries.has_account(email):
            super().send_account_already_exists_mail(email)
        else:
            self._post(email, not_on_a_roster())

    def _post(self, email: str, letter: Any) -> None:
        try:
            send_all([(email, letter)])
        except MailNotSent:
            page = render(self.request, "joining/mail_not_sent.html", status=503)
            raise ImmediateHttpResponse(page) from None


def shown_mailbox(account: Any, *, is_newcomer: bool) -> None:
    """Open a newcomer's account, or tell those who decide; and find her on the rosters."""
    now = timezone.now()
    actions.claim_roster_entries(account.profile, email=account.email, now=now)
    if not is_newcomer or actions.let_in(account, now=now):
        return
    letter = asks_to_join(name=account.profile.display_name, words=account.admission.words)
    for operator in queries.operators_to_tell():
        tell(letter, to=operator)
