"""Writing a post: what is said, to whom, when, and what is kept when something is wrong."""

from datetime import timedelta

import html5lib
import pytest
from django.utils import timezone

from corridor.posts import queries
from corridor.posts.actions import NewPost, publish_post
from corridor.posts.choices import Audience, Repliers

WORDS = {"text": "Blocks on Thursday", "audience": "public", "language": "en"}


def read(response):
    page = response.content.decode()
    html5lib.HTMLParser(strict=True).parse(page)
    return page


def posts_of(profile):
    rows = queries.readable(profile.pk, now=timezone.now()).filter(author=profile.pk)
    return list(rows.order_by("id"))


def test_a_post_is_published(client, amara):
    answer = client.post("/compose/", WORDS)

    (post,) = posts_of(amara)
    assert answer.url == f"/@amara_nwosu/{post.pk}/"
    assert (post.text, post.audience, post.language) == ("Blocks on Thursday", "public", "en")


def test_what_was_published_is_told_to_the_device_that_kept_it(client, amara):
    keeps = f"{amara.pk}-new"
    assert f'data-keeps="{keeps}" data-restores' in read(client.get("/compose/"))

    answer = client.post("/compose/", WORDS | {"keeps": keeps})

    assert answer.cookies["corridor_sent"].value == keeps
    assert "corridor_sent" not in client.post("/compose/", {"keeps": keeps}).cookies
    assert "corridor_sent" not in client.post("/compose/", WORDS | {"keeps": "a;b"}).cookies


def test_other_things_to_write_are_a_step_away(client):
    page = read(client.get("/compose/"))

    for path in ("/compose/thread/", "/compose/achievement/", "/compose/story/"):
        assert f'href="{path}"' in page


def test_from_home_she_comes_back_home(client):
    assert client.post("/compose/", WORDS | {"next": "/"}).url == "/"
    assert client.post("/compose/", WORDS | {"next": "https://mallory.example/"}).url != (
        "https://mallory.example/"
    )


