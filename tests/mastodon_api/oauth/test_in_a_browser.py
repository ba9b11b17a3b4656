"""The pages about apps as people see them: on a phone and a desk, by day and by night."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.utils import timezone
from oauth2_provider.models import Grant

from corridor.people.actions import Newcomer, join
from corridor.people.mailbox_links import new_token
from tests.people.registered import PASSWORD
from tests.web.browser import (
    flaws,
    follow,
    keyboard_stops,
)

OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob"


@pytest.fixture
def app_in_browser(live_server, register):
    """An app that gets its answers at this computer, as an app in a browser does."""
    return register(
        client_name="Elk, the nimble web client for everybody on the open web",
        redirect_uris=f"{live_server.url}/how-matching-works/",
        website="https://elk.example",
    )


def test_the_question_is_read_by_everybody(open_page, amara, app_in_browser, authorize_url):
    url = authorize_url(app_in_browser, scope="read write follow push")
    page = open_page(url, viewer=amara)

    assert page.get_by_role("heading", level=1).inner_text().startswith("Let Elk")
    assert flaws(page) == []


def test_so_are_the_code_the_refusal_and_the_list(
    open_page, amara, register, authorize_url, token_for
):
    app = register(redirect_uris=OUT_OF_BAND, client_name="toot")
    page = open_page(authorize_url(app), viewer=amara)
    follow(page.get_by_role("button", name="Let it in"))
    found = flaws(page)
    page.goto(authorize_url(app))
    follow(page.get_by_role("button", name="Refuse"))
    found += flaws(page)
    token_for(amara, register())
    page.goto("/you/apps/")
    page.get_by_text("What it may").click()
    found += flaws(page)

    assert found == []


def test_without_scripts_a_visitor_signs_in_and_lets_the_app_in(
    open_page, amara, app_in_browser, authorize_url, live_server
):
    page = open_page(authorize_url(app_in_browser, state="a b"), scripts=False)
    page.get_by_label("E-mail").fill(amara.account.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    follow(page.get_by_role("button", name="Sign in", exact=True))

    follow(page.get_by_role("button", name="Let it in"))

    said = parse_qs(urlsplit(page.url).query)
    assert page.url.startswith(f"{live_server.url}/how-matching-works/")
    assert (said["code"], said["state"]) == ([Grant.objects.get().code], ["a b"])


def test_the_policy_of_the_page_lets_an_app_elsewhere_have_its_answer(
    open_page, amara, register, authorize_url, live_server
):
    elsewhere = live_server.url.replace("localhost", "127.0.0.1")
    app = register(redirect_uris=f"{elsewhere}/how-matching-works/")
    page = open_page(authorize_url(app), viewer=amara)

    follow(page.get_by_role("button", name="Let it in"))

    assert page.url.startswith(f"{elsewhere}/how-matching-works/?code=")


def test_a_window_that_an_app_opened_is_still_its_window(
    open_page, amara, app_in_browser, authorize_url, live_server
):
    """What severs it fails in the browser only: the app waits for ever."""
    opener = open_page("/oauth/authorize")  # any page here that severs nothing itself
    with opener.expect_popup() as opened:
        opener.evaluate(f"window.popup = window.open({authorize_url(app_in_browser)!r})")
    window = opened.value
    window.wait_for_load_state()
    assert urlsplit(window.url).path == "/sign-in/"

    assert opener.evaluate("window.popup.closed") is False
    assert window.evaluate("window.opener !== null")


def test_a_newcomer_is_asked_whether_the_mailbox_is_hers(open_page, now):
    newcomer = Newcomer(email="kofi@severnside.example", name="Kofi Mensah")
    account = join(newcomer, PASSWORD, now=now).account
    token = new_token(account.pk, account.email, now=timezone.now())

    page = open_page(f"/join/mailbox/{token}/")

    assert flaws(page) == []


def test_it_is_answered_by_keyboard(open_page, amara, app_in_browser, authorize_url):
    page = open_page(authorize_url(app_in_browser), viewer=amara)

    stops = keyboard_stops(page)

    names = [stop.name for stop in stops]
    assert {"Let it in", "Refuse", "I am somebody else"} <= set(names)
    assert all(stop.has_outline and not stop.is_covered for stop in stops)


def test_amara_signs_an_app_out(open_page, amara, register, token_for, with_token):
    token = token_for(amara, register())
    page = open_page("/you/apps/", viewer=amara)

    follow(page.get_by_role("button", name=re.compile("Sign out.*Pocket")))

    assert "The app is signed out." in page.inner_text("main")
    assert (
        Client(headers={"Authorization": f"Bearer {token}"})
        .get("/api/v1/timelines/home")
        .status_code
        == 401
    )
