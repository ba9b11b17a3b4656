"""Directors change what is asked; what people answered stays, with the version they answered."""

import pytest
from django.core.exceptions import ValidationError

from corridor.programmes import queries
from corridor.programmes.actions import NewApplication, apply_to_round
from corridor.programmes.actions.forms import (
    KindIsFixed,
    NewQuestion,
    NoSuchQuestion,
    NotRetired,
    Place,
    add_question,
    bring_back_question,
    change_question,
    hold_form,
    move_question,
    remove_question,
)
from corridor.programmes.actions.set_up_rights import NotInTeam
from corridor.programmes.answers import Answers
from corridor.programmes.choices import QuestionKind as Kind
from corridor.programmes.choices import Side
from corridor.programmes.models import TeamDeed

MENTEE = Side.MENTEE
WHY = NewQuestion(kind=Kind.LONG, label="Why now?")


@pytest.fixture
def director(prof_lindqvist):
    return prof_lindqvist


@pytest.fixture
def add(programme, director, now):
    def ask(new=WHY):
        return add_question(programme, MENTEE, new=new, by=director, now=now)

    return ask


@pytest.fixture
def answer(open_spring, amara, now):
    """Amara answers the form as it is now."""

    def apply():
        application = apply_to_round(
            round=open_spring,
            new=NewApplication(is_mentor=False, answers=Answers()),
            by=amara,
            now=now,
        )
        application.form_version = hold_form(round=open_spring, side=MENTEE, now=now)
        application.save(update_fields=["form_version"])
        return application

    return apply


def labels(programme):
    return [str(one.label) for one in queries.form_of_programme(programme, MENTEE).questions]


def place(programme, key):
    return Place(programme=programme, side=MENTEE, key=key)


def test_a_programme_asks_what_its_template_asks(programme):
    form = queries.form_of_programme(programme, MENTEE)

    assert form.version_id is None
    assert {"needs", "languages", "choices"} <= {one.field for one in form.questions}


def test_a_question_is_added_at_the_end_and_written_down(programme, add):
    add()

    assert labels(programme)[-1] == "Why now?"
    assert [deed.words for deed in TeamDeed.objects.all()] == ["Why now?"]


@pytest.mark.parametrize(
    ("new", "field"),
    [
        (NewQuestion(kind=Kind.SHORT, label=" "), "label"),
        (NewQuestion(kind=Kind.ONE, label="Which?", options="only\nonly"), "options"),
        (NewQuestion(kind=Kind.HOURS, label="When?"), "kind"),
        (NewQuestion(kind=Kind.SHORT, label="Needs?", field="needs"), "field"),
        (NewQuestion(kind=Kind.SHORT, label="Places?", field="capacity"), "field"),
        (NewQuestion(kind=Kind.SHORT, label="Long", least=5, most=2), "most"),
        (NewQuestion(kind=Kind.LONG, label="Long", most=10_001), "most"),
        (NewQuestion(kind=Kind.SHORT, label="x" * 301), "label"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused_where_the_mistake_is(
    programme, add, new, field
):
    before = labels(programme)

    with pytest.raises(ValidationError) as refused:
        add(new)

    assert set(refused.value.message_dict) == {field}
    assert labels(programme) == before


def test_only_whoever_sets_up_changes_a_form(programme, mallory, now):
    with pytest.raises(NotInTeam):
        add_question(programme, MENTEE, new=WHY, by=mallory, now=now)

    assert queries.latest_version(programme, MENTEE) is None


def test_until_somebody_answers_one_version_is_changed(programme, add, director, now):
    key = add().key
    remove_question(place(programme, key), by=director, now=now)

    form = queries.form_of_programme(programme, MENTEE)
    assert form.number == 1
    assert "Why now?" not in [*labels(programme), *[one.label for one in form.retired]]


def test_an_application_keeps_the_version_that_it_answered(programme, add, answer, director, now):
    key = add().key
    application = answer()

    change_question(
        place(programme, key), new=NewQuestion(kind=Kind.LONG, label="Why?"), by=director, now=now
    )

    assert labels(programme)[-1] == "Why?"
    answered = queries.form_of_application(application)
    assert answered.questions[-1].label == "Why now?"
    assert queries.form_of_programme(programme, MENTEE).number == 2


def test_a_question_with_answers_is_retired_and_comes_back(programme, add, answer, director, now):
    key = add().key
    answer()

    assert remove_question(place(programme, key), by=director, now=now)

    form = queries.form_of_programme(programme, MENTEE)
    assert [one.label for one in form.retired] == ["Why now?"]
    assert "Why now?" not in labels(programme)

    bring_back_question(place(programme, key), by=director, now=now)
    assert "Why now?" in labels(programme)
    with pytest.raises(NotRetired):
        bring_back_question(place(programme, key), by=director, now=now)


def test_the_kind_of_an_answered_question_stays(programme, add, answer, director, now):
    key = add().key
    answer()

    with pytest.raises(KindIsFixed):
        change_question(
            place(programme, key),
            new=NewQuestion(kind=Kind.NUMBER, label="How many?"),
            by=director,
            now=now,
        )

    assert labels(programme)[-1] == "Why now?"


def test_questions_change_places(programme, add, director, now):
    key = add().key

    move_question(place(programme, key), to=1, by=director, now=now)
    assert labels(programme)[0] == "Why now?"

    move_question(place(programme, key), to=999, by=director, now=now)
    assert labels(programme)[-1] == "Why now?"


def test_a_question_that_is_gone_is_named_so(programme, director, now):
    with pytest.raises(NoSuchQuestion):
        remove_question(place(programme, "nothing"), by=director, now=now)


def test_two_hundred_questions_are_copied_by_a_few_statements(
    programme, add, answer, director, now, django_assert_max_num_queries
):
    for number in range(200):
        key = add(NewQuestion(kind=Kind.SHORT, label=f"Question {number}")).key
    answer()

    with django_assert_max_num_queries(25):
        remove_question(place(programme, key), by=director, now=now)

    assert len(labels(programme)) == 12 + 199
