"""The pages of first contacts; how they lead to a mentor is in `tests/journeys`."""

import pytest

from tests.web.browser import flaws

pytestmark = pytest.mark.django_db(transaction=True)


def test_pages_have_no_flaws(open_page, osei, amara, said, verify):
    verify(amara)
    page = open_page("/first-contact/", viewer=osei)
    found = {"list": flaws(page)}
    for path in (f"/first-contact/{said}/", "/@amara_nwosu/", "/ask/"):
        page.goto(path)
        found[path] = flaws(page)
    page = open_page("/@mallory_crane/hello/", viewer=amara)
    found["hello"] = flaws(page)

    assert {path: some for path, some in found.items() if some} == {}
