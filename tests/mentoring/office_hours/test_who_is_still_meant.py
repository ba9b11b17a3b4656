"""Office hours of a circle or a programme, when somebody is in it no longer."""

from datetime import timedelta

import pytest
from django.core import mail

from corridor.mentoring import programmes_known, queries
from corridor.mentoring.actions import circles, office_hours
from corridor.mentoring.actions.circles import NewCircle
from corridor.mentoring.models import OfficeHours, Turn
from corridor.mentoring.office_choices import Whom

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def circle(osei, amara, sam, tomi, now):
    made = circles.start_circle(
        NewCircle(name="Writing", places=3, members=[amara, sam, tomi]), by=osei, now=now
    )
    for one in (amara, sam, tomi):
        circles.accept_seat(made.pk, version=1, by=one, now=now)
    return made


@pytest.fixture
def of_circle(offer, circle, asks, amara, sam, now):
    """One turn: Amara has it, Sam waits."""
    sitting = offer(whom=Whom.CIRCLE, circle_id=circle.pk, places=1).sittings.get()
    asks(amara, sitting)
    asks(sam, sitting, at=now + timedelta(minutes=1))
    mail.outbox.clear()
    return sitting


def states(sitting):
    rows = Turn.objects.filter(sitting=sitting).order_by("asked_at", "pk")
    return [(one.profile.handle.split("_")[0], one.state) for one in rows]


def test_whoever_leaves_a_circle_gives_her_turn_to_who_waits(of_circle, circle, amara, sam, now):
    circles.leave_circle(circle.pk, by=amara, now=now + HOUR)

    office_hours.tend_hours(now=now + HOUR)

    assert states(of_circle) == [("amara", "over"), ("sam", "queued")]
    told = {one.to[0]: one.subject for one in mail.outbox}
    assert told[amara.account.email] == "Your turn with Dr Kwame Osei is free again"
    assert told[sam.account.email] == "You are in the queue of Dr Kwame Osei"


def test_whoever_leaves_a_programme_gives_her_turn_up(
    offer, asks, osei, amara, sam, now, monkeypatch
):
    taking_part = {osei.pk, amara.pk, sam.pk}
    asked = [lambda pk: {"spring": "Spring"} if pk in taking_part else {}]
    monkeypatch.setattr(programmes_known, "_asked", asked)
    monkeypatch.setattr(programmes_known, "_staying", [lambda pk, _address: pk in taking_part])
    sitting = offer(whom=Whom.PROGRAMME, programme_address="spring").sittings.get()
    asks(amara, sitting)
    asks(sam, sitting, at=now + timedelta(minutes=1))
    taking_part.remove(amara.pk)

    office_hours.tend_hours(now=now + HOUR)

    assert states(sitting) == [("amara", "over"), ("sam", "queued")]


def test_when_the_circle_closes_its_office_hours_end(of_circle, circle, osei, amara, now):
    circles.close_circle(circle.pk, by=osei, now=now + HOUR)
    mail.outbox.clear()

    office_hours.tend_hours(now=now + HOUR)

    assert queries.own_hours(osei) == []
    assert [state for _who, state in states(of_circle)] == ["over", "over"]
    assert [one.subject for one in mail.outbox if one.to == [amara.account.email]] == [
        "Office hours of Dr Kwame Osei are called off"
    ]
    [told] = [one for one in mail.outbox if one.to == [osei.account.email]]
    assert told.subject == "Your office hours have ended"
    assert "people of Writing" in told.body


def test_nobody_who_is_meant_still_loses_her_turn(of_circle, now):
    office_hours.tend_hours(now=now + HOUR)

    assert states(of_circle) == [("amara", "queued"), ("sam", "waiting")]
    assert mail.outbox == []


def test_office_hours_that_go_while_all_are_tended_stop_nothing(offer, osei, now, monkeypatch):
    """Their mentor left between the list of all and the look at each."""
    gone, there = offer(), offer()
    late = max(one.sittings.get().ends_at for one in (gone, there)) + timedelta(hours=2)
    held = OfficeHours.objects.select_for_update

    def deleted_meanwhile(*args, **more):
        OfficeHours.objects.filter(pk=gone.pk).delete()
        return held(*args, **more)

    monkeypatch.setattr(OfficeHours.objects, "select_for_update", deleted_meanwhile)

    office_hours.tend_hours(now=late)

    there.refresh_from_db()
    assert there.state == "ended"
