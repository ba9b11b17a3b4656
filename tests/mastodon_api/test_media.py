"""Pictures, sound and video through apps, and how they are served."""

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from corridor.posts import sealed_off_links
from corridor.posts.models import Attachment
from tests.films import needs_ffmpeg
from tests.kernel.test_pictures import SVG, picture, png_that_claims
from tests.mastodon_api.posting import said, sent

AT = "/api/v1/media"
SECOND = "/api/v2/media"


def upload(client, content=None, path=SECOND, **words):
    file = SimpleUploadedFile("x.svg", picture() if content is None else content, "text/html")
    return client.post(path, {"file": file, **words})


def served(client, url, **headers):
    return client.get(url.removeprefix("http://localhost:8000"), headers=headers)


def test_a_picture_is_sent_described_and_goes_with_a_post(app, client, amara):
    mine = app(amara)

    told = said(upload(mine, description="A probe", focus="0.5,-0.25"))

    assert (told["type"], told["description"]) == ("image", "A probe")
    assert told["meta"]["focus"] == {"x": 0.5, "y": -0.25}
    assert told["meta"]["original"] == {
        "width": 640,
        "height": 480,
        "size": "640x480",
        "aspect": 1.3333,
    }
    changed = said(sent(mine, f"{AT}/{told['id']}", "put", description="A linear probe"))
    assert (changed["description"], changed["meta"]["focus"]["x"]) == ("A linear probe", 0.5)
    post = said(sent(mine, "/api/v1/statuses", status="", media_ids=[told["id"]]))
    assert post["media_attachments"] == [changed]
    for url in (told["url"], told["preview_url"]):
        answer = served(client, url)
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == "image/webp"


def test_describing_what_is_published_already_is_seen(app, amara):
    mine = app(amara)
    told = said(upload(mine))
    post = said(sent(mine, "/api/v1/statuses", status="x", media_ids=[told["id"]]))

    said(sent(mine, f"{AT}/{told['id']}", "put", description="A linear probe"))

    shown = said(mine.get(f"/api/v1/statuses/{post['id']}"))["media_attachments"]
    assert shown[0]["description"] == "A linear probe"


def test_words_for_pictures_may_come_with_the_post(app, amara):
    mine = app(amara)
    told = said(upload(mine))
    words = [{"id": told["id"], "description": "A probe", "focus": "0,0.5"}]

    post = said(
        sent(
            mine,
            "/api/v1/statuses",
            status="x",
            media_ids=[told["id"]],
            media_attributes=words,
        )
    )

    assert post["media_attachments"][0]["description"] == "A probe"
    assert post["media_attachments"][0]["meta"]["focus"] == {"x": 0.0, "y": 0.5}


@pytest.mark.parametrize("path", [AT, SECOND])
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (SVG, "no JPEG"),
        (b"<html><script>alert(1)</script></html>", "no JPEG"),
        (picture()[:300], "no JPEG"),
        (png_that_claims(60_000, 9_000), "at most"),
    ],
)
def test_hostile_files_are_refused_in_words(path, content, sentence, app, amara):
    refused = upload(app(amara), content, path)

    assert (refused.status_code, sentence in refused.json()["error"]) == (422, True)
    assert not Attachment.objects.exists()


@pytest.mark.parametrize(
    "words",
    [
        {"focus": "1"},
        {"focus": "a,b"},
        {"focus": "1,2,3"},
        {"focus": "nan,0"},
        {"focus": "9,9"},
        {"description": "x" * 1501},
    ],
)
def test_odd_words_are_refused(words, app, amara):
    assert upload(app(amara), **words).status_code == 422
    assert not Attachment.objects.exists()


@pytest.mark.parametrize("given", [{}, {"file": "no file"}, {"file": ""}])
def test_without_a_file_there_is_nothing(given, app, amara):
    assert app(amara).post(AT, given).status_code == 422
    assert sent(app(amara), AT, **given).status_code == 422


def test_what_others_sent_is_not_there(app, amara, mallory):
    told = said(upload(app(amara)))
    at = f"{AT}/{told['id']}"

    assert app(mallory).get(at).status_code == 404
    assert sent(app(mallory), at, "put", description="x").status_code == 404
    assert app(mallory).delete(at).status_code == 404
    refused = sent(app(mallory), "/api/v1/statuses", status="x", media_ids=[told["id"]])
    assert refused.status_code == 422
    assert app(amara, scopes="read").get(at).status_code == 403


def test_it_is_deleted_until_it_goes_with_a_post(app, amara):
    mine = app(amara)
    unused, used = said(upload(mine)), said(upload(mine))
    sent(mine, "/api/v1/statuses", status="x", media_ids=[used["id"]])

    assert said(mine.delete(f"{AT}/{unused['id']}")) == {}
    assert mine.delete(f"{AT}/{used['id']}").status_code == 422
    assert [str(one.pk) for one in Attachment.objects.all()] == [used["id"]]


