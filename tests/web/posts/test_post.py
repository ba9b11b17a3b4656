"""One post, what is done with it, and what was said around it."""

import re
from datetime import timedelta

import html5lib
import pytest
from django.test import Client
from django.utils import timezone

from corridor.people.actions import block
from corridor.posts import queries
from corridor.posts.actions import (
    Edit,
    NewPoll,
    NewPost,
    RepliesClosed,
    edit_post,
    give_kudos,
    publish_post,
    refuse_reply,
)
from corridor.posts.choices import Audience, Repliers

WAYS_TO_ANSWER = ("approval", "refusal")
"""A reply that waits."""


@pytest.fixture
def say():
    def publish(author, text="Blocks on Thursday", *, minutes=5, **more):
        now = timezone.now() - timedelta(minutes=minutes)
        return publish_post(NewPost(text=text, **more), by=author, now=now)

    return publish


def path_of(post):
    return f"/@{post.author.handle}/{post.pk}/"


def read(client, path):
    page = client.get(path).content.decode()
    html5lib.HTMLParser(strict=True).parse(page)
    return page


def main_of(client, path):
    """Without what is new at each request."""
    main = read(client, path).partition("<main")[2].partition("</main>")[0]
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", main)


def shown(post, viewer):
    (found,) = queries.shown_posts([post.pk], viewer_id=viewer.pk, now=timezone.now())
    return found


def test_a_visitor_reads_a_post_with_its_conversation(dr_osei, amara, say):
    asked = say(amara, "Which block first?", minutes=9)
    post = say(dr_osei, "Fascia iliaca", minutes=8, in_reply_to=asked.pk)
    say(amara, "Thank you", minutes=7, in_reply_to=post.pk)

    page = read(Client(), path_of(post))

    said = page.partition("<main")[2]
    assert said.index("Which block first?") < said.index("Fascia iliaca") < said.index("Thank you")
    assert '<meta property="og:description" content="Fascia iliaca">' in page


def test_a_post_for_followers_is_no_page_for_others(signed_in, dr_osei, amara, say):
    post = say(dr_osei, audience=Audience.FOLLOWERS)

    assert Client().get(path_of(post)).status_code == 404
    assert signed_in(amara).get(path_of(post)).status_code == 404
    assert signed_in(dr_osei).get(path_of(post)).status_code == 200


def test_an_answer_to_somebody_kept_away_does_not_name_her(
    signed_in, dr_osei, amara, mallory, say, now
):
    asked = say(mallory, "Provocation", minutes=9)
    post = say(dr_osei, "An answer", in_reply_to=asked.pk)
    block(blocker=amara, blocked=mallory, now=now)

    page = read(signed_in(amara), path_of(post))

    assert "An answer" in page
    assert "Mallory" not in page
    assert "In reply to a post that is not shown to you" in page


def test_what_stands_behind_a_content_note_is_folded(dr_osei, say):
    post = say(dr_osei, "It went badly", content_note="A death in theatre")

    page = read(Client(), path_of(post))

    assert '<details class="covered">' in page
    assert 'content="A death in theatre"' in page
    assert 'og:description" content="It went badly' not in page


@pytest.mark.parametrize(
    ("deed", "mark"), [("kudos", "gave_kudos"), ("boost", "boosted"), ("bookmark", "bookmarked")]
)
def test_marks_are_made_and_taken_back(signed_in, amara, dr_osei, say, deed, mark):
    post, client = say(dr_osei), signed_in(amara)

    answer = client.post(f"/posts/{post.pk}/{deed}/", {"next": "/public/"})

    assert answer.url == "/public/"
    assert getattr(shown(post, amara).post, mark)
    client.post(f"/posts/{post.pk}/{deed}/end/")
    assert not getattr(shown(post, amara).post, mark)


def test_htmx_gets_the_line_of_marks_as_it_is_now(signed_in, amara, dr_osei, say):
    post = say(dr_osei)

    answer = signed_in(amara).post(
        f"/posts/{post.pk}/kudos/", {"entry": "77"}, headers={"hx-request": "true"}
    )

    page = answer.content.decode()
    assert 'id="actions-77"' in page
    assert 'aria-pressed="true"' in page


def test_nobody_marks_what_is_not_for_her(signed_in, amara, dr_osei, say):
    post = say(dr_osei, audience=Audience.FOLLOWERS)

    assert signed_in(amara).post(f"/posts/{post.pk}/kudos/").status_code == 404


def test_whoever_has_voted_sees_the_results(signed_in, amara, dr_osei, say):
    poll = NewPoll(options=["Ropivacaine", "Lidocaine"], lasts=timedelta(days=1))
    post, client = say(dr_osei, "Which?", poll=poll), signed_in(amara)
    assert 'type="radio" name="choice"' in read(client, path_of(post))

    client.post(f"/posts/{post.pk}/vote/", {"choice": "1"})

    page = read(client, path_of(post))
    assert 'type="radio"' not in page
    assert "100%" in page
    assert "1 person voted" in page


