"""What people do reaches those whom it concerns, and nobody else."""

from datetime import timedelta

import pytest

from corridor.notifications import actions
from corridor.notifications.choices import Treatment
from corridor.notifications.models import Notification
from corridor.people import actions as people
from corridor.people.choices import EvaluationKind
from corridor.posts import actions as posts
from corridor.posts.actions import Edit, NewPoll
from corridor.posts.choices import Audience, Repliers

OSEI, MALLORY, AMARA = "kwame_osei", "mallory_crane", "amara_nwosu"


@pytest.fixture
def amaras_post(amara, says):
    return says(amara, "First block placed")


def test_whoever_is_named_is_told(amara, dr_osei, says, told):
    says(dr_osei, "Well done, @amara_nwosu")

    assert told(amara) == [("mention", OSEI)]
    assert told(dr_osei) == []


def test_a_reply_is_told_even_where_it_names_nobody(amara, amaras_post, dr_osei, says, told):
    says(dr_osei, "Well done", in_reply_to=amaras_post.pk)

    assert told(amara) == [("mention", OSEI)]


def test_a_reply_that_names_her_is_told_once(amara, amaras_post, dr_osei, says, told):
    says(dr_osei, "Well done @amara_nwosu", in_reply_to=amaras_post.pk)

    assert told(amara) == [("mention", OSEI)]


def test_a_reply_that_she_may_not_read_is_not_told(amara, amaras_post, dr_osei, says, told):
    says(dr_osei, "@mallory_crane", in_reply_to=amaras_post.pk, audience=Audience.NAMED)

    assert told(amara) == []


def test_boosts_and_kudos_are_told_until_they_are_taken_back(
    amara, amaras_post, dr_osei, told, now
):
    posts.boost_post(post=amaras_post, by=dr_osei, now=now)
    posts.give_kudos(post=amaras_post, by=dr_osei, now=now)
    assert told(amara) == [("kudos", OSEI), ("boost", OSEI)]

    posts.take_back_boost(post=amaras_post, by=dr_osei)
    posts.take_back_kudos(post=amaras_post, by=dr_osei)

    assert told(amara) == []


def test_nobody_is_told_of_what_she_does_herself(amara, amaras_post, told, now):
    posts.give_kudos(post=amaras_post, by=amara, now=now)
    posts.boost_post(post=amaras_post, by=amara, now=now)

    assert told(amara) == []


def test_a_new_follower_is_told_until_she_goes(amara, dr_osei, told, now):
    people.follow(follower=amara, followed=dr_osei, now=now)
    assert told(dr_osei) == [("follow", AMARA)]

    people.unfollow(follower=amara, followed=dr_osei)

    assert told(dr_osei) == []


@pytest.mark.parametrize("answer", ["accepts", "declines", "is taken back"])
def test_a_follow_request_is_told_while_it_waits(amara, dr_osei, told, now, answer):
    dr_osei.approves_followers = True
    people.follow(follower=amara, followed=dr_osei, now=now)
    assert told(dr_osei) == [("follow_request", AMARA)]

    if answer == "accepts":
        people.accept_follower(followed=dr_osei, follower=amara, now=now)
    elif answer == "declines":
        people.remove_follower(followed=dr_osei, follower=amara)
    else:
        people.unfollow(follower=amara, followed=dr_osei)

    assert told(dr_osei) == []


def test_the_bell_tells_of_each_new_post_that_reaches_her(amara, dr_osei, says, told, now):
    people.follow(follower=amara, followed=dr_osei, now=now)
    people.tune_follow(follower=amara, followed=dr_osei, shows_boosts=True, notifies=True)

    says(dr_osei, "Blocks on Thursday")
    says(dr_osei, "Only for @mallory_crane", audience=Audience.NAMED)

    assert told(amara) == [("post", OSEI)]


def test_whoever_is_quoted_is_told_until_she_revokes_it(amara, amaras_post, dr_osei, says, told):
    quoting = says(dr_osei, "Read this", quotes=amaras_post.pk)
    assert told(amara) == [("quote", OSEI)]

    posts.revoke_quote(post=amaras_post, quoting=quoting, by=amara)

    assert told(amara) == []


def test_an_edit_is_told_to_those_who_passed_it_on(amara, amaras_post, dr_osei, told, now):
    posts.boost_post(post=amaras_post, by=dr_osei, now=now)

    posts.edit_post(Edit(text="Second block placed"), post=amaras_post, by=amara, now=now)

    assert told(dr_osei) == [("edit", AMARA)]


def test_an_edit_tells_whom_it_names_only_now(amara, amaras_post, dr_osei, mallory, told, now):
    edit = Edit(text="With @kwame_osei")

    posts.edit_post(edit, post=amaras_post, by=amara, now=now)

    assert told(dr_osei) == [("mention", AMARA)]


def test_the_end_of_a_poll_is_told_to_its_author_and_those_who_voted(
    amara, dr_osei, mallory, says, told, now
):
    end = now + timedelta(hours=1)
    asked = says(amara, "Spinal?", poll=NewPoll(options=("Yes", "No"), lasts=timedelta(hours=1)))
    posts.vote(poll=asked.poll, choices=[0], by=dr_osei, now=now)

    posts.close_polls(now=end)

    assert told(amara) == [("poll", AMARA)]
    assert told(dr_osei) == [("poll", AMARA)]
    assert told(mallory) == []


