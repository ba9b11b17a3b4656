"""Saying, agreeing, taking back: each refusal changes nothing, and everything is logged."""

import pytest

from corridor.people import actions, queries
from corridor.people.actions import NewAnswer
from corridor.people.choices import Deed, Purpose
from corridor.people.models import Access, Consent, Facet
from corridor.people.models.description import AccessIsFinal
from corridor.people.sealed_answers import Answer

pytestmark = pytest.mark.django_db

ALL_THAT_IS_ASKED = 13


def answers_of(profile):
    return {
        facet.question.slug: answer
        for facet in queries.own_facets(profile)
        if (answer := queries.answer_in(facet))
    }


def deeds(profile):
    return [access.deed for access in queries.accesses(profile)]


def test_what_was_said_can_be_read_again_by_herself(amara, now):
    actions.describe_self(
        profile=amara,
        answers={"race-ethnicity": NewAnswer(options=("asian",), own_words="  Igbo,  from Enugu ")},
        by=amara,
        now=now,
    )

    assert answers_of(amara) == {
        "race-ethnicity": Answer(options=("asian",), own_words="Igbo, from Enugu")
    }
    assert deeds(amara) == [Deed.CHANGED]


def test_what_is_not_said_again_is_gone(say, amara):
    say(amara, way=["img"], family=["first-in-family"])

    say(amara, family=["first-in-family"])

    assert answers_of(amara).keys() == {"family"}


def test_every_question_has_a_row_of_the_same_length_whether_answered_or_not(say, amara):
    say(amara, refuge=["refugee"], own_words="x" * 200)

    lengths = {len(facet.sealed) for facet in amara.facets.all()}

    assert amara.facets.count() == ALL_THAT_IS_ASKED
    assert len(lengths) == 1


def test_an_answer_moved_to_another_profile_does_not_open(say, amara, mallory, caplog):
    say(amara, way=["img"])
    facet = amara.facets.get(question__slug="way")
    stolen = Facet(profile=mallory, question=facet.question, sealed=facet.sealed)

    assert queries.answer_in(stolen) == Answer()
    assert "img" not in caplog.text


def test_nobody_is_asked_about_immigration_status():
    asked = " ".join(
        option.slug for question in queries.questions() for option in question.options.all()
    )

    assert not any(word in asked for word in ("visa", "citizen", "daca", "undocumented"))


def test_the_seven_categories_are_asked_in_one_question_and_none_comes_first_by_kind():
    question = queries.questions().get(slug="race-ethnicity")

    assert question.wording == "What is your race and/or ethnicity?"
    assert [option.wording for option in question.options.all()] == [
        "American Indian or Alaska Native",
        "Asian",
        "Black or African American",
        "Hispanic or Latino",
        "Middle Eastern or North African",
        "Native Hawaiian or Pacific Islander",
        "White",
    ]


@pytest.mark.parametrize(
    ("answers", "refusal"),
    [
        ({"shoe-size": NewAnswer()}, actions.UnknownAnswer),
        ({"way": NewAnswer(options=("yes",))}, actions.UnknownAnswer),
        ({"way": NewAnswer(options=("img",), audience="friends")}, actions.UnknownAnswer),
        ({"way": NewAnswer(own_words="x" * 201)}, actions.OwnWordsTooLong),
    ],
)
def test_what_was_not_asked_is_refused_and_changes_nothing(say, amara, now, answers, refusal):
    say(amara, family=["first-in-family"])

    with pytest.raises(refusal):
        actions.describe_self(profile=amara, answers=answers, by=amara, now=now)

    assert answers_of(amara).keys() == {"family"}


def test_a_question_without_own_words_takes_none(amara, now):
    question = queries.questions().get(slug="service")
    question.allows_own_words = False
    question.save(update_fields=["allows_own_words"])

    with pytest.raises(actions.UnknownAnswer):
        actions.describe_self(
            profile=amara, answers={"service": NewAnswer(own_words="Navy")}, by=amara, now=now
        )

    assert not amara.facets.exists()


def test_nobody_speaks_agrees_or_deletes_for_somebody_else(say, amara, mallory, now):
    say(amara, way=["img"])
    who = {"profile": amara, "by": mallory, "now": now}

    with pytest.raises(actions.NotYourProfile):
        actions.describe_self(answers={}, **who)
    with pytest.raises(actions.NotYourProfile):
        actions.give_consent(purpose=Purpose.DISPLAY, **who)
    with pytest.raises(actions.NotYourProfile):
        actions.end_consent(purpose=Purpose.DISPLAY, **who)
    with pytest.raises(actions.NotYourProfile):
        actions.delete_description(**who)

    assert answers_of(amara).keys() == {"way"}
    assert not amara.consents.exists()


def test_switched_off_nothing_is_written_but_deleting_works(say, agree, amara, now, settings):
    say(amara, way=["img"])
    agree(amara, "display")
    settings.IDENTITY_FEATURES = False
    who = {"profile": amara, "by": amara, "now": now}

    with pytest.raises(actions.IdentityFeaturesOff):
        actions.describe_self(answers={}, **who)
    with pytest.raises(actions.IdentityFeaturesOff):
        actions.give_consent(purpose=Purpose.MATCHING, **who)
    assert amara.facets.count() == ALL_THAT_IS_ASKED

    actions.delete_description(**who)

    assert not amara.facets.exists()


def test_an_agreement_is_given_once_and_taken_back_once(agree, amara, now):
    agree(amara, "equity")

    with pytest.raises(actions.ConsentGivenAlready):
        agree(amara, "equity")
    actions.end_consent(profile=amara, purpose=Purpose.EQUITY, by=amara, now=now)
    with pytest.raises(actions.ConsentNotGiven):
        actions.end_consent(profile=amara, purpose=Purpose.EQUITY, by=amara, now=now)

    assert [(it.given_at, it.ended_at) for it in amara.consents.all()] == [(now, now)]
    assert deeds(amara) == [Deed.TOOK_BACK, Deed.AGREED]


def test_deleting_takes_everything_at_once_and_says_so_in_the_log(say, agree, amara, now):
    say(amara, audience="public", way=["img"])
    agree(amara, "display", "matching")

    actions.delete_description(profile=amara, by=amara, now=now)

    assert not amara.facets.exists()
    assert not queries.agreements(amara).exists()
    assert Consent.objects.filter(profile=amara, ended_at=now).count() == 2
    assert deeds(amara)[0] == Deed.DELETED


def test_a_row_of_the_log_is_neither_changed_nor_removed(say, amara):
    say(amara, way=["img"])
    row = Access.objects.get()

    with pytest.raises(AccessIsFinal):
        row.save()
    with pytest.raises(AccessIsFinal):
        row.delete()
    with pytest.raises(AccessIsFinal):
        Access.objects.update(by=None)
    with pytest.raises(AccessIsFinal):
        Access.objects.filter(subject=amara).delete()

    assert Access.objects.get() == row


def test_looking_twice_on_one_day_is_one_row_and_the_next_day_another(amara, mallory, now):
    for at in (now, now.replace(hour=17), now.replace(day=21)):
        actions.record_sights(subjects=[amara.pk], by=mallory, deed=Deed.SEEN, now=at)

    assert [(it.by, it.at) for it in queries.accesses(amara)] == [
        (mallory, now.replace(day=21)),
        (mallory, now),
    ]


def test_looking_at_herself_is_not_noted(amara, now):
    actions.record_sights(subjects=[amara.pk], by=amara, deed=Deed.SEEN, now=now)

    assert not Access.objects.exists()
