"""What the mails about joining and signing in say, by the names that allauth has for them."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.people.joining_letters import known_mailbox
from corridor.people.letters import SOMEBODY_ELSE, Button, Letter, address_of_page
from corridor.web.joining.way_in import after_joining_url

Context = Mapping[str, Any]


def letter_for(name: str, context: Context) -> Letter:
    if name in CHANGES:
        return _change(CHANGES[name], context)
    return LETTERS[name](context)


def _code(context: Context) -> Letter:
    return Letter(
        subject=_("%(code)s is your code for Corridor") % {"code": context["code"]},
        paragraphs=(
            _("Type this code into the page that is waiting for it. It works for 15 minutes."),
        ),
        code=context["code"],
        why=SOMEBODY_ELSE,
    )


def _reset(context: Context) -> Letter:
    return Letter(
        subject=_("A new password for Corridor"),
        paragraphs=(
            _("Somebody, we hope you, asked for a new password. The link works once, for a day."),
        ),
        button=Button(label=_("Choose a new password"), url=context["password_reset_url"]),
        why=_("If you did not ask for this, you need do nothing: your password stays as it is."),
    )


def _known(context: Context) -> Letter:
    del context
    return known_mailbox()


def _unknown(context: Context) -> Letter:
    del context
    return Letter(
        subject=_("No account with this mailbox"),
        paragraphs=(
            _("Somebody, we hope you, asked for a new password. No account has this mailbox."),
            _("Perhaps you joined with another one. If you never did, you can now."),
        ),
        button=Button(label=_("Join Corridor"), url=address_of_page("join")),
        why=_("If it was not you, you need do nothing."),
    )


def _change(what: str | Promise, context: Context) -> Letter:
    at: datetime = context["timestamp"]
    return Letter(
        subject=_("A change to how you sign in to Corridor"),
        paragraphs=(
            str(what) % {"from": context.get("from_email"), "to": context.get("to_email")},
            _("It was done at %(time)s (UTC) from the address %(ip)s with %(browser)s.")
            % {
                "time": date_format(at, "j F Y, H:i"),
                "ip": context["ip"],
                "browser": context["user_agent"][:120],
            },
        ),
        button=Button(label=_("Look at your security page"), url=address_of_page("security")),
        why=_("If it was not you, choose a new password at once and sign out other sessions."),
    )


LETTERS: dict[str, Callable[[Context], Letter]] = {
    "account/email/email_confirmation": _code,
    "account/email/email_confirmation_signup": _code,
    "account/email/login_code": _code,
    "account/email/account_already_exists": _known,
    "account/email/unknown_account": _unknown,
    "account/email/password_reset_key": _reset,
}
CHANGES: dict[str, str | Promise] = {
    "account/email/email_changed": gettext_lazy("Your e-mail is now %(to)s, no longer %(from)s."),
    "account/email/email_deleted": gettext_lazy("An e-mail address was taken off your account."),
    "account/email/password_changed": gettext_lazy("Your password was changed."),
    "account/email/password_reset": gettext_lazy("Your password was replaced by a new one."),
    "account/email/password_set": gettext_lazy("Your account has a password now."),
    "mfa/email/recovery_codes_generated": gettext_lazy("New recovery codes were made."),
    "mfa/email/totp_activated": gettext_lazy("An authenticator app was added."),
    "mfa/email/totp_deactivated": gettext_lazy("The authenticator app was removed."),
    "mfa/email/webauthn_added": gettext_lazy("A passkey was added."),
    "mfa/email/webauthn_removed": gettext_lazy("A passkey was removed."),
    "socialaccount/email/account_connected": gettext_lazy("A sign-in from elsewhere was added."),
    "socialaccount/email/account_disconnected": gettext_lazy(
        "A sign-in from elsewhere was removed."
    ),
}


def invitation(*, name: str, url: str, until: datetime, roster: str = "") -> Letter:
    """``name`` is who invites."""
    by_whom = (
        _("You are on the roster of %(roster)s, and it invites you to Corridor.")
        % {"roster": roster}
        if roster
        else _("%(name)s invites you to Corridor.") % {"name": name}
    )
    return Letter(
        subject=_("An invitation to Corridor"),
        paragraphs=(
            by_whom,
            _("Corridor is where people in medicine find mentors, coaches and sponsors."),
            _("The link works until %(date)s, for you alone.")
            % {"date": date_format(until, "j F Y")},
        ),
        button=Button(label=_("Join Corridor"), url=url),
        why=_("If you do not want to join, you need do nothing; we keep no account for you."),
    )


def asks_to_join(*, name: str, words: str) -> Letter:
    said = (_("It says why: %(words)s") % {"words": words},) if words else ()
    return Letter(
        subject=_("Somebody asks to join Corridor"),
        paragraphs=(_("%(name)s has asked to join.") % {"name": name}, *said),
        button=Button(label=_("Decide"), url=address_of_page("admissions")),
        why=_("You get this because you run this server."),
    )


def admitted() -> Letter:
    return Letter(
        subject=_("Welcome to Corridor"),
        paragraphs=(_("You asked to join, and now you can: sign in to set up your profile."),),
        button=Button(
            label=_("Sign in"), url=f"{address_of_page('sign-in')}?next={after_joining_url()}"
        ),
        why=_("You get this because you asked to join."),
    )


def declined() -> Letter:
    return Letter(
        subject=_("Your request to join Corridor"),
        paragraphs=(
            _("Those who run this server have decided not to admit you."),
            _("If you think that they missed something, write to them."),
        ),
        why=_("You get this because you asked to join."),
    )
