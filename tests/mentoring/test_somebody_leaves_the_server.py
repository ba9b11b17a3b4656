"""Whoever works with somebody who leaves hears of it while there is time to look around."""

from datetime import timedelta

import pytest

from corridor.mentoring import queries
from corridor.people.actions import ask_to_leave, block, come_back

pytestmark = pytest.mark.django_db


def told(mailoutbox, profile):
    return [one.subject for one in mailoutbox if one.to == [profile.account.email]]


def step(together, viewer, now):
    return queries.next_steps([together], viewer=viewer, now=now)[together.pk].step


def test_a_mentee_is_told_and_led_to_others_and_nothing_is_arranged_any_more(
    together, amara, osei, now, mailoutbox
):
    mailoutbox.clear()

    ask_to_leave(profile=osei, by=osei, now=now)

    assert told(mailoutbox, amara) == ["Dr Kwame Osei is leaving this server"]
    (mail,) = [one for one in mailoutbox if one.to == [amara.account.email]]
    assert f"/mentoring/{together.pk}/somebody-else/" in mail.body
    assert step(together, amara, now) == "gone"


def test_a_mentor_is_told_of_a_mentee(together, amara, osei, now, mailoutbox):
    ask_to_leave(profile=amara, by=amara, now=now)

    assert told(mailoutbox, osei) == ["Amara Nwosu is leaving this server"]


def test_whoever_comes_back_finds_it_as_it_was(together, amara, osei, now):
    before = step(together, amara, now)
    ask_to_leave(profile=osei, by=osei, now=now)

    come_back(account=osei.account)

    together.refresh_from_db()
    assert together.is_open
    assert step(together, amara, now) == before


def test_who_is_kept_apart_is_told_nothing(together, amara, osei, now, mailoutbox):
    block(blocker=amara, blocked=osei, now=now)
    mailoutbox.clear()

    ask_to_leave(profile=osei, by=osei, now=now + timedelta(hours=1))

    assert told(mailoutbox, amara) == []
