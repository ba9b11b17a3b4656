"""Statements of reasons, what counts for how long, and the figures of a year."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail

from corridor.safety import actions, queries
from corridor.safety.choices import Measure, Reason
from corridor.safety.models import Decision


@pytest.fixture
def decided(says, flags, amara, mallory, moderator, decides):
    """`decided(at, Measure.LABEL)`: flagged three hours before."""
    by = moderator()

    def decide(at, *measures, reason=Reason.HARASSMENT, **more):
        case = flags(amara, says(mallory), reason, at=at - timedelta(hours=3)).case
        return decides(case, by, *measures, at=at, reason=reason, note="Note", **more)

    return decide


def test_a_statement_of_reasons_says_all_that_it_has_to(case, moderator, decides):
    (decision,) = decides(
        case,
        moderator(),
        Measure.REMOVE,
        words="It is a threat.",
        rules=["Be kind", "No threats"],
    )

    (letter,) = mail.outbox
    for said in (
        "Your post is read by nobody but you.",
        "It is about a post of yours that was flagged on 20 March 2026",
        "A person decided this, after somebody flagged it; nothing automatic took part.",
        "The reason: It attacks, threatens or pursues somebody.",
        "Rule of this place: Be kind",
        "Rule of this place: No threats",
        "They write: It is a threat.",
        "It counts until 20 March 2027",
        "You can appeal within half a year",
        "to a court",
        "/appeals/",
    ):
        assert said in letter.body.replace("\n", " "), said
    assert queries.what_it_said(decision) == "I know when your shift ends"


def test_what_hid_itself_is_said_so(says, flags, amara, mallory, moderator, decides):
    case = flags(amara, says(mallory, "Bed 4"), Reason.PRIVACY).case
    mail.outbox.clear()

    (decision,) = decides(case, moderator(), Measure.LABEL, reason=Reason.PRIVACY, note="x")

    assert decision.was_hidden
    assert "It was hidden without a person" in mail.outbox[0].body


def test_what_counts_and_until_when(decided, mallory, moderator, now):
    decided(now - timedelta(days=366), Measure.LABEL)
    decided(now - timedelta(days=364), Measure.LABEL, Measure.NUDGE)
    decided(now - timedelta(days=2), Measure.NUDGE)
    decided(now - timedelta(days=2), Measure.NOTHING)
    (undone,) = decided(now - timedelta(days=1), Measure.REMOVE)
    assert len(queries.strikes(mallory.pk, now=now)) == 2
    actions.undo_decision(decision=undone, by=moderator(), now=now)

    (strike,) = queries.strikes(mallory.pk, now=now)

    assert (strike.measure, strike.strike_until) == (Measure.LABEL, now + timedelta(days=1))
    assert queries.strikes(mallory.pk, now=now + timedelta(days=2)) == []


def test_two_measures_of_a_case_are_one_strike(decided, mallory, now):
    decided(now, Measure.LABEL, Measure.REMOVE)

    assert len(queries.strikes(mallory.pk, now=now)) == 1


def test_figures_of_a_year_are_of_that_year(decided, mallory, moderator, now):
    for day in range(5):
        decided(datetime(2025, 6, 1 + day, 12, tzinfo=UTC), Measure.LABEL)
    made = [
        decided(datetime(2026, 2, 1 + day, 12, tzinfo=UTC), Measure.NOTHING) for day in range(6)
    ]
    assert len(made) == 6

    last, this = queries.figures_of_year(2025), queries.figures_of_year(2026)

    def of(figures, code):
        return next(one.count for one in figures.by_measure if one.code == code)

    assert (of(last, "label"), of(last, "nothing"), last.total, last.flags.count) == (5, 0, 5, 5)
    assert (of(this, "label"), of(this, "nothing"), this.total, this.flags.count) == (0, 6, 6, 6)
    assert last.median_hours == pytest.approx(3)
    assert last.median_appeal_hours is None
    assert list(queries.years_with_decisions(now=now)) == [2026, 2025]


def test_small_numbers_are_not_told(decided, now):
    for day in range(4):
        decided(now - timedelta(days=day), Measure.LABEL, reason=Reason.PRIVACY)

    told = queries.figures(now=now)

    assert (told.total, told.median_hours, told.hidden.count, told.flags.count) == (
        None,
        None,
        None,
        None,
    )
    assert [one.count for one in told.by_reason if one.code == "privacy"] == [None]


def test_figures_outlive_the_cases(decided, now, settings):
    settings.EVIDENCE_DAYS = 1
    for day in range(5):
        decided(now - timedelta(days=30 + day), Measure.LABEL)
    assert actions.forget_cases(now=now) == 5

    assert queries.figures(now=now).flags.count == 5
    assert Decision.objects.filter(case=None).count() == 5


def test_without_decisions_there_are_no_years(db, now):
    assert list(queries.years_with_decisions(now=now)) == []
