import re
from datetime import UTC, datetime

import pytest
from django.core import mail

from corridor.mentoring.actions import end_relationship
from corridor.mentoring.choices import Ending
from corridor.mentoring.models import Relationship
from corridor.people.actions import NewOffer, restrict, set_offers
from corridor.people.choices import Kind, Restraint
from corridor.programmes.actions import matches
from corridor.programmes.models import AnswerLink, BarrierAnswer, Match
from tests.programmes.actions.test_answers import joins

EVERY_POST = ("acceptance", "question", "answer", "refusal")


@pytest.fixture
def amaras(match_of):
    """Its links hold: pages go by the clock, which is past the days for an answer."""
    match = match_of("amara_nwosu")
    AnswerLink.objects.update(expires_at=datetime(2100, 1, 1, tzinfo=UTC))
    return match


@pytest.fixture
def osei(signed_in, dr_osei):
    return signed_in(dr_osei)


@pytest.fixture
def mentee(signed_in, amara):
    return signed_in(amara)


def page_of(client, path, **kwargs):
    return client.get(path, **kwargs).content.decode()


def link_of(to):
    found = next(one for one in mail.outbox if one.to == [to.account.email])
    return re.search(r"/matches/by-link/[\w-]+/", found.body)[0]


def state_of(match):
    match.refresh_from_db()
    return match.state


def test_a_mentor_reads_who_why_and_what_is_expected(osei, amaras):
    page = page_of(osei, f"/matches/{amaras.pk}/")

    for words in (
        "Would you be a mentor to Amara Nwosu?",
        "Can help with research.",
        "a meeting of 45 minutes (every month), for 6 months",
        "Tell me more",
        "Not now",
        "Ask me nobody else in this round",
    ):
        assert words in page, words
    assert "choice" not in re.search(r'<ul class="reasons">.*?</ul>', page, re.DOTALL)[0]


def test_a_mentee_reads_whom_we_asked_and_that_she_may_say_no(mentee, amaras):
    page = page_of(mentee, f"/matches/{amaras.pk}/")

    assert "We asked Dr Kwame Osei" in page
    assert "Somebody else, please" in page
    assert "Yes, I will" not in page


def test_both_find_it_among_their_matches(osei, mentee, amaras):
    assert "Waits for your answer" in page_of(osei, "/matches/")
    assert "Asked; waiting for an answer" in page_of(mentee, "/matches/")


def test_who_has_no_match_is_told_what_will_stand_here(signed_in, mallory):
    assert "No match yet" in page_of(signed_in(mallory), "/matches/")


@pytest.mark.parametrize(("path", "queries"), [("/matches/", 9), ("/matches/{pk}/", 8)])
def test_pages_take_few_queries(osei, amaras, django_assert_max_num_queries, path, queries):
    with django_assert_max_num_queries(queries):
        osei.get(path.format(pk=amaras.pk))


def test_nobody_but_the_two_sees_or_answers_it(signed_in, mallory, prof_lindqvist, amaras):
    for somebody in (mallory, prof_lindqvist):
        client = signed_in(somebody)
        assert client.get(f"/matches/{amaras.pk}/").status_code == 404
        for name in EVERY_POST:
            assert client.post(f"/matches/{amaras.pk}/{name}/").status_code == 404

    assert state_of(amaras) == "proposed"


def test_each_side_has_its_own_answers(osei, mentee, amaras):
    refused = [
        mentee.post(f"/matches/{amaras.pk}/acceptance/"),
        mentee.post(f"/matches/{amaras.pk}/question/", {"question": "reach"}),
        osei.post(f"/matches/{amaras.pk}/answer/", {"answer": "Hello."}),
    ]

    assert [one.status_code for one in refused] == [404] * 3
    assert state_of(amaras) == "proposed"


@pytest.fixture
def ended(amaras, dr_osei, now):
    """`ended(amara, Ending.CHANGED)`: said yes to, and over since."""

    def ended(by, ending):
        matches.accept_match(match_id=amaras.pk, side="mentor", by=dr_osei, now=now)
        amaras.refresh_from_db()
        end_relationship(amaras.relationship_id, by=by, ending=ending, now=now)
        return amaras

    return ended


