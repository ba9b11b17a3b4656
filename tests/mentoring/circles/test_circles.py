"""From an invitation to a circle that meets, and out of it again."""

from datetime import timedelta

import pytest

from corridor.conversations import queries as talks
from corridor.mentoring import actions, queries
from corridor.mentoring.actions import circles
from corridor.mentoring.circle_calendar import entry_of_circle
from corridor.mentoring.circle_choices import CircleState, SeatState
from corridor.mentoring.models import Attendance, Circle, CircleTopic, Seat
from corridor.people import actions as people
from corridor.people.actions import set_offers
from corridor.people.choices import Kind
from corridor.people.queries import works_with

pytestmark = pytest.mark.django_db


def standing(circle):
    return {
        one.profile.handle: one.state for one in Seat.objects.filter(circle=circle).order_by("pk")
    }


def test_a_circle_of_three_is_one_place_of_its_mentor(circle, osei):
    assert queries.carried_in(osei, Kind.MENTORSHIP) == 1
    assert queries.places_left(osei, Kind.MENTORSHIP) == 1
    assert queries.carried(osei) == 1


def test_nothing_begins_before_a_mentor_and_two_mentees_have_said_yes(
    form, says_yes, osei, amara, sam, now
):
    formed = form()

    assert says_yes(amara, formed).state == CircleState.FORMING
    assert says_yes(osei, formed).state == CircleState.FORMING
    assert says_yes(sam, formed).state == CircleState.ACTIVE


def test_everybody_in_it_can_talk_and_whoever_comes_later_too(
    form, says_yes, osei, amara, sam, tomi, now
):
    formed = form()
    for one in (osei, amara, sam):
        says_yes(one, formed)
    formed.refresh_from_db()
    assert talks.conversation(formed.conversation_id, viewer=tomi, now=now) is None

    says_yes(tomi, formed)

    for one in (osei, amara, sam, tomi):
        assert not talks.conversation(formed.conversation_id, viewer=one, now=now).hers.is_request
    assert works_with(amara) == {osei.pk, sam.pk, tomi.pk}


def test_a_mentor_without_a_place_cannot_say_yes(form, says_yes, begin, osei, amara, sam):
    begin(amara)
    begin(sam)
    formed = form()

    with pytest.raises(actions.NoRoom):
        says_yes(osei, formed)

    assert standing(formed)[osei.handle] == SeatState.INVITED


def test_a_circle_keeps_its_place_from_a_third_mentee(circle, begin, eilidh, mallory):
    begin(eilidh)

    with pytest.raises(actions.NoRoom):
        begin(mallory)


def test_what_was_given_in_a_programme_counts_where_no_offer_is_made(dr_vaughan, amara, sam, now):
    set_offers(profile=dr_vaughan, offers=[], by=dr_vaughan)
    new = circles.NewCircle(name="Grants", members=(amara, sam), places=3)
    full = [circles.AskedIn(profile=dr_vaughan, leads=True, room=0)]
    free = [circles.AskedIn(profile=dr_vaughan, leads=True, room=1)]
    one, other = (circles.form_circle(new, leaders=led, now=now) for led in (full, free))

    circles.accept_seat(other.pk, version=1, by=dr_vaughan, now=now)
    with pytest.raises(actions.NoRoom):
        circles.accept_seat(one.pk, version=1, by=dr_vaughan, now=now)


def test_a_no_is_told_to_nobody(form, osei, amara, mailoutbox, now):
    formed = form()
    mailoutbox.clear()

    circles.decline_seat(formed.pk, by=amara, now=now)

    assert standing(formed)[amara.handle] == SeatState.DECLINED
    assert mailoutbox == []


def test_two_who_are_kept_apart_do_not_sit_together(form, says_yes, osei, amara, sam, now):
    formed = form()
    says_yes(amara, formed)
    people.block(blocker=amara, blocked=sam, now=now)

    with pytest.raises(actions.KeptApart):
        says_yes(sam, formed)
    with pytest.raises(actions.KeptApart):
        form()


def test_somebody_outside_does_nothing_in_it(circle, mallory, amara, now):
    for do in (
        lambda: circles.accept_seat(circle.pk, version=1, by=mallory, now=now),
        lambda: circles.leave_circle(circle.pk, by=mallory, now=now),
        lambda: circles.pause_circle(circle.pk, by=amara, now=now),
        lambda: circles.close_circle(circle.pk, by=amara, now=now),
        lambda: circles.change_rules(circle.pk, purpose="", rules="Mine", by=amara, now=now),
        lambda: circles.add_topic(circle.pk, "Me", by=mallory, now=now),
    ):
        with pytest.raises(circles.NotYourCircle):
            do()

    assert Circle.objects.get().state == CircleState.ACTIVE


