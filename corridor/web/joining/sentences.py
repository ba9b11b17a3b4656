"""What people read after something about joining and signing in was done or refused."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DONE: dict[str, str | Promise] = {
    "account/messages/email_confirmed.txt": _("Your e-mail is confirmed."),
    "account/messages/email_confirmation_failed.txt": _("This e-mail could not be confirmed."),
    "account/messages/email_deleted.txt": _("The e-mail address was removed."),
    "account/messages/password_changed.txt": _("Your password is changed."),
    "account/messages/password_set.txt": _("Your account has a password now."),
    "mfa/messages/recovery_codes_generated.txt": _("Here are new recovery codes."),
    "mfa/messages/totp_activated.txt": _("Your authenticator app is set up."),
    "mfa/messages/totp_deactivated.txt": _("Your authenticator app is removed."),
    "mfa/messages/webauthn_added.txt": _("Your passkey is added."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
    "socialaccount/messages/account_connected.txt": _("You can sign in that way now."),
    "socialaccount/messages/account_connected_updated.txt": _("You can sign in that way already."),
    "socialaccount/messages/account_connected_other.txt": _("Another account signs in that way."),
    "socialaccount/messages/account_disconnected.txt": _("That way to sign in is removed."),
    "usersessions/messages/sessions_logged_out.txt": _("All other sessions are signed out."),
}
"""By the names that allauth has for them; of others nothing is said, since the page says it."""

REFUSED: dict[str, str | Promise] = {
    "account_inactive": _("This account is closed."),
    "duplicate_email": _("This is your e-mail already."),
    "email_password_mismatch": _("No account has this e-mail and password."),
    "email_taken": _("This e-mail cannot be used."),
    "enter_current_password": _("This is not your present password."),
    "incorrect_code": _("This code is not right. Look again, or ask for a new one."),
    "incorrect_password": _("This is not your password."),
    "invalid_login": _("No account has this e-mail and password."),
    "invalid_password_reset": _("This link no longer works."),
    "rate_limited": _("A code was sent a moment ago. Wait a minute before you ask for another."),
    "same_as_current": _("This is your e-mail already."),
    "too_many_login_attempts": _("Too many tries. Wait five minutes, then try again."),
}
REFUSED_ELSEWHERE: dict[str, str | Promise] = {
    "connected_other": _("Another account signs in that way."),
    "disconnect_last": _("Choose a password first: this is your only way to sign in."),
    "email_taken": _("This e-mail cannot be used."),
    "no_password": _("Choose a password first: this is your only way to sign in."),
}
REFUSED_SECOND_STEP: dict[str, str | Promise] = {
    "cannot_delete_authenticator": _("A second step cannot be removed here."),
    "incorrect_code": _("This is not right. Try once more."),
    "unverified_email": _("Confirm your e-mail first."),
}
