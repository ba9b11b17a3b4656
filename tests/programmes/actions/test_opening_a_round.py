from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from corridor.algorithms.matching.options import Barrier, Options
from corridor.programmes import actions
from corridor.programmes.answers import Answers
from corridor.programmes.models import Application, DeclaredRelation, Programme, Round

SUMMER = actions.NewRound(
    name="Summer 2026",
    opens_on=date(2026, 6, 1),
    closes_on=date(2026, 6, 30),
    starts_on=date(2026, 7, 1),
    ends_on=date(2026, 12, 1),
    options=Options(),
)


def test_two_programmes_do_not_share_an_address(programme, prof_raman):
    with pytest.raises(actions.AddressTaken):
        actions.start_programme(
            actions.NewProgramme(slug="first-gen", name="X", hashtag="X", description="X"),
            directors=[prof_raman],
        )

    assert list(Programme.objects.all()) == [programme]


def test_a_hashtag_is_one_word(prof_raman):
    with pytest.raises(ValidationError):
        actions.start_programme(
            actions.NewProgramme(slug="x", name="X", hashtag="#two words", description="X"),
            directors=[prof_raman],
        )

    assert Programme.objects.count() == 0


def test_only_a_director_opens_a_round(programme, prof_raman):
    with pytest.raises(actions.NotDirector):
        actions.open_round(programme=programme, new=SUMMER, by=prof_raman)

    assert Round.objects.count() == 0


def test_a_round_follows_no_round_of_another_programme(open_spring, prof_raman):
    other = actions.start_programme(
        actions.NewProgramme(slug="other", name="Other", hashtag="Other", description="Other."),
        directors=[prof_raman],
    )

    with pytest.raises(actions.FollowsAnotherProgramme):
        actions.open_round(programme=other, new=replace(SUMMER, follows=open_spring), by=prof_raman)

    assert list(Round.objects.all()) == [open_spring]


def test_a_programme_reviews_one_round_at_a_time(spring, programme, prof_lindqvist):
    summer = actions.open_round(programme=programme, new=SUMMER, by=prof_lindqvist)

    with pytest.raises(actions.AnotherRoundUnderReview):
        actions.close_applications(round=summer, by=prof_lindqvist)

    summer.refresh_from_db()
    assert summer.state == "open"


def test_somebody_applies_once_whichever_side(apply, amara):
    apply(amara)

    with pytest.raises(actions.AlreadyApplied):
        apply(amara, is_mentor=True)

    assert Application.objects.get().side == "mentee"


def test_after_applications_close_nobody_applies(spring, mallory, now):
    before = Application.objects.count()
    with pytest.raises(actions.RoundNotOpen):
        actions.apply_to_round(
            round=spring,
            new=actions.NewApplication(is_mentor=False, answers=Answers()),
            by=mallory,
            now=now,
        )

    assert Application.objects.count() == before


def test_who_read_the_round_before_it_closed_applies_no_more(
    apply, open_spring, amara, prof_lindqvist
):
    actions.close_applications(round=open_spring, by=prof_lindqvist)

    with pytest.raises(actions.RoundNotOpen):
        apply(amara)

    assert Application.objects.count() == 0


def test_only_a_director_closes_applications(open_spring, mallory):
    with pytest.raises(actions.NotDirector):
        actions.close_applications(round=open_spring, by=mallory)

    open_spring.refresh_from_db()
    assert open_spring.state == "open"


def test_applications_close_once(spring, prof_lindqvist):
    with pytest.raises(actions.RoundNotOpen):
        actions.close_applications(round=spring, by=prof_lindqvist)

    spring.refresh_from_db()
    assert spring.state == "closed"


def test_only_a_director_finishes_a_round(spring, mallory):
    with pytest.raises(actions.NotDirector):
        actions.finish_round(round=spring, by=mallory)

    spring.refresh_from_db()
    assert spring.state == "closed"


def test_only_a_director_declares_a_relation(spring, amara, dr_osei, mallory, now):
    with pytest.raises(actions.NotDirector):
        actions.declare_relation(
            round=spring,
            new=actions.NewRelation(mentee=amara, mentor=dr_osei, barrier=Barrier.CONFLICT),
            by=mallory,
            now=now,
        )

    assert DeclaredRelation.objects.count() == 0
