"""A scale is put in and answered on a phone, without scripts."""

import pytest
from django.utils import timezone

from corridor.mentoring.models import ScaleAnswers, Survey
from tests.web.browser import flaws, follow

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = "/p/first-gen/directing/scale/"


def test_from_a_file_of_items_to_an_answer(open_page, pair, amara, prof_lindqvist):
    director = open_page(PAGE, viewer=prof_lindqvist, width=390, scripts=False)
    director.get_by_label("Name of the scale").fill("A made-up scale")
    director.get_by_label("Source").fill("Nwosu and others 2026")
    director.get_by_label("Why you may use it").fill("CC BY 4.0")
    director.get_by_label("What its points are called").fill("Not at all\nSomewhat\nVery")
    items = b"item,subscale\nListens to me,Talking\nKnows what I want,Aims\n"
    file = {"name": "items.csv", "mimeType": "text/csv", "buffer": items}
    director.get_by_label("Items as a CSV file").set_input_files(file)
    follow(director.get_by_role("button", name="Look at it first"))
    assert director.get_by_text("nothing is kept yet").is_visible()
    follow(director.get_by_role("button", name="Use it"))
    assert director.get_by_text("In use: A made-up scale, version 1").is_visible()

    asked = Survey.objects.create(
        relationship=pair, side="mentee", occasion="final", asked_at=timezone.now()
    )
    hers = open_page(f"/meetings/reviews/{asked.pk}/", viewer=amara, width=390, scripts=False)
    found = flaws(open_page(PAGE, viewer=prof_lindqvist))
    found += flaws(open_page(f"/meetings/reviews/{asked.pk}/", viewer=amara))
    hers.get_by_label("Listens to me").select_option("Very")
    hers.locator("select[name=weight_goals]").select_option("3")
    hers.locator("select[name=rating_goals]").select_option("4")
    follow(hers.get_by_role("button", name="Keep"))

    assert found == []
    assert ScaleAnswers.objects.get().numbers == [3, None]
