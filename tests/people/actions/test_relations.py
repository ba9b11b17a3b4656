"""Following, blocking, muting, lists and the firewall between evaluators and those they judge."""

from datetime import date, timedelta

import pytest

from corridor.people import actions, queries
from corridor.people.choices import EvaluationKind, Visibility


@pytest.fixture
def today(now):
    return now.date()


@pytest.fixture
def cautious(amara, now):
    """Amara, who approves whoever follows her."""
    actions.set_privacy(
        profile=amara,
        settings=actions.PrivacySettings(
            visibility=Visibility.PUBLIC,
            is_listed=True,
            is_pseudonymous=False,
            approves_followers=True,
        ),
        by=amara,
        now=now,
    )
    return amara


def followers_of(profile):
    return [follow.follower.handle for follow in queries.followers(profile)]


def test_following_needs_no_answer_unless_she_approves_followers(amara, dr_osei, now):
    actions.follow(follower=amara, followed=dr_osei, now=now)

    assert followers_of(dr_osei) == ["amara_nwosu"]
    assert queries.relation_to(dr_osei, viewer=amara, now=now).follows


def test_who_follows_twice_follows_once(amara, dr_osei, now):
    actions.follow(follower=amara, followed=dr_osei, now=now)
    actions.follow(follower=amara, followed=dr_osei, now=now)

    assert followers_of(dr_osei) == ["amara_nwosu"]


def test_a_request_waits_until_she_accepts_it(cautious, mallory, now):
    actions.follow(follower=mallory, followed=cautious, now=now)

    assert followers_of(cautious) == []
    assert [asked.follower.handle for asked in queries.follow_requests(cautious)] == [
        "mallory_crane"
    ]

    actions.accept_follower(followed=cautious, follower=mallory, now=now)

    assert followers_of(cautious) == ["mallory_crane"]


def test_a_refused_request_is_gone(cautious, mallory, now):
    actions.follow(follower=mallory, followed=cautious, now=now)

    actions.remove_follower(followed=cautious, follower=mallory)

    assert list(queries.follow_requests(cautious)) == []
    assert not queries.relation_to(cautious, viewer=mallory, now=now).has_asked


def test_nobody_accepts_who_did_not_ask(amara, mallory, now):
    with pytest.raises(actions.NotFollowing):
        actions.accept_follower(followed=amara, follower=mallory, now=now)

    assert followers_of(amara) == []


def test_who_stops_approving_accepts_everybody_who_waits(cautious, mallory, now):
    actions.follow(follower=mallory, followed=cautious, now=now)

    actions.set_privacy(
        profile=cautious,
        settings=actions.PrivacySettings(
            visibility=Visibility.MEMBERS,
            is_listed=True,
            is_pseudonymous=False,
            approves_followers=False,
        ),
        by=cautious,
        now=now,
    )

    assert followers_of(cautious) == ["mallory_crane"]


def test_nobody_sets_the_privacy_of_somebody_else(cautious, mallory, now):
    with pytest.raises(actions.NotYourProfile):
        actions.set_privacy(
            profile=cautious,
            settings=actions.PrivacySettings(
                visibility=Visibility.PUBLIC,
                is_listed=True,
                is_pseudonymous=False,
                approves_followers=False,
            ),
            by=mallory,
            now=now,
        )

    cautious.refresh_from_db()
    assert cautious.approves_followers


def test_nobody_follows_herself(amara, now):
    with pytest.raises(actions.CannotFollow):
        actions.follow(follower=amara, followed=amara, now=now)

    assert followers_of(amara) == []


def test_unfollowing_somebody_one_does_not_follow_is_refused(amara, dr_osei):
    with pytest.raises(actions.NotFollowing):
        actions.unfollow(follower=amara, followed=dr_osei)


def test_a_block_ends_following_both_ways_and_hides_each_from_the_other(amara, mallory, now, today):
    actions.follow(follower=amara, followed=mallory, now=now)
    actions.follow(follower=mallory, followed=amara, now=now)

    actions.block(blocker=amara, blocked=mallory, now=now)

    assert followers_of(amara) == followers_of(mallory) == []
    assert queries.kept_from(amara, today=today) == {mallory.pk}
    assert queries.kept_from(mallory, today=today) == {amara.pk}
    with pytest.raises(actions.CannotFollow):
        actions.follow(follower=mallory, followed=amara, now=now)


def test_who_is_blocked_is_not_told(amara, mallory, now):
    actions.block(blocker=amara, blocked=mallory, now=now)

    assert queries.relation_to(amara, viewer=mallory, now=now) == queries.Relation()
    assert list(queries.blocks(mallory)) == []


def test_a_block_takes_both_off_each_others_lists(amara, mallory, now, today):
    kept = actions.make_list(owner=mallory, title="Interesting")
    actions.put_on_list(kept=kept, profile=amara, by=mallory, today=today)

    actions.block(blocker=amara, blocked=mallory, now=now)

    assert list(queries.people_on_list(kept, today=today)) == []


def test_lifting_a_block_lets_them_see_each_other_again(amara, mallory, now, today):
    actions.block(blocker=amara, blocked=mallory, now=now)

    actions.unblock(blocker=amara, blocked=mallory)

    assert queries.kept_from(mallory, today=today) == set()
    with pytest.raises(actions.NotBlocked):
        actions.unblock(blocker=amara, blocked=mallory)


