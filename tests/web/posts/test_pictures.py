"""Pictures of a post: sent, described, kept while something else is put right."""

import re
from io import BytesIO

import html5lib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from corridor.posts import queries
from tests.films import needs_ffmpeg

WORDS = {"text": "A drawing", "audience": "public"}


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def picture(name="drawing.png"):
    out = BytesIO()
    Image.new("RGB", (80, 60), "green").save(out, "PNG")
    return SimpleUploadedFile(name, out.getvalue())


def read(response):
    page = response.content.decode()
    html5lib.HTMLParser(strict=True).parse(page)
    return page


def kept_in(page):
    return re.findall(r'name="attachment" value="(\d+)"', page)


def posts_of(profile):
    rows = queries.readable(profile.pk, now=timezone.now()).filter(author=profile.pk)
    return [
        shown
        for pk in rows.order_by("id").values_list("pk", flat=True)
        for shown in queries.shown_posts([pk], viewer_id=profile.pk, now=timezone.now())
    ]


def test_a_picture_without_words_is_asked_about_once(client, amara):
    asked = client.post("/compose/", WORDS | {"pictures": picture()})

    page = read(asked)
    assert asked.status_code == 422
    assert "Say what the picture shows" in page
    assert posts_of(amara) == []

    (number,) = kept_in(page)
    client.post("/compose/", WORDS | {"attachment": number, f"alt_{number}": "Five wedges"})

    (post,) = posts_of(amara)
    assert [one.alt for one in post.pictures] == ["Five wedges"]


def test_a_picture_can_be_posted_as_it_is(client, amara):
    (number,) = kept_in(read(client.post("/compose/", WORDS | {"pictures": picture()})))

    client.post("/compose/", WORDS | {"attachment": number, "as_is": "1"})

    (post,) = posts_of(amara)
    assert len(post.pictures) == 1


def test_a_mistake_elsewhere_loses_no_picture_and_no_words(client):
    wrong = WORDS | {"option_1": "Only one", "pictures": picture()}
    (number,) = kept_in(read(client.post("/compose/", wrong)))

    again = client.post(
        "/compose/", WORDS | {"option_1": "x", "attachment": number, f"alt_{number}": "Wedges"}
    )

    page = read(again)
    assert kept_in(page) == [number]
    assert "Wedges</textarea>" in page


def test_a_picture_is_taken_out_again(client):
    look = WORDS | {"pictures": picture(), "deed": "look"}
    (number,) = kept_in(read(client.post("/compose/", look)))

    page = read(
        client.post("/compose/", WORDS | {"attachment": number, "drop": number, "deed": "look"})
    )

    assert kept_in(page) == []


def test_what_is_no_picture_is_refused_by_name(client, amara):
    page = read(client.post("/compose/", WORDS | {"pictures": SimpleUploadedFile("a.png", b"no")}))

    assert "a.png: This is no JPEG, PNG, WebP, GIF, AVIF or HEIC" in page
    assert posts_of(amara) == []


def test_at_most_four_go_with_a_post(client):
    five = [picture(f"{number}.png") for number in range(5)]

    page = read(client.post("/compose/", WORDS | {"pictures": five}))

    assert len(kept_in(page)) == 4
    assert "A post has at most four pictures" in page


def test_nobody_takes_a_picture_of_another(client, signed_in, mallory, amara):
    look = WORDS | {"pictures": picture(), "deed": "look"}
    (number,) = kept_in(read(client.post("/compose/", look)))

    signed_in(mallory).post("/compose/", WORDS | {"attachment": number, f"alt_{number}": "Mine"})

    (post,) = posts_of(mallory)
    assert list(post.pictures) == []
    assert queries.own_attachment(int(number), viewer_id=amara.pk).alt == ""


def test_words_of_a_picture_are_put_right_by_editing(client, amara):
    (number,) = kept_in(read(client.post("/compose/", WORDS | {"pictures": picture()})))
    client.post("/compose/", WORDS | {"attachment": number, f"alt_{number}": "Wegdes"})
    (post,) = posts_of(amara)

    client.post(
        f"/posts/{post.post.pk}/edit/",
        {"text": "A drawing", "attachment": number, f"alt_{number}": "Wedges"},
    )

    (post,) = posts_of(amara)
    assert [one.alt for one in post.pictures] == ["Wedges"]


