"""Threads are written and read on pages, without scripts too."""

import io
import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from corridor.library.models import Part, Tutorial
from corridor.posts.actions import remove_unused_media
from corridor.posts.models import Attachment, Post
from tests.library.conftest import drafts, publishes

__all__ = ["drafts", "publishes"]


@pytest.fixture
def now():
    """Polls of today are open when a page is asked for."""
    return timezone.now()


@pytest.fixture
def begun(signed_in, dr_osei):
    """A client of hers, and the address of a thread of two parts."""
    client = signed_in(dr_osei)
    answer = client.post("/compose/thread/", {"title": "Awake", "text": "One\r\n---\r\nTwo"})
    return client, answer.url


def typed(**more):
    first, second = Part.objects.order_by("position")
    return {"title": "Awake", f"text-{first.pk}": "One", f"text-{second.pk}": "Two"} | more


def test_a_text_is_cut_into_parts_and_counted(begun):
    client, url = begun

    page = client.get(url).text

    assert "Part 2 of 2" in page
    assert 'data-count="8"' in page  # One, two line ends, 1/2


def test_her_drafts_are_listed(begun):
    client, _url = begun

    page = client.get("/compose/thread/").text

    assert "Draft" in page
    assert "Awake" in page


def test_whatever_button_is_pressed_what_was_typed_is_kept(begun):
    client, url = begun
    first, second = Part.objects.order_by("position")

    answer = client.post(
        f"{url}parts/", typed(part=f"up-{second.pk}") | {f"text-{first.pk}": "Better"}
    )

    assert answer.url == f"{url}#part-{second.pk}"
    assert [part.text for part in Part.objects.order_by("position")] == ["Two", "Better"]


def test_publishing_leads_to_the_page(begun, amara):
    client, url = begun

    page = client.post(url, typed(deed="publish"), follow=True).text

    assert "Published: as a thread, and as one page." in page
    assert Post.objects.count() == 2
    assert "One" in Client().get("/tutorials/awake/").text
    assert "Awake" in Client().get("/tutorials/").text
    assert "Awake" in Client().get("/@kwame_osei/tutorials/").text


def test_mistakes_are_listed_and_nothing_is_published(begun):
    client, url = begun

    answer = client.post(url, typed(deed="publish", title=""))

    assert answer.status_code == 422
    assert "Give it a title." in answer.text
    assert Post.objects.count() == 0


def test_nobody_else_finds_what_is_being_written(begun, signed_in, mallory):
    _client, url = begun
    stranger = signed_in(mallory)

    assert stranger.get(url).status_code == 404
    assert stranger.post(f"{url}parts/", typed(part="add")).status_code == 404
    assert stranger.post(f"{url}end/").status_code == 404
    assert Part.objects.count() == 2


def test_it_is_cited_and_taken_away(publishes, dr_osei):
    publishes(dr_osei, "See 10.1234/Ab.5", "Tell", title="Awake")
    reader = Client()

    assert "author = {{Dr Kwame Osei}}" in reader.get("/tutorials/awake/cite/bibtex/").text
    assert reader.get("/tutorials/awake/cite/ris/").text.startswith("TY  - ELEC")
    assert '"type": "webpage"' in reader.get("/tutorials/awake/cite/csl/").text
    assert "version 1" in reader.get("/tutorials/awake/cite/").text
    assert reader.get("/tutorials/awake/cite/nothing/").status_code == 404
    text = reader.get("/tutorials/awake/text/").text
    assert text.startswith("# Awake\n")
    assert "1. <https://doi.org/10.1234/ab.5>" in text


def test_answers_that_look_like_lists_and_headings_are_taken_away_as_typed(publishes, dr_osei):
    typed_answers = "1. Propofol\n+ ve\n# high"
    publishes(dr_osei, "Ask", "Tell", answers={1: typed_answers}, title="Awake")

    text = Client().get("/tutorials/awake/text/").text

    assert "\n- 1\\. Propofol\n- \\+ ve\n- \\# high\n" in text


def test_the_pdf_says_its_title_and_language(publishes, dr_osei):
    publishes(dr_osei, "Héllo", title="Awake")

    answer = Client().get("/tutorials/awake/pdf/")

    assert answer["Content-Type"] == "application/pdf"
    content = io.BytesIO(answer.content).getvalue()
    assert content.startswith(b"%PDF-")
    assert b"/Lang" in content
    assert re.search(rb"/Outlines", content)


