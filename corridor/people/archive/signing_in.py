"""Sections about how she signs in: never a password, a key or a code."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.utils.translation import gettext_lazy as _

from corridor.people.archive.plain import Plain, columns

SIGNING_IN = [
    Plain(
        key="mailboxes",
        title=_("Mailboxes"),
        model=EmailAddress,
        owner="user",
        columns=columns(email=_("E-mail"), verified=_("Verified"), primary=_("First")),
    ),
    Plain(
        key="keys",
        title=_("Passkeys, apps and recovery codes"),
        model=Authenticator,
        owner="user",
        columns=columns(type=_("Kind"), created_at=_("Since"), last_used_at=_("Last used")),
    ),
    Plain(
        key="sign_ins_elsewhere",
        title=_("Sign-in from elsewhere"),
        model=SocialAccount,
        owner="user",
        columns=columns(
            provider=_("From"),
            uid=_("Known there as"),
            date_joined=_("Since"),
            last_login=_("Last used"),
        ),
    ),
    Plain(
        key="sessions",
        title=_("Devices that are signed in"),
        model=UserSession,
        owner="user",
        columns=columns(
            ip=_("Address"),
            user_agent=_("Browser"),
            created_at=_("Since"),
            last_seen_at=_("Last seen"),
        ),
    ),
]