def test_a_place_that_falls_free_goes_to_whoever_waits_longest(
    circle, amara, eilidh, mallory, mailoutbox, now
):
    for hours, one in enumerate((eilidh, mallory)):
        circles.ask_for_seat(circle.pk, by=one, now=now + timedelta(hours=hours))
    assert standing(circle)[eilidh.handle] == SeatState.WAITING
    mailoutbox.clear()

    circles.leave_circle(circle.pk, by=amara, now=now + timedelta(hours=9))

    assert standing(circle)[eilidh.handle] == SeatState.INVITED
    assert standing(circle)[mallory.handle] == SeatState.WAITING
    assert [mail.to for mail in mailoutbox] == [[eilidh.account.email]]


def test_whoever_left_reads_and_writes_there_no_longer(circle, amara, now):
    circles.leave_circle(circle.pk, by=amara, now=now)

    assert talks.conversation(circle.conversation_id, viewer=amara, now=now) is None
    assert works_with(amara) == set()


def test_without_anybody_who_leads_it_closes_and_the_place_is_free(circle, osei, amara, now):
    circles.leave_circle(circle.pk, by=osei, now=now)

    assert Circle.objects.get().state == CircleState.CLOSED
    assert queries.carried_in(osei, Kind.MENTORSHIP) == 0
    assert queries.circle(circle.pk, viewer=amara, today=now.date()).is_in


def test_a_pause_keeps_the_place_and_calls_meetings_off(circle, osei, amara, now):
    later = now + timedelta(days=3)
    new = circles.NewCircleMeeting(starts_at=later)
    circles.set_meeting(circle.pk, new, by=osei, now=now)

    paused = circles.pause_circle(
        circle.pk, by=osei, until=(now + timedelta(days=9)).date(), now=now
    )

    assert queries.carried_in(osei, Kind.MENTORSHIP) == 1
    assert queries.circle_meetings_ahead(paused, viewer=amara) == []
    assert [one.state for one in queries.circle_meetings_past(paused)] == ["cancelled"]
    with pytest.raises(circles.CircleRests):
        circles.set_meeting(circle.pk, new, by=osei, now=now)
    assert circles.tend_circles(now=now + timedelta(days=9)) == 1
    assert Circle.objects.get().state == CircleState.ACTIVE


def test_invitations_lapse_and_a_circle_that_nobody_leads_is_closed(form, osei, amara, now):
    formed = form()

    circles.tend_circles(now=now + timedelta(days=11))

    assert set(standing(formed).values()) == {SeatState.LAPSED}
    formed.refresh_from_db()
    assert formed.state == CircleState.CLOSED


def test_rules_that_changed_are_agreed_to_anew(circle, form, osei, amara, now):
    circles.change_rules(circle.pk, purpose="Grants", rules="Read one page.", by=osei, now=now)

    seen = queries.circle(circle.pk, viewer=amara, today=now.date())
    assert seen.has_to_agree
    with pytest.raises(circles.RulesAreNewer):
        circles.agree_to_rules(circle.pk, version=1, by=amara)
    circles.agree_to_rules(circle.pk, version=2, by=amara)
    assert not queries.circle(circle.pk, viewer=amara, today=now.date()).has_to_agree


def test_nobody_agrees_to_rules_she_has_not_read(form, osei, amara, now):
    formed = form()

    with pytest.raises(circles.RulesAreNewer):
        circles.accept_seat(formed.pk, version=0, by=amara, now=now)

    assert standing(formed)[amara.handle] == SeatState.INVITED


def test_a_mentor_starts_one_by_herself(osei, amara, sam, writing, eilidh, now):
    made = circles.start_circle(writing, by=osei, now=now)

    seat = circles.ask_for_seat(made.pk, by=eilidh, now=now)

    assert seat.state == SeatState.INVITED
    assert [one.circle.name for one in queries.circles_to_join(amara, today=now.date())] == [
        "Writing circle"
    ]
    with pytest.raises(circles.AskedAlready):
        circles.ask_for_seat(made.pk, by=eilidh, now=now)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"name": " "}, circles.CircleNeedsName),
        ({"purpose": "x" * 2001}, circles.CircleTooLong),
        ({"places": 2}, circles.WrongNumber),
        ({"places": 7}, circles.WrongNumber),
        ({"is_listed": False}, circles.NobodyComesIn),
    ],
)
def test_what_is_no_circle_is_not_started(osei, now, changes, refusal):
    with pytest.raises(refusal):
        circles.start_circle(circles.NewCircle(**({"name": "Us"} | changes)), by=osei, now=now)

    assert not Circle.objects.exists()


