"""What holds whatever strangers do."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.algorithms.surge import Contact, Counts, Level, Usual, Watch, Window, weigh
from tests.thoroughly import tries

moderately = settings(max_examples=tries(150), deadline=None)

USUAL = st.floats(0.3, 40)


@st.composite
def counts(draw: st.DrawFn) -> Counts:
    strangers = draw(st.integers(0, 120))
    part = st.integers(0, strangers)
    return Counts(
        strangers=strangers,
        new=draw(part),
        hostile=draw(part),
        threatening=draw(part),
        flaggers=draw(st.integers(0, 5)),
        of_one_post=draw(part),
        of_one_server=draw(part),
    )


CONTACTS = st.lists(
    st.builds(
        Contact,
        hour=st.integers(90, 100),
        account=st.integers(0, 20),
        is_new=st.booleans(),
        is_hostile=st.booleans(),
        threatens=st.booleans(),
        quote=st.none() | st.integers(0, 2),
        server=st.none() | st.integers(0, 2),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    "what", ["new", "hostile", "threatening", "flaggers", "of_one_post", "of_one_server"]
)
@moderately
@given(counts=counts(), usual=USUAL)
def test_more_of_what_harms_never_lowers_the_level(what, counts, usual):
    more = replace(counts, **{what: getattr(counts, what) + 1})

    assert weigh(more, usual=usual).level >= weigh(counts, usual=usual).level


@moderately
@given(counts=counts(), usual=USUAL)
def test_one_more_stranger_never_hides_that_there_are_many(counts, usual):
    """Applause may outweigh an attack, so a shield may become a notice, but never silence."""
    more = replace(counts, strangers=counts.strangers + 1)
    highest = Level.NOTICE if counts.flaggers < 2 else Level.SHIELD
    before, after = (weigh(one, usual=usual).level for one in (counts, more))

    assert after >= min(before, highest)


@moderately
@given(counts=counts(), usual=USUAL)
def test_one_more_hostile_stranger_never_lowers_an_offer(counts, usual):
    more = replace(counts, strangers=counts.strangers + 1, hostile=counts.hostile + 1)
    before, after = (weigh(one, usual=usual).level for one in (counts, more))

    assert after >= min(before, Level.SHIELD)


@moderately
@given(counts=counts(), usual=USUAL, busier=st.floats(1, 5))
def test_who_is_used_to_more_is_never_warned_earlier(counts, usual, busier):
    assert weigh(counts, usual=usual * busier).level <= weigh(counts, usual=usual).level


@moderately
@given(history=st.lists(st.integers(0, 30), max_size=50), at=st.integers(0, 49))
def test_one_more_stranger_in_the_past_never_lowers_what_is_usual(history, at):
    def usual(hours: list[int]) -> float:
        kept = Usual()
        for strangers in hours:
            kept = kept.after(strangers)
        return kept.of_window

    more = [strangers + (hour == at) for hour, strangers in enumerate(history)]

    assert usual(more) >= usual(history)


@moderately
@given(contacts=CONTACTS, data=st.data())
def test_the_order_within_the_window_changes_nothing(contacts, data):
    watches = Watch(hour=100), Watch(hour=100)
    for watch, order in zip(watches, (contacts, data.draw(st.permutations(contacts))), strict=True):
        for contact in order:
            watch.note(contact)

    assert watches[0].at(100) == watches[1].at(100)
    assert watches[0].at(103) == watches[1].at(103)


@moderately
@given(contacts=CONTACTS)
def test_counting_as_they_come_is_counting_afresh(contacts):
    def accounts(of: list[Contact]) -> int:
        return len({one.account for one in of})

    def most(names: list[int | None], source: str) -> int:
        return max(
            accounts([one for one in held if getattr(one, source) == name])
            if name is not None
            else 0
            for name in [None, *names]
        )

    window = Window(90)
    for contact in sorted(contacts, key=lambda one: one.hour):
        if contact.hour > window.hour:
            window.move_to(contact.hour)
        window.see(contact)
    held = [one for one in contacts if one.hour > window.hour - 6]

    assert window.counts() == Counts(
        strangers=accounts(held),
        new=accounts([one for one in held if one.is_new]),
        hostile=accounts([one for one in held if one.is_hostile]),
        threatening=accounts([one for one in held if one.threatens]),
        of_one_post=most([0, 1, 2], "quote"),
        of_one_server=most([0, 1, 2], "server"),
    )
