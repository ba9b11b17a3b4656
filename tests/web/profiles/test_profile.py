"""Somebody's page, and what of it is for whom."""

import re
from datetime import date

import html5lib
import pytest
from django.test import Client
from django.utils import timezone

from corridor.algorithms.matching.week import Span
from corridor.people import actions
from corridor.people.actions import (
    NewAnswer,
    NewOffer,
    NewWish,
    Place,
    PrivacySettings,
    ProfileFacts,
)
from corridor.people.actions.verifying.grant_badge import NewBadge, grant_badge
from corridor.people.choices import Audience, EvaluationKind, Kind, Purpose, Route, Visibility
from tests.people.describing import *  # noqa: F403 - pytest finds fixtures by name


@pytest.fixture
def visitor():
    return Client()


@pytest.fixture
def told(dr_osei):
    """Dr Osei has said everything there is to say."""
    me = {"profile": dr_osei, "by": dr_osei}
    facts = ProfileFacts(
        display_name="Dr Kwabena Osei",
        pronouns="he/him",
        bio="Blocks and teaching. #RegionalAnaesthesia\n\nSee https://example.org/osei.",
        stage="ATT",
        grade="Consultant",
        specialty="anaesthesiology",
        country="GH",
        time_zone="Africa/Accra",
    )
    actions.edit_profile(facts=facts, **me)
    places = [
        Place(institution="Korle Bu Teaching Hospital", since=date(2019, 1, 1)),
        Place(institution="Cape Coast", since=date(2010, 1, 1), until=date(2018, 12, 31)),
    ]
    actions.set_affiliations(places=places, today=date(2026, 3, 20), **me)
    actions.set_interests(interests=["nerve blocks"], **me)
    actions.set_languages(languages=["english", "twi"], **me)
    actions.set_free_hours(spans=[Span("tue", 18 * 60, 20 * 60)], **me)
    offer = NewOffer(
        kind=Kind.MENTORSHIP,
        capacity=3,
        carries=1,
        months=6,
        topics=("first research project",),
        not_for="visa questions",
    )
    actions.set_offers(offers=[offer], **me)
    wish = NewWish(kind=Kind.SPONSORSHIP, topics=("invited talks",), goal="Speak at one congress")
    actions.set_wishes(wishes=[wish], **me)
    return dr_osei


def privacy(profile, now, **chosen):
    settings = {
        "visibility": Visibility.PUBLIC,
        "is_listed": True,
        "is_pseudonymous": False,
        "approves_followers": False,
    }
    actions.set_privacy(
        profile=profile, settings=PrivacySettings(**settings | chosen), by=profile, now=now
    )


def page(response):
    return response.content.decode()


@pytest.mark.parametrize(
    "said",
    [
        "Dr Kwabena Osei",
        "@kwame_osei",
        "he/him",
        "Consultant",
        "Korle Bu Teaching Hospital",
        "Cape Coast",
        "Ghana",
        "english, twi",
        "Room for 2 of 3",
        "first research project",
        "For 6 months",
        "Not the right person for: visa questions",
        "Answers within 7 days",
    ],
)
def test_a_profile_says_what_somebody_said(visitor, told, said):
    assert said in page(visitor.get(f"/@{told.handle}/"))


def test_a_page_of_a_profile_is_html_without_mistakes(signed_in, told, amara):
    for viewer in (told, amara):
        html5lib.HTMLParser(strict=True).parse(page(signed_in(viewer).get(f"/@{told.handle}/")))


def test_hashtags_and_addresses_of_a_bio_are_told_from_the_rest(visitor, told):
    shown = page(visitor.get(f"/@{told.handle}/"))

    assert "<mark>#RegionalAnaesthesia</mark>" in shown
    assert '<a href="https://example.org/osei" rel="nofollow noopener ugc">' in shown


@pytest.mark.parametrize("said", ["Looks for a sponsor", "invited talks", "Speak at one congress"])
def test_what_somebody_wishes_for_is_for_members(visitor, signed_in, told, amara, said):
    assert said in page(signed_in(amara).get(f"/@{told.handle}/"))
    assert said not in page(visitor.get(f"/@{told.handle}/"))
    assert said not in page(signed_in(told).get(f"/@{told.handle}/?as=visitor"))


def test_weekly_hours_are_for_members(visitor, signed_in, told, amara):
    assert "Tue 18:00–20:00" not in page(visitor.get(f"/@{told.handle}/"))
    assert "Tue 18:00–20:00" in page(signed_in(amara).get(f"/@{told.handle}/"))


def test_a_member_sees_when_both_are_free_by_both_clocks(signed_in, told, join):
    kofi = join(handle="kofi", display_name="Kofi Mensah", time_zone="Asia/Kolkata")
    spans = [Span("tue", 22 * 60, 24 * 60), Span("wed", 0, 60)]
    actions.set_free_hours(profile=kofi, spans=spans, by=kofi)

    shown = page(signed_in(kofi).get(f"/@{told.handle}/"))

    # 18:00 to 20:00 in Accra is 23:30 to 01:30 in Kolkata.
    assert "<td>Tue 23:30–01:00</td><td>Tue 18:00–19:30</td>" in shown


def test_a_profile_for_members_is_nobody_to_a_visitor(visitor, signed_in, told, amara, now):
    privacy(told, now, visibility=Visibility.MEMBERS)

    hidden, unknown = visitor.get(f"/@{told.handle}/"), visitor.get("/@nobody_at_all/")

    assert (hidden.status_code, unknown.status_code) == (404, 404)
    said = [re.sub(r'csrfmiddlewaretoken" value="\w+"', "", page(one)) for one in (hidden, unknown)]
    assert said[0].replace(told.handle, "nobody_at_all") == said[1]
    assert "Osei" not in page(hidden)
    assert signed_in(amara).get(f"/@{told.handle}/").status_code == 200