def test_a_circle_that_is_not_listed_is_nowhere_for_others(form, mallory, now):
    formed = form(is_listed=False)

    assert queries.circle(formed.pk, viewer=mallory, today=now.date()) is None
    with pytest.raises(circles.NotYourCircle):
        circles.ask_for_seat(formed.pk, by=mallory, now=now)


def test_whoever_may_not_sign_in_is_mailed_nothing_of_a_circle(
    circle, osei, amara, sam, tomi, now, mailoutbox
):
    amara.account.is_active = False
    amara.account.save(update_fields=["is_active"])
    people.ask_to_leave(profile=sam, by=sam, now=now)
    mailoutbox.clear()

    circles.pause_circle(circle.pk, by=osei, now=now)

    assert [mail.to for mail in mailoutbox] == [[tomi.account.email]]


def test_a_meeting_is_set_answered_and_written_down(circle, osei, amara, sam, now, mailoutbox):
    starts_at = now + timedelta(days=2)
    mailoutbox.clear()
    met = circles.set_meeting(
        circle.pk, circles.NewCircleMeeting(starts_at=starts_at), by=osei, now=now
    )
    assert len(mailoutbox) == 4
    circles.say_coming(met.pk, comes=False, by=sam)
    topic = circles.add_topic(circle.pk, "Reviewer two", by=amara, now=now)
    seats = {seat.profile_id: seat.pk for seat in circle.seats.all()}
    log = circles.CircleLog(was_there=[seats[osei.pk], seats[amara.pk]], topic="A title")
    with pytest.raises(circles.NotHeldYet):
        circles.log_circle_meeting(met.pk, log, by=amara, now=now)

    circles.log_circle_meeting(met.pk, log, by=amara, now=starts_at)
    circles.tick_topic(circle.pk, topic.pk, by=sam, now=starts_at)

    (seen,) = queries.seen_meetings(queries.circle_meetings_past(circle), viewer=sam)
    assert (seen.meeting.state, seen.comes) == ("held", False)
    assert {one.handle for one in seen.there} == {osei.handle, amara.handle}
    assert queries.circle_topics(circle) == []
    with pytest.raises(circles.MeetingIsOver):
        circles.say_coming(met.pk, comes=True, by=sam)


def test_a_meeting_nobody_came_to_was_missed(circle, osei, now):
    met = circles.set_meeting(
        circle.pk, circles.NewCircleMeeting(starts_at=now + timedelta(hours=2)), by=osei, now=now
    )

    done = circles.log_circle_meeting(
        met.pk, circles.CircleLog(was_there=[]), by=osei, now=now + timedelta(days=1)
    )

    assert done.state == "missed"
    assert set(Attendance.objects.values_list("was_there", flat=True)) == {False}


def test_nothing_of_it_lies_open(circle, osei, amara, now):
    circles.add_topic(circle.pk, "Reviewer two", by=amara, now=now)

    row = Circle.objects.get()
    assert b"Writing" not in bytes(row.sealed_words)
    assert b"Reviewer" not in bytes(CircleTopic.objects.get().sealed_words)


def test_whoever_leaves_the_server_leaves_her_circles(circle, amara, osei, sam, now):
    people.ask_to_leave(profile=amara, by=amara, now=now)
    people.complete_departures(now=now + timedelta(days=60))

    assert set(standing(circle)) == {osei.handle, sam.handle, "tomi_lawal"}


def test_the_directory_counts_a_circle_as_one_place_while_it_lasts(circle, osei, now):
    offered = osei.offers.get(kind="mentor")
    assert (offered.carries_here, offered.places) == (1, 1)

    circles.close_circle(circle.pk, by=osei, now=now)

    offered.refresh_from_db()
    assert (offered.carries_here, offered.places) == (0, 2)


def test_a_circle_whose_mentor_says_no_is_closed(form, says_yes, osei, amara, sam, now):
    formed = form()
    says_yes(amara, formed)
    says_yes(sam, formed)

    circles.decline_seat(formed.pk, by=osei, now=now)

    assert Circle.objects.get().state == CircleState.CLOSED


def test_her_calendar_has_meetings_of_her_circles_until_they_are_off(circle, osei, amara, sam, now):
    met = circles.set_meeting(
        circle.pk, circles.NewCircleMeeting(starts_at=now + timedelta(days=3)), by=osei, now=now
    )
    circles.say_coming(met.pk, comes=False, by=sam)

    assert queries.calendar_circle_meetings(amara, now=now) == [met]
    assert queries.calendar_circle_meetings(sam, now=now) == []
    assert queries.calendar_circle_meetings(osei, now=now) == [met]
    circles.call_off_meeting(met.pk, by=osei, now=now)
    met.refresh_from_db()
    assert (met.sequence, entry_of_circle(met).standing) == (1, "CANCELLED")
    assert queries.calendar_circle_meetings(amara, now=now) == []