def test_a_vote_for_nothing_is_refused_in_words(signed_in, amara, dr_osei, say):
    poll = NewPoll(options=["Ropivacaine", "Lidocaine"], lasts=timedelta(days=1))
    post = say(dr_osei, "Which?", poll=poll)

    page = signed_in(amara).post(f"/posts/{post.pk}/vote/", {}, follow=True).content.decode()

    assert "Choose an answer first." in page


def test_a_deleted_post_can_be_written_again(signed_in, amara, say):
    post, client = say(amara, "Draft thoughts", content_note="Exams"), signed_in(amara)

    page = client.post(f"/posts/{post.pk}/deletion/", follow=True).content.decode()
    again = client.post("/posts/deleted/again/", follow=True).content.decode()

    assert "Write it again" in page
    assert client.get(f"/@amara_nwosu/{post.pk}/").status_code == 404
    assert "Draft thoughts</textarea>" in again
    assert 'value="Exams"' in again


def test_it_is_asked_before_a_post_is_deleted(signed_in, amara, dr_osei, say):
    post, client = say(amara, "Draft thoughts"), signed_in(amara)
    give_kudos(post=post, by=dr_osei, now=timezone.now())

    page = client.get(f"/posts/{post.pk}/deletion/", {"next": "/public/"}).content.decode()

    assert "Draft thoughts" in page
    assert "With it go its kudos (1) and boosts (0)." in page
    assert '<a class="btn quiet" href="/public/" data-closes>' in page
    assert client.get(f"/@amara_nwosu/{post.pk}/").status_code == 200


@pytest.mark.parametrize(
    ("came_from", "leads_to"), [("/public/", "/public/"), ("https://mallory.example/", "/")]
)
def test_after_it_one_goes_back_to_a_page_of_ours(signed_in, amara, say, came_from, leads_to):
    post, client = say(amara), signed_in(amara)

    answer = client.post(f"/posts/{post.pk}/deletion/", {"next": came_from}, follow=True)

    assert f'href="{leads_to}">Back to where you were' in answer.content.decode()


def test_after_it_nobody_is_led_to_what_is_gone(signed_in, amara, say):
    post, client = say(amara), signed_in(amara)
    itself = f"/@amara_nwosu/{post.pk}/"

    page = client.post(f"/posts/{post.pk}/deletion/", {"next": itself}, follow=True)

    assert 'href="/">Back to where you were' in page.content.decode()


def test_nobody_deletes_or_edits_what_another_said(signed_in, amara, dr_osei, say):
    post, client = say(dr_osei), signed_in(amara)

    assert client.get(f"/posts/{post.pk}/deletion/").status_code == 404
    assert client.post(f"/posts/{post.pk}/deletion/").status_code == 404
    assert client.get(f"/posts/{post.pk}/edit/").status_code == 404
    assert queries.readable(amara.pk, now=timezone.now()).filter(pk=post.pk).exists()


def test_an_edited_post_shows_what_it_said_before(signed_in, amara, say):
    post, client = say(amara, "Frist block"), signed_in(amara)

    client.post(f"/posts/{post.pk}/edit/", {"text": "First block"})

    assert "First block" in read(client, path_of(post))
    history = read(client, f"{path_of(post)}history/")
    assert "2 versions" in history
    assert "Frist block" in history


def test_editing_the_words_leaves_the_poll_alone(signed_in, amara, dr_osei, say):
    poll = NewPoll(options=["Yes", "No"], lasts=timedelta(days=1))
    post = say(amara, "Wich?", poll=poll)
    signed_in(dr_osei).post(f"/posts/{post.pk}/vote/", {"choice": "0"})

    signed_in(amara).post(f"/posts/{post.pk}/edit/", {"text": "Which?"})

    assert shown(post, amara).poll.poll.voters == 1


def test_the_history_of_an_unread_post_is_nobodys(amara, dr_osei, say):
    post = say(dr_osei, audience=Audience.FOLLOWERS)
    edit_post(Edit(text="Other words"), post=post, by=dr_osei, now=timezone.now())

    assert Client().get(f"{path_of(post)}history/").status_code == 404


def test_a_pinned_post_is_unpinned(signed_in, amara, say):
    post, client = say(amara), signed_in(amara)

    client.post(f"/posts/{post.pk}/pin/")
    assert shown(post, amara).post.pinned
    client.post(f"/posts/{post.pk}/pin/end/")
    assert not shown(post, amara).post.pinned


def test_muting_a_conversation_can_be_undone_at_once(signed_in, amara, dr_osei, say):
    post, client = say(dr_osei), signed_in(amara)

    page = client.post(f"/posts/{post.pk}/mute/", follow=True).content.decode()

    assert f'action="/posts/{post.pk}/mute/end/"' in page
    assert shown(post, amara).post.muted


