from datetime import timedelta

import pytest

from corridor.algorithms.credentials.orcid import NotAnOrcid
from corridor.people import queries
from corridor.people.actions import verifying
from corridor.people.choices import Route
from corridor.people.models import Badge, Profile, RosterEntry

ORCID = "0000-0002-1825-0097"


def shown(profile, viewer, now):
    return queries.badges_shown([profile], viewer=viewer, now=now)[profile.pk]


def test_a_badge_says_what_how_when_and_until_when(amara, verify, mallory, now):
    verify(amara)

    [badge] = shown(amara, mallory, now)

    assert badge.title == "Mailbox at severnside.ac.uk"
    assert badge.how == "A code sent to the mailbox was typed in here."
    assert badge.limits == "It shows a mailbox on that day, and neither a role nor a stage."
    assert badge.granted_at == now - timedelta(days=30)
    assert badge.expires_at == now + timedelta(days=335)


def test_an_expired_badge_is_told_to_its_owner_only(amara, verify, mallory, now):
    verify(amara)
    later = now + timedelta(days=335)

    assert [badge.is_expired for badge in shown(amara, amara, later)] == [True]
    assert shown(amara, mallory, later) == []
    assert shown(amara, None, later) == []
    assert not queries.is_verified(amara, now=later)


def test_a_withdrawn_badge_is_shown_to_nobody(amara, verify, now):
    verifying.withdraw_badge(badge=verify(amara), reason="", by=amara, now=now)

    assert shown(amara, amara, now) == []


@pytest.fixture
def night_owl(amara):
    amara.is_pseudonymous = True
    amara.display_name = "Night Owl"
    amara.save()
    return amara


def test_known_by_another_name_others_see_the_stage_and_a_date_alone(
    night_owl, verify, mallory, now
):
    verify(night_owl)
    verify(night_owl, route=Route.DOCUMENT, domain="Student card of Severnside", stage="MS3")

    [badge] = shown(night_owl, mallory, now)

    assert badge.title == "Stage verified: Medical student, year 3"
    assert (badge.id, badge.by, badge.route) == (None, "", "")
    assert "everns" not in repr(badge)
    assert len(shown(night_owl, night_owl, now)) == 2


def test_a_mailbox_verifies_no_stage(night_owl, verify, now):
    verify(night_owl)

    [badge] = shown(night_owl, None, now)

    assert badge.title == "Verified, by a way that says nothing of the stage"
    assert badge.stage == ""


def test_nor_does_a_document_the_stage_that_she_gives_later(night_owl, verify, now):
    verify(night_owl, route=Route.DOCUMENT, domain="Card", stage="MS3")
    night_owl.stage = "ATT"

    assert "Attending" not in repr(shown(night_owl, None, now))


def test_many_people_cost_one_query(join, verify, django_assert_num_queries, now):
    for number in range(8):
        verify(join(handle=f"member_{number}", display_name="Member"))
    people = list(Profile.objects.order_by("pk"))

    with django_assert_num_queries(1):
        badges = queries.badges_shown(people, viewer=None, now=now)

    assert [len(badges[person.pk]) for person in people] == [1] * 8


def test_orcid_says_what_it_does_not_prove(amara, now):
    verifying.grant_orcid_badge(amara, f"https://orcid.org/{ORCID}", now)

    [badge] = shown(amara, None, now)
    amara.refresh_from_db()
    assert amara.orcid == ORCID
    assert badge.title == "ORCID iD 0000-0002-1825-0097"
    assert "not proof of identity" in badge.limits


def test_whoever_takes_the_sign_in_away_takes_its_badge_away(amara, now):
    verifying.grant_orcid_badge(amara, ORCID, now)

    verifying.forget_orcid(amara, now=now)

    assert shown(amara, amara, now) == []
    assert Badge.objects.get().withdrawn_because == "by_owner"


def test_one_id_verifies_one_profile(amara, mallory, now):
    verifying.grant_orcid_badge(amara, ORCID, now)

    with pytest.raises(verifying.ShownByAnother):
        verifying.grant_orcid_badge(mallory, ORCID, now)
    with pytest.raises(NotAnOrcid):
        verifying.grant_orcid_badge(mallory, "0000-0002-1825-0098", now)

    mallory.refresh_from_db()
    assert mallory.orcid == ""
    assert Badge.objects.count() == 1


@pytest.fixture
def year_three(amara, now):
    return RosterEntry.objects.create(
        roster="Severnside Medical School, year 3",
        email="amara_nwosu@example.org",
        stage="MS3",
        added_at=now,
        joined=amara,
    )


def test_a_roster_by_which_she_joined_gives_a_badge_that_names_it(year_three, amara, now):
    verifying.grant_roster_badges(amara, now)
    verifying.grant_roster_badges(amara, now)

    [badge] = shown(amara, None, now)
    assert badge.title == "On the roster of Severnside Medical School, year 3"
    assert badge.stage == "Medical student, year 3"


def test_a_roster_badge_taken_off_does_not_come_back_by_itself(year_three, amara, now):
    [badge] = verifying.grant_roster_badges(amara, now)
    verifying.withdraw_badge(badge=badge, reason="", by=amara, now=now)

    assert verifying.grant_roster_badges(amara, now) == []


def test_a_roster_that_nobody_joined_by_gives_nothing(year_three, now):
    year_three.joined = None
    year_three.save()

    assert verifying.grant_roster_badge(year_three, now) is None
    assert not Badge.objects.exists()
