"""Hashtags that somebody follows, what is on a profile, and filters on pages."""

import re
from datetime import timedelta

import html5lib
import pytest
from django.test import Client
from django.utils import timezone

from corridor.people.actions import follow, make_list, mute
from corridor.posts.actions import (
    NewAchievement,
    boost_post,
    celebrate,
    pin_post,
)
from corridor.posts.choices import Audience, Feat
from corridor.posts.models import Filter, FilterKeyword


def read(client, path):
    page = client.get(path).content.decode()
    html5lib.HTMLParser(strict=True).parse(page)
    return page


def test_a_hashtag_that_she_follows_comes_to_her(signed_in, amara, dr_osei, say):
    say(dr_osei, "Erector spinae #POCUS")
    client = signed_in(amara)
    assert "You follow no hashtags yet" in read(client, "/your-hashtags/")

    page = client.post("/tags/pocus/follow/", follow=True).content.decode()

    assert "You follow #POCUS" in page
    assert "Erector spinae" in read(client, "/your-hashtags/")
    assert "Erector spinae" in read(client, "/")
    client.post("/tags/pocus/follow/end/")
    assert "Erector spinae" not in read(client, "/your-hashtags/")
    assert "Erector spinae" not in read(client, "/")


def test_what_is_no_hashtag_cannot_be_followed(signed_in, amara):
    assert signed_in(amara).post("/tags/%20/follow/").status_code == 404


def test_a_profile_shows_what_somebody_said_the_pinned_first(dr_osei, amara, say):
    pinned = say(dr_osei, "Read this first", minutes=90)
    asked = say(amara, "Which block?", minutes=80)
    say(dr_osei, "Fascia iliaca", in_reply_to=asked.pk)
    say(dr_osei, "Newest")
    pin_post(post=pinned, by=dr_osei, now=timezone.now())

    page = read(Client(), "/@kwame_osei/")

    assert page.index("Read this first") < page.index("Newest")
    assert "Fascia iliaca" not in page
    assert "Fascia iliaca" in read(Client(), "/@kwame_osei/?shows=replies")
    assert "Newest" not in read(Client(), "/@kwame_osei/?shows=media")


def test_a_profile_shows_what_somebody_passed_on(signed_in, dr_osei, amara, mallory, say, now):
    passed_on = say(mallory, "Worth a read", minutes=90)
    say(dr_osei, "Before it", minutes=60)
    boost_post(post=passed_on, by=dr_osei, now=timezone.now() - timedelta(minutes=30))
    say(dr_osei, "After it", minutes=10)

    page = read(Client(), "/@kwame_osei/")

    assert page.index("After it") < page.index("Worth a read") < page.index("Before it")
    assert '<a href="/@kwame_osei/">Dr Kwame Osei</a> boosted' in page
    assert "Worth a read" in read(Client(), "/@kwame_osei/?shows=replies")
    assert "Worth a read" not in read(Client(), "/@kwame_osei/?shows=media")
    mute(muter=amara, muted=mallory, now=now)
    assert "Worth a read" not in read(signed_in(amara), "/@kwame_osei/")


def test_pages_of_a_profile_lead_on_and_back(dr_osei, mallory, say):
    passed_on = [say(mallory, f"Theirs {number}.", minutes=300 - number) for number in range(15)]
    for number, post in enumerate(passed_on):
        say(dr_osei, f"Hers {number}.", minutes=200 - 2 * number)
        at = timezone.now() - timedelta(minutes=199 - 2 * number)
        boost_post(post=post, by=dr_osei, now=at)

    first = read(Client(), "/@kwame_osei/")
    older = re.search(r'href="(/@kwame_osei/\?older=\d+)#posts"', first)[1]
    second = read(Client(), older)
    newer = re.search(r'href="(/@kwame_osei/\?newer=\d+)#posts"', second)[1]

    assert "Theirs 5." in first
    assert "Theirs 4." not in first
    assert "Theirs 4." in second
    assert "Theirs 5." not in second
    assert "Theirs 5." in read(Client(), newer)


def test_a_profile_leads_to_achievements_and_tutorials(signed_in, dr_osei, amara):
    visitors, own = read(Client(), "/@kwame_osei/"), read(signed_in(dr_osei), "/@kwame_osei/")
    assert "/@kwame_osei/achievements/" not in visitors
    assert "/@kwame_osei/tutorials/" not in visitors
    assert 'href="/@kwame_osei/tutorials/">Tutorials <span class="meta">0' in own

    celebrate(
        NewAchievement(feat=Feat.PAPER, title="Fascia iliaca"), by=dr_osei, now=timezone.now()
    )

    page = read(Client(), "/@kwame_osei/")
    assert 'href="/@kwame_osei/achievements/">Achievements <span class="meta">1' in page


def test_lists_lead_to_what_is_written_there(signed_in, amara):
    kept = make_list(owner=amara, title="Regional")
    client = signed_in(amara)

    for path in ("/you/lists/", f"/you/lists/{kept.pk}/"):
        assert f'href="/you/lists/{kept.pk}/posts/"' in read(client, path)


def test_tutorials_are_a_step_away_for_everybody(signed_in, amara):
    for client, path in ((Client(), "/"), (signed_in(amara), "/"), (Client(), "/public/")):
        assert 'href="/tutorials/"' in read(client, path)


def test_a_profile_shows_nobody_what_is_not_for_her(signed_in, dr_osei, amara, say, now):
    say(dr_osei, "For followers", audience=Audience.FOLLOWERS)

    assert "For followers" not in read(signed_in(amara), "/@kwame_osei/").replace(
        "For followers</", ""
    )
    follow(follower=amara, followed=dr_osei, now=now)
    assert "<p>For followers</p>" in read(signed_in(amara), "/@kwame_osei/")


@pytest.mark.parametrize(
    ("action", "is_there", "is_folded"), [("hide", False, False), ("warn", True, True)]
)
def test_a_filter_holds_on_pages(signed_in, amara, dr_osei, say, action, is_there, is_folded):
    kept = Filter.objects.create(profile=amara, title="Exams", contexts=["public"], action=action)
    FilterKeyword.objects.create(filter=kept, keyword="viva")
    say(dr_osei, "My viva is tomorrow")

    page = read(signed_in(amara), "/public/")

    assert ("My viva is tomorrow" in page) == is_there
    assert ("Your filter “Exams”" in page) == is_folded
    assert "My viva is tomorrow" in read(signed_in(dr_osei), "/public/")
