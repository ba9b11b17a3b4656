"""Who runs a programme changes only by a yes; it always has an owner; what it does is on record."""

import pytest
from django.core import mail
from django.db import transaction

from corridor.notifications.models import Notification
from corridor.programmes import queries
from corridor.programmes.actions import TooLongForRecord, apply_to_round
from corridor.programmes.actions.apply_to_round import NewApplication
from corridor.programmes.actions.forget_person import forget_person
from corridor.programmes.actions.set_up_rights import NotInTeam
from corridor.programmes.actions.setting_up import (
    MayNotStart,
    NotBothYours,
    PartOfItself,
    change_set_up,
    join_programmes,
    publish_programme,
    write_agreement,
)
from corridor.programmes.actions.setting_up.duplicate_programme import duplicate_programme
from corridor.programmes.actions.team import (
    AskedAlready,
    InTeamAlready,
    LastOwner,
    NotAsked,
    NothingSent,
    NotOfProgramme,
    NotOfTeam,
    Part,
    ReasonNeeded,
    answer_invitation,
    ask_into_team,
    change_part,
    leave_team,
    withdraw_for,
    withdraw_invitation,
)
from corridor.programmes.answers import Answers
from corridor.programmes.choices import TeamDeedKind, TeamRole
from corridor.programmes.models import Application, Programme, Round, TeamDeed, TeamMember

DIRECTOR = Part(role=TeamRole.DIRECTOR)
READER = Part(role=TeamRole.READER, functions=frozenset({"admits"}))
OWNER = Part(role=TeamRole.OWNER)


@pytest.fixture
def owner(prof_lindqvist):
    return prof_lindqvist


@pytest.fixture
def join_team(programme, owner, now):
    def join(who, part=DIRECTOR):
        asked = ask_into_team(programme, who, part=part, by=owner, now=now)
        answer_invitation(asked.pk, accepts=True, by=who, now=now)
        return programme.team.get(profile=who)

    return join


def parts(programme):
    return {one.profile.handle: one.role for one in queries.team(programme)}


def test_whoever_is_asked_hears_of_it_and_joins_by_a_yes(programme, owner, prof_raman, now):
    asked = ask_into_team(programme, prof_raman, part=READER, by=owner, now=now)

    assert parts(programme) == {"ingrid_lindqvist": "owner"}
    assert [one.to for one in mail.outbox] == [[prof_raman.account.email]]
    assert Notification.objects.get(recipient=prof_raman).kind == "team_asked"

    answer_invitation(asked.pk, accepts=True, by=prof_raman, now=now)
    member = programme.team.get(profile=prof_raman)
    assert (member.role, member.admits, member.publishes) == ("reader", True, False)
    assert not Notification.objects.filter(recipient=prof_raman).exists()
    assert Notification.objects.get(recipient=owner).kind == "team_answered"


def test_a_no_changes_nothing_and_is_told_to_nobody(programme, owner, prof_raman, now):
    asked = ask_into_team(programme, prof_raman, part=DIRECTOR, by=owner, now=now)

    answer_invitation(asked.pk, accepts=False, by=prof_raman, now=now)

    assert parts(programme) == {"ingrid_lindqvist": "owner"}
    assert not Notification.objects.exists()
    with pytest.raises(NotAsked):
        answer_invitation(asked.pk, accepts=True, by=prof_raman, now=now)


def test_what_was_taken_back_or_is_somebody_elses_cannot_be_answered(
    programme, owner, prof_raman, mallory, now
):
    asked = ask_into_team(programme, prof_raman, part=DIRECTOR, by=owner, now=now)
    with pytest.raises(NotAsked):
        answer_invitation(asked.pk, accepts=True, by=mallory, now=now)

    withdraw_invitation(asked.pk, by=owner, now=now)

    with pytest.raises(NotAsked):
        answer_invitation(asked.pk, accepts=True, by=prof_raman, now=now)
    assert parts(programme) == {"ingrid_lindqvist": "owner"}


