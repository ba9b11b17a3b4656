"""The order of the directory, by hand and against the definition in plain Python."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.algorithms.directory.hours import own_week, weeks_to_meet
from corridor.algorithms.directory.index import Index
from corridor.algorithms.directory.people import (
    LOOKING,
    Entry,
    Filters,
    Moment,
    Places,
    Seeker,
    as_mentee,
    as_mentor,
)
from corridor.algorithms.directory.scoring import fits
from corridor.algorithms.directory.search import Cursor, Page, search
from corridor.algorithms.matching.compatibility import compare
from corridor.algorithms.matching.lottery import keys, tickets
from corridor.algorithms.matching.people import Role
from corridor.algorithms.matching.week import Span, free_quarters, reference_weeks, shared_minutes
from tests.thoroughly import tries

NOW = datetime(2026, 3, 20, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
MOMENT = Moment(now=NOW, silent_after_days=30)
PAGE = Page(most=1_000, lottery="amara", day=TODAY)
ONE_PLACE = {Role.MENTOR: Places(capacity=1, carries=0)}
FULL = {Role.MENTOR: Places(capacity=2, carries=2)}
EVENING = (Span("tue", 1080, 1200),)


def entry(number, **facts):
    return Entry(id=number, **{"offers": ONE_PLACE, "seen_on": TODAY} | facts)


def found(entries, seeker=None, *, page=PAGE, **filters):
    index = Index()
    index.put(entries)
    chosen = Filters(**{"for_members": True} | filters)
    return search(index, seeker or Seeker(), chosen, page=page, moment=MOMENT)


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param({"offers": {}}, id="offers nothing"),
        pytest.param({"offers": FULL}, id="full"),
        pytest.param({"away": (TODAY, date.max)}, id="away"),
        pytest.param({"away": (date(2026, 3, 1), date(2026, 3, 21))}, id="back tomorrow"),
        pytest.param({"seen_on": date(2026, 2, 17)}, id="silent for 31 days"),
        pytest.param({"is_listed": False}, id="not listed"),
    ],
)
def test_only_people_who_can_take_somebody_on_are_shown(facts):
    assert found([entry(1), entry(2, **facts)]).ids == (1,)


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param({"away": (date(2026, 3, 1), TODAY)}, id="back today"),
        pytest.param({"away": (date(2026, 3, 21), date.max)}, id="away from tomorrow"),
        pytest.param({"seen_on": date(2026, 2, 18)}, id="seen 30 days ago"),
    ],
)
def test_whoever_is_here_is_shown(facts):
    assert found([entry(1, **facts)]).ids == (1,)


def test_full_and_away_people_are_shown_to_whoever_asks():
    people = [entry(1), entry(2, offers=FULL), entry(3, away=(TODAY, date.max))]

    assert set(found(people, with_full=True).ids) == {1, 2}
    assert set(found(people, with_away=True).ids) == {1, 3}
    assert set(found(people, with_room=False, with_full=True, with_away=True).ids) == {2, 3}


def test_members_only_profiles_are_hidden_from_visitors():
    people = [entry(1), entry(2, for_members_only=True)]

    assert found(people, for_members=False).ids == (1,)
    assert set(found(people).ids) == {1, 2}


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({"role": Role.COACH}, {2}),
        ({"specialty": "anaesthesiology"}, {1}),
        ({"specialty": "nobody-has-it"}, set()),
        ({"subspecialty": "Regional Anaesthesia"}, {1}),
        ({"country": "SE"}, {2}),
        ({"language": "igbo"}, {1}),
        ({"interest": "nerve blocks"}, {1, 3}),
        ({"topic": "publishing"}, {2}),
        ({"least_stage": 9}, {1, 2}),
        ({"least_stage": 9, "most_stage": 11}, {1}),
        ({"most_stage": 9}, {1}),
        ({"replies_within": 3}, {2}),
        ({"outside": "severnside"}, {2, 3}),
        ({"is_verified": True}, {1}),
        ({"among": frozenset({2, 3, 99})}, {2, 3}),
        ({"without": frozenset({2, 99})}, {1, 3}),
        ({"interest": "nerve blocks", "country": "GB"}, {1}),
    ],
)
def test_filters_combine(filters, ids):
    people = [
        entry(
            1,
            specialty="anaesthesiology",
            subspecialty="regional anaesthesia",
            country="GB",
            languages=frozenset({"igbo"}),
            interests=frozenset({"nerve blocks"}),
            stage=9,
            institution="Severnside",
            verified_until=NOW + timedelta(seconds=1),
        ),
        entry(
            2,
            offers={Role.COACH: Places(capacity=1, carries=0)},
            country="SE",
            covers=frozenset({"publishing"}),
            stage=12,
            replies_within=3,
            verified_until=NOW,
        ),
        entry(3, interests=frozenset({"nerve blocks"})),
    ]

    assert set(found(people, **filters).ids) == ids


def test_room_is_room_for_the_kind_that_was_asked_for():
    both = {
        Role.MENTOR: Places(capacity=1, carries=1),
        Role.COACH: Places(capacity=1, carries=0),
    }

    assert found([entry(1, offers=both)], role=Role.MENTOR).ids == ()
    assert found([entry(1, offers=both)], role=Role.COACH).ids == (1,)


def test_hours_in_common_hold_in_every_week_of_the_half_year():
    """New York is four hours behind London for some weeks of spring, and five before and after."""
    seeker = Seeker(hours=(Span("tue", 1080, 1200),), zone="Europe/London")
    people = [
        entry(1, hours=(Span("tue", 780, 900),), zone="America/New_York"),
        entry(2, hours=(Span("tue", 780, 960),), zone="America/New_York"),
        entry(3, hours=(Span("tue", 1080, 1200),), zone="Europe/London"),
        entry(4),
    ]

    assert set(found(people, seeker, overlap_minutes=120).ids) == {2, 3}
    assert set(found(people, seeker, overlap_minutes=60).ids) == {1, 2, 3}


def test_a_better_fit_comes_first_and_whoever_offers_what_was_wished_before_her():
    seeker = Seeker(wishes=frozenset({Role.MENTOR}), needs=frozenset({"visa", "publishing"}))
    people = [
        entry(1, covers=frozenset({"visa"})),
        entry(2, covers=frozenset({"visa", "publishing"})),
        entry(
            3,
            covers=frozenset({"visa", "publishing"}),
            offers={Role.COACH: Places(capacity=1, carries=0)},
        ),
    ]

    assert found(people, seeker).ids == (2, 1, 3)


def test_whoever_carries_many_gives_way_to_whoever_carries_nobody():
    """Equal fit; 3 people carried take 750 points off, more than a band of 500."""
    seeker = Seeker(wishes=frozenset({Role.MENTOR}), needs=frozenset({"visa"}))
    carrying = {Role.MENTOR: Places(capacity=9, carries=3)}
    people = [
        entry(number, covers=frozenset({"visa"}), offers=carrying if number < 5 else ONE_PLACE)
        for number in range(1, 9)
    ]

    assert set(found(people, seeker).ids[:4]) == {5, 6, 7, 8}


def test_visitors_see_most_room_first_then_the_shortest_promise():
    def places(number):
        return {Role.MENTOR: Places(capacity=number, carries=0)}

    people = [
        entry(1, offers=places(1), replies_within=1),
        entry(2, offers=places(9), replies_within=7),
        entry(3, offers=places(3), replies_within=3),
        entry(4, offers=places(2)),
    ]

    assert found(people).ids == (3, 2, 4, 1)


def test_the_lottery_is_another_every_day_and_for_everybody_and_the_same_for_one_day():
    people = [entry(number) for number in range(1, 9)]
    tomorrow = Page(most=10, lottery="amara", day=date(2026, 3, 21))
    mallory = Page(most=10, lottery="mallory", day=TODAY)

    first = found(people).ids

    assert found(reversed(people)).ids == first
    assert found(people, page=tomorrow).ids != first
    assert found(people, page=mallory).ids != first


def test_pages_follow_each_other_without_gaps_also_when_somebody_leaves_meanwhile():
    people = [entry(number) for number in range(1, 31)]
    whole = found(people).ids
    first = found(people, page=Page(most=10, lottery="amara", day=TODAY))
    remaining = [one for one in people if one.id != whole[3]]
    second = found(remaining, page=Page(most=10, lottery="amara", day=TODAY, after=first.cursor))

    assert first.ids == whole[:10]
    assert first.total == 30
    assert second.ids == whole[10:20]
    last = Page(most=10, lottery="amara", day=TODAY, after=second.cursor)
    assert found(people, page=last).ids == whole[20:]
    assert found(people, page=last).cursor is None


def test_a_cursor_from_nowhere_shows_nobody():
    cursor = Cursor(day=TODAY, rank=2**63, id=0)

    assert found([entry(1)], page=Page(most=5, lottery="", day=TODAY, after=cursor)).ids == ()


def test_an_index_follows_whoever_changes_or_leaves():
    index = Index()
    index.put([entry(1, interests=frozenset({"a"})), entry(2, interests=frozenset({"a", "b"}))])
    index.put([entry(2, interests=frozenset({"b"})), entry(3, interests=frozenset({"a"}))])
    index.drop([1, 99])

    def ids(tag):
        filters = Filters(interest=tag)
        return set(search(index, Seeker(), filters, page=PAGE, moment=MOMENT).ids)

    assert ids("a") == {3}
    assert ids("b") == {2}
    assert index.ids() == {2, 3}


ZONES = ["UTC", "Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"]
TAGS = st.frozensets(st.sampled_from("abcd"), max_size=3)
SPANS = st.lists(
    st.builds(
        lambda day, start, length: Span(day, start, min(1440, start + length)),
        st.sampled_from(["mon", "sat", "sun"]),
        st.integers(0, 95).map(lambda quarter: quarter * 15),
        st.integers(1, 24).map(lambda quarter: quarter * 15),
    ),
    max_size=3,
).map(tuple)
STAGES = st.none() | st.integers(0, 15)
OFFERS = st.dictionaries(
    st.sampled_from(list(Role)),
    st.builds(Places, capacity=st.integers(1, 4), carries=st.integers(0, 9)),
    max_size=3,
)
ENTRIES = st.builds(
    Entry,
    id=st.integers(1, 10**6),
    offers=OFFERS,
    stage=STAGES,
    specialty=st.sampled_from(["", "x", "y"]),
    interests=TAGS,
    languages=TAGS,
    covers=TAGS,
    zone=st.sampled_from(ZONES),
    hours=SPANS,
    replies_within=st.integers(1, 60),
    seen_on=st.sampled_from([TODAY, date(2025, 1, 1)]),
)
SEEKERS = st.builds(
    Seeker,
    wishes=st.frozensets(st.sampled_from(list(Role)), max_size=2),
    needs=TAGS,
    interests=TAGS,
    languages=TAGS,
    stage=STAGES,
    specialty=st.sampled_from(["", "x", "z"]),
    zone=st.sampled_from(ZONES),
    hours=SPANS,
)


def by_definition(entries, seeker):
    """The rules of docs/algorithms/directory.md, one person at a time."""
    mondays = reference_weeks(
        TODAY, TODAY + timedelta(days=182), {one.zone for one in entries} | {seeker.zone}
    )
    mentee = as_mentee(seeker, mondays)
    drawn = keys("directory", [f"{TODAY.isoformat()} amara"])

    def place(one):
        ticket = int(tickets(drawn, keys("directory", [str(one.id)]), bits=40)[0])
        if not seeker.wishes:
            free = sum(places.free for places in one.offers.values())
            return -min(free, 3), one.replies_within, ticket, one.id
        fit = compare(mentee, as_mentor(one, mondays), LOOKING).fit
        carried = sum(places.carries for places in one.offers.values())
        standing = max(0, fit - 250 * min(carried, 6))
        return not seeker.wishes & one.offers.keys(), -(standing // 500), ticket, one.id

    shown = [
        one
        for one in entries
        if any(places.free for places in one.offers.values()) and one.seen_on == TODAY
    ]
    return tuple(one.id for one in sorted(shown, key=place))


@settings(max_examples=tries(60), deadline=None)
@given(st.lists(ENTRIES, max_size=12, unique_by=lambda one: one.id), SEEKERS)
def test_the_order_is_the_definitions(entries, seeker):
    assert found(entries, seeker).ids == by_definition(entries, seeker)


@settings(max_examples=tries(60), deadline=None)
@given(st.lists(ENTRIES, min_size=1, max_size=8, unique_by=lambda one: one.id), SEEKERS)
def test_every_fit_is_that_of_compare(entries, seeker):
    index = Index()
    index.put(entries)
    mondays = index.mondays(TODAY, seeker.zone)
    mentee = as_mentee(seeker, mondays)

    scored = fits(index, seeker, index.rows_of(one.id for one in entries), today=TODAY)

    assert scored.tolist() == [
        compare(mentee, as_mentor(one, mondays), LOOKING).fit for one in entries
    ]


@settings(max_examples=tries(60), deadline=None)
@given(SPANS, SPANS, st.sampled_from(ZONES), st.sampled_from(ZONES))
def test_a_week_on_ones_own_clock_meets_as_much_as_one_in_utc(hers, theirs, zone, other_zone):
    mondays = reference_weeks(TODAY, date(2027, 3, 20), [zone, other_zone])
    in_utc = free_quarters(hers, zone=zone, mondays=mondays)
    other = free_quarters(theirs, zone=other_zone, mondays=mondays)

    own = own_week(theirs, other_zone)
    met = weeks_to_meet(in_utc, zone=other_zone, mondays=mondays)

    assert 15 * min((one & own).bit_count() for one in met) == shared_minutes(in_utc, other)
