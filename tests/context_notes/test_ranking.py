"""Where notes come to stand, by what people really did."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from corridor.algorithms.bridging import VERSION, WORDS
from corridor.context_notes import actions, queries
from corridor.context_notes.actions import rank_notes
from corridor.context_notes.choices import Standing
from corridor.context_notes.models import NoteStanding, Ranking
from corridor.context_notes.wording import SENTENCES, in_words
from corridor.notifications import queries as notifications
from corridor.people.actions.verifying import withdraw_badge
from corridor.people.models import Badge

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@pytest.fixture
def note(writer, mallory, says, notes):
    return notes(writer, says(mallory), is_open=True)


@pytest.fixture
def raters(join, verify):
    def make(count, beginning="rater"):
        return [
            verify(join(handle=f"{beginning}_{n}", display_name=f"{beginning} {n}"))
            for n in range(count)
        ]

    return make


def stands(note):
    note.refresh_from_db()
    return note.standing


def test_where_few_rate_a_note_is_shown_under_the_name_of_who_signed_it(note, writer, mallory, now):
    assert actions.tend_notes(now=now)

    (shown,) = queries.notes_under([note.post_id])[note.post_id]
    assert stands(note) == Standing.SIGNED
    assert list(shown.why) == ["Fewer than 40 people rate notes here, so notes have no scores."]
    assert shown.references[0].identifier.label == "doi:10.1056/nejmoa1411087"
    ranking = Ranking.objects.get()
    assert (ranking.version, ranking.notes, ranking.raters) == (VERSION, 1, 0)
    assert not ranking.has_scores
    for who in (writer, mallory):
        told = notifications.notifications(who.pk, now=now, with_desk=True)
        assert "note_shown" in {one.kind for one in told}


def test_three_who_rate_put_it_away_and_a_fourth_does_not_bring_it_back(note, raters, rates, now):
    first, second, third, fourth = raters(4)
    for who in (first, second):
        rates(who, note, "not")
    actions.tend_notes(now=now)
    assert stands(note) == Standing.SIGNED

    rates(third, note, "not", at=now + MINUTE)
    rates(fourth, note, "helpful", at=now + MINUTE)
    actions.tend_notes(now=now + MINUTE)

    assert stands(note) == Standing.UNHELPFUL
    assert queries.notes_under([note.post_id]) == {}
    (shown,) = queries.shown_notes([note])
    assert shown.why[-1] == ("Put away: of 4 members who rated it, 3 find it not helpful and 1 do.")
    history = queries.history_of(note)
    assert [one.standing for one in history] == ["unhelpful", "signed"]


def test_it_is_computed_when_something_changed_and_kept_when_a_number_did(note, raters, rates, now):
    (rater,) = raters(1)
    assert actions.tend_notes(now=now)
    assert not actions.tend_notes(now=now + MINUTE)
    rank_notes(now=now + MINUTE)
    assert NoteStanding.objects.count() == 1

    rates(rater, note, at=now + 2 * MINUTE)

    assert actions.tend_notes(now=now + 2 * MINUTE)
    assert NoteStanding.objects.count() == 2


def test_whoever_is_verified_no_longer_does_not_count(note, raters, rates, now):
    several = raters(3)
    for who in several:
        rates(who, note, "not")
    for badge in Badge.objects.filter(profile=several[0]):
        withdraw_badge(badge=badge, reason="", by=several[0], now=now)

    rank_notes(now=now)

    assert stands(note) == Standing.SIGNED
    assert Ranking.objects.get().ratings == 2


def test_after_two_weeks_it_stays_as_it_stands(note, raters, rates, now):
    several = raters(3)
    for who in several:
        rates(who, note, "not")
    rank_notes(now=now + 14 * DAY)
    note.refresh_from_db()
    assert (note.standing, note.settled_at) == (Standing.UNHELPFUL, now + 14 * DAY)
    Badge.objects.filter(profile__in=several).delete()

    rank_notes(now=now + 15 * DAY)

    assert stands(note) == Standing.UNHELPFUL
    assert NoteStanding.objects.count() == 1


def test_what_both_camps_find_helpful_is_shown_and_what_one_camp_does_is_not(
    clinician, mallory, says, notes, raters, rates, now
):
    """Two camps of 21 agree on two notes of eight; then four come who call one camp's helpful."""
    authors = [clinician(f"author_{n}") for n in "abcd"]
    common, cuffs, masks = (
        [notes(one, says(mallory), is_open=True) for one in several]
        for several in (authors[:2], [*authors[2:], authors[0]], [*authors[1:]])
    )
    camps = {"cuff": (cuffs, masks), "mask": (masks, cuffs)}
    for camp, (own, others) in camps.items():
        for who in raters(21, camp):
            for note, answer in [
                *((note, "helpful") for note in [*common, *own]),
                *((note, "not") for note in others),
            ]:
                rates(who, note, answer)
    for who in raters(4, "brigade"):
        for note in [*cuffs, *common]:
            rates(who, note, "helpful")

    ranking = rank_notes(now=now)

    assert (ranking.raters, ranking.has_scores) == (46, True)
    assert [stands(note) for note in common] == [Standing.SHOWN] * 2
    assert [stands(note) for note in [*cuffs, *masks]] == [Standing.WAITING] * 6
    shown, partisan = queries.shown_notes([common[0], cuffs[0]])
    sides = shown.latest.told["sides"]
    assert sorted(helpful for helpful, _, _ in sides) == [21, 25]
    assert shown.why[0] in {
        "Helpful to 25 of 25 on one side and to 21 of 21 on the other.",
        "Helpful to 21 of 21 on one side and to 25 of 25 on the other.",
    }
    assert partisan.why[0] == "One side finds it helpful; of the other 0 do and 21 do not."


def test_ranking_asks_few_questions_however_many_notes(clinician, mallory, says, notes, now):
    def queries_made():
        with CaptureQueriesContext(
            connection,
        ) as made:
            rank_notes(now=now)
        return len([one for one in made if one["sql"].startswith("SELECT")])

    notes(clinician("author_a"), says(mallory), is_open=True)
    rank_notes(now=now)
    first = queries_made()
    for name in "bcd":
        notes(clinician(f"author_{name}"), says(mallory), is_open=True)
    rank_notes(now=now)

    assert queries_made() == first


def test_every_reason_has_a_sentence_with_the_same_values():
    assert set(SENTENCES) == set(WORDS)
    values = dict.fromkeys(
        (
            "first",
            "first_raters",
            "second",
            "second_raters",
            "percent",
            "alike",
            "pairs",
            "ratings",
            "needed",
            "helpful",
            "not_helpful",
        ),
        7,
    )
    said = in_words([[code, values | {"group": "surgery"}] for code in WORDS])

    assert said == [
        text.replace("of one group: surgery", "of one group: Surgery")
        for text in (str(SENTENCES[code]) % (values | {"group": "Surgery"}) for code in WORDS)
    ]
    for code, words in WORDS.items():
        assert {name for name in values | {"group": ""} if f"%({name})" in words} == {
            name for name in values | {"group": ""} if f"%({name})" in str(SENTENCES[code])
        }
