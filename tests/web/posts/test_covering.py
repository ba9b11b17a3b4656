"""Her own picture, where she covers what nobody should see, without any script."""

import re
from io import BytesIO

import html5lib
import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from corridor.posts import finders
from corridor.posts.finders import FaceBox, Seen, Written
from corridor.posts.models import Attachment, Draft, Post

WORDS = {"text": "A drawing", "audience": "public"}
ABOUT_PATIENT = "My patient with Crohn's disease agreed to a colonoscopy."
FACE = FaceBox(left=0.4, top=0.1, right=0.6, bottom=0.4, sureness=0.9)
NUMBER = Written(text="MRN 12391326", left=0.1, top=0.8, right=0.5, bottom=0.9)
LABEL = Written(text="25 mm/s", left=0.1, top=0.9, right=0.5, bottom=0.95)
SEES_NOTHING = Seen(faces=[], written=[])


@pytest.fixture
def finds(monkeypatch):
    """What is found in pictures from now on."""

    def find(seen):
        monkeypatch.setattr(finders, "can_look", lambda: seen is not None)
        monkeypatch.setattr(finders, "look", lambda _picture: seen)

    find(None)
    return find


def read(response):
    page = response.content.decode()
    html5lib.HTMLParser(strict=True).parse(page)
    return page


def picture():
    out = BytesIO()
    Image.new("RGB", (400, 300), "white").save(out, "PNG")
    return SimpleUploadedFile("x.png", out.getvalue())


@pytest.fixture
def sent(client):
    """The number of a picture that she sent."""

    def send():
        page = read(client.post("/compose/", WORDS | {"pictures": picture(), "deed": "look"}))
        (number,) = re.findall(r'name="attachment" value="(\d+)"', page)
        # Tasks are done at once here, so that the page that took it was made before.
        page = read(client.post("/compose/", WORDS | {"attachment": number, "deed": "look"}))
        return number, page

    return send


def pixels(number):
    with Attachment.objects.get(pk=number).file.open("rb") as file, Image.open(file) as opened:
        return opened.convert("L")


def cover(client, number, **given):
    return client.post(reverse("picture-covering", args=[number]), given)


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        (None, "Nobody looked at it: this server cannot find faces or writing."),
        (SEES_NOTHING, "Nothing was found in it. Look yourself, too."),
        (Seen(faces=None, written=[]), "Nobody looked for faces: this server cannot."),
        (Seen(faces=[], written=None), "Nobody looked for writing: this server cannot."),
        (
            Seen(faces=[FACE], written=[NUMBER, LABEL]),
            "Found: 1 face. 1 line that may lead to a patient. 1 line of writing.",
        ),
    ],
)
def test_the_composer_says_how_it_was_looked_at(seen, words, finds, sent):
    finds(seen)

    assert words in sent()[1]


def test_while_it_is_looked_at_the_composer_says_so(finds, sent, client, later):
    finds(SEES_NOTHING)
    number, page = sent()
    assert "It is being looked at for faces and writing" in page

    words = WORDS | {"attachment": number, "as_is": "1"}
    assert "try again in a few seconds" in read(client.post("/compose/", words))
    later()

    assert client.post("/compose/", words).status_code == 302


def test_a_number_in_a_picture_stops_the_post_and_leads_to_covering_it(finds, sent, client):
    finds(Seen(faces=[], written=[NUMBER]))
    number, _page = sent()
    words = WORDS | {"attachment": number, f"alt_{number}": "An ECG"}

    stopped = client.post("/compose/", words)
    page = read(stopped)
    assert (stopped.status_code, "A number, a name or a date of birth" in page) == (422, True)
    assert "Keep it as written" not in page

    there = client.post("/compose/", words | {"cover": number})
    draft = Draft.objects.get()
    assert draft.words["text"] == "A drawing"
    assert there.url == f"/pictures/{number}/?next=%2Fcompose%2F%3Fdraft%3D{draft.pk}"
    finds(SEES_NOTHING)
    covered = cover(client, number, which="all", next=f"/compose/?draft={draft.pk}")
    assert f'href="/compose/?draft={draft.pk}"' in read(client.get(covered.url))

    back = read(client.get(f"/compose/?draft={draft.pk}"))
    assert "An ECG</textarea>" in back
    assert client.post("/compose/", words | {"draft": draft.pk}).status_code == 302
    assert Post.objects.get().attachments.get().pk == int(number)


