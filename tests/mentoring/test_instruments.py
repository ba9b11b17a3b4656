"""A published scale beside our own review: put in with its source, answered, shown as means."""

from dataclasses import replace

import pytest

from corridor.mentoring import queries
from corridor.mentoring.actions import meetings
from corridor.mentoring.actions.meetings import NewInstrument, NewReview, NewScale, RatedArea
from corridor.mentoring.instrument_file import NewItem, read_items
from corridor.mentoring.models import Relationship, ScaleAnswers, Survey
from corridor.mentoring.personal_archive import archive
from tests.stored import every_stored_value

ADDRESS, ROUND = "first-gen", "Spring 2026"
ITEMS = (
    NewItem(words="Listens to me", subscale="Talking"),
    NewItem(words="Tells me what is good", subscale="Talking"),
    NewItem(words="Knows what I want", subscale="Aims"),
)
SCALE = NewInstrument(
    title="A made-up scale",
    source="Nwosu and others 2026",
    permission="CC BY 4.0",
    answered_by="mentee",
    labels=("Not at all", "Somewhat", "Very"),
    items=ITEMS,
)
REVIEW = NewReview(areas=[RatedArea(area="goals", weight=3, rating=4)])


@pytest.fixture
def use(now, db):
    return lambda **changes: meetings.keep_instrument(ADDRESS, replace(SCALE, **changes), now=now)


@pytest.fixture
def asked(together, now):
    """`asked(side="mentee", occasion="final")`: one of the two is asked how it was."""
    Relationship.objects.filter(pk=together.pk).update(programme_address=ADDRESS, round_name=ROUND)

    def asked(side="mentee", occasion="final"):
        return Survey.objects.create(
            relationship_id=together.pk, side=side, occasion=occasion, asked_at=now
        )

    return asked


@pytest.fixture
def answer(now):
    def answer(survey, numbers, instrument, by):
        scale = NewScale(instrument_id=instrument.pk, numbers=numbers)
        return meetings.answer_review(survey.pk, REVIEW, by=by, now=now, scale=scale)

    return answer


@pytest.mark.parametrize(
    "text",
    [
        "item,subscale\nListens to me,Talking\n",
        "Subscale;Item\r\nTalking;Listens  to me\r\n\r\n",
        "item\tsubscale\nListens to me\tTalking",
    ],
)
def test_a_file_is_read_whatever_separates_its_columns(text):
    assert read_items(text).items == (NewItem(words="Listens to me", subscale="Talking"),)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", 1, "no items"),
        ("item,subscale\n", 1, "no items"),
        ("question,scale\nA,B", 1, "No column is called “item”"),
        ("item,subscale\nA,T\na,T", 3, "The same item stands in line 2."),
        ("item,subscale\nA,", 2, "Say which subscale"),
        ("item,subscale\n,T", 2, "The item has no words."),
        ("item,subscale\n" + "x" * 301 + ",T", 2, "longer than 300"),
        ('item,subscale\n"A,T', 2, "quotation mark"),
        ("item,subscale\n" + "".join(f"{n},T\n" for n in range(61)), 62, "more than 60"),
    ],
)
def test_each_mistake_is_told_by_its_line(text, line, says):
    [mistake] = read_items(text).mistakes

    assert mistake.line == line
    assert says in str(mistake.says)


@pytest.mark.parametrize(
    "lacks", [{"source": " "}, {"permission": ""}, {"items": ()}, {"labels": ("One",)}]
)
def test_without_source_permission_items_or_points_it_is_not_used(lacks, use):
    use()

    with pytest.raises(meetings.InstrumentIncomplete):
        use(**lacks)
    assert queries.instrument_in_force(ADDRESS).number == 1


def test_it_is_asked_half_way_and_at_the_end_of_whom_it_is_for(use, asked):
    used = use()

    assert queries.instrument_for(asked()) == used
    assert queries.instrument_for(asked(occasion="midpoint")) == used
    assert queries.instrument_for(asked(occasion="baseline")) is None
    assert queries.instrument_for(asked(side="mentor")) is None


