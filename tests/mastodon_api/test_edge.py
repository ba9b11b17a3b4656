"""What every answer to an app has: whichever address it asked, and whatever went wrong."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import path

from corridor.config.urls import handler404, handler500
from corridor.config.urls import urlpatterns as real_urlpatterns

HOME = "/api/v1/timelines/home"


def broken(request):
    raise RuntimeError("what only we should read")


urlpatterns = [path("api/v1/broken", broken), *real_urlpatterns]
__all__ = ["handler404", "handler500"]


@pytest.mark.parametrize(
    "address",
    [
        "/api/v1/instance/",
        "/api/v2/instance/",
        "/api/v1/custom_emojis/",
        "/.well-known/nodeinfo/",
        "/nodeinfo/2.0/",
    ],
)
def test_a_slash_at_the_end_is_answered_at_once(db, address):
    assert Client().get(address).status_code == 200


@pytest.mark.parametrize(
    ("method", "address", "status", "said"),
    [
        ("get", "/api/v1/nothing-of-the-kind", 404, "Not Found"),
        ("get", "/api/", 404, "Not Found"),
        ("delete", "/api/v1/instance", 405, "Method Not Allowed"),
        ("get", "/oauth/token", 405, "Method Not Allowed"),
        ("get", "/.well-known/nothing", 404, "Not Found"),
        ("get", "/api/v1/timelines/home?x=%00", 400, "Bad Request"),
    ],
)
def test_errors_are_json_whoever_makes_them(db, method, address, status, said):
    answer = getattr(Client(), method)(address)

    assert (answer.status_code, answer.json()) == (status, {"error": said})
    announced = answer.headers.get("Content-Length")
    assert announced in {None, str(len(answer.content))}, "apps wait for what never comes"


@pytest.mark.urls("tests.mastodon_api.test_edge")
def test_what_breaks_gives_nothing_away(db):
    answer = Client(raise_request_exception=False).get("/api/v1/broken")

    assert (answer.status_code, answer.json()) == (500, {"error": "Internal Server Error"})


@pytest.mark.parametrize("body", ["{", "[]", "\x00", '{"a": "\\u0000"}'])
@pytest.mark.parametrize("address", ["/api/v1/apps", "/oauth/token", "/oauth/revoke"])
def test_bodies_that_cannot_be_read_are_refused(db, address, body):
    answer = Client().post(address, body, content_type="application/json")

    assert answer.status_code in {400, 422}
    assert answer.json()["error"]


def test_pages_are_pages(db):
    answer = Client().get("/nothing-of-the-kind/")

    assert answer.status_code == 404
    assert answer.headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize(
    "address",
    [HOME, "/oauth/token", "/oauth/revoke", "/.well-known/nodeinfo", "/nodeinfo/2.0"],
)
def test_an_app_in_a_browser_may_ask_from_anywhere(db, address):
    answer = Client().options(
        address,
        headers={
            "Origin": "https://elk.example",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "authorization, content-type, idempotency-key",
        },
    )

    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "idempotency-key" in answer.headers["Access-Control-Allow-Headers"]
    assert "Access-Control-Allow-Credentials" not in answer.headers


def test_and_reads_links_and_limits(app, amara):
    answer = app(amara).get(HOME, headers={"Origin": "https://elk.example"})

    exposed = answer.headers["Access-Control-Expose-Headers"].split(", ")
    assert {"Link", "X-RateLimit-Remaining", "X-RateLimit-Reset"} <= set(exposed)


def test_even_of_an_error(db):
    answer = Client().get(HOME, headers={"Origin": "https://elk.example"})

    assert answer.status_code == 401
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("address", ["/", "/you/", "/oauth/authorize", "/sign-in/"])
def test_pages_are_read_by_no_other_site(db, address):
    answer = Client().get(address, headers={"Origin": "https://elk.example"})

    assert "Access-Control-Allow-Origin" not in answer.headers


def test_an_app_hears_how_much_it_may_still_ask(app, amara, settings):
    settings.API_RATE_LIMIT = 300

    mine = app(amara)
    first, second = mine.get(HOME).headers, mine.get(HOME).headers

    assert first["X-RateLimit-Limit"] == "300"
    assert (first["X-RateLimit-Remaining"], second["X-RateLimit-Remaining"]) == ("299", "298")
    reset = datetime.fromisoformat(first["X-RateLimit-Reset"])
    assert 0 < (reset - datetime.now(UTC)).total_seconds() <= 300


def test_all_apps_of_a_member_share_a_limit_and_others_have_their_own(
    app, amara, dr_osei, settings
):
    settings.API_RATE_LIMIT = 2
    phone, desk = app(amara), app(amara, scopes="read")
    phone.get(HOME)
    desk.get(HOME)

    answer = phone.get(HOME)

    assert (answer.status_code, answer.json()) == (429, {"error": "Too many requests"})
    assert answer.headers["X-RateLimit-Remaining"] == "0"
    assert app(dr_osei).get(HOME).status_code == 200


def test_visitors_are_counted_by_address(db, settings):
    settings.API_RATE_LIMIT = 1

    answers = [
        Client(REMOTE_ADDR=address).get("/api/v1/instance").status_code
        for address in ("192.0.2.1", "192.0.2.1", "192.0.2.2")
    ]

    assert answers == [200, 429, 200]


def test_guessing_tokens_counts_as_visiting(db, settings):
    settings.API_RATE_LIMIT = 2

    for guess in ("one", "two"):
        Client(headers={"Authorization": f"Bearer {guess}"}).get(HOME)

    assert Client().get("/api/v1/instance").status_code == 429


def test_a_server_may_have_no_limit(db, settings):
    settings.API_RATE_LIMIT = 0

    answer = Client().get("/api/v1/instance")

    assert answer.status_code == 200
    assert "X-RateLimit-Limit" not in answer.headers


def test_whoever_asks_only_whether_it_is_there_is_told(client, db):
    there, nobody = client.head("/api/v2/instance"), client.head("/api/v1/timelines/home")

    assert (there.status_code, there.content) == (200, b"")
    assert int(there.headers["Content-Length"]) > 100
    assert nobody.status_code == 401
