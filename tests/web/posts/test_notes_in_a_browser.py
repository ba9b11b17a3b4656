"""Notes beside the composer, as people meet them."""

import pytest

from tests.web.browser import flaws

pytestmark = pytest.mark.django_db(transaction=True)
INTEREST = "You praise a product."
FUTURE = "Would you be glad to find this in five years?"
PATIENT = "Numbers, addresses and full names of patients cannot be posted"


def test_one_thing_is_said_at_a_time(open_page, amara):
    page = open_page("/compose/", viewer=amara, width=390)
    assert page.get_by_text(FUTURE).is_visible()
    assert flaws(page) == []

    page.get_by_label("Your post").fill("Sugammadex changed my practice overnight.")
    page.get_by_text(INTEREST).wait_for()
    assert not page.get_by_text(FUTURE).is_visible()
    assert flaws(page) == []

    page.get_by_label("Your post").fill(
        "Sugammadex changed my practice overnight. My patient John Miller, MRN 4482913, woke."
    )
    page.get_by_text(PATIENT).wait_for()
    assert not page.get_by_text(INTEREST).is_visible()
    assert flaws(page) == []