def test_who_met_without_a_programme_is_asked_no_scale(use, asked):
    use()
    survey = asked()
    survey.relationship.programme_address = ""

    assert queries.instrument_for(survey) is None


def test_answers_lie_sealed_and_are_hers_alone(use, asked, answer, amara, osei, together, now):
    survey, used = asked(), use()
    meetings.answer_review(asked(side="mentor").pk, REVIEW, by=osei, now=now)

    answer(survey, [3, None, 1], used, amara)

    assert ScaleAnswers.objects.get().numbers == [3, None, 1]
    assert not any(b"null, 1]" in value for value in every_stored_value())
    [theirs] = queries.reviews(together, viewer=osei, today=now.date())
    assert [one.name for one in theirs.theirs.areas] == ["Knowing what I want to reach"]
    rows = {one.key: one.rows for one in archive(amara)}["scales"]
    assert [(one["item"], one["answer"]) for one in rows] == [
        ("Listens to me", 3),
        ("Tells me what is good", None),
        ("Knows what I want", 1),
    ]
    assert {one.key: one.rows for one in archive(osei)}["scales"] == []


def test_whoever_leaves_all_of_it_out_has_answered_our_review_only(use, asked, answer, amara):
    survey, used = asked(), use()

    answer(survey, [None, None, None], used, amara)

    survey.refresh_from_db()
    assert survey.answered_at
    assert not ScaleAnswers.objects.exists()


@pytest.mark.parametrize("numbers", [[1, 2], [1, 2, 3, 1], [0, 1, 1], [1, 4, 1]])
def test_numbers_that_were_not_offered_are_refused(numbers, use, asked, answer, amara):
    survey, used = asked(), use()

    with pytest.raises(meetings.OutOfRange):
        answer(survey, numbers, used, amara)
    survey.refresh_from_db()
    assert survey.is_waiting


def test_a_version_that_is_no_longer_asked_is_not_answered(use, asked, answer, amara, now):
    survey, before = asked(), use()
    use(title="Another")

    with pytest.raises(meetings.InstrumentChanged):
        answer(survey, [1, 1, 1], before, amara)
    assert meetings.end_instrument(ADDRESS, now=now)
    with pytest.raises(meetings.InstrumentChanged):
        answer(survey, [1, 1, 1], before, amara)
    survey.refresh_from_db()
    assert survey.is_waiting


def test_means_show_from_five_people_on_and_five_more_at_a_time(use, osei, amara, join, now):
    """Each says 3 and 1 in one subscale; in the other all but Amara say 2."""
    used = use()
    people = [amara, *(join(handle=f"mentee_{n}", display_name=f"Mentee {n}") for n in range(9))]
    seen = []
    for person in people:
        two = Relationship.objects.create(
            mentor=osei,
            mentee=person,
            programme_address=ADDRESS,
            round_name=ROUND,
            opened_at=now,
        )
        survey = Survey.objects.create(
            relationship=two, side="mentee", occasion="final", asked_at=now
        )
        scale = NewScale(instrument_id=used.pk, numbers=[3, 1, None if person == amara else 2])
        meetings.answer_review(survey.pk, REVIEW, by=person, now=now, scale=scale)
        figures = queries.scale_figures(ADDRESS, round_name=ROUND)
        seen.append({one.subscale: (one.people, one.mean, one.items) for one in figures})

    assert seen[:4] == [{}] * 4
    assert seen[4] == {"Talking": (5, 2.0, 2)}
    assert seen[5] == {"Talking": (5, 2.0, 2), "Aims": (5, 2.0, 1)}
    assert seen[9] == {"Talking": (10, 2.0, 2), "Aims": (5, 2.0, 1)}
    assert queries.scale_figures(ADDRESS, round_name="Autumn") == []