@pytest.mark.parametrize("ending", [Ending.CHANGED, Ending.FINISHED])
def test_what_has_ended_is_not_said_to_go_on(ending, ended, osei, mentee, amara):
    match = ended(amara, ending)

    for client in (osei, mentee):
        for page in (page_of(client, "/matches/"), page_of(client, f"/matches/{match.pk}/")):
            assert "You no longer work together" in page
            assert "You work together" not in page


def test_who_lost_her_mentor_reads_that_somebody_else_is_asked(
    ended, mentee, amara, prof_raman, amaras, now
):
    joins(prof_raman, amaras.round, now)
    match = ended(amara, Ending.CHANGED)

    assert "We are asking somebody else." in page_of(mentee, f"/matches/{match.pk}/")


def test_who_lost_her_mentor_and_has_nobody_reads_that_she_waits(ended, mentee, amara):
    match = ended(amara, Ending.CHANGED)

    assert "You are on the waiting list." in page_of(mentee, f"/matches/{match.pk}/")


def test_who_has_what_she_came_for_reads_of_no_waiting(ended, mentee, amara):
    match = ended(amara, Ending.FINISHED)

    assert "waiting list" not in page_of(mentee, f"/matches/{match.pk}/")


def test_yes_leads_to_what_they_have_together(osei, amaras):
    page = osei.post(f"/matches/{amaras.pk}/acceptance/", follow=True).content.decode()

    assert "You are a match. Both of you are told now." in page
    assert f"/mentoring/{Relationship.objects.get().pk}/" in page


def test_a_full_mentor_reads_that_somebody_else_is_asked(osei, dr_osei, amaras):
    offers = [NewOffer(kind=Kind.MENTORSHIP, capacity=2, carries=2)]
    set_offers(profile=dr_osei, offers=offers, by=dr_osei)

    page = osei.post(f"/matches/{amaras.pk}/acceptance/", follow=True).content.decode()

    assert "Every place is taken by now" in page
    assert (state_of(amaras), amaras.cause) == ("withdrawn", "full")
    assert not Relationship.objects.exists()


def test_a_question_goes_to_the_mentee_and_her_answer_back(osei, mentee, amaras):
    osei.post(f"/matches/{amaras.pk}/question/", {"question": "reach"})
    assert "What would you like to have reached" in page_of(mentee, f"/matches/{amaras.pk}/")

    mentee.post(f"/matches/{amaras.pk}/answer/", {"answer": "<b>Publish</b> a case."})

    page = page_of(osei, f"/matches/{amaras.pk}/")
    assert "&lt;b&gt;Publish&lt;/b&gt; a case." in page
    assert "Ask this" not in page


def test_what_was_typed_is_there_where_a_day_is_wrong(osei, amaras):
    typed = {"reason": "Night shifts.", "away_from": "2026-05-02", "back_on": "2026-05-01"}

    answered = osei.post(f"/matches/{amaras.pk}/refusal/", typed)

    page = answered.content.decode()
    assert answered.status_code == 422
    assert "The day back comes after the first day away." in page
    assert "Night shifts." in page
    assert state_of(amaras) == "proposed"


def test_her_reason_is_shown_to_her_alone(osei, mentee, amaras):
    osei.post(f"/matches/{amaras.pk}/refusal/", {"reason": "Night shifts."})

    assert "Night shifts." in page_of(osei, f"/matches/{amaras.pk}/")
    hers = page_of(mentee, f"/matches/{amaras.pk}/")
    assert "Night shifts." not in hers
    assert "It does not work out now" in hers
    assert "You are on the waiting list" in hers


def test_opening_the_link_of_a_mail_changes_nothing(client, amaras, dr_osei):
    link = link_of(dr_osei)

    for _ in range(3):
        assert "Would you be a mentor to Amara Nwosu?" in page_of(client, link)

    assert state_of(amaras) == "proposed"
    assert not AnswerLink.objects.exclude(used_at=None).exists()


@pytest.mark.parametrize(("answer", "state"), [("yes", "accepted"), ("not-now", "declined")])
def test_the_link_answers_once_without_signing_in(client, amaras, dr_osei, answer, state):
    link = link_of(dr_osei)

    first = client.post(link, {"answer": answer})
    again = client.post(link, {"answer": "yes"})

    assert "Thank you" in first.content.decode()
    assert state_of(amaras) == state
    assert again.status_code == 410
    assert "This link does not answer any more" in again.content.decode()


def test_a_link_answers_its_own_match_alone(client, amaras, dr_osei, dr_vaughan):
    client.post(link_of(dr_vaughan), {"answer": "not-now"})

    assert state_of(amaras) == "proposed"
    assert Match.objects.get(mentor__profile=dr_vaughan).state == "declined"


