"""A director puts in a published scale by file, looks at it first; people answer it, or do not."""

import csv
import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from corridor.mentoring import queries
from corridor.mentoring.actions import meetings
from corridor.mentoring.models import Relationship, ScaleAnswers, Survey
from corridor.programmes.models import TeamDeed

PAGE = "/p/first-gen/directing/scale/"
ITEMS = "item,subscale\nListens to me,=Talking\nKnows what I want,Aims\n"
FORM = {
    "title": "A made-up scale",
    "source": "Nwosu and others 2026",
    "permission": "CC BY 4.0",
    "answered_by": "both",
    "labels": "Not at all\nSomewhat\nVery",
    "text": ITEMS,
}


@pytest.fixture
def director(signed_in, programme, prof_lindqvist):
    return signed_in(prof_lindqvist)


@pytest.fixture
def used(director):
    director.post(PAGE, FORM | {"do": "use"})
    return queries.instrument_in_force("first-gen")


@pytest.fixture
def survey(pair):
    return Survey.objects.create(
        relationship=pair, side="mentee", occasion="final", asked_at=timezone.now()
    )


@pytest.fixture
def five_answered(used, pair, dr_osei, join, now):
    """Five mentees of the round said 3 and 2."""
    review = meetings.NewReview(areas=[meetings.RatedArea(area="goals", weight=3, rating=4)])
    scale = meetings.NewScale(instrument_id=used.pk, numbers=[3, 2])
    for number in range(5):
        mentee = join(handle=f"mentee_{number}", display_name=f"Mentee {number}")
        two = Relationship.objects.create(
            mentor=dr_osei,
            mentee=mentee,
            programme_address=pair.programme_address,
            round_name=pair.round_name,
            opened_at=now,
        )
        asked = Survey.objects.create(
            relationship=two, side="mentee", occasion="final", asked_at=now
        )
        meetings.answer_review(asked.pk, review, by=mentee, now=now, scale=scale)