def test_handing_over_makes_the_other_owner_and_the_one_before_director(
    programme, owner, prof_raman, now
):
    asked = ask_into_team(programme, prof_raman, part=OWNER, by=owner, now=now)
    assert parts(programme) == {"ingrid_lindqvist": "owner"}

    answer_invitation(asked.pk, accepts=True, by=prof_raman, now=now)

    assert parts(programme) == {"ingrid_lindqvist": "director", prof_raman.handle: "owner"}
    assert TeamDeed.objects.filter(kind=TeamDeedKind.HANDED_OVER, by=prof_raman).exists()


def test_nobody_takes_over_from_whom_could_not_hand_it_over_any_more(
    programme, owner, prof_raman, dr_osei, now
):
    second = ask_into_team(programme, prof_raman, part=OWNER, by=owner, now=now)
    TeamMember.objects.create(programme=programme, profile=dr_osei, role=TeamRole.OWNER)
    change_part(programme.team.get(profile=owner), part=READER, by=dr_osei, now=now)

    with pytest.raises(NotAsked):
        answer_invitation(second.pk, accepts=True, by=prof_raman, now=now)

    assert programme.team.get(profile=owner).role == TeamRole.READER
    assert not programme.team.filter(profile=prof_raman).exists()


def test_refusals_of_asking_change_nothing(programme, owner, prof_raman, mallory, dr_osei, now):
    def ask(who, *, by, part=DIRECTOR):
        ask_into_team(programme, who, part=part, by=by, now=now)

    with pytest.raises(NotInTeam):
        ask(dr_osei, by=mallory)
    with pytest.raises(InTeamAlready):
        ask(owner, by=owner)
    ask(prof_raman, by=owner)
    with pytest.raises(AskedAlready):
        ask(prof_raman, by=owner)
    TeamMember.objects.create(programme=programme, profile=dr_osei, role=TeamRole.DIRECTOR)
    with pytest.raises(NotInTeam):
        ask(mallory, by=dr_osei, part=OWNER)

    assert programme.team_invitations.count() == 1


def test_a_programme_never_loses_its_last_owner(programme, owner, join_team, prof_raman, now):
    director = join_team(prof_raman)
    mine = programme.team.get(profile=owner)

    with pytest.raises(LastOwner):
        leave_team(mine, by=owner, now=now)
    with pytest.raises(LastOwner):
        change_part(mine, part=DIRECTOR, by=owner, now=now)
    with pytest.raises(NotInTeam):
        change_part(director, part=OWNER, by=prof_raman, now=now)
    with pytest.raises(NotInTeam):
        leave_team(mine, by=prof_raman, now=now)

    assert parts(programme) == {"ingrid_lindqvist": "owner", prof_raman.handle: "director"}


def test_parts_change_and_members_go(programme, owner, join_team, prof_raman, mallory, now):
    member = join_team(prof_raman)

    change_part(member, part=READER, by=owner, now=now)
    assert parts(programme)[prof_raman.handle] == "reader"
    with pytest.raises(NotInTeam):
        leave_team(member, by=mallory, now=now)
    leave_team(member, by=prof_raman, now=now)
    with pytest.raises(NotOfTeam):
        change_part(member, part=DIRECTOR, by=owner, now=now)

    assert parts(programme) == {"ingrid_lindqvist": "owner"}


def test_when_the_only_owner_leaves_the_server_the_first_director_follows(
    programme, owner, join_team, prof_raman, dr_osei
):
    join_team(dr_osei, READER)
    join_team(prof_raman)

    forget_person(owner, "left_1")

    assert parts(programme) == {prof_raman.handle: "owner", dr_osei.handle: "reader"}


@pytest.fixture
def applied(open_spring, amara, now):
    return apply_to_round(
        round=open_spring,
        new=NewApplication(is_mentor=False, answers=Answers()),
        by=amara,
        now=now,
    )


def test_what_is_done_for_a_member_is_told_to_her_and_written_down(applied, owner, amara, now):
    withdraw_for(applied.round, amara, reason="She wrote on Monday.", by=owner, now=now)

    applied.refresh_from_db()
    assert applied.state == Application.State.WITHDRAWN
    deed = TeamDeed.objects.get(kind=TeamDeedKind.ACTED_FOR)
    assert (deed.by, deed.about) == (owner, amara)
    assert "She wrote on Monday." in deed.words
    assert any("She wrote on Monday." in one.body for one in mail.outbox)
    assert Notification.objects.filter(recipient=amara, kind="acted_for").exists()


