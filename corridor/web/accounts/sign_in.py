"""The form somebody signs in with."""

from django.contrib.auth.forms import AuthenticationForm
from django.forms import EmailField, EmailInput
from django.utils.translation import gettext_lazy as _


class EmailSignInForm(AuthenticationForm):
    username = EmailField(
        label=_("E-mail"),
        widget=EmailInput(attrs={"autofocus": True, "autocomplete": "username"}),
    )
    error_messages = {
        "invalid_login": _("No account has this e-mail and password."),
        "inactive": _("This account is closed."),
    }