def test_looking_at_it_keeps_nothing_and_using_it_does_and_is_recorded(director):
    file = SimpleUploadedFile("items.csv", ITEMS.encode("utf-8-sig"))

    looked = director.post(PAGE, FORM | {"text": "", "file": file, "do": "look"}).text
    before = queries.instrument_in_force("first-gen")
    director.post(PAGE, FORM | {"do": "use"})

    assert "nothing is kept yet" in looked
    assert "Listens to me" in looked
    assert "Knows what I want,Aims" in looked
    assert before is None
    page = director.get(PAGE).text
    assert "In use: A made-up scale, version 1" in page
    assert "CC BY 4.0" in page
    [deed] = TeamDeed.objects.filter(kind="set_up")
    assert deed.words == "Scale in reviews: A made-up scale, version 1"


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"source": ""}, "This field is required"),
        ({"permission": ""}, "This field is required"),
        ({"labels": "One"}, "Two to ten different points"),
        ({"text": "item,subscale\nA,\n"}, "Line 2: Say which subscale"),
        ({"text": "x"}, "No column is called “item”"),
        ({"file": SimpleUploadedFile("a.csv", b"\xff\xfe")}, "no text in UTF-8"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(wrong, says, director):
    answer = director.post(PAGE, FORM | wrong | {"do": "use"})

    assert answer.status_code == 422
    assert says in answer.text
    assert "A made-up scale" in answer.text
    assert queries.instrument_in_force("first-gen") is None


def test_it_is_asked_no_more_when_the_director_says_so(director, used):
    director.post(f"{PAGE}end/")
    again = director.post(f"{PAGE}end/", follow=True)

    assert queries.instrument_in_force("first-gen") is None
    assert "No scale is in use any more." in again.text


def test_she_answers_what_she_likes_beside_our_own_review(signed_in, used, survey, amara):
    client, page = signed_in(amara), f"/meetings/reviews/{survey.pk}/"

    shown = client.get(page).text
    form = {"weight_goals": "3", "rating_goals": "4", "instrument": str(used.pk), "item_1": "3"}
    client.post(page, form)

    assert "Asked by your programme: A made-up scale" in shown
    assert "Nwosu and others 2026" in shown
    assert ScaleAnswers.objects.get().numbers == [3, None]


@pytest.mark.parametrize("item", ["4", "x", "0"])
def test_what_was_not_offered_is_refused_and_nothing_kept(item, signed_in, used, survey, amara):
    form = {"weight_goals": "3", "rating_goals": "4", "instrument": str(used.pk), "item_1": item}

    answer = signed_in(amara).post(f"/meetings/reviews/{survey.pk}/", form)

    assert answer.status_code == 422
    survey.refresh_from_db()
    assert survey.is_waiting


def test_of_another_version_than_she_saw_nothing_is_kept(signed_in, used, survey, amara, director):
    director.post(PAGE, FORM | {"title": "Another", "do": "use"})
    form = {"weight_goals": "3", "rating_goals": "4", "instrument": str(used.pk), "item_1": "3"}

    answer = signed_in(amara).post(f"/meetings/reviews/{survey.pk}/", form)

    assert answer.status_code == 422
    assert "asks by another scale by now" in answer.text
    survey.refresh_from_db()
    assert survey.is_waiting


def test_what_she_said_to_another_scale_is_chosen_for_no_item_of_this_one(
    signed_in, used, survey, amara, director
):
    before = {"weight_goals": "3", "rating_goals": "4", "instrument": str(used.pk), "item_1": "3"}
    other = "item,subscale\nIs late,Talking\nForgets what I want,Aims\n"
    director.post(PAGE, FORM | {"title": "Another", "text": other, "do": "use"})

    page = signed_in(amara).post(f"/meetings/reviews/{survey.pk}/", before).text

    selects = re.findall(r'<select name="(\w+)".*?</select>', page, re.DOTALL)
    chosen = re.findall(r'<option value="(\d)" selected>', page)
    assert {"item_1", "item_2"} <= set(selects)
    assert chosen == ["3", "4"]
    assert "Is late" in page


def test_where_the_scale_was_ended_meanwhile_she_is_told_before_it_is_kept(
    signed_in, used, survey, amara, director
):
    director.post(f"{PAGE}end/")
    client, page = signed_in(amara), f"/meetings/reviews/{survey.pk}/"
    form = {"weight_goals": "3", "rating_goals": "4"}

    refused = client.post(page, form | {"instrument": str(used.pk), "item_1": "3"})
    survey.refresh_from_db()
    was_waiting = survey.is_waiting
    client.post(page, form)

    assert refused.status_code == 422
    assert "or by none" in refused.text
    assert was_waiting
    survey.refresh_from_db()
    assert survey.answered_at


def test_the_team_sees_means_with_whose_scale_it_is(director, five_answered, pair):
    page = director.get("/p/first-gen/health/").text
    table = page.partition("<caption>A made-up scale")[2].partition("</table>")

    assert "3.00" in table[0]
    assert "2.00" in table[0]
    assert "Nwosu and others 2026" in table[2]


def test_the_export_says_whose_it_is_and_holds_no_formula(director, five_answered, pair):
    answer = director.get(f"{PAGE}results/")
    head, *rows = csv.reader(io.StringIO(answer.text))

    whose = ["A made-up scale", "1", "Nwosu and others 2026", "CC BY 4.0", pair.round_name]
    asked = ["final", "mentee"]
    assert head[:5] == ["scale", "version", "source", "permission", "round"]
    assert rows == [
        [*whose, *asked, "'=Talking", "1", "3", "5", "3.0"],
        [*whose, *asked, "Aims", "1", "3", "5", "2.0"],
    ]
    assert answer["Content-Disposition"] == 'attachment; filename="first-gen-scale.csv"'


def test_nobody_but_the_team_gets_there(signed_in, used, amara, mallory):
    for somebody in (amara, mallory):
        client = signed_in(somebody)
        assert client.get(PAGE).status_code == 404
        assert client.post(f"{PAGE}end/").status_code == 404
        assert client.get(f"{PAGE}results/").status_code == 404
