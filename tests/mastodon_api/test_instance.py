"""What apps ask about the server before anybody signs in."""

from xml.etree import ElementTree as ET

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from PIL import Image

from corridor.people.choices import Visibility
from corridor.posts.actions import NewPost, publish_post

PUBLIC = "https://corridor.example"


@pytest.fixture(autouse=True)
def _public(settings):
    settings.PUBLIC_URL = PUBLIC
    settings.STREAMING_URL = "wss://corridor.example"


def test_it_says_where_it_is_and_how_long_posts_may_be(amara, now):
    publish_post(NewPost(text="Hello"), by=amara, now=now)

    said = Client().get("/api/v2/instance").json()

    assert said["domain"] == "corridor.example"
    assert said["version"].startswith("4.")
    assert "compatible; Corridor" in said["version"]
    assert said["configuration"]["statuses"] == {
        "max_characters": 1000,
        "max_media_attachments": 4,
        "characters_reserved_per_url": 23,
    }
    assert said["configuration"]["polls"] == {
        "max_options": 6,
        "max_characters_per_option": 100,
        "min_expiration": 300,
        "max_expiration": 2678400,
    }
    assert said["configuration"]["urls"]["streaming"] == "wss://corridor.example"
    assert said["registrations"]["enabled"] is True


def test_the_old_form_says_the_same(amara, dr_osei, now):
    publish_post(NewPost(text="Hello"), by=amara, now=now)

    said = Client().get("/api/v1/instance").json()

    assert said["uri"] == "corridor.example"
    assert said["stats"] == {"user_count": 2, "status_count": 1, "domain_count": 0}
    assert said["configuration"]["statuses"]["max_characters"] == 1000
    assert said["urls"] == {"streaming_api": "wss://corridor.example"}


@pytest.mark.parametrize(
    ("way", "is_open", "is_decided"),
    [("open", True, False), ("approval", True, True), ("invitation", False, False)],
)
def test_it_says_who_may_join(db, settings, way, is_open, is_decided):
    settings.REGISTRATION = way

    said = Client().get("/api/v2/instance").json()["registrations"]

    assert (said["enabled"], said["approval_required"]) == (is_open, is_decided)


def test_operators_say_whom_to_ask_and_what_members_agree_to(amara, settings):
    settings.CONTACT_EMAIL, settings.CONTACT_HANDLE = "desk@corridor.example", amara.handle
    settings.RULES = ["Be kind.", "Name no patient."]
    settings.SOURCE_URL = "https://code.example/corridor"

    said = Client().get("/api/v2/instance").json()
    before = Client().get("/api/v1/instance").json()

    assert said["contact"]["email"] == before["email"] == "desk@corridor.example"
    assert said["contact"]["account"]["acct"] == amara.handle
    assert before["contact_account"]["acct"] == amara.handle
    assert [one["text"] for one in said["rules"]] == ["Be kind.", "Name no patient."]
    assert Client().get("/api/v1/instance/rules").json() == said["rules"] == before["rules"]
    assert said["source_url"] == "https://code.example/corridor"


def test_a_contact_whose_profile_is_for_members_is_not_shown_to_everybody(amara, settings):
    settings.CONTACT_HANDLE = amara.handle
    amara.visibility = Visibility.MEMBERS
    amara.save(update_fields=["visibility"])

    assert Client().get("/api/v2/instance").json()["contact"]["account"] is None


def test_it_names_the_languages_of_posts(db):
    said = Client().get("/api/v1/instance/languages").json()

    assert {"code": "de", "name": "German"} in said


def test_this_process_answers():
    assert Client().get("/health").content == b"OK"


def test_looking_twice_counts_once(amara, django_assert_num_queries):
    Client().get("/api/v2/instance")

    with django_assert_num_queries(0):
        Client().get("/api/v1/instance")


@pytest.mark.parametrize(
    "address",
    [
        "/api/v1/instance/peers",
        "/api/v1/instance/activity",
        "/api/v1/instance/rules",
        "/api/v1/instance/domain_blocks",
        "/api/v1/custom_emojis",
        "/api/v1/announcements",
        "/api/v1/trends",
        "/api/v1/trends/tags",
        "/api/v1/trends/links",
        "/api/v1/trends/statuses",
    ],
)
def test_of_what_there_is_none_the_list_is_empty(db, address):
    assert Client().get(address).json() == []


@pytest.mark.parametrize("name", ["extended_description", "privacy_policy"])
def test_there_is_something_to_read(db, name):
    assert "<p>" in Client().get(f"/api/v1/instance/{name}").json()["content"]


def test_other_software_finds_out_what_this_is(amara):
    [link] = Client().get("/.well-known/nodeinfo").json()["links"]
    said = Client().get(link["href"].removeprefix(PUBLIC)).json()

    assert link["href"].startswith(PUBLIC)
    assert said["version"] == "2.0"
    assert said["software"]["name"] == "corridor"
    assert said["usage"]["users"]["total"] == 1
    assert said["openRegistrations"] is True


def test_phanpy_reads_the_name_of_the_host_from_it(db):
    answer = Client().get("/.well-known/host-meta")

    [link] = ET.fromstring(answer.content)  # noqa: S314 - made by ourselves
    assert answer.headers["Content-Type"].startswith("application/xrd+xml")
    assert link.get("template") == f"{PUBLIC}/.well-known/webfinger?resource={{uri}}"


@pytest.mark.parametrize(
    ("name", "size"), [("avatar.png", (400, 400)), ("header.png", (1500, 500))]
)
def test_whoever_has_no_picture_has_ours(name, size):
    with Image.open(finders.find(name)) as picture:
        assert picture.size == size