@needs_ffmpeg
def test_a_video_is_waited_for(app, amara, film, later):
    mine = app(amara)
    answer = upload(mine, film("mp4").read_bytes())
    told = answer.json()
    at = f"{AT}/{told['id']}"
    assert (answer.status_code, told["type"], told["url"]) == (202, "video", None)
    assert mine.get(at).status_code == 206

    later()

    told = said(mine.get(at))
    assert told["url"].endswith(".mp4")
    assert told["preview_url"].endswith("-small.webp")
    assert told["meta"]["original"]["width"] == 322


@needs_ffmpeg
def test_a_broken_video_is_told_so(app, amara, later):
    mine = app(amara)
    told = upload(mine, b"\x00\x00\x00\x18ftypisom" + bytes(500)).json()
    later()

    refused = mine.get(f"{AT}/{told['id']}")

    assert (refused.status_code, "could not be read" in refused.json()["error"]) == (422, True)


def test_files_are_served_as_what_they_are_and_run_nothing(app, client, amara):
    told = said(upload(app(amara), picture("PNG") + SVG))

    answer = served(client, told["url"])

    assert SVG not in b"".join(answer.streaming_content)
    for name, value in {
        "Content-Type": "image/webp",
        "X-Content-Type-Options": "nosniff",
        "Content-Disposition": "inline",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Access-Control-Allow-Origin": "*",
    }.items():
        assert answer.headers[name] == value
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("asked", "status", "part"),
    [
        ("bytes=0-3", 206, slice(0, 4)),
        ("bytes=4-", 206, slice(4, None)),
        ("bytes=-4", 206, slice(-4, None)),
        ("bytes=2-999999999", 206, slice(2, None)),
        ("bytes=999999999-", 416, None),
        ("bytes=9-2", 416, None),
        ("bytes=0-1,4-5", 200, slice(None)),
        ("bytes=-", 200, slice(None)),
        ("lines=1-2", 200, slice(None)),
    ],
)
def test_a_part_of_a_file_can_be_asked_for(asked, status, part, app, client, amara):
    told = said(upload(app(amara)))
    whole = b"".join(served(client, told["url"]).streaming_content)

    answer = served(client, told["url"], Range=asked, **{"Accept-Encoding": "gzip"})

    assert answer.status_code == status
    if part is not None:
        assert b"".join(answer.streaming_content) == whole[part]
        assert int(answer.headers["Content-Length"]) == len(whole[part])


@pytest.mark.parametrize(
    "path",
    [
        "/media/posts/waiting/0123456789abcdef0123456789abcdef",
        "/media/posts/0123456789abcdef0123456789abcdef",
        "/media/posts/0123456789abcdef0123456789abcdef.html",
        "/media/posts/0123456789abcdef0123456789abcdef.webp",
        "/media/posts/..%2f..%2fsecret_key",
        "/media/posts/",
    ],
)
def test_nothing_else_is_served(path, client):
    assert client.get(path).status_code == 404


def test_a_deleted_post_takes_its_files_along(app, amara, django_capture_on_commit_callbacks):
    mine = app(amara)
    told = said(upload(mine))
    post = said(sent(mine, "/api/v1/statuses", status="x", media_ids=[told["id"]]))
    name = Attachment.objects.get().file.name

    with django_capture_on_commit_callbacks(execute=True):
        said(mine.delete(f"/api/v1/statuses/{post['id']}?delete_media=true"))

    assert not default_storage.exists(name)


def test_what_was_deleted_to_be_written_anew_is_shown_to_its_app_for_an_hour(
    app, amara, client, monkeypatch, django_capture_on_commit_callbacks
):
    mine = app(amara)
    told = said(upload(mine))
    post = said(sent(mine, "/api/v1/statuses", status="x", media_ids=[told["id"]]))

    with django_capture_on_commit_callbacks(execute=True):
        (media,) = said(mine.delete(f"/api/v1/statuses/{post['id']}"))["media_attachments"]

    paths = [media[name].removeprefix(settings.PUBLIC_URL) for name in ("url", "preview_url")]
    assert {path: client.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)
    assert said(mine.get(f"/api/v1/media/{told['id']}"))["url"].startswith(
        media["url"].partition("?")[0]
    )
    bare, _mark, key = paths[0].partition("?for=")
    other = Attachment.objects.get().preview.url
    for path in (bare, f"{bare}?for=", f"{bare}?for={key}x", f"{other}?for={key}"):
        assert client.get(path).status_code == 404, path
    monkeypatch.setattr(sealed_off_links, "LASTS", -1)
    assert client.get(paths[0]).status_code == 404


def test_a_dicom_file_is_refused_with_what_to_do_instead(app, amara):
    refused = upload(app(amara), bytes(128) + b"DICM" + bytes(300))

    assert refused.status_code == 422
    assert "Export the image as PNG or JPEG" in refused.json()["error"]
    assert not Attachment.objects.exists()