def test_beside_a_patient_a_picture_that_nobody_looked_at_stays_with_a_reason(sent, client, finds):
    number, _page = sent()
    words = WORDS | {"text": ABOUT_PATIENT, "attachment": number, f"alt_{number}": "An ECG"}

    asked = client.post("/compose/", words)
    assert "Nobody but you looked at it, and the words are about a patient." in read(asked)
    assert "I looked at the picture" in read(asked)

    assert client.post("/compose/", words | {"kept_because": "looked"}).status_code == 302


def test_all_that_was_found_is_covered_by_one_button(finds, sent, client):
    finds(Seen(faces=[FACE], written=[NUMBER, LABEL]))
    number, _page = sent()
    page = read(client.get(reverse("own-picture", args=[number])))
    assert "1. A face" in page
    assert "2. Possibly a number of a record" in page
    assert page.count('name="found"') == 3
    assert len(re.findall(r'name="found" value="\d+" checked', page)) == 2
    assert "MRN" not in page

    finds(SEES_NOTHING)
    answer = cover(client, number, which="all")

    assert answer.status_code == 302
    for place in ((200, 75), (120, 255), (120, 278)):
        assert pixels(number).getpixel(place) < 60
    assert pixels(number).getpixel((350, 150)) > 240


def test_what_is_chosen_and_what_is_typed_is_covered(finds, sent, client):
    finds(Seen(faces=[FACE], written=[NUMBER]))
    number, _page = sent()
    face, _number = Attachment.objects.get(pk=number).details.order_by("top")

    cover(
        client,
        number,
        found=[face.pk],
        left=["75", ""],
        top=["50,5", ""],
        width=["20", ""],
        height=["30", ""],
    )

    seen = pixels(number)
    assert (seen.getpixel((200, 75)) < 60, seen.getpixel((340, 200)) < 60) == (True, True)
    assert seen.getpixel((120, 255)) > 240


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "Choose what to cover"),
        ({"left": "x", "top": "1", "width": "1", "height": "1"}, "An area lies within"),
        ({"left": "10", "top": "10", "width": "0", "height": "10"}, "An area lies within"),
        ({"left": "10", "top": "", "width": "5", "height": "10"}, "An area lies within"),
        ({"left": "nan", "top": "1", "width": "1", "height": "1"}, "An area lies within"),
        ({"left": "1e999", "top": "1", "width": "1", "height": "1"}, "An area lies within"),
    ],
)
def test_odd_areas_are_said_and_nothing_is_lost(given, words, sent, client):
    number, _page = sent()
    before = Attachment.objects.get().file.name

    answer = cover(client, number, **given)

    page = read(answer)
    assert (answer.status_code, words in page) == (422, True)
    assert all(f'value="{one}"' in page for one in given.values() if one)
    assert Attachment.objects.get().file.name == before


def test_nobody_sees_or_covers_a_picture_of_another(sent, client, signed_in, mallory):
    number, _page = sent()
    before = Attachment.objects.get().file.name
    other = signed_in(mallory)

    assert other.get(reverse("own-picture", args=[number])).status_code == 404
    assert cover(other, number, which="all").status_code == 404
    assert Attachment.objects.get().file.name == before


def test_a_picture_of_a_published_post_is_covered_from_its_edit(sent, client):
    number, _page = sent()
    client.post("/compose/", WORDS | {"attachment": number, "as_is": "1"})
    post = Post.objects.get()
    before = Attachment.objects.get().file.name
    edit = read(client.get(f"/posts/{post.pk}/edit/"))
    assert f'href="/pictures/{number}/?next=/posts/{post.pk}/edit/"' in edit

    cover(client, number, left="10", top="10", width="30", height="30")

    assert default_storage.exists(Attachment.objects.get().file.name)
    shown = read(client.get(f"/@amara_nwosu/{post.pk}/"))
    assert before not in shown
    assert Attachment.objects.get().file.name in shown


def test_where_it_leads_back_to_is_a_page_of_ours(sent, client):
    number, _page = sent()

    page = read(client.get(f"/pictures/{number}/?next=https://elsewhere.example/"))

    assert 'href="https://elsewhere' not in page
    assert 'name="next" value="/compose/"' in page