def test_nothing_is_done_for_a_member_without_right_reason_or_application(
    applied, owner, amara, dr_osei, mallory, now
):
    def withdraw(member=amara, *, reason="She wrote.", by=owner):
        withdraw_for(applied.round, member, reason=reason, by=by, now=now)

    with pytest.raises(NotInTeam):
        withdraw(by=mallory)
    with pytest.raises(ReasonNeeded):
        withdraw(reason=" \n ")
    with pytest.raises(TooLongForRecord):
        withdraw(reason="x" * 1001)
    with pytest.raises(NotOfProgramme):
        withdraw(dr_osei)
    withdraw()
    with pytest.raises(NothingSent), transaction.atomic():
        withdraw()

    assert TeamDeed.objects.filter(kind=TeamDeedKind.ACTED_FOR).count() == 1


@pytest.fixture
def chapter(programme, owner, now, settings):
    settings.PROGRAMMES_STARTED_BY = "members"
    copy = duplicate_programme(programme, by=owner, now=now)
    copy.hashtag, copy.name = "Chapter", "Chapter"
    copy.save()
    return publish_programme(copy, by=owner, now=now)


def test_a_programme_counts_those_that_belong_to_it_but_gives_no_small_group_away(
    programme, chapter, owner, join, now
):
    join_programmes(chapter, into=programme, by=owner, now=now)
    for place, count in ((programme, 7), (chapter, 6)):
        round = Round.objects.create(
            programme=place, name="1", opens_on=now, closes_on=now, starts_on=now, ends_on=now
        )
        for number in range(count):
            who = join(handle=f"m{place.pk}_{number}", display_name=f"M {number}")
            is_mentor = place == chapter and number == 0
            apply_to_round(
                round=round,
                new=NewApplication(is_mentor=is_mentor, answers=Answers()),
                by=who,
                now=now,
            )

    figures, whole = queries.roll_up(programme)

    assert {one.name: (one.mentees, one.mentors) for one in figures} == {
        "Chapter": (5, None),
        "First-Gen in Medicine": (7, 0),
    }
    assert (whole.mentees, whole.mentors, whole.rounds) == (12, None, 2)


def test_programmes_are_joined_by_whoever_sets_up_both(programme, chapter, owner, prof_raman, now):
    foreign = Programme.objects.create(slug="x", name="X", hashtag="X", description="X")
    with pytest.raises(NotBothYours):
        join_programmes(chapter, into=foreign, by=owner, now=now)
    with pytest.raises(NotInTeam):
        join_programmes(chapter, into=programme, by=prof_raman, now=now)
    with pytest.raises(PartOfItself):
        join_programmes(programme, into=programme, by=owner, now=now)
    join_programmes(chapter, into=programme, by=owner, now=now)
    with pytest.raises(PartOfItself):
        join_programmes(programme, into=chapter, by=owner, now=now)

    assert list(programme.parts.all()) == [chapter]


def test_a_copy_belongs_to_a_whole_only_by_who_sets_up_the_whole(
    programme, chapter, owner, prof_raman, now
):
    join_programmes(chapter, into=programme, by=owner, now=now)
    TeamMember.objects.create(programme=chapter, profile=prof_raman, role=TeamRole.DIRECTOR)

    hers = duplicate_programme(chapter, by=owner, now=now)
    his = duplicate_programme(chapter, by=prof_raman, now=now)

    assert (hers.part_of, his.part_of) == (programme, None)


def test_a_copy_is_changed_before_it_has_a_hashtag_of_its_own(programme, owner, now, settings):
    settings.PROGRAMMES_STARTED_BY = "members"
    copy = duplicate_programme(programme, by=owner, now=now)

    change_set_up(copy, {"months": 3}, by=owner, now=now)

    copy.refresh_from_db()
    assert copy.months == 3


def test_whoever_may_not_start_programmes_copies_none(programme, owner, now):
    with pytest.raises(MayNotStart):
        duplicate_programme(programme, by=owner, now=now)

    assert Programme.objects.count() == 1


def test_words_are_written_by_whoever_sets_up_alone(programme, mallory, now):
    with pytest.raises(NotInTeam):
        write_agreement(programme, "Mine.", by=mallory, now=now)

    assert queries.agreement(programme).number == 0
