"""What follows where something falls through: the page of whoever it is about, and of the team."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from corridor.people.actions import block
from corridor.programmes.actions import consequences
from corridor.programmes.models import Appeal, Counted
from corridor.programmes.personal_archive import archive
from corridor.programmes.states_of_consequences import CONSEQUENCE
from tests.programmes.consequences.stage import arrange, change

__all__ = ["arrange", "change"]

OWN = "/p/first-gen/conduct/falling-through/"
TEAM = "/p/first-gen/directing/consequences/"
SECTION = "/p/first-gen/directing/falling-through/"


def test_a_director_switches_it_on_and_the_page_of_the_programme_says_what_counts(
    signed_in, pair, programme, prof_lindqvist, amara
):
    director, hers = signed_in(prof_lindqvist), signed_in(amara)
    assert hers.get(OWN).status_code == 404
    assert OWN not in hers.get("/p/first-gen/conduct/").text

    form = {"counts_absences": "on", "counts_late_hours": "6"}
    numbers = {"counts_first_days": "3", "counts_months": "4", "break_days": "14"}
    answer = director.post(SECTION, form | numbers)

    assert answer.status_code == 302
    assert OWN in hers.get("/p/first-gen/conduct/").text
    page = hers.get(OWN).text
    assert "Nothing counts at present." in page
    assert "less than 6 hours before" in page
    assert "After 3 of these within 4 months" in page
    assert "for 14 days" in page
    assert "Letting a match lapse" not in page


def test_she_reads_what_it_is_about_and_appeals_with_one_line(signed_in, resting, amara):
    client = signed_in(amara)

    page = client.get(OWN).text
    client.post(OWN, {"words": "I was on call."})
    after = client.get(OWN).text

    assert "A break until" in page
    assert page.count("with Dr Kwame Osei") == 4
    assert "Your appeal waits: nothing follows meanwhile" in after
    assert "I was on call." in after
    assert Appeal.objects.get().consequence == resting


def test_an_appeal_without_a_word_is_asked_for_one(signed_in, resting, amara):
    answer = signed_in(amara).post(OWN, {"words": "  "})

    assert answer.status_code == 422
    assert not Appeal.objects.exists()


def test_she_takes_it_back(signed_in, resting, amara):
    client = signed_in(amara)
    client.post(OWN, {"words": "I was on call."})

    client.post(f"{OWN}appeal/end/")
    again = client.post(f"{OWN}appeal/end/", follow=True)

    assert Appeal.objects.get().state == "taken_back"
    assert "It was decided meanwhile." in again.text


def test_the_team_reads_of_a_break_that_there_is_one_and_no_more(
    signed_in, resting, prof_lindqvist
):
    page = signed_in(prof_lindqvist).get(TEAM).text

    assert "Nothing waits for you" in page
    assert "Amara Nwosu" in page
    assert "Dr Kwame Osei" not in page
    assert signed_in(prof_lindqvist).get(f"{TEAM}{resting.pk}/").status_code == 404


@pytest.mark.parametrize(("answer", "step"), [("yes", "clear"), ("no", "resting")])
def test_a_director_decides_with_a_reason_that_she_reads(
    answer, step, signed_in, resting, amara, prof_lindqvist
):
    signed_in(amara).post(OWN, {"words": "I was on call."})
    director = signed_in(prof_lindqvist)
    page = f"{TEAM}{resting.pk}/"

    shown = director.get(page).text
    asks = f"appeal-{Appeal.objects.get().pk}"
    unreasoned = director.post(page, {"asks": asks, "words": "", "answer": answer})
    director.post(page, {"asks": asks, "words": "Thank you for saying so.", "answer": answer})

    assert "I was on call." in shown
    assert unreasoned.status_code == 422
    resting.refresh_from_db()
    assert resting.step == step
    assert "Thank you for saying so." in signed_in(amara).get(OWN).text
    assert director.get(page).status_code == 404


@pytest.mark.parametrize("shown", ["appeal", "look"])
def test_what_is_decided_is_what_the_page_asked(
    shown, signed_in, resting, programme, amara, prof_lindqvist
):
    """She appeals, or takes her appeal back, between the page and the press."""
    type(resting).objects.filter(pk=resting.pk).update(step="look")
    at = timezone.now() - timedelta(days=5)
    Counted.objects.create(
        programme=programme,
        profile=amara,
        kind="late",
        source=5,
        happened_at=at,
        counts_from=at,
    )
    director, hers = signed_in(prof_lindqvist), signed_in(amara)
    page = f"{TEAM}{resting.pk}/"
    if shown == "appeal":
        hers.post(OWN, {"words": "I was on call."})
    [asks] = re.findall(r'name="asks" value="([^"]*)"', director.get(page).text)
    hers.post(f"{OWN}appeal/end/" if shown == "appeal" else OWN, {"words": "I was on call."})

    answer = director.post(page, {"asks": asks, "words": "So.", "answer": "no"})

    assert answer.status_code == 422
    assert "It is another question by now" in answer.text
    resting.refresh_from_db()
    assert resting.step == "look"
    assert Appeal.objects.get().state == ("taken_back" if shown == "appeal" else "waiting")


def test_who_decides_reads_no_name_of_whom_she_is_kept_apart_from(
    signed_in, resting, amara, dr_osei, prof_lindqvist, now
):
    signed_in(amara).post(OWN, {"words": "I was on call."})
    director, page = signed_in(prof_lindqvist), f"{TEAM}{resting.pk}/"
    assert "Dr Kwame Osei" in director.get(page).text

    block(blocker=dr_osei, blocked=prof_lindqvist, now=now)

    assert "Dr Kwame Osei" not in director.get(page).text
    assert "Dr Kwame Osei" in signed_in(amara).get(OWN).text


def test_neither_yes_nor_no_decides_nothing(signed_in, resting, amara, prof_lindqvist):
    signed_in(amara).post(OWN, {"words": "I was on call."})

    answer = signed_in(prof_lindqvist).post(
        f"{TEAM}{resting.pk}/",
        {"asks": f"appeal-{Appeal.objects.get().pk}", "words": "So.", "answer": "perhaps"},
    )

    assert answer.status_code == 400
    assert Appeal.objects.get().state == "waiting"


def test_nobody_else_sees_any_of_it(signed_in, resting, dr_osei, mallory, amara):
    for other in (dr_osei, mallory):
        assert signed_in(other).get(TEAM).status_code == 404
        assert signed_in(other).get(f"{TEAM}{resting.pk}/").status_code == 404
    assert "A break until" not in signed_in(dr_osei).get(OWN).text
    assert signed_in(mallory).get(OWN).status_code == 404
    assert signed_in(amara).get(TEAM).status_code == 404


def test_her_page_stays_when_the_rules_are_switched_off(signed_in, resting, change, amara):
    change(counts_absences=False, counts_late_hours=0, counts_silence=False, at=timezone.now())

    page = signed_in(amara).get(OWN).text

    assert "Nothing follows" in page
    assert "Nothing is counted in this programme." in page


def test_her_archive_has_what_was_counted(resting, amara, programme):
    consequences.appeal(programme, "I was on call.", by=amara, now=timezone.now())
    found = {one.key: one.rows for one in archive(amara)}

    assert len(found["counted"]) == 4
    assert [one["appeal"] for one in found["conduct_appeals"]] == ["I was on call."]
    meant = {one.key: one.choices for one in archive(amara)}
    assert meant["conduct_appeals"]["state"]["waiting"] == "Waits"
    assert set(meant["consequences"]["move"]) == {one.name for one in CONSEQUENCE.moves}


def test_of_a_meeting_that_one_missed_the_other_says_so_and_is_contradicted_with_one_press(
    signed_in, pair, change, arrange, amara, dr_osei
):
    change(counts_absences=True)
    meeting = arrange(timezone.now() - timedelta(days=1))
    page = f"/meetings/{meeting.pk}/"
    his, hers = signed_in(dr_osei), signed_in(amara)

    asked = his.get(f"{page}log/").text
    his.post(f"{page}log/", {"was_held": "no", "other_absent": "on", "minutes": "0"})
    told = hers.get(page).text
    hers.post(f"{page}absence/end/")

    assert "because Amara Nwosu did not come" in asked
    assert "Dr Kwame Osei wrote that you did not come" in told
    for client in (his, hers):
        assert "You two remember it differently" in client.get(page).text
    assert not Counted.objects.filter(ended_at=None).exists()
    again = hers.post(f"{page}absence/end/", follow=True).text
    assert "Nobody says so any more" in again


def test_nobody_is_asked_who_was_missing_where_nothing_follows(signed_in, pair, arrange, dr_osei):
    meeting = arrange(timezone.now() - timedelta(days=1))
    client = signed_in(dr_osei)
    log = f"/meetings/{meeting.pk}/log/"

    page = client.get(log).text
    client.post(log, {"was_held": "no", "other_absent": "on", "minutes": "0"})

    assert "did not come" not in page
    assert "No blame is written down" in page
    assert not meeting.absences.exists()


def test_the_pages_ask_few_questions(signed_in, resting, amara, django_assert_max_num_queries):
    client = signed_in(amara)
    client.get(OWN)

    with django_assert_max_num_queries(25):
        client.get(OWN)