def test_a_reply_that_waits_becomes_a_reply_when_it_is_let_through(amara, dr_osei, says, told):
    asked = says(amara, "Only for those I name", repliers=Repliers.MENTIONED)
    reply = says(dr_osei, "May I?", in_reply_to=asked.pk)
    assert told(amara) == [("reply_waiting", OSEI)]

    posts.let_reply_through(reply=reply, by=amara)

    assert told(amara) == [("mention", OSEI)]


def test_a_reply_that_was_refused_is_told_no_longer(amara, dr_osei, says, told, now):
    asked = says(amara, "Only for those I name", repliers=Repliers.MENTIONED)
    reply = says(dr_osei, "May I?", in_reply_to=asked.pk)

    posts.refuse_reply(reply=reply, by=amara, now=now)

    assert told(amara) == []


def _blocks(amara, mallory, now):
    people.block(blocker=amara, blocked=mallory, now=now)


def _is_evaluated(amara, mallory, now):
    people.declare_evaluation(
        profile=mallory, other=amara, kind=EvaluationKind.EVALUATED_BY_ME, ends_on=None, now=now
    )


def _mutes(amara, mallory, now):
    people.mute(muter=amara, muted=mallory, until=None, now=now)


@pytest.mark.parametrize("keeps_away", [_blocks, _is_evaluated, _mutes])
def test_nothing_is_told_of_people_whom_she_keeps_away_from(
    amara, amaras_post, mallory, told, now, keeps_away
):
    keeps_away(amara, mallory, now)

    posts.give_kudos(post=amaras_post, by=mallory, now=now)

    assert told(amara) == []
    assert not Notification.objects.filter(recipient=amara).exists()


@pytest.mark.parametrize("keeps_away", [_blocks, _is_evaluated, _mutes])
def test_what_was_told_before_is_hidden_too(amara, amaras_post, mallory, told, now, keeps_away):
    posts.give_kudos(post=amaras_post, by=mallory, now=now)

    keeps_away(amara, mallory, now)

    assert told(amara) == []


def test_a_muted_conversation_tells_nothing(amara, amaras_post, dr_osei, says, told, now):
    says(dr_osei, "Well done", in_reply_to=amaras_post.pk)

    posts.mute_thread(post=amaras_post, by=amara, now=now)
    says(dr_osei, "Really", in_reply_to=amaras_post.pk)
    posts.give_kudos(post=amaras_post, by=dr_osei, now=now)

    assert told(amara) == []


def test_what_is_deleted_is_not_told_any_more(amara, dr_osei, says, told, now):
    post = says(dr_osei, "Well done, @amara_nwosu")

    posts.delete_post(post=post, by=dr_osei, now=now)

    assert told(amara) == []


@pytest.mark.parametrize(
    ("column", "treatment", "expected"),
    [
        ("for_not_following", Treatment.FILTER, [("mention", MALLORY)]),
        ("for_not_following", Treatment.DROP, []),
        ("for_not_followers", Treatment.FILTER, [("mention", MALLORY)]),
        ("for_new_accounts", Treatment.FILTER, [("mention", MALLORY)]),
        ("for_private_mentions", Treatment.FILTER, [("mention", MALLORY)]),
    ],
)
def test_news_from_people_she_does_not_know_waits_apart_or_is_left_out(
    amara, mallory, says, told, column, treatment, expected
):
    actions.set_policy({column: treatment}, by=amara.pk)

    says(mallory, "@amara_nwosu, buy now", audience=Audience.NAMED)

    assert told(amara) == []
    assert told(amara, is_apart=True) == expected


def test_a_policy_does_not_hold_for_whom_she_follows(amara, dr_osei, says, told, now):
    people.follow(follower=amara, followed=dr_osei, now=now)
    wishes = {"for_not_following": Treatment.DROP, "for_private_mentions": Treatment.DROP}
    actions.set_policy(wishes, by=amara.pk)

    says(dr_osei, "@amara_nwosu", audience=Audience.NAMED)

    assert told(amara) == [("mention", OSEI)]


def test_an_answer_in_a_private_conversation_of_hers_is_told(amara, mallory, says, told):
    actions.set_policy({"for_private_mentions": Treatment.FILTER}, by=amara.pk)
    asked = says(amara, "@mallory_crane?", audience=Audience.NAMED)

    says(mallory, "@amara_nwosu!", audience=Audience.NAMED, in_reply_to=asked.pk)

    assert told(amara) == [("mention", MALLORY)]


def test_an_accepted_request_lets_all_later_news_through(amara, mallory, says, told, now):
    actions.set_policy({"for_not_following": Treatment.FILTER}, by=amara.pk)
    says(mallory, "@amara_nwosu")

    actions.accept_requests([mallory.pk], by=amara.pk, now=now)
    says(mallory, "@amara_nwosu again")

    assert told(amara) == [("mention", MALLORY)] * 2


def test_there_is_nothing_to_accept_of_somebody_who_did_not_ask(amara, mallory, told, now):
    with pytest.raises(actions.NoRequest):
        actions.accept_requests([mallory.pk], by=amara.pk, now=now)
    with pytest.raises(actions.NoRequest):
        actions.dismiss_requests([mallory.pk], by=amara.pk, now=now)


def test_nobody_dismisses_what_is_told_to_others(amara, mallory, dr_osei, says, told, now):
    post = says(amara)
    posts.give_kudos(post=post, by=dr_osei, now=now)
    number = _newest(amara)

    with pytest.raises(actions.NothingToDismiss):
        actions.dismiss(number, by=mallory.pk)
    assert told(amara) == [("kudos", OSEI)]

    actions.dismiss(number, by=amara.pk)
    assert told(amara) == []


def _newest(profile):
    return Notification.objects.filter(recipient=profile).latest("pk").pk
