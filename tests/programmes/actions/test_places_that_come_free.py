"""Dr Osei has two places: Amara's and Sam's matches ask for both. Others wait in the same round."""

import pytest
from django.core import mail

from corridor.mentoring.actions import end_relationship
from corridor.mentoring.choices import Ending
from corridor.mentoring.models import Relationship
from corridor.people import actions as people
from corridor.programmes.actions import matches
from corridor.programmes.actions.matches import NotNow
from corridor.programmes.answers import Answers
from corridor.programmes.documents import to_document
from corridor.programmes.models import Application, Match, NextBest, Round


@pytest.fixture
def amaras(match_of):
    match = match_of("amara_nwosu")
    mail.outbox.clear()
    return match


@pytest.fixture
def wait(amaras, now):
    """`wait(eilidh)`: she is in the round and has nobody."""

    def wait(profile, *, waited=0):
        application = Application(
            round=amaras.round,
            profile=profile,
            side="mentee",
            state="in",
            applied_at=now,
            waited=waited,
        )
        said = Answers(languages=frozenset({"english"}), needs=frozenset({"research"}))
        application.answers = to_document(said)
        application.save()
        return application

    return wait


def asked_about(application):
    found = Match.objects.filter(mentee=application, state="proposed")
    return [match.mentor.profile.handle for match in found]


def subjects(of):
    return [one.subject for one in mail.outbox if one.to == [of.account.email]]


def test_a_no_asks_about_whoever_waited_longest(wait, amaras, eilidh, mallory, dr_osei, now):
    first, longest = wait(eilidh), wait(mallory, waited=2)

    matches.decline_match(match_id=amaras.pk, said=NotNow(), by=dr_osei, now=now)

    assert asked_about(longest) == ["kwame_osei"]
    assert asked_about(first) == []
    assert len(subjects(mallory)) == 1
    assert matches.offer_place(application_id=amaras.mentor_id, now=now) == 0


def test_who_takes_no_more_is_asked_about_nobody(wait, amaras, eilidh, dr_osei, now):
    waiting = wait(eilidh)

    said = NotNow(takes_no_more=True)
    matches.decline_match(match_id=amaras.pk, said=said, by=dr_osei, now=now)

    assert asked_about(waiting) == []


def test_mentoring_that_ends_makes_a_place(wait, amaras, eilidh, amara, dr_osei, now):
    matches.accept_match(match_id=amaras.pk, side="mentor", by=dr_osei, now=now)
    waiting = wait(eilidh)
    assert matches.offer_place(application_id=amaras.mentor_id, now=now) == 0

    end_relationship(Relationship.objects.get().pk, by=amara, ending=Ending.STOPPED, now=now)

    assert asked_about(waiting) == ["kwame_osei"]


def test_a_round_that_is_finished_asks_about_nobody(wait, amaras, eilidh, dr_osei, now):
    waiting = wait(eilidh)
    Round.objects.update(state="finished")

    matches.decline_match(match_id=amaras.pk, said=NotNow(), by=dr_osei, now=now)

    assert asked_about(waiting) == []


def test_where_a_director_looks_first_nobody_is_asked_about_by_itself(
    wait, amaras, eilidh, dr_osei, now
):
    waiting = wait(eilidh)
    Round.objects.update(asks_before_next=True)

    matches.decline_match(match_id=amaras.pk, said=NotNow(), by=dr_osei, now=now)

    assert asked_about(waiting) == []
    assert not NextBest.objects.exists()
    assert "the team of the programme sees" in mail.outbox[-1].body


def test_a_block_ends_an_open_match_and_says_no_reason(amaras, sam, amara, dr_osei, now):
    people.block(blocker=amara, blocked=dr_osei, now=now)

    amaras.refresh_from_db()
    assert (amaras.state, amaras.cause) == ("withdrawn", "apart")
    assert Match.objects.get(mentee__profile=sam).state == "proposed"
    assert subjects(dr_osei) == ["It does not go on with Amara Nwosu"]
    assert subjects(amara) == ["First-Gen in Medicine: nobody is free at the moment"]
