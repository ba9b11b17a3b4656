"""Addresses of joining and signing in: allauth's views at ours, by the names it knows them by."""

from allauth.account import views as accounts
from allauth.mfa.base import views as second_step
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as apps
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as elsewhere_views
from allauth.usersessions import views as sessions
from django.urls import include, path

from corridor.web.joining import (
    admissions,
    arrivals,
    by_link,
    elsewhere,
    invitations,
    rosters,
    waiting,
)
from corridor.web.joining.security import security

JOIN = [
    path("", accounts.signup, name="account_signup"),
    path("", accounts.signup, name="join"),
    path("again/", arrivals.begin_again, name="join-again"),
    path("code/", accounts.email_verification_sent, name="account_email_verification_sent"),
    path("passkey/", accounts.signup_by_passkey, name="account_signup_by_passkey"),
    path("passkey/new/", passkeys.signup_webauthn, name="mfa_signup_webauthn"),
    path("from-elsewhere/", elsewhere_views.signup, name="socialaccount_signup"),
    path("mailbox/<str:token>/", by_link.show, name="show-mailbox"),
    path("mailbox-shown/", by_link.shown, name="mailbox-shown"),
    path("waiting/", waiting.waiting, name="join-waiting"),
    path("invitation/<str:token>/", arrivals.arrive, name="arrive"),
]

SIGN_IN = [
    path("", accounts.login, name="account_login"),
    path("", accounts.login, name="sign-in"),
    path("closed/", accounts.account_inactive, name="account_inactive"),
    path("again/", arrivals.begin_again, name="join-again"),
    path("code/", accounts.confirm_login_code, name="account_confirm_login_code"),
    path("passkey/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("second-step/", second_step.authenticate, name="mfa_authenticate"),
    path("cancelled/", elsewhere_views.login_cancelled, name="socialaccount_login_cancelled"),
    path("failed/", elsewhere_views.login_error, name="socialaccount_login_error"),
    path("with/orcid/", elsewhere.orcid_login, name="orcid_login"),
    path("with/orcid/back/", elsewhere.orcid_callback, name="orcid_callback"),
    path("with/<slug:provider_id>/", elsewhere.openid_login, name="openid_connect_login"),
    path(
        "with/<slug:provider_id>/back/", elsewhere.openid_callback, name="openid_connect_callback"
    ),
]

NEW_PASSWORD = [
    path("", accounts.password_reset, name="account_reset_password"),
    path("sent/", accounts.password_reset_done, name="account_reset_password_done"),
    path(
        "done/",
        accounts.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path(
        "<slug:uidb36>/<str:key>/",
        accounts.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
]

SECURITY = [
    path("", security, name="security"),
    path("", security, name="mfa_index"),
    path("e-mail/", accounts.email, name="account_email"),
    path("password/", accounts.password_change, name="account_change_password"),
    path("password/first/", accounts.password_set, name="account_set_password"),
    path("confirm/", accounts.reauthenticate, name="account_reauthenticate"),
    path(
        "confirm/code/",
        accounts.request_reauthentication_code,
        name="account_request_reauthentication_code",
    ),
    path(
        "confirm/code/answer/",
        accounts.confirm_reauthentication_code,
        name="account_confirm_reauthentication_code",
    ),
    path("confirm/app/", second_step.reauthenticate, name="mfa_reauthenticate"),
    path("confirm/passkey/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("passkeys/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("passkeys/new/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("passkeys/<int:pk>/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path("passkeys/<int:pk>/removal/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    path("app/", apps.activate_totp, name="mfa_activate_totp"),
    path("app/removal/", apps.deactivate_totp, name="mfa_deactivate_totp"),
    path("recovery-codes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "recovery-codes/new/",
        recovery_codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "recovery-codes/file/",
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("sessions/", sessions.list_usersessions, name="usersessions_list"),
    path("elsewhere/", elsewhere_views.connections, name="socialaccount_connections"),
]

JOINING = [
    path("admissions/", admissions.admissions, name="admissions"),
    path("admissions/<int:pk>/admission/", admissions.admit, name="admit"),
    path("admissions/<int:pk>/refusal/", admissions.decline, name="decline-admission"),
    path("invitations/", invitations.invitations, name="invitations"),
    path("invitations/<int:pk>/renewal/", invitations.renew, name="renew-invitation"),
    path("invitations/<int:pk>/withdrawal/", invitations.withdraw, name="withdraw-invitation"),
    path("rosters/", rosters.rosters, name="rosters"),
    path("rosters/of/<path:title>/", rosters.roster, name="roster"),
    path("rosters/check/", rosters.check, name="check-roster"),
    path("rosters/entries/<int:pk>/invitation/", rosters.invite, name="invite-from-roster"),
    path("rosters/invitations/", rosters.invite_all, name="invite-roster"),
]

urlpatterns = [
    path("join/", include(JOIN)),
    path("sign-in/", include(SIGN_IN)),
    path("sign-out/", accounts.logout, name="account_logout"),
    path("sign-out/", accounts.logout, name="sign-out"),
    path("new-password/", include(NEW_PASSWORD)),
    path("you/security/", include(SECURITY)),
    path("joining/", include(JOINING)),
]