def test_a_reply_that_waits_is_let_through(signed_in, amara, dr_osei, mallory, say):
    post = say(dr_osei, repliers=Repliers.FOLLOWERS)
    say(mallory, "May I?", in_reply_to=post.pk)
    client = signed_in(dr_osei)
    page = read(client, "/you/replies-waiting/")
    assert "May I?" in page
    assert "May I?" not in read(signed_in(amara), path_of(post))

    reply = queries.replies_waiting(dr_osei.pk, now=timezone.now()).get()
    client.post(f"/posts/{reply.pk}/approval/")

    assert "May I?" in read(signed_in(amara), path_of(post))
    assert "No replies wait" in read(client, "/you/replies-waiting/")


@pytest.mark.parametrize(
    ("repliers", "said"),
    [
        (Repliers.FOLLOWERS, " · followers reply at once"),
        (Repliers.NOBODY, " · no replies"),
        (Repliers.EVERYONE, ""),
    ],
)
def test_a_post_says_who_may_reply(signed_in, amara, dr_osei, say, repliers, said):
    post = say(dr_osei, repliers=repliers)

    page = read(signed_in(amara), path_of(post))

    assert f"For everybody{said}</p>" in page


def test_a_reply_that_waits_is_refused(signed_in, amara, dr_osei, mallory, say):
    post = say(dr_osei, repliers=Repliers.FOLLOWERS)
    reply = say(mallory, "May I?", in_reply_to=post.pk)

    signed_in(dr_osei).post(f"/posts/{reply.pk}/refusal/")

    assert "No replies wait" in read(signed_in(dr_osei), "/you/replies-waiting/")
    assert "May I?" not in read(signed_in(amara), path_of(post))


def test_whoever_is_refused_is_not_told(signed_in, dr_osei, mallory, say):
    post = say(dr_osei, repliers=Repliers.FOLLOWERS)
    reply = say(mallory, "May I?", in_reply_to=post.pk)
    before = main_of(signed_in(mallory), path_of(reply))

    refuse_reply(reply=reply, by=dr_osei, now=timezone.now())

    assert main_of(signed_in(mallory), path_of(reply)) == before


def test_a_reply_is_answered_where_it_stands_and_a_refusal_is_thought_over(
    signed_in, amara, dr_osei, mallory, say
):
    post = say(dr_osei, repliers=Repliers.FOLLOWERS)
    reply = say(mallory, "May I?", in_reply_to=post.pk)
    client = signed_in(dr_osei)
    let_through, refuse = (f'action="/posts/{reply.pk}/{name}/"' for name in WAYS_TO_ANSWER)
    assert let_through in (page := read(client, path_of(post)))
    assert refuse in page

    page = client.post(f"/posts/{reply.pk}/refusal/", {"next": path_of(post)}, follow=True)

    assert refuse not in page.content.decode()
    assert let_through in page.content.decode()
    client.post(f"/posts/{reply.pk}/approval/")
    assert "May I?" in read(signed_in(amara), path_of(post))


def test_a_post_with_its_conversation_takes_at_most_so_many_queries(
    signed_in, amara, dr_osei, say, django_assert_max_num_queries
):
    post = say(dr_osei)
    for number in range(12):
        say(amara, f"Answer {number}", in_reply_to=post.pk)
    client = signed_in(amara)
    client.get(path_of(post))

    with django_assert_max_num_queries(12):
        assert client.get(path_of(post)).status_code == 200


def test_an_author_closes_and_opens_replies_afterwards(signed_in, amara, dr_osei, mallory, say):
    post = say(dr_osei)
    client = signed_in(dr_osei)
    url = f"/posts/{post.pk}/repliers/"
    assert f'action="{url}"' in read(client, path_of(post))

    page = client.post(url, {"repliers": "nobody"}, follow=True).content.decode()

    assert "For everybody · no replies</p>" in page
    answering = f'class="btn primary" href="/compose/?reply={post.pk}"'
    assert answering in page
    others = read(signed_in(amara), path_of(post))
    assert answering not in others
    assert url not in others
    with pytest.raises(RepliesClosed):
        say(mallory, "All the same", in_reply_to=post.pk)
    client.post(url, {"repliers": "everyone"})
    assert not say(mallory, "Thank you", in_reply_to=post.pk).is_held


@pytest.mark.parametrize("said", ["", "elephants"])
def test_who_may_reply_is_one_of_those_offered_and_the_authors_choice(
    said, signed_in, amara, dr_osei, say
):
    post = say(dr_osei)
    url = f"/posts/{post.pk}/repliers/"

    page = signed_in(dr_osei).post(url, {"repliers": said}, follow=True)
    others = signed_in(amara).post(url, {"repliers": "nobody"}, follow=True)

    assert "Choose who may reply." in page.content.decode()
    assert "Only its author may do that." in others.content.decode()
    post.refresh_from_db()
    assert post.repliers == Repliers.EVERYONE
