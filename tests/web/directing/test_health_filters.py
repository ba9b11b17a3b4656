"""A team looks for one list of how a round goes, and keeps it by a name."""

import pytest

from corridor.people.actions import block
from corridor.programmes.actions.matches import accept_match
from corridor.programmes.choices import TeamRole
from corridor.programmes.models import HealthFilter, Match, TeamMember
from corridor.programmes.states import MENTOR

PAGE = "/p/first-gen/health/"
KEEP = f"{PAGE}filters/"


@pytest.fixture
def accepted(match_of, dr_osei, now):
    """Amara's long ago by the clock, and nothing happened since; Tọ́mi's waits for an answer."""
    accept_match(match_id=match_of("amara_nwosu").pk, side=MENTOR, by=dr_osei, now=now)


@pytest.fixture
def director(signed_in, prof_lindqvist, accepted):
    del accepted
    return signed_in(prof_lindqvist)


def listed(client, query):
    page = client.get(f"{PAGE}?{query}").content.decode()
    return page.partition('id="lists"')[2].partition("</section>")[0].partition("<tbody>")[2]


def silent(round, dr_osei, **said):
    form = {"round": round.pk, "list": "silent", "mentor": dr_osei.pk, "state": "active"}
    return form | {"name": "Quiet"} | said


def test_pairs_are_found_by_list_mentor_and_state(director, dr_osei, dr_vaughan):
    assert "Amara Nwosu" in listed(director, f"list=silent&mentor={dr_osei.pk}&state=active")
    for query in (
        f"list=silent&mentor={dr_vaughan.pk}",
        "list=pairs&state=paused",
        "list=late",
        "",
    ):
        assert "Amara Nwosu" not in listed(director, query), query


def test_mentees_with_nobody_are_listed(director, amara, now):
    lost = Match.objects.exclude(mentee__profile=amara)
    lost.update(state="lapsed", cause="silence", ended_at=now)

    found = listed(director, "list=nobody")

    assert "Tọ́mi Láwal" in found
    assert "Amara Nwosu" not in found


@pytest.mark.parametrize("query", ["list=x", "list=silent&mentor=x", "list=pairs&state=x"])
def test_a_list_that_there_is_not_shows_none(director, query):
    answer = director.get(f"{PAGE}?{query}&page={'9' * 5_000}")

    assert answer.status_code == 200
    assert "Keep it for the team as" not in answer.text


def test_a_filter_is_kept_for_the_team_and_removed(
    director, signed_in, programme, open_spring, dr_osei, prof_raman
):
    TeamMember.objects.create(programme=programme, profile=prof_raman, role=TeamRole.READER)

    kept = director.post(KEEP, silent(open_spring, dr_osei), follow=True).text
    reader = signed_in(prof_raman).get(PAGE).text
    one = HealthFilter.objects.get()
    end = f"{KEEP}{one.pk}/end/"
    refused = [signed_in(prof_raman).post(path, {}).status_code for path in (KEEP, end)]
    removed = director.post(end, {"round": open_spring.pk}, follow=True).text

    assert "Kept for the team." in kept
    assert f"list=silent&amp;mentor={dr_osei.pk}&amp;state=active#lists" in reader
    assert "Quiet" in reader
    assert refused == [404, 404]
    assert not HealthFilter.objects.exists()
    assert 'value="Quiet"' in removed
    assert (
        "removed this filter meanwhile"
        in director.post(end, {"round": open_spring.pk}, follow=True).text
    )


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", "Give the filter a name"),
        ("x" * 61, "Give the filter a name"),
        ("  ", "Give the filter a name"),
        ("Taken", "keeps a filter of that name already"),
    ],
)
def test_a_name_that_is_none_or_taken_is_refused(director, open_spring, dr_osei, name, told):
    director.post(KEEP, silent(open_spring, dr_osei, name="Taken"))

    answer = director.post(KEEP, silent(open_spring, dr_osei, name=name), follow=True)

    assert told in answer.text
    assert HealthFilter.objects.count() == 1


def test_a_team_keeps_ten(director, open_spring, dr_osei):
    for number in range(10):
        director.post(KEEP, silent(open_spring, dr_osei, name=f"Quiet {number}"))

    answer = director.post(KEEP, silent(open_spring, dr_osei), follow=True).text

    assert "The team keeps ten filters." in answer
    assert 'value="Quiet"' in answer
    assert HealthFilter.objects.count() == 10


@pytest.mark.parametrize("odd", [{"list": ""}, {"mentor": "9" * 5_000}, {"state": "x"}])
def test_what_no_form_sends_keeps_nothing(director, open_spring, dr_osei, odd):
    assert director.post(KEEP, silent(open_spring, dr_osei, **odd)).status_code == 400
    assert not HealthFilter.objects.exists()


def test_a_filter_of_somebody_kept_apart_is_not_shown(
    director, open_spring, dr_osei, prof_lindqvist, now
):
    director.post(KEEP, silent(open_spring, dr_osei, name="Quiet of Osei"))
    block(blocker=dr_osei, blocked=prof_lindqvist, now=now)

    page = director.get(PAGE).text

    assert "Quiet of Osei" not in page
    assert f'value="{dr_osei.pk}"' not in page
