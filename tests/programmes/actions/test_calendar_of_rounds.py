"""Rounds open, close and begin on their days, by the clocks of where the programme is."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corridor.programmes.actions import close_applications
from corridor.programmes.actions.matches import accept_match
from corridor.programmes.actions.setting_up import tend_rounds
from corridor.programmes.models import Programme, Round
from tests.thoroughly import tries


@pytest.fixture
def planned(programme):
    return Round.objects.create(
        programme=programme,
        name="Spring",
        state="planned",
        opens_on=date(2026, 3, 8),
        closes_on=date(2026, 3, 29),
        starts_on=date(2026, 4, 6),
        ends_on=date(2026, 9, 1),
    )


def at(*moment):
    return datetime(*moment, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "before", "after"),
    [
        ("UTC", at(2026, 3, 7, 23, 59), at(2026, 3, 8, 0, 0)),
        # On 8 March clocks in Los Angeles go forward, after midnight has passed at 08:00 UTC.
        ("America/Los_Angeles", at(2026, 3, 8, 7, 59), at(2026, 3, 8, 8, 0)),
        ("Pacific/Kiritimati", at(2026, 3, 7, 9, 59), at(2026, 3, 7, 10, 0)),
    ],
)
def test_a_round_opens_when_its_first_day_begins_there(planned, zone, before, after):
    Programme.objects.update(time_zone=zone)

    assert tend_rounds(now=before) == 0
    assert tend_rounds(now=after) == 1
    assert tend_rounds(now=after) == 0

    planned.refresh_from_db()
    assert planned.state == "open"


def test_a_round_closes_when_its_last_day_is_over_there(planned):
    # On 29 March clocks in Stockholm go forward: its last day has 23 hours.
    Programme.objects.update(time_zone="Europe/Stockholm")
    Round.objects.update(state="open")

    assert tend_rounds(now=at(2026, 3, 29, 21, 59)) == 0
    assert tend_rounds(now=at(2026, 3, 29, 22, 0)) == 1

    planned.refresh_from_db()
    assert planned.state == "closed"


def test_a_published_round_begins(planned):
    Round.objects.update(state="published")

    assert tend_rounds(now=at(2026, 4, 6, 0, 0)) == 1

    planned.refresh_from_db()
    assert planned.state == "running"


def test_a_round_ends_after_its_last_day_and_who_works_together_is_told(
    match_of, dr_osei, amara, now, mailoutbox
):
    match = match_of("amara_nwosu")
    accept_match(match_id=match.pk, side="mentor", by=dr_osei, now=now)
    Round.objects.update(state="running")
    mailoutbox.clear()

    assert tend_rounds(now=at(2026, 9, 25, 23, 59)) == 0
    assert tend_rounds(now=at(2026, 9, 26, 0, 0)) == 1

    match.round.refresh_from_db()
    assert match.round.state == "finished"
    assert [mail.to[0] for mail in mailoutbox] == [dr_osei.account.email, amara.account.email]
    assert mailoutbox[0].subject == "Spring 2026 of First-Gen in Medicine is over"


@pytest.mark.parametrize("state", ["draft", "archived"])
def test_nothing_moves_in_a_programme_that_is_not_active(planned, state):
    Programme.objects.update(state=state)

    assert tend_rounds(now=at(2026, 3, 10, 0, 0)) == 0

    planned.refresh_from_db()
    assert planned.state == "planned"


def test_a_round_waits_to_close_while_another_is_reviewed(planned, open_spring, prof_lindqvist):
    close_applications(round=open_spring, by=prof_lindqvist)
    Round.objects.filter(pk=planned.pk).update(state="open")

    assert tend_rounds(now=at(2026, 4, 1, 0, 0)) == 0

    planned.refresh_from_db()
    assert planned.state == "open"


def first_minute(day, zone):
    """Of that day in that zone: where clocks skip midnight it is a later one by their faces."""
    at = datetime.combine(day, time(), tzinfo=UTC) - timedelta(hours=26)
    while at.astimezone(zone).date() < day:
        at += timedelta(minutes=15)
    while (at - timedelta(minutes=1)).astimezone(zone).date() >= day:
        at -= timedelta(minutes=1)
    return at


@settings(
    max_examples=tries(40),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    name=st.sampled_from(sorted(available_timezones() - {"localtime", "Factory"})),
    opens_on=st.dates(min_value=date(2026, 1, 1), max_value=date(2028, 12, 31)),
    open_days=st.integers(min_value=0, max_value=60),
)
def test_days_begin_and_end_as_clocks_say_in_any_zone(planned, name, opens_on, open_days):
    zone, closes_on = ZoneInfo(name), opens_on + timedelta(days=open_days)
    Programme.objects.update(time_zone=name)
    Round.objects.filter(pk=planned.pk).update(
        state="planned",
        opens_on=opens_on,
        closes_on=closes_on,
        starts_on=closes_on + timedelta(days=9),
        ends_on=closes_on + timedelta(days=90),
    )
    opens, closes = first_minute(opens_on, zone), first_minute(closes_on + timedelta(days=1), zone)
    a_minute = timedelta(minutes=1)

    states = []
    for moment in (opens - a_minute, opens, closes - a_minute, closes):
        tend_rounds(now=moment)
        states.append(Round.objects.get(pk=planned.pk).state)

    assert states == ["planned", "open", "open", "closed"]
