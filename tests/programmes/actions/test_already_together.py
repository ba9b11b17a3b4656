"""Dr Osei is Amara's mentor already, from elsewhere or from this programme, when both apply."""

import pytest

from corridor.algorithms.matching.options import Barrier
from corridor.mentoring.actions import Origin, open_relationship
from corridor.mentoring.choices import OriginKind
from corridor.people.choices import Kind
from corridor.programmes import queries
from corridor.programmes.actions import hold_proposal, run_matching
from corridor.programmes.models import Application, Round

PAIR = ("amara_nwosu", "kwame_osei")


@pytest.fixture
def work_together(everybody, amara, dr_osei, now):
    """`work_together(Kind.COACHING, programme_address="first-gen")`."""
    del everybody

    def begin(role=Kind.MENTORSHIP, **origin):
        origin = Origin(kind=OriginKind.FIRST_CONTACT, places=2, **origin)
        return open_relationship(mentor=dr_osei, mentee=amara, role=role, origin=origin, now=now)

    return begin


def matched(run):
    found = run.proposals.values_list("mentee__profile__handle", "mentor__profile__handle")
    return set(found)


def test_a_run_matches_nobody_with_her_own_mentor(work_together, spring, prof_lindqvist, now):
    work_together()

    run = run_matching(round=spring, by=prof_lindqvist, now=now)

    assert PAIR not in matched(run)
    assert ("sam_whitlock", "kwame_osei") in matched(run)


@pytest.mark.parametrize(
    ("address", "barrier"),
    [("first-gen", Barrier.TOGETHER), ("", Barrier.CONFLICT), ("other", Barrier.CONFLICT)],
)
def test_a_director_reads_only_of_what_her_programme_brought_together(
    work_together, spring, address, barrier
):
    work_together(programme_address=address)

    assert queries.given(spring).options.must_not == {PAIR: barrier}


def test_another_role_may_be_added(work_together, spring, prof_lindqvist, now):
    work_together(Kind.COACHING)

    run = run_matching(round=spring, by=prof_lindqvist, now=now)

    assert PAIR in matched(run)


def test_what_a_director_held_stays(work_together, spring, prof_lindqvist, now):
    first = run_matching(round=spring, by=prof_lindqvist, now=now)
    proposal = first.proposals.get(mentee__profile__handle="amara_nwosu")
    hold_proposal(proposal=proposal, by=prof_lindqvist, now=now)
    work_together()

    again = run_matching(round=spring, by=prof_lindqvist, now=now)

    assert PAIR in matched(again)


def test_matches_kept_from_the_round_before_go_on(
    work_together, publish, spring, programme, prof_lindqvist, now
):
    publish()
    work_together(programme_address="first-gen")
    Round.objects.filter(pk=spring.pk).update(state="finished")
    after = Round.objects.create(
        programme=programme,
        name="Summer",
        state="closed",
        follows=spring,
        opens_on=spring.opens_on,
        closes_on=spring.closes_on,
        starts_on=spring.starts_on,
        ends_on=spring.ends_on,
    )
    for before in Application.objects.filter(round=spring).order_by("pk"):
        again = Application(
            round=after,
            profile=before.profile,
            side=before.side,
            state=before.state,
            applied_at=before.applied_at,
        )
        again.answers = before.answers
        again.save()

    run = run_matching(round=after, by=prof_lindqvist, now=now)

    assert PAIR in matched(run)


def test_her_own_mentor_is_no_next_best(work_together, open_spring, everybody, dr_osei, now):
    def best():
        found = queries.next_best(everybody["amara"], "mentor", today=now.date())
        return found and found.mentor.profile

    assert best() == dr_osei
    work_together()

    assert best() != dr_osei


def test_only_hers_are_counted_however_many_apply(
    spring, everybody, now, django_assert_max_num_queries
):
    with django_assert_max_num_queries(26):
        found = queries.next_best(everybody["amara"], "mentor", today=now.date())

    assert found.mentor.profile.handle == "kwame_osei"