def test_of_somebody_known_by_another_name_others_do_not_learn_where_she_is(
    visitor, signed_in, told, amara, now
):
    privacy(told, now, is_pseudonymous=True)

    for client in (visitor, signed_in(amara)):
        shown = page(client.get(f"/@{told.handle}/"))
        assert "Korle Bu" not in shown
        assert "Cape Coast" not in shown
        assert "Consultant" in shown
    assert "Korle Bu" in page(signed_in(told).get(f"/@{told.handle}/"))


@pytest.mark.parametrize("who", ["blocker", "blocked", "evaluator", "evaluated"])
def test_people_who_are_kept_apart_are_nobody_to_each_other(signed_in, told, mallory, now, who):
    if who in {"blocker", "blocked"}:
        one, other = (told, mallory) if who == "blocker" else (mallory, told)
        actions.block(blocker=one, blocked=other, now=now)
    else:
        one, other = (told, mallory) if who == "evaluator" else (mallory, told)
        actions.declare_evaluation(
            profile=one, other=other, kind=EvaluationKind.EVALUATES_ME, now=now
        )

    assert signed_in(mallory).get(f"/@{told.handle}/").status_code == 404
    assert signed_in(told).get(f"/@{mallory.handle}/").status_code == 404


def test_somebody_sees_her_profile_as_a_visitor_does(signed_in, told, now):
    privacy(told, now, is_pseudonymous=True)
    client = signed_in(told)

    shown = page(client.get(f"/@{told.handle}/?as=visitor"))

    assert "Korle Bu" not in shown
    assert "Tue 18:00–20:00" not in shown
    assert "Tue 18:00–20:00" in page(client.get(f"/@{told.handle}/?as=member"))


def test_somebody_for_members_sees_that_visitors_see_nothing(signed_in, told, now):
    privacy(told, now, visibility=Visibility.MEMBERS)

    shown = page(signed_in(told).get(f"/@{told.handle}/?as=visitor"))

    assert "Visitors do not see you" in shown
    assert "first research project" not in shown


def test_somebody_sees_her_profile_as_one_who_follows_her(signed_in, told, amara, now):
    actions.follow(follower=amara, followed=told, now=now)
    actions.set_free_hours(profile=amara, spans=[Span("tue", 0, 1440)], by=amara)

    shown = page(signed_in(told).get(f"/@{told.handle}/?as=@{amara.handle}"))

    assert "You are both free" in shown
    assert f'<option value="@{amara.handle}" selected>' in shown


@pytest.mark.parametrize(
    ("chosen", "is_told"), [("", True), ("visitor", False), ("member", False), ("verified", True)]
)
def test_somebody_sees_who_is_told_what_she_says_of_herself(signed_in, told, now, chosen, is_told):
    answer = NewAnswer(own_words="From Kumasi, first to study", audience=Audience.VERIFIED)
    actions.describe_self(profile=told, answers={"race-ethnicity": answer}, by=told, now=now)
    actions.give_consent(profile=told, purpose=Purpose.DISPLAY, by=told, now=now)

    shown = page(signed_in(told).get(f"/@{told.handle}/?as={chosen}"))

    assert ("From Kumasi" in shown) == is_told


def test_what_somebody_says_of_herself_for_few_is_on_no_other_page(
    visitor, signed_in, told, mallory, now
):
    answer = NewAnswer(own_words="From Kumasi, first to study", audience=Audience.VERIFIED)
    actions.describe_self(profile=told, answers={"race-ethnicity": answer}, by=told, now=now)
    actions.give_consent(profile=told, purpose=Purpose.DISPLAY, by=told, now=now)

    for client in (visitor, signed_in(mallory)):
        for chosen in ("", "verified", f"@{told.handle}"):
            assert "Kumasi" not in page(client.get(f"/@{told.handle}/?as={chosen}"))


def test_others_cannot_look_as_somebody_else(signed_in, told, mallory, now):
    privacy(told, now, is_pseudonymous=True)

    shown = page(signed_in(mallory).get(f"/@{told.handle}/?as=@{told.handle}"))

    assert "Korle Bu" not in shown


def test_an_account_that_is_closed_has_no_page(visitor, told):
    told.account.is_active = False
    told.account.save(update_fields=["is_active"])

    assert visitor.get(f"/@{told.handle}/").status_code == 404


def test_a_profile_takes_twenty_five_queries_at_most(
    signed_in, told, amara, django_assert_max_num_queries
):
    client = signed_in(amara)

    with django_assert_max_num_queries(25):
        client.get(f"/@{told.handle}/")


def test_one_with_badges_vouches_and_self_description_takes_thirty_four(
    signed_in, told, amara, agree, verify, now, django_assert_num_queries
):
    answers = {
        "way": NewAnswer(options=("img",), audience=Audience.VERIFIED),
        "caring": NewAnswer(options=("caregiver",), audience=Audience.RELATIONSHIPS),
    }
    actions.describe_self(profile=told, answers=answers, by=told, now=now)
    agree(told, Purpose.DISPLAY)
    verify(amara)
    grant_badge(profile=told, new=NewBadge(route=Route.VOUCHES), now=timezone.now())
    client = signed_in(amara)

    with django_assert_num_queries(34):
        assert "international medical graduate" in client.get(f"/@{told.handle}/").text


def test_somebody_is_seen_once_a_day(client, amara, django_assert_num_queries):
    client.force_login(amara.account)
    client.get("/how-matching-works/")
    amara.refresh_from_db()

    assert amara.seen_on is not None
    with django_assert_num_queries(3):
        client.get("/how-matching-works/")