def test_everything_that_was_chosen_is_published(client, amara):
    more = {
        "content_note": "Exams",
        "audience": "followers",
        "repliers": "mentioned",
        "quoters": "nobody",
        "option_1": "Yes",
        "option_2": "No",
        "lasts": "3600",
        "is_multiple": "on",
    }

    client.post("/compose/", WORDS | more)

    (post,) = posts_of(amara)
    assert post.content_note == "Exams"
    assert post.audience == Audience.FOLLOWERS
    assert post.repliers == Repliers.MENTIONED
    assert post.poll.is_multiple


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"text": "  "}, "There is nothing in it"),
        ({"text": "x" * 1005}, "It is 10 characters too long"),
        ({"text": "x" * 996}, "It is 1 character too long"),
        ({"option_1": "Only one"}, "A poll has two to six different answers"),
        ({"due_on": "2030-01-01"}, "Say the time as well"),
        ({"due_on": "2020-01-01", "due_at": "10:00"}, "Between five minutes and a year from now."),
        ({"reply": "1"}, "The post you reply to is not there for you"),
        ({"quote": "1"}, "The post you quote is not there for you"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(client, amara, wrong, sentence):
    answer = client.post("/compose/", WORDS | {"content_note": "Exams"} | wrong)

    page = read(answer)
    assert answer.status_code == 422
    assert sentence in page
    assert 'value="Exams"' in page
    assert posts_of(amara) == []


def test_a_poll_has_room_for_as_many_answers_as_an_app_may_give(client, amara):
    page = read(client.get("/compose/"))
    answers = {f"option_{number}": f"Answer of {number}" for number in range(1, 7)}

    client.post("/compose/", WORDS | answers)

    assert all(f'name="{name}"' in page for name in answers)
    [post] = posts_of(amara)
    assert post.poll.options.count() == 6


def test_a_preview_publishes_nothing(client, amara):
    page = read(client.post("/compose/", WORDS | {"text": "See #POCUS", "deed": "preview"}))

    assert '<a href="/tags/pocus/"' in page
    assert posts_of(amara) == []


def test_a_preview_shows_the_poll(client):
    poll = {"option_1": "Femoral", "option_2": "Fascia iliaca", "is_multiple": "on"}

    page = read(client.post("/compose/", WORDS | poll | {"deed": "preview"}))

    preview = page.partition("As others see it")[2].partition("</section>")[0]
    assert '<input type="checkbox"><span>Fascia iliaca</span>' in preview


def test_without_scripts_the_limit_is_said_and_no_count_that_stands_still(client):
    page = read(client.get("/compose/"))

    assert "1000 characters at most" in page


def test_markup_in_a_preview_is_text(client):
    page = client.post("/compose/", WORDS | {"text": "<script>x</script>", "deed": "preview"})

    assert "<script>x" not in page.content.decode()


def test_a_reply_names_those_who_talk_and_is_for_no_more_people(client, amara, dr_osei, mallory):
    asked = publish_post(
        NewPost(text="@mallory_crane and @amara_nwosu, look"), by=dr_osei, now=timezone.now()
    )

    page = read(client.get("/compose/", {"reply": asked.pk}))

    assert "Reply to Dr Kwame Osei" in page
    assert "@kwame_osei @mallory_crane </textarea>" in page


def test_a_reply_to_what_is_for_some_is_for_those_it_names(client, amara, dr_osei):
    asked = publish_post(
        NewPost(text="Only @amara_nwosu", audience=Audience.NAMED), by=dr_osei, now=timezone.now()
    )

    page = read(client.get("/compose/", {"reply": asked.pk}))

    assert '<option value="named" selected>' in page


def test_a_reply_stands_in_its_conversation(client, amara, dr_osei):
    asked = publish_post(NewPost(text="Which block?"), by=dr_osei, now=timezone.now())

    client.post("/compose/", WORDS | {"reply": asked.pk})

    (post,) = posts_of(amara)
    assert post.in_reply_to_id == asked.pk


def test_a_reply_from_outside_the_circle_waits_and_she_is_told(client, dr_osei):
    new = NewPost(text="For followers to answer", repliers=Repliers.FOLLOWERS)
    asked = publish_post(new, by=dr_osei, now=timezone.now())

    page = client.post("/compose/", WORDS | {"reply": asked.pk}, follow=True).content.decode()

    assert "Your reply waits until the author of the post lets it through." in page


def test_a_post_quotes_another(client, amara, dr_osei):
    quoted = publish_post(NewPost(text="Quote me"), by=dr_osei, now=timezone.now())
    assert "Quote me" in read(client.get("/compose/", {"quote": quoted.pk}))

    client.post("/compose/", WORDS | {"quote": quoted.pk})

    (post,) = posts_of(amara)
    assert post.quotes_id == quoted.pk


def test_a_draft_is_kept_opened_and_gone_once_it_is_published(client, amara):
    typed = {"text": "Half a", "content_note": "Exams", "option_1": "Yes", "deed": "keep"}
    kept = client.post("/compose/", WORDS | typed)
    draft = queries.own_drafts(amara.pk).get()

    page = read(client.get(kept.url))
    assert "Half a</textarea>" in page
    assert 'value="Exams"' in page
    assert "Half a" in read(client.get("/you/drafts/"))

    client.post("/compose/", WORDS | {"draft": draft.pk})

    assert not queries.own_drafts(amara.pk).exists()
    assert len(posts_of(amara)) == 1


def test_nobody_opens_or_ends_a_draft_of_another(client, signed_in, amara, mallory):
    client.post("/compose/", WORDS | {"deed": "keep"})
    draft = queries.own_drafts(amara.pk).get()
    other = signed_in(mallory)

    assert other.get("/compose/", {"draft": draft.pk}).status_code == 404
    assert other.post(f"/you/drafts/{draft.pk}/end/").status_code == 404
    client.post(f"/you/drafts/{draft.pk}/end/")
    assert not queries.own_drafts(amara.pk).exists()


def test_a_post_for_later_waits_by_her_clock_and_becomes_a_draft_again(client, amara):
    day = (timezone.now() + timedelta(days=3)).date().isoformat()

    client.post("/compose/", WORDS | {"due_on": day, "due_at": "18:30"})

    waiting = queries.own_schedule(amara.pk).get()
    page = read(client.get("/you/scheduled/"))
    assert "18:30" in page
    assert "Europe/London" in page
    assert posts_of(amara) == []

    other = f"{(timezone.now() + timedelta(days=4)).date().isoformat()}T07:15"
    client.post(f"/you/scheduled/{waiting.pk}/time/", {"due_at": other})
    assert "07:15" in read(client.get("/you/scheduled/"))
    client.post(f"/you/scheduled/{waiting.pk}/end/")
    assert not queries.own_schedule(amara.pk).exists()
    assert queries.own_drafts(amara.pk).get().words["text"] == "Blocks on Thursday"


def test_visitors_sign_in_before_they_write(client):
    client.logout()

    assert client.get("/compose/", {"reply": 5}).url == "/sign-in/?next=/compose/%3Freply%3D5"
