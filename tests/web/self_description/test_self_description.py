"""The page on which somebody says what she wants to say of herself, and takes it back."""

import pytest

from corridor.people import actions, queries
from corridor.people.choices import Purpose
from corridor.people.models import Consent, Evaluation, Facet
from tests.people.describing import *  # noqa: F403 - pytest finds fixtures by name

pytestmark = pytest.mark.django_db

PAGE = "/you/self-description/"
QUERIES = 8
"""Session, account, profile, facets with options, questions with options, agreements."""


def form(**answers):
    audiences = {f"{question.slug}-audience": "nobody" for question in queries.questions()}
    return audiences | {key.replace("_", "-"): value for key, value in answers.items()}


def test_visitors_sign_in_first(client):
    assert client.get(PAGE).status_code == 302
    assert client.post(PAGE, {}).status_code == 302


def test_the_page_explains_each_use_and_what_taking_it_back_does(signed_in, amara):
    page = signed_in(amara).get(PAGE).text

    for word in ("My profile", "Matching, where I ask for it", "Figures about groups"):
        assert word in page
    assert page.count("If you take it back:") == 3
    assert "All of it is voluntary" in page
    assert "Delete all of it now" not in page


def test_nothing_said_is_a_complete_answer(signed_in, amara):
    answer = signed_in(amara).post(PAGE, form(), follow=True)

    assert "Kept, sealed." in answer.text
    assert [
        queries.answer_in(facet) for facet in queries.own_facets(amara) if queries.answer_in(facet)
    ] == []


def test_what_was_kept_comes_back_into_the_form_and_is_not_shown_closed(signed_in, amara):
    client = signed_in(amara)
    client.post(PAGE, form(health_options=["deaf"], health_words="both ears"))

    page = client.get(PAGE).text

    assert 'value="both ears"' in page
    assert 'value="deaf" id="id_health-options_1" checked' in page
    assert "Only you" in page
    assert "Delete all of it now" in page


def test_an_audience_without_agreement_is_pointed_out(signed_in, amara):
    client = signed_in(amara)
    client.post(PAGE, form(way_options=["img"], way_audience="public"))

    assert "Until you agree to that above, nobody sees them" in client.get(PAGE).text

    client.post(PAGE + "uses/display/")

    assert "Until you agree to that above" not in client.get(PAGE).text


@pytest.mark.parametrize(
    "wrong",
    [
        {"way_options": ["no-such"]},
        {"way_audience": "friends"},
        {"way_words": "x" * 201},
    ],
)
def test_what_was_not_asked_is_refused_in_words_and_nothing_is_kept(signed_in, amara, wrong):
    answer = signed_in(amara).post(PAGE, form(**wrong))

    assert answer.status_code == 422
    assert "Not kept yet" in answer.text
    assert "#id_way-" in answer.text
    assert not Facet.objects.exists()


def test_a_form_cannot_speak_for_somebody_else(signed_in, amara, mallory):
    signed_in(mallory).post(
        PAGE, form(way_options=["img"], profile=str(amara.pk), by=str(amara.pk))
    )

    assert not amara.facets.exists()
    assert mallory.facets.exists()


def test_each_use_is_agreed_to_and_taken_back_by_itself(signed_in, amara):
    client = signed_in(amara)

    client.post(PAGE + "uses/matching/")
    client.post(PAGE + "uses/equity/")
    answer = client.post(PAGE + "uses/matching/end/", follow=True)

    assert "Taken back. No application begins with it any more." in answer.text
    in_force = queries.agreements(amara).values_list("purpose", flat=True)
    assert list(in_force) == [Purpose.EQUITY]


def test_agreeing_twice_is_said_and_changes_nothing(signed_in, amara):
    client = signed_in(amara)
    client.post(PAGE + "uses/display/")

    again = client.post(PAGE + "uses/display/", follow=True)
    other = client.post(PAGE + "uses/equity/end/", follow=True)

    assert "You had agreed already." in again.text
    assert "You had not agreed to this." in other.text
    assert Consent.objects.count() == 1


