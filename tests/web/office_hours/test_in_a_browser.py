"""Office hours on a phone and a desk, by day and by night, by keyboard."""

import pytest

from tests.web.browser import flaws


@pytest.mark.django_db(transaction=True)
def test_offers_and_queues_are_accessible_and_fit(open_page, sitting, asks, osei, amara, sam):
    asks(amara, sitting, to_all=True)
    found = {}
    for viewer, path in (
        (osei, "/office-hours/new/"),
        (osei, f"/office-hours/dates/{sitting.pk}/"),
        (amara, f"/office-hours/dates/{sitting.pk}/"),
        (sam, f"/office-hours/dates/{sitting.pk}/"),
        (sam, "/office-hours/"),
    ):
        page = open_page(path, viewer=viewer)
        page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
        found[viewer.handle, path] = flaws(page)

    assert {where: several for where, several in found.items() if several} == {}
