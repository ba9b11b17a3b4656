"""What a director sets up is what people get: the agreement, the cadence, the capacity."""

from corridor.mentoring.models import Relationship
from corridor.programmes import queries
from corridor.programmes.actions import matches, run_matching
from corridor.programmes.actions.setting_up import change_set_up, write_agreement


def test_a_match_begins_with_what_its_programme_set_up(
    match_of, programme, dr_osei, prof_lindqvist, now
):
    match = match_of("amara_nwosu")
    write_agreement(programme, "We meet.", by=prof_lindqvist, now=now)
    changes = {"cadence": "weekly", "months": 3, "asks_how_it_went": False}
    change_set_up(programme, changes, by=prof_lindqvist, now=now)

    matches.accept_match(match_id=match.pk, side="mentor", by=dr_osei, now=now)

    opened = Relationship.objects.get()
    assert opened.agreement_text == "We meet."
    assert (opened.cadence, opened.months, opened.asks_reviews) == ("Every week", 3, False)


def test_no_mentor_gets_more_mentees_than_the_programme_allows(
    spring, programme, prof_lindqvist, now
):
    """Dr Osei has two places; Amara and Sam need what only she covers."""
    change_set_up(programme, {"mentor_capacity": 1}, by=prof_lindqvist, now=now)
    spring.refresh_from_db()

    run = run_matching(round=spring, by=prof_lindqvist, now=now)

    mentors = [one.mentor.profile.handle for one in queries.proposals(run)]
    assert mentors.count("kwame_osei") == 1
