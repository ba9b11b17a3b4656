"""Answers to polls, and their end."""

from datetime import timedelta

import pytest

from corridor.posts.actions import (
    AlreadyVoted,
    NewPoll,
    OneAnswerOnly,
    OwnPoll,
    PollOver,
    UnknownAnswer,
    close_polls,
    vote,
)
from corridor.posts.models import Poll

A_DAY = timedelta(days=1)


@pytest.fixture
def asks(dr_osei, says):
    def ask(**more):
        poll = NewPoll(options=["Bupivacaine", "Ropivacaine", "Neither"], lasts=A_DAY, **more)
        return says(dr_osei, "Which?", poll=poll).poll

    return ask


def counts(poll):
    kept = Poll.objects.get(pk=poll.pk)
    return [one.votes for one in kept.options.all()], kept.voters


def test_an_answer_counts_once(amara, asks, now):
    poll = asks()

    vote(poll=poll, choices=[1, 1], by=amara, now=now)

    assert counts(poll) == ([0, 1, 0], 1)


def test_several_answers_are_one_voter(amara, mallory, asks, now):
    poll = asks(is_multiple=True)

    vote(poll=poll, choices=[0, 2], by=amara, now=now)
    vote(poll=poll, choices=[2], by=mallory, now=now)

    assert counts(poll) == ([1, 0, 2], 2)


@pytest.mark.parametrize(
    ("choices", "refusal"),
    [([], UnknownAnswer), ([3], UnknownAnswer), ([-1], UnknownAnswer), ([0, 1], OneAnswerOnly)],
)
def test_answers_that_are_none_do_not_count(choices, refusal, amara, asks, now):
    poll = asks()

    with pytest.raises(refusal):
        vote(poll=poll, choices=choices, by=amara, now=now)
    assert counts(poll) == ([0, 0, 0], 0)


def test_nobody_answers_twice(amara, asks, now):
    poll = asks()
    vote(poll=poll, choices=[0], by=amara, now=now)

    with pytest.raises(AlreadyVoted):
        vote(poll=poll, choices=[1], by=amara, now=now)
    assert counts(poll) == ([1, 0, 0], 1)


def test_whoever_asks_does_not_answer(dr_osei, asks, now):
    poll = asks()

    with pytest.raises(OwnPoll):
        vote(poll=poll, choices=[0], by=dr_osei, now=now)
    assert counts(poll) == ([0, 0, 0], 0)


def test_what_is_over_takes_no_answers(amara, asks, now):
    poll = asks()

    with pytest.raises(PollOver):
        vote(poll=poll, choices=[0], by=amara, now=now + A_DAY)
    assert counts(poll) == ([0, 0, 0], 0)


def test_the_end_of_a_poll_is_announced_once(asks, now):
    poll = asks()

    ended = [close_polls(now=now + wait) for wait in (A_DAY / 2, A_DAY, A_DAY * 2)]

    assert ended == [0, 1, 0]
    assert Poll.objects.get(pk=poll.pk).closed_at == now + A_DAY