@pytest.mark.parametrize("path", ["uses/advertising/", "uses/advertising/end/"])
def test_there_are_no_other_uses(signed_in, amara, path):
    assert signed_in(amara).post(PAGE + path).status_code == 404


@pytest.mark.parametrize("path", ["uses/display/", "uses/display/end/", "deletion/"])
def test_a_link_changes_nothing(signed_in, amara, path):
    assert signed_in(amara).get(PAGE + path).status_code == 405


def test_deleting_is_at_once_and_says_what_remains(signed_in, say, agree, amara):
    say(amara, way=["img"], audience="public")
    agree(amara, "display")

    answer = signed_in(amara).post(PAGE + "deletion/", follow=True)

    assert "Backups of this server still hold the sealed answers" in answer.text
    assert not Facet.objects.exists()
    assert not queries.agreements(amara).exists()


def test_switched_off_the_pages_are_not_there_and_everything_stays(
    signed_in, say, agree, amara, settings
):
    say(amara, way=["img"])
    agree(amara, "display")
    settings.IDENTITY_FEATURES = False
    client = signed_in(amara)

    assert client.get(PAGE).status_code == 404
    assert client.post(PAGE, form()).status_code == 404
    assert client.post(PAGE + "uses/matching/").status_code == 404
    assert client.post(PAGE + "uses/display/end/").status_code == 404
    assert "kept sealed and nobody reads it" in client.get("/you/data/").text
    assert amara.facets.exists()


def test_the_page_is_not_kept_by_browsers_or_proxies(signed_in, amara):
    assert "no-store" in signed_in(amara).get(PAGE).headers["Cache-Control"]


def test_the_page_takes_few_queries(signed_in, say, amara, django_assert_num_queries):
    say(amara, way=["img"], family=["first-in-family"])
    client = signed_in(amara)

    with django_assert_num_queries(QUERIES):
        client.get(PAGE)


@pytest.fixture
def opened(say, agree, dr_osei):
    say(dr_osei, religion=["sikh"], own_words="lacemaker", audience="verified")
    agree(dr_osei, "display")


def test_a_profile_shows_it_to_its_audience_and_nobody_else(
    opened, signed_in, client, verify, amara, mallory
):
    verify(amara)

    assert "lacemaker" in signed_in(amara).get("/@kwame_osei/").text
    for somebody in (client, signed_in(mallory)):
        page = somebody.get("/@kwame_osei/").text
        assert "Kwame Osei" in page
        assert "lacemaker" not in page
        assert "Sikh" not in page


def test_who_looked_stands_in_the_log_once_a_day(opened, signed_in, verify, amara, dr_osei):
    verify(amara)
    for _ in range(2):
        signed_in(amara).get("/@kwame_osei/")

    log = signed_in(dr_osei).get("/you/access-log/").text

    assert log.count("Amara Nwosu") == 1
    assert "Saw what is shown on the profile" in log


@pytest.mark.parametrize(
    ("eyes", "expected"),
    [("", True), ("?as=visitor", False), ("?as=member", False), ("?as=verified", True)],
)
def test_she_sees_what_others_would_see_and_looking_is_not_noted(
    opened, signed_in, dr_osei, eyes, expected
):
    page = signed_in(dr_osei).get(f"/@kwame_osei/{eyes}").text

    assert ("lacemaker" in page) == expected
    assert not queries.accesses(dr_osei).filter(deed="seen").exists()


def test_seeing_as_a_follower_does_not_tell_that_she_keeps_away(
    opened, signed_in, verify, amara, dr_osei, now
):
    verify(amara)
    actions.follow(follower=amara, followed=dr_osei, now=now)
    Evaluation.objects.create(declared_by=amara, other=dr_osei, kind="evaluates_me", at=now)

    assert "lacemaker" in signed_in(dr_osei).get("/@kwame_osei/?as=@amara_nwosu").text
