"""Cards where they are needed, the policy beside them, and who has read which version."""

import hashlib

import html5lib
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from corridor.safety import actions, guidance_cards
from corridor.safety.actions import appoint_moderator
from corridor.safety.choices import Queue
from corridor.safety.models import CardRead, PolicyVersion
from corridor.safety.personal_archive import archive

DIGESTS = {
    "case-post": (1, "39505eaae63da362d07fdf52a83f224f2e8ffb988ca987ba5472a92b27c2efc2"),
    "attack": (1, "ffe951562c66cd31ebed241e3ef77ec21e600ea00f1e507950c0c229aaf40f2d"),
    "disclosure": (1, "f2b8b77bcad84701d05e5c3ae508c7f1e1685aa036f055d957bbe6bf5073f4e9"),
    "reply-to-a-patient": (1, "847136f6197f2f4588ffd1c6b48c870c9c268a41357dadda2d661169120728c5"),
    "after-an-error": (1, "54260a5e2d60b9fc414ef627a1b2b13d0311fab7ebd09bf10c6ad581445a3e09"),
}
"""Version and digest of the points of each card, in English."""


def read(response):
    html5lib.HTMLParser(strict=True).parse(response.text)
    return response.text


@pytest.fixture
def client(signed_in, amara):
    return signed_in(amara)


@pytest.fixture
def lead(join, now):
    profile = join(handle="rosa", display_name="Rosa Quiroga")
    appoint_moderator(profile, queues=[Queue.RULES], now=now, is_lead=True)
    return profile


@pytest.fixture
def policy(lead, now):
    def keep(text="Photographs of patients need the form of the ward."):
        return actions.keep_policy(text, by=lead, now=now)

    return keep


def test_a_card_that_says_something_else_has_another_version():
    told = {
        slug: (card.version, hashlib.sha256("".join(map(str, card.points)).encode()).hexdigest())
        for slug, card in guidance_cards.CARDS.items()
    }

    assert told == DIGESTS


@pytest.mark.parametrize("slug", guidance_cards.CARDS)
def test_visitors_read_every_card_with_its_sources(db, slug):
    page = read(Client().get(f"/guidance/{slug}/"))

    assert guidance_cards.CARDS[slug].sources[0].url in page
    assert "I have read it" not in page


def test_that_a_card_was_read_is_kept_with_its_version_and_asked_again_after_a_change(
    client, amara, monkeypatch
):
    client.post("/guidance/case-post/read/", {"version": 1})
    client.post("/guidance/case-post/read/", {"version": 1})

    assert list(CardRead.objects.values_list("profile", "card", "version")) == [
        (amara.pk, "case-post", 1)
    ]
    assert "You read this version on" in read(client.get("/guidance/case-post/"))
    from dataclasses import replace  # noqa: PLC0415 - for this alone

    newer = replace(guidance_cards.CARDS["case-post"], version=2)
    monkeypatch.setitem(guidance_cards.CARDS, "case-post", newer)
    assert "I have read it" in read(client.get("/guidance/case-post/"))
    assert "changed since you read it" in read(client.get("/guidance/"))


@pytest.mark.parametrize("version", ["2", "0", "x", ""])
def test_no_other_version_than_the_one_that_stands_there_is_said_to_be_read(client, version):
    client.post("/guidance/case-post/read/", {"version": version})

    assert not CardRead.objects.exists()


def test_what_is_no_card_is_not_there(client):
    assert client.get("/guidance/magic/").status_code == 404
    assert client.post("/guidance/magic/read/", {"version": 1}).status_code == 404
    assert client.get("/guidance/policy/").status_code == 404


def test_whoever_leads_the_desk_keeps_the_policy_in_versions(
    client, signed_in, lead, policy, settings
):
    settings.DESK_SECOND_STEP = False
    policy()
    desk = signed_in(lead)
    assert "Version 1 of" in read(desk.get("/queue/policy/"))
    client.post("/guidance/policy/read/", {"version": 1})

    said = "# Photographs\n\nAsk <b>first</b>, **always**.\n\nSee https://example.org/policy."
    read(desk.post("/queue/policy/", {"text": said}, follow=True))

    assert PolicyVersion.objects.count() == 2
    page = read(client.get("/guidance/policy/"))
    assert "&lt;b&gt;first&lt;/b&gt;" in page
    assert "<h2>Photographs</h2>" in page
    assert "<strong>always</strong>" in page
    assert 'href="https://example.org/policy" rel="noreferrer"' in page
    assert "I have read it" in page
    assert "The policy of this place" in read(client.get("/guidance/case-post/"))


