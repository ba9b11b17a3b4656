"""Stories are for those somebody chose, end, and come with somebody to talk to."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from corridor.config import environment
from corridor.people.models import Profile
from corridor.posts.help_lines import help_lines
from corridor.posts.models import Post

WORDS = {"text": "I failed my boards.", "audience": "public", "ends": "7", "repliers": "everyone"}


def test_a_story_ends_and_says_so(signed_in, amara):
    answer = signed_in(amara).post("/compose/story/", WORDS, follow=True)

    post = Post.objects.get()
    assert post.kind == "story"
    assert timedelta(days=6) < post.expires_at - timezone.now() <= timedelta(days=7)
    assert "and it ends on" in answer.text
    assert "Samaritans" in answer.text


def test_search_engines_are_asked_to_stay_away(signed_in, amara):
    signed_in(amara).post("/compose/story/", WORDS)
    post = Post.objects.get()

    answer = Client().get(f"/@{amara.handle}/{post.pk}/")

    assert "I failed my boards." in answer.text
    assert answer["X-Robots-Tag"] == "noindex, noarchive"


def test_a_story_for_ones_own_is_not_there_for_others(signed_in, amara, mallory):
    signed_in(amara).post("/compose/story/", WORDS | {"audience": "relations"})
    post = Post.objects.get()

    assert signed_in(mallory).get(f"/@{amara.handle}/{post.pk}/").status_code == 404


def test_other_audiences_and_ends_are_refused(signed_in, amara):
    client = signed_in(amara)

    for odd in ({"audience": "named"}, {"ends": "9999"}, {"text": " "}, {"text": "x" * 1001}):
        assert client.post("/compose/story/", WORDS | odd).status_code == 422

    assert Post.objects.count() == 0


def test_lines_are_those_of_the_readers_country(signed_in, amara):
    Profile.objects.filter(pk=amara.pk).update(country="IE")

    page = signed_in(amara).get("/compose/story/").text

    assert "116 123" in page
    assert "988 Suicide" not in page


def test_the_lines_of_the_installation_come_first(settings):
    settings.HELP_LINES = [("US", "House staff support", "Extension 12", "https://h.example/")]

    assert [line.name for line in help_lines("US")] == [
        "House staff support",
        "988 Suicide & Crisis Lifeline",
        "Physician Support Line",
    ]
    assert len(help_lines("SE")) == 5


def test_lines_are_read_from_the_environment():
    assert environment.help_lines("gb|Staff support|Extension 1|https://t.example/; ") == [
        ("GB", "Staff support", "Extension 1", "https://t.example/")
    ]


def test_a_line_that_is_none_stops_the_start():
    with pytest.raises(ValueError, match="HELP_LINES"):
        environment.help_lines("Staff support")


@pytest.mark.parametrize("replies", [1, 6])
def test_a_story_takes_so_many_queries_however_many_answer(
    signed_in, amara, dr_osei, django_assert_num_queries, replies
):
    signed_in(amara).post("/compose/story/", WORDS)
    story = Post.objects.get()
    client = signed_in(dr_osei)
    for number in range(replies):
        words = {"text": f"So did I, {number}", "audience": "public", "reply": story.pk}
        client.post("/compose/", words)
    client.get(f"/@{amara.handle}/{story.pk}/")

    with django_assert_num_queries(11):
        client.get(f"/@{amara.handle}/{story.pk}/")
