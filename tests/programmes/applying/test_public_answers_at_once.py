"""Workers answer while others do, or while its author deletes the post or says no."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from corridor.people.letters import told_to_nobody
from corridor.posts import actions as posts
from corridor.posts.models import Post
from corridor.programmes.actions import answering, applying
from corridor.programmes.models import Interest, Programme, PublicAnswer

pytestmark = [
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="Threads share a database in memory without waiting"
    ),
    pytest.mark.django_db(transaction=True),
]

SEEKS = "First-gen student here, looking for a mentor in pain medicine #FirstGenMed"


@pytest.fixture
def said(autumn, programme, amara, now):
    """Nothing is answered in public yet."""
    Programme.objects.update(answers_publicly=False)
    posts.publish_post(posts.NewPost(text=SEEKS), by=amara, now=now)
    Programme.objects.update(answers_publicly=True)
    answering.open_missing_accounts(now=now)
    return Interest.objects.get()


def at_once(*deeds):
    ready = Barrier(len(deeds))

    def do(deed):
        ready.wait(timeout=30)
        try:
            with told_to_nobody():
                deed()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as threads:
        done = [threads.submit(do, deed) for deed in deeds]
    return [mistake for one in done if (mistake := one.exception()) is not None]


def answers():
    return Post.objects.filter(author__is_automated=True).count()


def test_four_workers_answer_once(said):
    def work():
        answering.answer_in_public(said.pk, now=timezone.now())

    assert at_once(*[work] * 4) == []
    assert answers() == PublicAnswer.objects.count() == 1


def test_two_programmes_made_at_once_from_one_hashtag_get_handles_of_their_own(programme, now):
    other = Programme.objects.create(
        slug="second", name="Second", hashtag="FirstGenMed", description="Us.", state="draft"
    )

    def open_for(one):
        return lambda: answering.open_account(one, now=now)

    assert at_once(open_for(programme), open_for(other)) == []
    handles = {programme.account.handle, other.account.handle}
    assert handles == {"firstgenmed", "firstgenmed_2"}


@pytest.mark.parametrize("time", range(8))
def test_what_she_deletes_meanwhile_is_not_answered(said, amara, now, time):
    del time
    post = Post.objects.get(author=amara)

    mistakes = at_once(
        lambda: answering.answer_in_public(said.pk, now=timezone.now()),
        lambda: posts.delete_post(post=post, by=amara, now=now),
        lambda: answering.answer_in_public(said.pk, now=timezone.now()),
    )

    assert mistakes == []
    assert answers() == 0


@pytest.mark.parametrize("time", range(8))
def test_whoever_says_no_meanwhile_has_no_answer(said, amara, now, time):
    del time

    mistakes = at_once(
        lambda: answering.answer_in_public(said.pk, now=timezone.now()),
        lambda: applying.stop_answers(by=amara, now=now),
    )

    assert mistakes == []
    assert answers() == 0
