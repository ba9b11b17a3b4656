"""Joining and signing in as people meet it: passkeys, no scripts, widths and themes."""

import time

import pytest
from django.core import mail

from corridor.people.actions import make_operator
from tests.web.browser import flaws, follow, keyboard_stops
from tests.web.joining.conftest import app_shows, code_from

pytestmark = pytest.mark.django_db(transaction=True)

FOR_VISITORS = [
    "/join/",
    "/join/passkey/",
    "/join/waiting/",
    "/join/mailbox-shown/",
    "/sign-in/",
    "/sign-in/closed/",
    "/sign-in/cancelled/",
    "/new-password/",
    "/new-password/sent/",
    "/new-password/done/",
    "/new-password/a/none/",
]
GONE_WRONG = [
    "/join/invitation/used-up/",
    "/join/mailbox/used/",
    "/sign-in/failed/",
    "/join/from-elsewhere/",
]
FOR_MEMBERS = [
    "/you/security/",
    "/you/security/confirm/",
    "/you/security/confirm/code/",
    "/you/security/e-mail/",
    "/you/security/password/",
    "/you/security/passkeys/",
    "/you/security/passkeys/new/",
    "/you/security/app/",
    "/you/security/sessions/",
    "/you/security/elsewhere/",
    "/sign-out/",
]
FOR_OPERATORS = ["/joining/admissions/", "/joining/invitations/", "/joining/rosters/"]
ROSTER = "e-mail,name,stage\nkofi@severnside.example,Kofi Mensah,MS3\n"
PASSWORD = "corridor-conversation"  # noqa: S105 - of people who do not exist


def introduce(page, name, email, secret=""):
    page.get_by_label("Name").fill(name)
    page.get_by_label("E-mail").fill(email)
    if secret:
        page.get_by_label("Password", exact=True).fill(secret)
    press(page, "Join")


def button(page, name):
    return page.get_by_role("main").get_by_role("button", name=name, exact=True)


def press(page, name):
    follow(button(page, name))


def sign_in(page, password=PASSWORD):
    page.goto("/sign-in/")
    page.get_by_label("E-mail").fill("amara_nwosu@example.org")
    page.get_by_label("Password", exact=True).fill(password)
    press(page, "Sign in")


def confirm(page, path):
    page.goto(path)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    press(page, "Go on")


def give_device(page):
    """A device that keeps passkeys and has just seen the right finger."""
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
    }
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def sign_out(page):
    page.goto("/sign-out/")
    press(page, "Sign out")


def test_pages_for_visitors_are_accessible(open_page):
    page = open_page("/sign-in/")

    found = []
    for path in FOR_VISITORS:
        page.goto(path)
        found += flaws(page)

    assert found == []


def test_pages_that_say_what_went_wrong_are_accessible(open_page):
    page = open_page("/sign-in/")

    found = []
    for path in GONE_WRONG:
        page.goto(path)
        found += flaws(page)

    assert found == []


