"""Somebody's own account, as her apps show and change it."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from PIL import Image

from corridor.people.actions import NewLink, follow, set_links
from corridor.people.models import Profile
from corridor.posts.models import Post

OWN = "/api/v1/accounts/verify_credentials"
CHANGE = "/api/v1/accounts/update_credentials"


def change(client, **given):
    return client.patch(CHANGE, given, content_type="application/json")


def picture():
    out = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(out, "PNG")
    return out.getvalue()


def test_an_app_shows_whose_it_is(app, amara, dr_osei, now):
    follow(follower=dr_osei, followed=amara, now=now)

    said = app(amara).get(OWN).json()

    assert said["id"] == str(amara.pk)
    assert said["acct"] == amara.handle
    assert said["followers_count"] == 1
    assert said["source"]["privacy"] == "public"
    assert said["source"]["note"] == ""
    assert said["source"]["follow_requests_count"] == 0
    assert said["role"]["permissions"] == "0"


@pytest.mark.parametrize("scopes", ["profile", "read:accounts", "read:me", "read"])
def test_it_needs_little_for_that(app, amara, scopes):
    assert app(amara, scopes=scopes).get(OWN).status_code == 200


@pytest.mark.parametrize("scopes", ["write", "follow", "read:statuses"])
def test_but_something(app, amara, scopes):
    assert app(amara, scopes=scopes).get(OWN).status_code == 403


def test_without_a_token_nobody_is_anybody(client, db):
    assert client.get(OWN).status_code == 401


def test_a_name_and_words_are_changed_and_seen_at_once(app, amara):
    mine = app(amara)
    mine.get(OWN)

    said = change(mine, display_name="Amara N.", note="Year 3. #FirstGen").json()

    assert said["display_name"] == "Amara N."
    assert said["source"]["note"] == "Year 3. #FirstGen"
    assert mine.get(OWN).json()["display_name"] == "Amara N."


def test_what_is_not_sent_stays(app, amara):
    before = Profile.objects.values().get(pk=amara.pk)

    change(app(amara), note="Hello")

    assert Profile.objects.values().get(pk=amara.pk) == before | {"bio": "Hello"}


@pytest.mark.parametrize(
    "fields",
    [
        [{"name": "Pronouns", "value": "she"}, {"name": "Blog", "value": "https://a.example/b"}],
        {"0": {"name": "Pronouns", "value": "she"}, "1": {"name": "Blog", "value": "a.example/b"}},
    ],
)
def test_fields_are_pronouns_and_addresses(app, amara, fields):
    said = change(app(amara), fields_attributes=fields).json()

    assert [(field["name"], field["value"]) for field in said["source"]["fields"]] == [
        ("Pronouns", "she"),
        ("Blog", "https://a.example/b"),
    ]
    assert Profile.objects.get(pk=amara.pk).pronouns == "she"


def test_fields_come_as_a_form_too(app, amara):
    body = "fields_attributes[0][name]=Blog&fields_attributes[0][value]=https://a.example/b"

    said = app(amara).patch(CHANGE, body, content_type="application/x-www-form-urlencoded").json()

    assert said["source"]["fields"][-1]["value"] == "https://a.example/b"


def test_a_link_that_was_checked_stays_checked(app, amara, now):
    set_links(profile=amara, links=[NewLink(label="Blog", url="https://a.example/b")], by=amara)
    amara.links.update(verified_at=now)

    said = change(
        app(amara), fields_attributes=[{"name": "My blog", "value": "https://a.example/b"}]
    ).json()

    assert said["fields"][-1]["verified_at"] is not None


def test_locked_means_that_followers_wait(app, amara):
    said = change(app(amara), locked=True, discoverable=False, indexable=True).json()

    kept = Profile.objects.get(pk=amara.pk)
    assert (said["locked"], said["discoverable"]) == (True, False)
    assert (kept.approves_followers, kept.is_listed) == (True, False)
    assert kept.is_searchable
    assert kept.visibility == amara.visibility


def test_a_photo_is_made_anew_from_what_was_sent(app, amara):
    sent = {"avatar": SimpleUploadedFile("me.png", picture(), "image/png")}

    answer = app(amara).patch(CHANGE, encode_multipart(BOUNDARY, sent), MULTIPART_CONTENT)

    assert answer.status_code == 200
    assert answer.json()["avatar"].endswith(".webp")


@pytest.mark.parametrize(
    "given",
    [
        {"display_name": "…"},
        {"display_name": ""},
        {"display_name": "a" * 101},
        {"note": "a" * 1001},
        {"fields_attributes": [{"name": "Blog", "value": "javascript:alert(1)"}]},
        {"fields_attributes": [{"name": "Job", "value": "Student"}]},
        {"fields_attributes": [{"name": "a", "value": f"https://a.example/{n}"} for n in range(7)]},
        {"header": "data:image/png;base64,AAAA"},
    ],
)
def test_what_cannot_be_kept_is_refused_whole(app, amara, given):
    before = Profile.objects.values().get(pk=amara.pk)

    answer = change(app(amara), **({"note": "New"} | given))

    assert answer.status_code == 422
    assert answer.json()["error"].startswith("Validation failed: ")
    assert Profile.objects.values().get(pk=amara.pk) == before


def test_no_picture_is_no_photo(app, amara):
    sent = {"avatar": SimpleUploadedFile("me.svg", b"<svg/>", "image/svg+xml"), "note": "New"}

    answer = app(amara).patch(CHANGE, encode_multipart(BOUNDARY, sent), MULTIPART_CONTENT)

    assert answer.status_code == 422
    assert Profile.objects.get(pk=amara.pk).bio == ""


def test_reading_alone_changes_nothing(app, amara):
    assert change(app(amara, scopes="read"), note="New").status_code == 403


def test_how_posts_begin_is_the_same_in_apps_and_on_pages(app, amara, signed_in):
    wishes = {"audience": "verified", "quoters": "followers", "language": "de"}
    signed_in(amara).post("/you/posting/", wishes)

    said = app(amara).get("/api/v1/preferences").json()
    source = app(amara).get("/api/v1/accounts/verify_credentials").json()["source"]

    assert said["posting:default:visibility"] == source["privacy"] == "private"
    assert said["posting:default:quote_policy"] == source["quote_policy"] == "followers"
    assert said["posting:default:language"] == source["language"] == "de"
    posted = app(amara).post("/api/v1/statuses", {"status": "For whoever holds a badge"}).json()
    assert posted["language"] == "de"
    assert Post.objects.get().audience == "verified"


def test_an_app_says_how_posts_begin(app, amara):
    body = "source[privacy]=unlisted&source[sensitive]=true&source[language]=fr"
    form = "application/x-www-form-urlencoded"
    source = app(amara).patch(CHANGE, body, content_type=form).json()["source"]

    assert (source["privacy"], source["sensitive"], source["language"]) == ("unlisted", True, "fr")
    said = app(amara).post("/api/v1/statuses", {"status": "Quietly"}).json()
    assert (said["visibility"], said["sensitive"], said["language"]) == ("unlisted", True, "fr")
    told = {"status": "Loud", "visibility": "public", "sensitive": "false", "language": "en"}
    said = app(amara).post("/api/v1/statuses", told).json()
    assert (said["visibility"], said["sensitive"], said["language"]) == ("public", False, "en")
    assert change(app(amara), source={"privacy": "direct"}).status_code == 422


def test_preferences_are_those_of_a_new_post(app, amara):
    said = app(amara).get("/api/v1/preferences").json()

    assert said["posting:default:visibility"] == "public"
    assert said["reading:expand:spoilers"] is False
