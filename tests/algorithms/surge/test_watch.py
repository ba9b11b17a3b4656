"""Hours as they pass: who is counted, how long, and what becomes usual."""

import random

import pytest

from corridor.algorithms.surge import Contact, Counts, Level, Usual, Watch, Window


def strangers(count, *, hour=100, **what):
    return [Contact(hour=hour, account=f"stranger {n}", **what) for n in range(count)]


def told(contacts, *, hour=100, usual=None):
    watch = Watch(hour=hour, usual=usual)
    return [watch.note(contact).level for contact in contacts]


def counted(contacts, *, hour=100):
    window = Window(hour)
    for contact in contacts:
        window.see(contact)
    return window.counts()


def test_the_fifth_stranger_is_noticed_and_the_eighth_brings_a_shield():
    levels = told(strangers(9, is_hostile=True))

    assert levels == [Level.QUIET] * 4 + [Level.NOTICE] * 3 + [Level.SHIELD] * 2


def test_one_account_counts_once_however_much_it_writes():
    assert told([Contact(hour=100, account="mallory", is_hostile=True)] * 50)[-1] is Level.QUIET


def test_all_that_is_known_of_an_account_is_put_together():
    contacts = [
        Contact(hour=100, account="mallory", is_new=True, server="elsewhere"),
        Contact(hour=97, account="mallory", is_hostile=True, quote=1),
        Contact(hour=98, account="amara", threatens=True, quote=1),
    ]

    assert counted(contacts) == Counts(
        strangers=2, new=1, hostile=1, threatening=1, of_one_post=2, of_one_server=1
    )


def test_our_own_server_is_no_common_source():
    assert counted(strangers(9)).of_one_server == 0


def test_what_is_six_hours_old_is_gone():
    watch = Watch(hour=100)
    for contact in strangers(8, is_hostile=True):
        watch.note(contact)

    assert [watch.at(hour).level for hour in (105, 106)] == [Level.SHIELD, Level.QUIET]


def test_what_is_told_too_late_changes_nothing():
    watch = Watch(hour=100)

    late = [watch.note(contact).level for contact in strangers(9, hour=94)]
    watch.note_flag(by="amara", hour=94)

    assert set(late) == {Level.QUIET}
    assert watch.at(110) == Watch(hour=110).at(110)
    assert watch.usual.total == 0


def test_two_who_flag_bring_a_shield_and_one_who_flags_twice_does_not():
    watch = Watch(hour=100)
    for contact in strangers(8):
        watch.note(contact)

    levels = [watch.note_flag(by=by, hour=101).level for by in ("amara", "amara", "osei")]

    assert levels == [Level.NOTICE, Level.NOTICE, Level.SHIELD]


def test_who_is_written_to_all_day_is_noticed_later():
    popular = Usual(total=1.0, weight=1.0)  # one an hour: 6 a window, 15 on a busy day

    levels = told(strangers(40, is_hostile=True), usual=popular)

    # P(X >= 28) is once in 500 and P(X >= 29) once in 1,200 where the mean is 15
    assert levels.index(Level.NOTICE) + 1 == 29


def test_hours_become_usual_once_they_are_six_hours_old():
    watch = Watch(hour=100)
    for contact in strangers(4, hour=100):
        watch.note(contact)

    watch.at(105)
    before = watch.usual.total
    watch.at(106)

    assert before == 0
    assert watch.usual.total == pytest.approx(4 / 672.5, rel=1e-3)


def test_hours_under_attack_never_become_usual():
    watch = Watch(hour=100)
    for hour in range(100, 148):
        for contact in strangers(20, hour=hour, is_hostile=True):
            surge = watch.note(contact)

    assert surge.level is Level.SHIELD
    assert watch.at(400).level is Level.QUIET
    assert watch.usual.total == 0


def test_a_month_of_one_stranger_a_day_is_a_quarter_in_six_hours():
    watch = Watch(hour=0)
    for day in range(200):
        watch.note(Contact(hour=24 * day, account=day))

    # times 2.5 for busy days; after 200 days the mean has forgotten its beginning
    assert watch.usual.of_window == pytest.approx(2.5 / 4, rel=0.03)


def test_a_busy_first_day_is_not_taken_for_a_habit():
    first_day = Usual().after(6).after_silence(hours=23)

    # 6 in three days, at least, are half a stranger in six hours; times 2.5
    assert first_day.of_window == pytest.approx(1.25, rel=0.05)


def test_silence_may_be_told_at_once_or_hour_by_hour():
    start = Usual(total=0.4, weight=0.7)
    slowly = start
    for _ in range(50):
        slowly = slowly.after(0)

    at_once = start.after_silence(hours=50)

    assert at_once.total == pytest.approx(slowly.total)
    assert at_once.weight == pytest.approx(slowly.weight)


def test_who_reads_only_sometimes_learns_the_same_as_who_reads_each_hour():
    rng = random.Random(4)
    contacts = [
        Contact(hour=hour, account=rng.randrange(50), is_hostile=rng.random() < 0.3)
        for hour in sorted(rng.randrange(300) for _ in range(90))
    ]
    seldom, always = Watch(hour=0), Watch(hour=0)
    read_until = 0
    for contact in contacts:
        seldom.note(contact)
        for hour in range(read_until, contact.hour + 1):
            always.at(hour)
        always.note(contact)
        read_until = contact.hour

    assert seldom.at(400) == always.at(400)
    assert seldom.usual.total == pytest.approx(always.usual.total)


def test_a_watch_that_was_put_down_goes_on_as_if_it_had_not_been():
    rng = random.Random(7)
    calm = [Contact(hour=rng.randrange(200), account=rng.randrange(40)) for _ in range(120)]
    attack = [
        Contact(hour=rng.randrange(150, 154), account=100 + account, is_hostile=account % 2 == 0)
        for account in range(30)
    ]
    contacts = sorted([*calm, *attack], key=lambda contact: contact.hour)
    steady = Watch(hour=0)
    usual, hour, attacked_to = Usual(), -5, None
    levels = set()
    for told_so_far, contact in enumerate(contacts, start=1):
        expected = steady.note(contact)
        picked_up = Watch.since(hour, usual=usual, attacked_to=attacked_to)
        for one in contacts[:told_so_far]:
            if one.hour >= hour:
                surge = picked_up.note(one)
        usual, hour, attacked_to = picked_up.usual, picked_up.begins_at, picked_up.attacked_to
        assert surge == expected
        levels.add(surge.level)

    assert levels == {Level.QUIET, Level.NOTICE, Level.SHIELD}
    assert usual.total == pytest.approx(steady.usual.total)
