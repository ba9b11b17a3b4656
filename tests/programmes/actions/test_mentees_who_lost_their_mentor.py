"""In a round that goes on, a mentee who has lost her mentor is looked after as after a no."""

from datetime import timedelta

import pytest
from django.core import mail

from corridor.mentoring.actions import end_relationship, take_back_end
from corridor.mentoring.choices import Ending
from corridor.mentoring.models import Relationship
from corridor.people import actions as people
from corridor.programmes import queries
from corridor.programmes.actions import consequences, matches
from corridor.programmes.models import Consequence, Match, NextBest, Round
from tests.programmes.actions.test_answers import joins


@pytest.fixture
def lasting(match_of, prof_raman, dr_osei, now):
    """Amara works with Dr Osei; Prof Raman is in the round as well, with a place."""
    match = match_of("amara_nwosu")
    joins(prof_raman, match.round, now)
    matches.accept_match(match_id=match.pk, side="mentor", by=dr_osei, now=now)
    mail.outbox.clear()
    match.refresh_from_db()
    return match


@pytest.fixture
def ends(lasting, now):
    """`ends(amara, Ending.CHANGED)`"""
    return lambda by, ending: end_relationship(
        lasting.relationship_id, by=by, ending=ending, now=now
    )


def subjects(of):
    return [one.subject for one in mail.outbox if one.to == [of.account.email]]


def asked_instead(match):
    return [one.mentor.profile for one in Match.objects.filter(after=match, state="proposed")]


@pytest.mark.parametrize(
    ("who", "ending"), [("amara", Ending.CHANGED), ("dr_osei", Ending.STOPPED)]
)
def test_who_suits_next_is_asked(who, ending, ends, lasting, amara, dr_osei, prof_raman):
    ends({"amara": amara, "dr_osei": dr_osei}[who], ending)

    assert asked_instead(lasting) == [prof_raman]
    [letter] = [one for one in mail.outbox if "we are asking somebody else" in one.subject]
    assert letter.to == [amara.account.email]
    assert "You and Dr Kwame Osei no longer work together." in letter.body
    assert "does not work out" not in letter.body


@pytest.mark.parametrize(
    ("who", "ending"),
    [("amara", Ending.STOPPED), ("amara", Ending.FINISHED), ("dr_osei", Ending.FINISHED)],
)
def test_who_stops_or_has_what_she_came_for_is_not_matched_again(
    who, ending, ends, lasting, amara, dr_osei
):
    ends({"amara": amara, "dr_osei": dr_osei}[who], ending)

    assert asked_instead(lasting) == []
    assert queries.still_wished(lasting.mentee, lasting.role) == 0


def test_where_nobody_is_free_she_waits(ends, lasting, amara, prof_raman, now):
    mentor = lasting.round.applications.get(profile=prof_raman)
    mentor.takes_no_more_at = now
    mentor.save(update_fields=["takes_no_more_at"])

    ends(amara, Ending.CHANGED)

    assert subjects(amara)[-1] == "First-Gen in Medicine: nobody is free at the moment"
    assert lasting.mentee in queries.unserved(lasting.round)


def test_who_loses_her_mentor_in_a_break_is_looked_after_when_it_is_over(
    lasting, programme, amara, dr_osei, prof_raman, now
):
    """And hears nothing of it meanwhile."""
    type(programme).objects.update(counts_silence=True)
    until = now + timedelta(days=30)
    Consequence.objects.create(
        programme=programme, profile=amara, step="resting", since=now, rests_until=until
    )

    end_relationship(
        lasting.relationship_id, by=dr_osei, ending=Ending.STOPPED, now=now + timedelta(days=1)
    )
    told, in_the_break = subjects(amara), asked_instead(lasting)
    consequences.tend_consequences(now=until)

    assert in_the_break == []
    assert "First-Gen in Medicine: we are asking somebody else" not in told
    assert asked_instead(lasting) == [prof_raman]


def test_a_director_looks_first_where_the_round_wants_that(ends, lasting, amara, prof_raman):
    lasting.round.asks_before_next = True
    lasting.round.save(update_fields=["asks_before_next"])

    ends(amara, Ending.CHANGED)

    assert NextBest.objects.get(after=lasting).mentor.profile == prof_raman
    assert asked_instead(lasting) == []


def test_an_end_that_is_taken_back_withdraws_who_was_asked(ends, lasting, amara, prof_raman, now):
    ends(amara, Ending.CHANGED)

    take_back_end(lasting.relationship_id, by=amara, now=now)

    assert asked_instead(lasting) == []
    assert queries.still_wished(lasting.mentee, lasting.role) == 0
    assert lasting.mentee not in queries.unserved(lasting.round)


def test_a_round_that_is_over_looks_for_nobody(ends, lasting, amara):
    Round.objects.update(state="finished")

    ends(amara, Ending.CHANGED)

    assert asked_instead(lasting) == []


def test_a_mentor_who_leaves_the_server_leaves_nobody_alone(lasting, dr_osei, prof_raman, now):
    leaves_at = people.ask_to_leave(profile=dr_osei, by=dr_osei, now=now)
    assert asked_instead(lasting) == []

    people.complete_departures(now=leaves_at)

    assert Relationship.objects.get().ending == "left"
    assert asked_instead(lasting) == [prof_raman]
