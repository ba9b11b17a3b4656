"""What people read when a page cannot be shown."""

import html5lib
import pytest
from django.core.exceptions import BadRequest, PermissionDenied
from django.test import Client
from django.urls import include, path

from corridor.config import urls


def fail_with(refusal):
    def view(request):
        raise refusal

    return view


urlpatterns = [
    path("unreadable/", fail_with(BadRequest("the secret inside"))),
    path("closed/", fail_with(PermissionDenied("the secret inside"))),
    path("broken/", fail_with(RuntimeError("the secret inside"))),
    path("", include(urls)),
]
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


@pytest.mark.django_db
@pytest.mark.urls("tests.web.test_errors")
@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("/unreadable/", 400, "This request cannot be read"),
        ("/closed/", 403, "This page is not open to you"),
        ("/missing/", 404, "There is no page here"),
        ("/broken/", 500, "Something broke here"),
    ],
)
def test_errors_are_told_in_words_and_keep_what_went_wrong_to_themselves(address, status, sentence):
    response = Client(raise_request_exception=False).get(address)

    page = response.content.decode()
    assert response.status_code == status
    assert sentence in page
    assert "the secret inside" not in page
    html5lib.HTMLParser(strict=True).parse(page)


def test_a_request_for_a_host_that_is_not_ours_cannot_be_read():
    stranger = Client(raise_request_exception=False)

    response = stranger.get("/", headers={"host": "elsewhere.example"})

    assert response.status_code == 400
    assert "This request cannot be read" in response.content.decode()