def test_a_mail_that_cannot_be_sent_and_closed_doors_are_told_accessibly(open_page, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    page = open_page("/join/")
    introduce(page, "Abena Sarpong", "abena@example.org", "a quiet corridor")
    found = flaws(page)

    settings.REGISTRATION = "invitation"
    page.goto("/join/")
    found += flaws(page)

    assert found == []


def test_a_form_with_mistakes_and_the_page_for_the_code_are_accessible(open_page):
    page = open_page("/join/")
    introduce(page, "12", "kofi@example.org", "short")
    found = flaws(page)

    introduce(page, "Kofi Mensah", "kofi@example.org", "a quiet corridor")
    found += flaws(page)

    assert "/join/code/" in page.url
    assert found == []


def test_pages_for_members_are_accessible(open_page, amara):
    page = open_page("/sign-in/")
    sign_in(page)
    confirm(page, "/you/security/app/")

    found = []
    for path in FOR_MEMBERS:
        page.goto(path)
        found += flaws(page)

    assert found == []


def test_pages_for_operators_are_accessible(open_page, prof_lindqvist):
    make_operator(email="ingrid_lindqvist@example.org")
    page = open_page("/joining/invitations/", viewer=prof_lindqvist)
    press(page, "Invite")
    found = flaws(page)

    page.goto("/joining/rosters/")
    page.get_by_label("Whose roster").fill("Severnside")
    wrong = {"name": "r.csv", "mimeType": "text/csv", "buffer": (ROSTER + "wrong,,\n").encode()}
    page.set_input_files("input[type=file]", files=[wrong])
    press(page, "Check the file")
    found += flaws(page)
    page.get_by_label("What the file says").fill(ROSTER)
    press(page, "Check again")
    found += flaws(page)
    press(page, "Keep this roster")
    found += flaws(page)
    for path in FOR_OPERATORS:
        page.goto(path)
        found += flaws(page)

    assert found == []


def test_a_passkey_is_added_and_signs_in_by_itself(open_page, amara):
    page = open_page("/sign-in/")
    give_device(page)
    sign_in(page)
    confirm(page, "/you/security/passkeys/new/")

    button(page, "Add the passkey").click()
    page.wait_for_url("**/recovery-codes/")
    found = flaws(page)
    page.goto("/you/security/passkeys/")
    found += flaws(page)
    sign_out(page)
    page.goto("/sign-in/?next=/you/security/")
    button(page, "Sign in with a passkey").click()

    page.get_by_role("heading", name="How you sign in").wait_for()
    assert found == []


def test_a_passkey_is_the_second_step_after_the_password(open_page, amara):
    page = open_page("/sign-in/")
    give_device(page)
    sign_in(page)
    confirm(page, "/you/security/passkeys/new/")
    page.get_by_label("It signs me in by itself").uncheck()
    button(page, "Add the passkey").click()
    page.wait_for_url("**/recovery-codes/")
    sign_out(page)

    sign_in(page)
    found = flaws(page)
    assert page.url.endswith("/sign-in/second-step/")
    button(page, "Use a passkey").click()

    page.wait_for_url(lambda url: "second-step" not in url)
    page.goto("/you/security/")
    assert "more than a password" in page.get_by_role("main").inner_text()
    assert found == []


def test_an_app_is_set_up_and_is_the_second_step(open_page, amara):
    page = open_page("/sign-in/")
    sign_in(page)
    confirm(page, "/you/security/app/")
    secret = page.locator(".secret code").inner_text()
    page.get_by_label("Code", exact=True).fill(app_shows(secret, time.time()))
    press(page, "Use this app")
    page.get_by_role("heading", name="Recovery codes").wait_for()
    sign_out(page)

    sign_in(page)
    page.get_by_label("Code", exact=True).fill(app_shows(secret, time.time() + 30))
    press(page, "Sign in")

    page.goto("/you/security/")
    assert "It is asked for after the password." in page.get_by_role("main").inner_text()


def test_somebody_joins_with_a_passkey_and_no_password(open_page):
    page = open_page("/join/passkey/")
    give_device(page)
    introduce(page, "Esi Boateng", "esi@example.org")
    page.get_by_label("Code from the mail").fill(code_from(mail.outbox[-1]))
    press(page, "Go on")
    found = flaws(page)

    button(page, "Make the passkey").click()

    page.wait_for_url(lambda url: "/join/" not in url)
    page.goto("/you/security/")
    assert "You have none, and need none." in page.get_by_role("main").inner_text()
    assert found == []


def test_a_device_that_refuses_is_told_in_words(open_page, amara):
    page = open_page("/sign-in/")
    give_device(page)

    button(page, "Sign in with a passkey").click()

    page.get_by_text("No passkey was used.").wait_for()
    assert page.url.endswith("/sign-in/")


def test_joining_works_without_scripts(open_page):
    page = open_page("/join/", scripts=False)
    introduce(page, "Ama Serwaa", "ama@example.org", "a quiet corridor")

    page.get_by_label("Code from the mail").fill(code_from(mail.outbox[-1]))
    press(page, "Go on")

    page.goto("/you/")
    assert page.get_by_role("main").get_by_text("Ama Serwaa").first.is_visible()


def test_without_scripts_signing_in_says_what_passkeys_need(open_page):
    page = open_page("/sign-in/", scripts=False)

    assert page.get_by_text("Passkeys need JavaScript").is_visible()
    assert not page.get_by_role("button", name="Sign in with a passkey").is_visible()


def test_the_way_to_orcid_leaves_our_pages_under_their_policy(open_page, settings):
    orcid = {"name": "ORCID", "client_id": "APP-1", "secret": "s"}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": []}, "orcid": {"APPS": [orcid]}}
    page = open_page("/sign-in/")
    page.route("https://orcid.org/**", lambda route: route.fulfill(body="Sign in to ORCID"))

    press(page, "Continue with ORCID")

    page.get_by_text("Sign in to ORCID").wait_for()
    assert "client_id=APP-1" in page.url


def test_a_password_can_be_shown_and_hidden(open_page):
    page = open_page("/join/")
    field = page.get_by_label("Password", exact=True)
    field.fill("a quiet corridor")

    page.get_by_role("button", name="Show").click()
    shown = field.get_attribute("type")
    page.get_by_role("button", name="Hide").click()

    assert (shown, field.get_attribute("type")) == ("text", "password")


def test_somebody_joins_by_keyboard_alone(open_page):
    page = open_page("/join/")
    keys = page.keyboard

    keys.type("Yaa Asantewaa")
    keys.press("Tab")
    keys.type("yaa@example.org")
    keys.press("Tab")
    keys.type("a quiet corridor")
    keys.press("Enter")
    page.get_by_label("Code from the mail").wait_for()
    keys.type(code_from(mail.outbox[-1]))
    keys.press("Enter")

    page.wait_for_url(lambda url: "/join/" not in url)
    page.goto("/you/security/")
    assert "yaa@example.org" in page.get_by_role("main").inner_text()


def test_the_keyboard_reaches_everything_on_the_way_in(open_page):
    page = open_page("/join/")

    stops = keyboard_stops(page)

    assert [stop.name for stop in stops if not stop.has_outline or stop.is_covered] == []
    assert "Join" in [stop.name for stop in stops]
