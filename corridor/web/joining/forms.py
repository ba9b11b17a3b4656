"""The forms of joining and signing in: allauth's, in our words and with one password field."""

from typing import Any

from allauth.account import forms as accounts
from allauth.account.internal.flows.signup import prevent_enumeration
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from allauth.socialaccount.forms import SignupForm as ElsewhereForm
from django import forms
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from corridor.people import actions, policies, queries
from corridor.people.handles import newcomer_name
from corridor.people.registration import Registration, registration
from corridor.web.joining.arrivals import invitation_of

LABELS = {
    "code": _("Code"),
    "email": _("E-mail"),
    "login": _("E-mail"),
    "oldpassword": _("Present password"),
    "password": _("Password"),
    "password1": _("New password"),
}
LENGTH = _("At least 10 characters; a sentence is fine.")


def _in_our_words(form: forms.Form) -> None:
    """Labels instead of placeholders, and one field for a password that can be shown."""
    form.fields.pop("password2", None)
    for name, field in form.fields.items():
        if name in LABELS:
            field.label = LABELS[name]
        field.help_text = LENGTH if name == "password1" else ""
        field.widget.attrs.pop("placeholder", None)
        if name == "code":
            field.widget.attrs["inputmode"] = "numeric"


class SignInForm(accounts.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_our_words(self)
        self.fields["login"].widget.attrs |= {"autofocus": True, "autocomplete": "username"}


class PasswordChangeForm(accounts.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_our_words(self)


class FirstPasswordForm(accounts.SetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_our_words(self)


class ResetPasswordForm(accounts.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_our_words(self)


class PasswordResetForm(accounts.ResetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_our_words(self)


class NewEmailForm(accounts.AddEmailForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_our_words(self)
        self.fields["email"].label = _("New e-mail")


class CodeForm(accounts.ConfirmEmailVerificationCodeForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_our_words(self)
        self.fields["code"].label = _("Code from the mail")
        self.fields["code"].widget.attrs["autofocus"] = True

    def clean_code(self) -> str:
        accounts.BaseConfirmCodeForm.clean_code(self)
        if self.user is not None:
            actions.free_mailbox(self.email, beside=self.user)
        code: str = super().clean_code()
        return code


class PasswordAgainForm(accounts.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_our_words(self)


class CodeAgainForm(accounts.ConfirmReauthenticationCodeForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_our_words(self)


class SecondStepForm(AuthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_our_words(self)


class SecondStepAgainForm(ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_our_words(self)


class NewAppForm(ActivateTOTPForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_our_words(self)


class NewPasskeyForm(AddWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"passwordless": True, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        _in_our_words(self)
        self.fields["name"].label = _("What you call it")
        self.fields["name"].max_length = 60
        self.fields["passwordless"].label = _("It signs me in by itself")
        self.fields["passwordless"].help_text = _(
            "With your fingerprint, face or PIN. Without this it is asked for after the password."
        )


class Newcomer(forms.Form):
    """What both ways of joining ask and refuse; beside the form of allauth that does it."""

    def _ask(self) -> None:
        _in_our_words(self)
        self.fields["name"] = forms.CharField(
            label=_("Name"),
            help_text=_("As you would like others to call you."),
            max_length=200,
            widget=forms.TextInput(attrs={"autocomplete": "name", "autofocus": True}),
        )
        invitation = invitation_of(context.request)
        if policies.needs_admission(is_invited=invitation is not None):
            self.fields["words"] = forms.CharField(
                label=_("Why you would like to join"),
                help_text=_("Those who run this server read it and decide."),
                max_length=500,
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}),
            )
        if invitation and invitation.email:
            self.fields["email"].initial = invitation.email
            self.fields["email"].widget.attrs["readonly"] = True
        entry = getattr(invitation, "roster_entry", None)
        if entry:
            self.fields["name"].initial = entry.name
        self.order_fields(["name", "email", "password1", "words"])
        if "password1" in self.fields:
            self.fields["password1"].label = _("Password")
        if registration() == Registration.DOMAINS:
            self.fields["email"].help_text = _("At your school or hospital.")

    def clean_name(self) -> str:
        return newcomer_name(self.cleaned_data["name"])

    def clean_email(self) -> str:
        """Raises ValidationError where it gives nobody away."""
        email: str = super().clean_email()  # type: ignore[misc]
        invitation = invitation_of(context.request)
        if invitation and invitation.email not in {"", email}:
            raise ValidationError(_("Your invitation is for another mailbox."))
        allowed = policies.can_join(email, is_invited=invitation is not None)
        if registration() == Registration.DOMAINS and not allowed:
            raise ValidationError(_("Only mailboxes of certain domains can join here."))
        return email

    def try_save(self, request: HttpRequest) -> tuple[Any, HttpResponse | None]:
        hidden = self._hidden(request)
        if hidden:
            return None, hidden
        self.account_already_exists = False  # at most by somebody who never showed the mailbox
        try:
            return self.save(request), None  # type: ignore[attr-defined]
        except actions.EmailTaken:  # somebody was faster
            return None, _as_if_a_code_were_sent(request, self.cleaned_data["email"])
        except (actions.InvitationOver, actions.MayNotJoin):
            return None, redirect("join")

    def _hidden(self, request: HttpRequest) -> HttpResponse | None:
        """Known mailboxes, and those on no roster, get the same page and another mail."""
        email = self.cleaned_data["email"]
        is_invited = invitation_of(request) is not None
        is_known = queries.has_account(email) and not queries.has_unconfirmed(email)
        if is_known or not policies.can_join(email, is_invited=is_invited):
            make_password(self.cleaned_data.get("password1"))  # takes as long as for a newcomer
            return _as_if_a_code_were_sent(request, email)
        return None


class JoinForm(Newcomer, accounts.SignupForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._ask()


class JoinFromElsewhereForm(Newcomer, ElsewhereForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._ask()
        if any(address.verified for address in self.sociallogin.email_addresses):
            self.fields["email"].disabled = True
            self.fields["email"].help_text = _("From where you signed in.")


def _as_if_a_code_were_sent(request: HttpRequest, email: str) -> HttpResponse:
    response: HttpResponse = prevent_enumeration(request, email=email)
    return response
