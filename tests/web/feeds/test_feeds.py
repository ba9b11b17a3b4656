"""Public posts for feed readers: the same for whoever asks."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from corridor.people.actions import PrivacySettings, block, follow, set_privacy
from corridor.people.choices import Visibility
from corridor.posts.actions import NewPost, delete_post, publish_post
from corridor.posts.choices import Audience, Kind

ATOM = "{http://www.w3.org/2005/Atom}"
HERS, TAG = "/@kwame_osei/feed.atom", "/tags/pocus/feed.atom"


@pytest.fixture
def say(db):
    def publish(author, text, *, minutes=5, **more):
        now = timezone.now() - timedelta(minutes=minutes)
        return publish_post(NewPost(text=text, **more), by=author, now=now)

    return publish


def entries(path, client=None):
    answer = (client or Client()).get(path)
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(answer.content).findall(f"{ATOM}entry")  # noqa: S314 - ours


def titles(path, client=None):
    return [entry.find(f"{ATOM}title").text for entry in entries(path, client)]


def test_the_newest_come_first_with_addresses_that_lead_here(dr_osei, say):
    say(dr_osei, "First #POCUS", minutes=9)
    newest = say(dr_osei, "Then <b>this</b> #POCUS")

    [entry, _older] = entries(HERS)

    assert titles(HERS) == titles(TAG) == ["Then <b>this</b> #POCUS", "First #POCUS"]
    assert entry.find(f"{ATOM}link").get("href") == f"http://testserver/@kwame_osei/{newest.pk}/"
    words = entry.find(f"{ATOM}summary").text
    assert 'href="http://testserver/tags/pocus/"' in words
    assert "<b>" not in words
    assert entry.find(f"{ATOM}category").get("term") == "pocus"


@pytest.mark.parametrize(
    "more",
    [
        {"audience": Audience.QUIET},
        {"audience": Audience.FOLLOWERS},
        {"audience": Audience.VERIFIED},
        {"audience": Audience.RELATIONS},
        {"audience": Audience.NAMED, "text": "@amara_nwosu #POCUS"},
        {"kind": Kind.STORY, "expires_at": timezone.now() + timedelta(days=9)},
    ],
)
@pytest.mark.parametrize("path", [HERS, TAG])
def test_what_is_not_for_everybody_is_in_no_feed(signed_in, amara, dr_osei, say, now, more, path):
    follow(follower=amara, followed=dr_osei, now=now)
    say(dr_osei, "Open #POCUS", minutes=9)
    say(dr_osei, **{"text": "For some #POCUS"} | more)

    assert titles(path) == ["Open #POCUS"]
    assert titles(path, signed_in(amara)) == ["Open #POCUS"]
    assert titles(path, signed_in(dr_osei)) == ["Open #POCUS"]


def test_what_is_folded_stays_folded(dr_osei, say):
    say(dr_osei, "It went badly #POCUS", content_note="A death in theatre")

    for path in (HERS, TAG):
        assert titles(path) == ["A death in theatre"]
        assert "badly" not in Client().get(path).content.decode()


def test_replies_to_others_are_not_in_it(amara, dr_osei, say):
    asked = say(amara, "Which block?")
    say(dr_osei, "Fascia iliaca", in_reply_to=asked.pk)

    assert titles(HERS) == []


def test_a_profile_for_members_only_has_none(dr_osei, say, now):
    say(dr_osei, "Open #POCUS")
    settings = replace(PrivacySettings.of(dr_osei), visibility=Visibility.MEMBERS)
    set_privacy(profile=dr_osei, settings=settings, by=dr_osei, now=now)

    assert Client().get(HERS).status_code == 404
    assert titles(TAG) == []
    assert HERS not in Client().get("/@kwame_osei/").content.decode()


def test_who_is_kept_apart_is_in_no_feed_of_hers(signed_in, amara, dr_osei, say, now):
    say(dr_osei, "Open #POCUS")
    block(blocker=dr_osei, blocked=amara, now=now)
    client = signed_in(amara)

    assert client.get(HERS).status_code == 404
    assert titles(TAG, client) == []
    assert "private" in client.get(TAG).headers["Cache-Control"]


def test_nobody_and_unused_hashtags_have_none(db):
    assert Client().get("/@nobody_here/feed.atom").status_code == 404
    assert Client().get("/tags/unused/feed.atom").status_code == 404


def test_it_ends_after_twenty(dr_osei, say):
    for number in range(21):
        say(dr_osei, f"Post {number} #POCUS", minutes=60 - number)

    assert len(titles(HERS)) == len(titles(TAG)) == 20


def test_what_has_not_changed_is_not_sent_again(dr_osei, say, now):
    post = say(dr_osei, "Open #POCUS")
    first = Client().get(HERS)
    assert first.headers["Cache-Control"] == "max-age=300, public"

    def again():
        return Client().get(HERS, headers={"If-None-Match": first.headers["ETag"]})

    assert again().status_code == 304
    delete_post(post=post, by=dr_osei, now=now)
    assert again().status_code == 200


def test_pages_lead_to_them(dr_osei, say):
    say(dr_osei, "Open #POCUS")

    for page, feed in (("/@kwame_osei/", HERS), ("/tags/pocus/", TAG)):
        assert 'type="application/atom+xml"' in Client().get(page).content.decode()
        assert f'<a href="{feed}">' in Client().get(page).content.decode()
    assert Client().get("/tags/POCUS/feed.atom").url == TAG


@pytest.mark.parametrize(("path", "queries"), [(HERS, 4), (TAG, 4)])
def test_a_feed_takes_four_queries(dr_osei, say, django_assert_max_num_queries, path, queries):
    for number in range(5):
        say(dr_osei, f"Post {number} #POCUS")

    with django_assert_max_num_queries(queries):
        Client().get(path)
