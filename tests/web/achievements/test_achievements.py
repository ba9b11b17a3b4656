"""Achievements are told, agreed to and shared on pages."""

import io

import pytest
from django.test import Client
from django.utils import timezone
from PIL import Image

from corridor.people.models import Work
from corridor.posts.actions import NewAchievement, celebrate
from corridor.posts.choices import Feat
from corridor.posts.models import Achievement, Post

WORDS = {"feat": "award", "title": "Best poster", "audience": "public"}


def test_ones_own_has_a_card_to_share(signed_in, amara):
    page = signed_in(amara).post("/compose/achievement/", WORDS, follow=True).text

    number = Achievement.objects.get().pk
    assert "Card. Amara Nwosu. Award: Best poster." in page
    answer = Client().get(f"/achievements/{number}/card.png")
    assert Image.open(io.BytesIO(answer.content)).size == (1200, 630)


def test_a_work_is_told_in_two_taps(signed_in, amara):
    work = Work.objects.create(
        profile=amara, title="Blocks at the bedside", journal="BJA", doi="10.1234/a"
    )
    client = signed_in(amara)
    assert f"?work={work.pk}" in client.get("/compose/achievement/").text

    page = client.get(f"/compose/achievement/?work={work.pk}").text

    assert 'value="Blocks at the bedside"' in page
    assert 'value="10.1234/a"' in page


def test_she_agrees_on_a_page(signed_in, amara, dr_osei):
    signed_in(dr_osei).post("/compose/achievement/", WORDS | {"about": "@amara_nwosu"})
    client = signed_in(amara)
    assert "Best poster" in client.get("/you/achievements/").text
    assert "Best poster" not in Client().get("/@amara_nwosu/achievements/").text

    client.post(f"/achievements/{Achievement.objects.get().pk}/agreement/")

    assert "Best poster" in Client().get("/@amara_nwosu/achievements/").text
    assert Post.objects.get().author == dr_osei


def test_she_rather_not(signed_in, amara, dr_osei):
    signed_in(dr_osei).post("/compose/achievement/", WORDS | {"about": "amara_nwosu"})

    signed_in(amara).post(f"/achievements/{Achievement.objects.get().pk}/end/")

    assert Achievement.objects.count() == 0
    assert Post.objects.count() == 0


def test_what_waits_is_not_there_for_others(signed_in, amara, dr_osei, mallory):
    signed_in(dr_osei).post("/compose/achievement/", WORDS | {"about": "amara_nwosu"})
    path = f"/achievements/{Achievement.objects.get().pk}/"
    client = signed_in(mallory)

    assert client.get(path).status_code == 404
    assert client.get(f"{path}card.png").status_code == 404
    assert client.post(f"{path}agreement/").status_code == 404
    assert client.post(f"{path}end/").status_code == 404
    assert Achievement.objects.count() == 1


def test_mistakes_are_told(signed_in, amara):
    answer = signed_in(amara).post("/compose/achievement/", WORDS | {"doi": "nothing", "about": ""})

    assert answer.status_code == 422
    assert "This is no DOI." in answer.text


@pytest.fixture
def told(amara):
    """Seven papers of Amara's; the number of the last."""
    for number in range(7):
        paper = NewAchievement(feat=Feat.PAPER, title=f"Blocks, part {number}")
        last = celebrate(paper, by=amara, now=timezone.now())
    return last.pk


@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("/achievements/{told}/", 4),
        ("/@amara_nwosu/achievements/", 6),
        ("/you/achievements/", 4),
        ("/compose/achievement/", 4),
    ],
)
def test_a_page_of_achievements_takes_so_many_queries_however_many_there_are(
    signed_in, dr_osei, told, django_assert_num_queries, path, queries
):
    client = signed_in(dr_osei)
    address = path.format(told=told)
    client.get(address)

    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200
