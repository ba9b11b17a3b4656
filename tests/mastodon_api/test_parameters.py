"""What apps send is understood however they send it, and what cannot be kept is refused."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from corridor.mastodon_api.errors import ApiError
from corridor.mastodon_api.parameters import given

FORM = "application/x-www-form-urlencoded"


def sent(body, kind, method="POST", path="/"):
    return given(RequestFactory().generic(method, path, body, content_type=kind))


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("status=Hello&poll[options][]=yes&poll[options][]=no", FORM),
        (json.dumps({"status": "Hello", "poll": {"options": ["yes", "no"]}}), "application/json"),
        (
            encode_multipart(BOUNDARY, {"status": "Hello", "poll[options][]": ["yes", "no"]}),
            MULTIPART_CONTENT,
        ),
    ],
)
def test_forms_and_json_say_the_same(method, body, kind):
    said = sent(body, kind, method)

    assert said == {"status": "Hello", "poll": {"options": ["yes", "no"]}}


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH"])
def test_files_come_with_forms(method):
    file = SimpleUploadedFile("a.png", b"picture")

    said = sent(encode_multipart(BOUNDARY, {"file": file}), MULTIPART_CONTENT, method)

    assert said["file"].read() == b"picture"


def test_lists_of_dictionaries_are_read_as_rails_reads_them():
    said = sent("fields[][name]=a&fields[][value]=1&fields[][name]=b&fields[][value]=2", FORM)

    assert said == {"fields": [{"name": "a", "value": "1"}, {"name": "b", "value": "2"}]}


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        ("[1]", "application/json", 400),
        ("{", "application/json", 400),
        ("[" * 100_000, "application/json", 400),
        ('{"status": "a\\u0000"}', "application/json", 422),
        ('{"poll": {"options": ["\\ud800"]}}', "application/json", 422),
        ("status=%00", FORM, 422),
        ("a[b][c][d][e]=1", FORM, 422),
        ("&".join(f"a[]={number}" for number in range(1001)), FORM, 422),
        ("&".join(f"a[]={number}" for number in range(10_001)), FORM, 400),
        ("--x\r\nbroken", "multipart/form-data", 400),
    ],
)
def test_what_cannot_be_read_or_kept_is_refused(body, kind, status):
    with pytest.raises(ApiError) as refused:
        sent(body, kind)

    assert refused.value.status == status


def test_a_mistake_is_told_by_the_names_that_the_app_used(app, amara):
    answer = app(amara).post(
        "/api/v1/statuses", {"status": "Hello", "media_ids": ["x"]}, content_type="application/json"
    )

    assert answer.json()["error"].startswith("Validation failed: media_ids.0: ")