def test_words_of_a_published_picture_are_looked_at_for_patients(client, amara):
    (number,) = kept_in(read(client.post("/compose/", WORDS | {"pictures": picture()})))
    client.post("/compose/", WORDS | {"attachment": number, f"alt_{number}": "Wedges"})
    (post,) = posts_of(amara)
    worse = {"text": "A drawing", "attachment": number, f"alt_{number}": "My patient, MRN 12345678"}

    asked = client.post(f"/posts/{post.post.pk}/edit/", worse)

    assert (asked.status_code, "12345678</mark>" in read(asked)) == (422, True)
    (post,) = posts_of(amara)
    assert [one.alt for one in post.pictures] == ["Wedges"]


def test_a_dicom_file_is_refused_with_what_to_do_instead(client, amara):
    sent = SimpleUploadedFile("ward.jpg", bytes(128) + b"DICM" + bytes(300))

    page = read(client.post("/compose/", WORDS | {"pictures": sent}))

    assert "ward.jpg: This is a DICOM file." in page
    assert "Export the image as PNG or JPEG" in page
    assert posts_of(amara) == []


def with_picture(client, author, **more):
    sent = {"pictures": picture(), "as_is": "1"} | more
    client.post("/compose/", WORDS | sent)
    return posts_of(author)[-1].post


def test_who_quotes_a_picture_shows_it(client, amara):
    quoted = with_picture(client, amara)
    client.post("/compose/", WORDS | {"text": "Look", "quote": quoted.pk})
    newest = posts_of(amara)[-1].post

    page = read(client.get(f"/@amara_nwosu/{newest.pk}/"))

    card = page.partition('<a class="quote"')[2].partition("</a>")[0]
    assert '<img src="/media/posts/' in card


@pytest.mark.parametrize("more", [{"content_note": "Exams"}, {"is_sensitive": "on"}])
def test_nobody_shows_by_quoting_what_is_covered(client, amara, more):
    quoted = with_picture(client, amara, **more)
    client.post("/compose/", WORDS | {"text": "Look", "quote": quoted.pk, "content_note": ""})
    newest = posts_of(amara)[-1].post

    page = read(client.get(f"/@amara_nwosu/{newest.pk}/"))

    assert "<img" not in page.partition('<a class="quote"')[2].partition("</a>")[0]


def test_a_link_elsewhere_has_the_picture_of_what_anybody_may_see(client, amara):
    ways = {
        "open": {},
        "followers": {"audience": "followers"},
        "noted": {"content_note": "Exams"},
        "covered": {"is_sensitive": "on"},
    }

    def has_picture(more):
        post = with_picture(client, amara, **more)
        return 'property="og:image"' in read(client.get(f"/@amara_nwosu/{post.pk}/"))

    assert {way: has_picture(more) for way, more in ways.items()} == {
        "open": True,
        "followers": False,
        "noted": False,
        "covered": False,
    }


@needs_ffmpeg
def test_a_video_is_sent_made_ready_and_posted(client, amara, film, later):
    sent = SimpleUploadedFile("block.mp4", film("mp4", sound=True).read_bytes())
    page = read(client.post("/compose/", WORDS | {"pictures": sent, "deed": "look"}))
    (number,) = kept_in(page)
    assert "It is being made ready" in page
    said = WORDS | {"attachment": number, f"alt_{number}": "A probe finds the fascia"}

    too_early = client.post("/compose/", said)
    assert "is still being made ready" in read(too_early)
    assert posts_of(amara) == []
    later()
    published = client.post("/compose/", said, follow=True)

    page = read(published)
    assert re.search(
        r'<video controls playsinline [^>]*aria-label="A probe finds the fascia"', page
    )


@needs_ffmpeg
def test_a_sound_is_asked_about_as_a_sound(client, film, later):
    sent = SimpleUploadedFile("heart.mp3", film("mp3").read_bytes())
    (number,) = kept_in(read(client.post("/compose/", WORDS | {"pictures": sent, "deed": "look"})))
    later()

    page = read(client.post("/compose/", WORDS | {"attachment": number}))

    assert "Say what is shown or heard" in page
    assert "What is said or heard, for people who do not hear it" in page


@needs_ffmpeg
def test_a_video_that_cannot_be_read_is_told_so(client, later):
    sent = SimpleUploadedFile("block.mp4", b"\x00\x00\x00\x18ftypisom" + bytes(500))
    (number,) = kept_in(read(client.post("/compose/", WORDS | {"pictures": sent, "deed": "look"})))
    later()

    page = read(client.post("/compose/", WORDS | {"attachment": number, "deed": "look"}))

    assert "It could not be read, or is too long: take it out and choose another." in page


def test_where_nothing_makes_videos_ready_none_is_offered(client, monkeypatch):
    monkeypatch.setenv("PATH", "")

    page = read(client.get("/compose/"))

    assert "video/*" not in page
    assert "This server takes no video or sound" in page