def test_a_link_ends_with_the_days_for_the_answer(client, amaras, dr_osei):
    AnswerLink.objects.update(expires_at=datetime(2026, 3, 27, tzinfo=UTC))

    assert client.post(link_of(dr_osei), {"answer": "yes"}).status_code == 410
    assert state_of(amaras) == "proposed"


def test_a_link_is_no_way_around_moderators(client, amaras, dr_osei, now):
    restrict(profile=dr_osei, kind=Restraint.FREEZE, until=None, now=now)

    assert client.post(link_of(dr_osei), {"answer": "yes"}).status_code == 410
    assert state_of(amaras) == "proposed"


def test_who_may_only_read_still_says_no(osei, amaras, dr_osei, now):
    restrict(profile=dr_osei, kind=Restraint.FREEZE, until=None, now=now)

    codes = [osei.post(f"/matches/{amaras.pk}/{one}/").status_code for one in EVERY_POST]

    assert codes == [403, 403, 403, 302]
    assert state_of(amaras) == "declined"


def test_a_made_up_link_answers_nothing(client, amaras):
    assert client.get("/matches/by-link/nothing/").status_code == 410
    assert state_of(amaras) == "proposed"


def test_both_hear_of_it_among_their_notifications(osei, mentee, amaras):
    del amaras
    words = "A programme proposes a match of you and"
    assert f"{words} Amara Nwosu" in page_of(osei, "/notifications/")
    assert f"{words} Dr Kwame Osei" in page_of(mentee, "/notifications/")


def test_pages_about_mentoring_lead_to_open_matches(mentee, amaras, client):
    for page in ("/mentoring/", "/you/applications/", "/p/first-gen/"):
        assert 'href="/matches/"' in mentee.get(page).text, page
    assert "1 match of yours is open." in mentee.get("/mentoring/").text
    assert 'href="/matches/"' not in client.get("/p/first-gen/").text


def test_who_was_in_no_match_is_led_to_none(signed_in, amaras, mallory):
    del amaras
    assert 'href="/matches/"' not in signed_in(mallory).get("/p/first-gen/").text


def counted():
    return sorted(BarrierAnswer.objects.values_list("moment", "side", "barrier"))


def test_after_a_no_each_side_may_say_what_was_in_the_way(osei, mentee, amaras, match_of):
    osei.post(f"/matches/{amaras.pk}/refusal/", {})
    page = osei.get(f"/matches/{amaras.pk}/").text
    address = f"/matches/{amaras.pk}/barriers/"

    assert "May we know what was in the way?" in page
    osei.post(address, {"barrier": ["time", "care"]})
    again = osei.post(address, {"barrier": ["time"]})

    assert again.status_code == 404
    assert counted() == [("decline", "mentor", "care"), ("decline", "mentor", "time")]
    assert "what was in the way" not in osei.get(f"/matches/{amaras.pk}/").text


def test_a_mentee_who_says_no_is_asked_as_well_and_need_not_answer(mentee, amaras):
    mentee.post(f"/matches/{amaras.pk}/refusal/")

    told = mentee.post(f"/matches/{amaras.pk}/barriers/", follow=True)

    assert "Nothing was ticked, and nothing is kept." in told.text
    assert counted() == []


def test_nobody_is_asked_who_said_no_to_nothing(osei, mentee, client, amaras):
    address = f"/matches/{amaras.pk}/barriers/"

    codes = [one.post(address, {"barrier": ["time"]}).status_code for one in (osei, mentee, client)]

    assert codes == [404, 404, 404]
    assert counted() == []


def test_a_no_by_a_link_is_asked_without_signing_in(client, amaras, dr_osei):
    page = client.post(link_of(dr_osei), {"answer": "not-now"})

    assert "May we know what was in the way?" in page.text
    client.post(f"/matches/{amaras.pk}/barriers/", {"barrier": ["money"]})
    assert counted() == [("decline", "mentor", "money")]


def test_a_barrier_that_is_none_counts_nothing(osei, amaras):
    osei.post(f"/matches/{amaras.pk}/refusal/", {})

    answer = osei.post(f"/matches/{amaras.pk}/barriers/", {"barrier": ["laziness", "time"]})

    assert answer.status_code == 404
    assert counted() == []