def test_only_who_blocked_lifts_a_block(amara, mallory, now, today):
    actions.block(blocker=amara, blocked=mallory, now=now)

    with pytest.raises(actions.NotBlocked):
        actions.unblock(blocker=mallory, blocked=amara)

    assert queries.kept_from(mallory, today=today) == {amara.pk}


def test_nobody_blocks_or_mutes_herself(amara, now):
    with pytest.raises(actions.CannotBlockYourself):
        actions.block(blocker=amara, blocked=amara, now=now)
    with pytest.raises(actions.CannotMuteYourself):
        actions.mute(muter=amara, muted=amara, now=now)

    assert list(queries.blocks(amara)) == []
    assert queries.muted_by(amara, now=now) == set()


def test_a_mute_with_an_end_ends_by_itself(amara, mallory, now):
    actions.mute(muter=amara, muted=mallory, until=now + timedelta(hours=1), now=now)

    assert queries.muted_by(amara, now=now) == {mallory.pk}
    assert queries.muted_by(amara, now=now + timedelta(hours=1)) == set()


def test_a_mute_is_ended_by_who_set_it(amara, mallory, now):
    actions.mute(muter=amara, muted=mallory, now=now)

    with pytest.raises(actions.NotMuted):
        actions.unmute(muter=mallory, muted=amara)
    actions.unmute(muter=amara, muted=mallory)

    assert queries.muted_by(amara, now=now) == set()


@pytest.mark.parametrize("kind", list(EvaluationKind))
def test_who_evaluates_and_who_is_evaluated_do_not_see_each_other(amara, dr_osei, now, today, kind):
    actions.follow(follower=amara, followed=dr_osei, now=now)

    actions.declare_evaluation(profile=amara, other=dr_osei, kind=kind, now=now)

    assert queries.kept_from(amara, today=today) == {dr_osei.pk}
    assert queries.kept_from(dr_osei, today=today) == {amara.pk}
    assert followers_of(dr_osei) == []


def test_only_who_declared_an_evaluation_reads_of_it(amara, dr_osei, now):
    actions.declare_evaluation(
        profile=amara, other=dr_osei, kind=EvaluationKind.EVALUATES_ME, now=now
    )

    assert [declared.other for declared in queries.evaluations(amara)] == [dr_osei]
    assert list(queries.evaluations(dr_osei)) == []


def test_an_evaluation_ends_on_its_day(amara, dr_osei, now):
    ends_on = date(2026, 12, 24)
    actions.declare_evaluation(
        profile=amara,
        other=dr_osei,
        kind=EvaluationKind.READS_MY_APPLICATIONS,
        ends_on=ends_on,
        now=now,
    )

    assert queries.kept_from(amara, today=ends_on - timedelta(days=1)) == {dr_osei.pk}
    assert queries.kept_from(amara, today=ends_on) == set()


def test_an_evaluation_cannot_end_before_it_begins(amara, dr_osei, now, today):
    with pytest.raises(actions.EndsInThePast):
        actions.declare_evaluation(
            profile=amara,
            other=dr_osei,
            kind=EvaluationKind.EVALUATES_ME,
            ends_on=today,
            now=now,
        )

    assert queries.kept_from(amara, today=today) == set()


def test_nobody_ends_what_somebody_else_declared(amara, dr_osei, now, today):
    declared = actions.declare_evaluation(
        profile=amara, other=dr_osei, kind=EvaluationKind.EVALUATES_ME, now=now
    )

    with pytest.raises(actions.NotDeclared):
        actions.end_evaluation(evaluation_id=declared.pk, by=dr_osei)

    assert queries.kept_from(dr_osei, today=today) == {amara.pk}


def test_lists_have_names_of_their_own(amara):
    kept = actions.make_list(owner=amara, title="  Block   people ")

    assert kept.title == "Block people"
    with pytest.raises(actions.TitleTaken):
        actions.make_list(owner=amara, title="Block people")
    with pytest.raises(actions.TitleMissing):
        actions.make_list(owner=amara, title="   ")
    with pytest.raises(actions.TitleTooLong):
        actions.make_list(owner=amara, title="x" * 61)
    assert [(one.title, one.people) for one in queries.lists(amara)] == [("Block people", 0)]


def test_a_list_is_changed_by_whoever_keeps_it(amara, dr_osei, mallory, today):
    kept = actions.make_list(owner=amara, title="Mentors")

    for deed in (
        lambda: actions.rename_list(kept=kept, title="Mine", by=mallory),
        lambda: actions.end_list(kept=kept, by=mallory),
        lambda: actions.put_on_list(kept=kept, profile=dr_osei, by=mallory, today=today),
        lambda: actions.take_off_list(kept=kept, profile=dr_osei, by=mallory),
    ):
        with pytest.raises(actions.NotYourList):
            deed()
    assert queries.list_kept(kept.pk, viewer=mallory) is None
    assert [(one.title, one.people) for one in queries.lists(amara)] == [("Mentors", 0)]


def test_nobody_lists_herself_or_whom_she_is_kept_from(amara, mallory, now, today):
    kept = actions.make_list(owner=amara, title="Mentors")
    actions.block(blocker=mallory, blocked=amara, now=now)

    for somebody in (amara, mallory):
        with pytest.raises(actions.CannotBeListed):
            actions.put_on_list(kept=kept, profile=somebody, by=amara, today=today)

    assert list(queries.people_on_list(kept, today=today)) == []
