"""What others did, on a page."""

import pytest

from corridor.notifications import actions
from corridor.notifications.choices import Treatment
from corridor.people import actions as people
from corridor.posts import actions as posts
from corridor.posts.choices import Repliers
from tests.posts.conftest import *  # noqa: F403 - pytest finds fixtures by name

ACTIVITY = "/notifications/"


@pytest.fixture
def read(signed_in):
    def get(profile, path=ACTIVITY):
        return signed_in(profile).get(path).content.decode()

    return get


@pytest.fixture
def post(amara, says):
    return says(amara, "First block placed")


def test_kudos_of_an_hour_are_one_line(read, amara, dr_osei, mallory, post, now):
    posts.give_kudos(post=post, by=dr_osei, now=now)
    posts.give_kudos(post=post, by=mallory, now=now)

    page = read(amara)

    assert f"{mallory.display_name} and {dr_osei.display_name} gave you kudos" in page
    assert page.count("<article") == 1
    assert "First block placed" in page


def test_each_kind_has_its_sentence(read, amara, dr_osei, post, says, now):
    amara.approves_followers = True
    says(dr_osei, "Well done", in_reply_to=post.pk)
    says(dr_osei, "And @amara_nwosu")
    says(dr_osei, "Read this", quotes=post.pk)
    posts.boost_post(post=post, by=dr_osei, now=now)
    people.follow(follower=dr_osei, followed=amara, now=now)
    narrow = says(amara, "Only for those I name", repliers=Repliers.MENTIONED)
    says(dr_osei, "May I?", in_reply_to=narrow.pk)

    page = read(amara)

    for said in (
        "replied to you",
        "named you",
        "quoted you",
        "boosted your post",
        "asks to follow you",
        "waits for you to let it through",
    ):
        assert f"{dr_osei.display_name} {said}" in page or said in page


def test_a_follow_request_is_answered_on_the_page(signed_in, amara, dr_osei, now):
    amara.approves_followers = True
    amara.save(update_fields=["approves_followers"])
    people.follow(follower=dr_osei, followed=amara, now=now)
    mine = signed_in(amara)
    assert 'action="/@kwame_osei/following-you/"' in mine.get(ACTIVITY).content.decode()

    answer = mine.post("/@kwame_osei/following-you/", {"next": ACTIVITY})

    assert answer["Location"] == ACTIVITY
    assert "asks to follow you" not in mine.get(ACTIVITY).content.decode()


def test_what_is_new_is_marked_until_she_says_that_she_read_it(
    signed_in, amara, dr_osei, post, now
):
    posts.give_kudos(post=post, by=dr_osei, now=now)
    mine = signed_in(amara)
    assert mine.get("/notifications/unread/").json() == {"count": 1}

    mine.post("/notifications/read/", {"to": amara.notifications.get().pk})

    assert mine.get("/notifications/unread/").json() == {"count": 0}
    assert "Mark all as read" not in mine.get(ACTIVITY).content.decode()


def test_what_came_since_stays_new(signed_in, amara, dr_osei, mallory, post, now):
    posts.give_kudos(post=post, by=dr_osei, now=now)
    seen = amara.notifications.get().pk
    posts.give_kudos(post=post, by=mallory, now=now)
    mine = signed_in(amara)

    mine.post("/notifications/read/", {"to": seen})

    assert mine.get("/notifications/unread/").json() == {"count": 1}


@pytest.mark.parametrize("to", ["", "soon", "9" * 30, "-1"])
def test_a_place_that_is_none_changes_nothing(signed_in, amara, dr_osei, post, now, to):
    posts.give_kudos(post=post, by=dr_osei, now=now)
    mine = signed_in(amara)

    assert mine.post("/notifications/read/", {"to": to}).status_code == 302
    assert mine.get("/notifications/unread/").json() == {"count": 1}


def test_filters_hold_here(read, amara, dr_osei, says):
    for word, action in (("osce", "hide"), ("shelf", "warn")):
        words = posts.FilterWords(
            title=f"No {word}", contexts=["notifications"], action=posts.FilterAction(action)
        )
        posts.make_filter(words, keywords=[posts.Keyword(text=word)], by=amara)
    says(dr_osei, "@amara_nwosu your OSCE")
    says(dr_osei, "@amara_nwosu your shelf")

    page = read(amara)

    assert "OSCE" not in page
    assert "your shelf" not in page
    assert "Covered by your filter “No shelf”." in page


def test_older_ones_are_on_the_next_page(read, amara, dr_osei, says):
    for number in range(61):
        says(dr_osei, f"@amara_nwosu {number}")

    page = read(amara)
    _, _, onward = page.partition('href="?before=')
    rest = read(amara, f"{ACTIVITY}?before={onward.split(chr(34))[0]}")

    assert page.count("<article") == 60
    assert rest.count("<article") == 1


def test_a_visitor_signs_in_first(client, db):
    assert client.get(ACTIVITY).status_code == 302
    assert client.get("/notifications/unread/").status_code == 302


def test_the_page_takes_few_queries(signed_in, amara, dr_osei, says, django_assert_num_queries):
    for number in range(5):
        says(dr_osei, f"@amara_nwosu {number}")
    mine = signed_in(amara)

    with django_assert_num_queries(8):
        mine.get(ACTIVITY)


def test_the_navigation_leads_there(read, amara):
    page = read(amara, "/you/")

    assert 'href="/notifications/"' in page
    assert 'data-unread="/notifications/unread/"' in page


def test_what_strangers_send_is_looked_at_apart(signed_in, amara, mallory, says):
    actions.set_policy({"for_not_following": Treatment.FILTER}, by=amara.pk)
    says(mallory, "Hello @amara_nwosu")
    mine = signed_in(amara)
    assert "Hello" not in mine.get(ACTIVITY).content.decode()
    assert "Hello" in mine.get("/notifications/requests/").content.decode()

    mine.post(f"/notifications/requests/{mallory.pk}/approval/")

    assert "Hello" in mine.get(ACTIVITY).content.decode()
    assert mine.post(f"/notifications/requests/{mallory.pk}/refusal/").status_code == 404


def test_what_strangers_send_is_dismissed(signed_in, amara, mallory, says):
    actions.set_policy({"for_not_following": Treatment.FILTER}, by=amara.pk)
    says(mallory, "Hello @amara_nwosu")
    mine = signed_in(amara)

    mine.post(f"/notifications/requests/{mallory.pk}/refusal/")

    assert "Nothing waits" in mine.get("/notifications/requests/").content.decode()
    assert not amara.notifications.exists()


def test_how_she_is_told_is_kept(signed_in, amara, mallory, says):
    mine = signed_in(amara)
    page = mine.get("/notifications/settings/").content.decode()
    assert page.count("checked") == 7
    chosen = {
        "mentions": "on",
        "for_not_following": "drop",
        "for_not_followers": "accept",
        "for_new_accounts": "accept",
        "for_private_mentions": "filter",
        "for_limited_accounts": "drop",
    }

    mine.post("/notifications/settings/", chosen)

    kept = mine.get("/notifications/settings/").content.decode()
    assert kept.count("checked") == 1
    assert '<option value="drop" selected>' in kept
    says(mallory, "Hello @amara_nwosu")
    assert "Hello" not in mine.get(ACTIVITY).content.decode()


def test_a_wish_that_cannot_be_is_refused(signed_in, amara):
    refused = signed_in(amara).post("/notifications/settings/", {"for_not_following": "burn"})

    assert refused.status_code == 422
    assert "Not kept yet" in refused.content.decode()