def test_a_new_version_is_listed_and_the_old_one_stays(publishes, signed_in, dr_osei):
    publishes(dr_osei, "One", title="Awake")
    client = signed_in(dr_osei)
    url = client.post("/tutorials/awake/new-version/").url
    part = Part.objects.order_by("-pk").first()
    words = {"title": "Awake", "change": "Better words", f"text-{part.pk}": "Other"}
    client.post(url, words | {"deed": "publish"})

    assert "Better words" in Client().get("/tutorials/awake/versions/").text
    assert "This is what it said earlier." in Client().get("/tutorials/awake/versions/1/").text
    assert "Other" in Client().get("/tutorials/awake/").text


def test_only_its_author_begins_a_version(publishes, signed_in, dr_osei, mallory):
    publishes(dr_osei, "One", title="Awake")

    assert signed_in(mallory).post("/tutorials/awake/new-version/").status_code == 404
    assert Tutorial.objects.get().versions.count() == 1


def test_voting_uncovers_the_answer(publishes, signed_in, dr_osei, amara):
    publishes(dr_osei, "Ask", "Tell", title="Awake", answers={1: "Yes\nNo"}, reveals={2})
    client = signed_in(amara)
    assert "covered until you voted above" in client.get("/tutorials/awake/").text
    post = Post.objects.order_by("id").first()

    page = client.post(
        reverse("tutorial-vote", args=["awake", post.pk]), {"choice": "0"}, follow=True
    ).text

    assert "covered until you voted above" not in page
    assert "1 person voted" in page


def test_wherever_the_answer_stands_it_is_uncovered_for_whoever_voted(
    publishes, signed_in, dr_osei, amara, mallory
):
    publishes(dr_osei, "Ask", "Tell", title="Awake", answers={1: "Yes\nNo"}, reveals={2})
    asked, answer = Post.objects.order_by("pk")
    pages = [f"/@kwame_osei/{answer.pk}/", f"/@kwame_osei/{asked.pk}/"]
    readers = {
        "voted": signed_in(amara),
        "did not": signed_in(mallory),
        "wrote": signed_in(dr_osei),
    }
    cover = "<b>The answer: vote"
    readers["voted"].post(f"/posts/{asked.pk}/vote/", {"choice": "0"})

    told = {
        who: {cover in client.get(page).content.decode() for page in pages}
        for who, client in readers.items()
    }

    assert told == {"voted": {False}, "did not": {True}, "wrote": {False}}
    assert "Tell" in readers["voted"].get(pages[1]).content.decode()
    assert cover in Client().get(pages[0]).content.decode()


def test_a_page_takes_the_same_queries_however_long(
    publishes, signed_in, dr_osei, amara, django_assert_num_queries
):
    publishes(dr_osei, "One", "Two", "Three", title="Awake", answers={1: "A\nB", 2: "C\nD"})
    client = signed_in(amara)

    with django_assert_num_queries(11):
        client.get("/tutorials/awake/")


def test_a_picture_comes_with_any_button_and_must_say_what_it_shows(begun, settings):
    client, url = begun
    first = Part.objects.order_by("position").first()
    drawn = io.BytesIO()
    Image.new("RGB", (8, 6), "green").save(drawn, "PNG")
    file = SimpleUploadedFile("cords.png", drawn.getvalue())
    client.post(url, typed(deed="keep") | {f"picture-{first.pk}": file})
    picture = Attachment.objects.get()

    page = client.post(url, typed(deed="publish"))
    assert "Say what each picture shows" in page.text
    client.post(url, typed(deed="publish") | {f"alt-{picture.pk}": "The cords"})

    assert Post.objects.count() == 2
    assert Attachment.objects.get().alt == "The cords"
    text = client.get(f"/tutorials/{Tutorial.objects.get().slug}/text/").text
    assert f"![The cords]({settings.PUBLIC_URL}/media/posts/" in text


def test_pictures_of_what_is_not_published_stay(begun, dr_osei, now):
    _client, _url = begun
    part = Part.objects.order_by("position").first()
    kept, _unused = (
        Attachment.objects.create(id=number, owner=dr_osei, kind="image", at=now)
        for number in (1, 2)
    )
    part.pictures.create(attachment=kept)

    remove_unused_media(now=now + timedelta(days=2))

    assert list(Attachment.objects.all()) == [kept]


def test_what_is_no_picture_is_refused(begun):
    client, url = begun
    first = Part.objects.order_by("position").first()
    file = SimpleUploadedFile("cords.png", b"no picture")

    page = client.post(url, typed(deed="keep") | {f"picture-{first.pk}": file}, follow=True)

    assert "This is no picture that we can read." in page.text
    assert Attachment.objects.count() == 0