@pytest.mark.parametrize(
    ("text", "words"), [("Same", "what it said before"), ("a" * 20_001, "too long")]
)
def test_a_policy_that_cannot_be_kept_is_shown_again(
    signed_in, lead, policy, settings, text, words
):
    settings.DESK_SECOND_STEP = False
    policy("Same")

    answer = signed_in(lead).post("/queue/policy/", {"text": text})

    assert answer.status_code == 422
    assert words in read(answer)
    assert PolicyVersion.objects.count() == 1


def test_taken_away_it_is_no_page_any_more(client, policy):
    policy()
    policy("")

    assert client.get("/guidance/policy/").status_code == 404
    assert "The policy of this place" not in read(client.get("/guidance/"))


def test_nobody_else_keeps_it(client, amara, now):
    assert client.get("/queue/policy/").status_code == 404
    assert client.post("/queue/policy/", {"text": "Mine"}).status_code == 404
    with pytest.raises(actions.NotYoursToKeep):
        actions.keep_policy("Mine", by=amara, now=now)
    assert not PolicyVersion.objects.exists()


def test_what_she_read_is_in_her_archive(client, amara):
    client.post("/guidance/disclosure/read/", {"version": 1})

    sections = {section.key: section.rows for section in archive(amara)}
    assert [(one["card"], one["version"]) for one in sections["cards_read"]] == [("disclosure", 1)]


def test_cards_stand_where_they_are_needed(client):
    said = {"audience": "public", "language": "en"}
    old = {**said, "text": "I saw a 94-year-old lighthouse keeper from Aberdovey last Tuesday."}
    praise = {**said, "text": "Sugammadex changed my practice overnight.", "deed": "preview"}

    assert "/guidance/case-post/" in client.post("/compose/", old).text
    assert "/guidance/disclosure/" in client.post("/compose/", praise).text


def test_pages_take_few_queries(client, policy):
    policy()
    for path, most in (("/guidance/", 6), ("/guidance/case-post/", 6), ("/guidance/policy/", 6)):
        client.get(path)
        with CaptureQueriesContext(connection) as made:
            client.get(path)
        assert len(made) <= most, path


ABOUT = {"text": "Our 94-year-old patient went home.", "audience": "public", "language": "en"}


def asked_about(page):
    return [name for name in ("case-post:1", "policy:1") if f'name="guided" value="{name}"' in page]


def test_where_the_check_finds_something_the_composer_asks_once_for_what_was_not_read(
    client, amara, policy
):
    assert asked_about(read(client.get("/compose/"))) == []
    assert asked_about(read(client.post("/compose/", ABOUT))) == ["case-post:1"]
    policy()
    assert asked_about(read(client.post("/compose/", ABOUT))) == ["case-post:1", "policy:1"]

    client.post("/compose/", ABOUT | {"guided": "case-post:1"})
    assert asked_about(read(client.post("/compose/", ABOUT))) == ["policy:1"]
    page = read(client.post("/compose/", ABOUT | {"deed": "no-guidance"}))
    assert "94-year-old" in page
    assert asked_about(read(client.post("/compose/", ABOUT))) == []

    kept = CardRead.objects.filter(profile=amara).order_by("card")
    assert [(one.card, one.is_declined) for one in kept] == [("case-post", False), ("policy", True)]
    assert "I have read it" in read(client.get("/guidance/policy/"))  # declined is not read
    policy("Ask the privacy officer first.")
    client.post("/compose/", ABOUT | {"guided": "policy:1"})  # which is not what it says now
    assert asked_about(read(client.post("/compose/", ABOUT)).replace("policy:2", "policy:1")) == [
        "policy:1"
    ]


def test_what_was_declined_can_be_read_later(client, amara):
    client.post("/compose/", ABOUT | {"deed": "no-guidance"})

    read(client.post("/guidance/case-post/read/", {"version": 1}, follow=True))

    assert not CardRead.objects.get(profile=amara).is_declined
