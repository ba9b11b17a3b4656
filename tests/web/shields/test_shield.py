"""The shield, the folder behind it, and requests to write, over HTTP."""

from datetime import timedelta

import html5lib
import pytest
from django.utils import timezone

from corridor.people import actions as people
from corridor.people import queries as known
from corridor.people.actions import ShieldWishes
from corridor.people.choices import FirstWords
from corridor.posts.actions import NewPost, give_kudos, publish_post
from corridor.posts.choices import Audience
from corridor.safety import queries
from corridor.safety.models import Flag, Held, Surge

SHIELD, FOLDER, ANSWERS = "/you/shield/", "/you/held/", "/you/held/answers/"
REQUESTS = "/conversations/requests/"
WISHES = {"lasts": "day", "lets_through": "relations", "hides_counts": "on"}


@pytest.fixture
def hers(signed_in, amara):
    return signed_in(amara)


@pytest.fixture
def says(db):
    def say(author, text, **more):
        return publish_post(NewPost(text=text, **more), by=author, now=timezone.now())

    return say


@pytest.fixture
def shielded(amara):
    people.raise_shield(ShieldWishes(lasts=None), profile=amara, now=timezone.now())
    return amara


@pytest.fixture
def held(amara, shielded, mallory, says):
    """A reply and a mention of Mallory."""
    post = says(amara, "First block placed")
    says(mallory, "Diversity hire", in_reply_to=post.pk)
    says(mallory, "Look at @amara_nwosu")
    return list(Held.objects.order_by("pk"))


@pytest.fixture
def surge(amara):
    now = timezone.now()
    return Surge.objects.create(
        profile=amara, level=2, began_at=now, at=now, strangers=12, usual=0.3, new=4, hostile=5
    )


def read(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    html5lib.HTMLParser(strict=True).parse(answer.text)
    return answer.text


def test_one_tap_raises_it_for_a_day(hers, amara):
    assert "Raise the shield" in read(hers, SHIELD)

    answer = hers.post(SHIELD, WISHES, follow=True)

    assert "Your shield is up." in answer.text
    up = known.shield_of(amara.pk)
    assert up.until - up.raised_at == timedelta(days=1)
    assert "then it is lowered by itself" in read(hers, SHIELD)


def test_it_is_lowered_by_hand(hers, shielded):
    answer = hers.post("/you/shield/end/", follow=True)

    assert "Your shield is down." in answer.text
    assert known.shield_of(shielded.pk) is None
    assert hers.post("/you/shield/end/").status_code == 404


def test_what_is_no_choice_is_refused(hers, amara):
    answer = hers.post(SHIELD, WISHES | {"lasts": "forever"})

    assert answer.status_code == 422
    assert known.shield_of(amara.pk) is None


def test_a_surge_is_told_with_its_reasons_until_she_is_fine(hers, surge):
    page = read(hers, SHIELD)
    assert "This looks like an attack on you" in page
    assert "12 people whom you have nothing to do with" in page

    hers.post("/you/shield/fine/")

    assert "This looks like an attack on you" not in read(hers, SHIELD)
    assert hers.post("/you/shield/fine/").status_code == 404


def test_the_folder_covers_words_and_names_who_said_them(hers, held):
    page = read(hers, FOLDER)

    assert "Mallory Crane" in page
    assert page.count('<details class="veiled"') == 2
    assert "Replies" in page
    assert "Mentions" in page
    assert "Held for you" in read(hers, "/notifications/")


def test_one_kind_is_looked_at_alone(hers, held):
    assert read(hers, f"{FOLDER}?kind=reply").count('<details class="veiled"') == 1
    assert read(hers, f"{FOLDER}?kind=quote").count('<details class="veiled"') == 0
    assert read(hers, f"{FOLDER}?kind=nonsense").count('<details class="veiled"') == 2


@pytest.mark.parametrize(
    ("deed", "words"),
    [
        ("let", "2 are let through."),
        ("trust", "What 1 person says reaches you from now on."),
        ("away", "2 are put away. Nobody is told."),
        ("mute", "You do not hear 1 person any more. They are not told."),
        ("block", "You block 1 person."),
    ],
)
def test_several_are_answered_at_once(hers, held, amara, deed, words):
    chosen = {"held": [one.pk for one in held], "deed": deed}

    answer = hers.post(ANSWERS, chosen, follow=True)

    assert words in answer.text
    assert not queries.folder(amara.pk, now=timezone.now()).exists()


def test_they_are_flagged_from_the_folder_and_stay(hers, held, amara):
    chosen = {"held": [one.pk for one in held], "deed": "flag", "reason": "harassment"}

    answer = hers.post(ANSWERS, chosen, follow=True)

    assert "2 are flagged." in answer.text
    assert Flag.objects.filter(by=amara).count() == 2
    assert queries.folder(amara.pk, now=timezone.now()).count() == 2


def test_what_was_put_away_is_taken_out_again(hers, held, amara):
    chosen = {"held": [one.pk for one in held]}
    hers.post(ANSWERS, chosen | {"deed": "away"})
    assert read(hers, "/you/held/put-away/").count('<details class="veiled"') == 2

    hers.post(ANSWERS, chosen | {"deed": "back"})

    assert queries.folder(amara.pk, now=timezone.now()).count() == 2


def test_nothing_chosen_and_no_deed_change_nothing(hers, held, amara):
    for said in (
        {"deed": "block"},
        {"held": [held[0].pk]},
        {"held": ["x", "9" * 30], "deed": "let"},
    ):
        hers.post(ANSWERS, said)

    assert queries.folder(amara.pk, now=timezone.now()).count() == 2


def test_the_folder_of_somebody_else_is_out_of_reach(signed_in, held, dr_osei, amara):
    his = signed_in(dr_osei)

    his.post(ANSWERS, {"held": [one.pk for one in held], "deed": "let"})

    assert read(his, FOLDER).count('<details class="veiled"') == 0
    assert queries.folder(amara.pk, now=timezone.now()).count() == 2


def test_the_sender_sees_nothing_of_it(signed_in, held, mallory):
    reply = held[0].post

    page = read(signed_in(mallory), f"/@mallory_crane/{reply.pk}/")

    assert "waits" not in page
    assert "Diversity hire" in page


def test_a_request_to_write_is_accepted(hers, amara, mallory, says):
    message = says(mallory, "@amara_nwosu, a word", audience=Audience.NAMED)
    assert "Who asks to write to you" in read(hers, "/conversations/")
    assert "a word" in read(hers, REQUESTS)
    held = Held.objects.get()

    answer = hers.post(ANSWERS, {"held": held.pk, "deed": "let", "next": REQUESTS}, follow=True)

    assert answer.redirect_chain[-1][0] == REQUESTS
    assert "Nobody asks" in answer.text
    assert "a word" in read(hers, f"/conversations/{message.pk}/")


def test_a_request_is_declined_without_a_word(hers, signed_in, amara, mallory, says):
    message = says(mallory, "@amara_nwosu, a word", audience=Audience.NAMED)
    held = Held.objects.get()

    hers.post(ANSWERS, {"held": held.pk, "deed": "away", "next": REQUESTS})

    assert "Nobody asks" in read(hers, REQUESTS)
    assert "a word" not in read(hers, "/conversations/")
    assert "a word" in read(signed_in(mallory), f"/conversations/{message.pk}/")


def test_nobody_is_led_to_another_server(hers, held):
    answer = hers.post(
        ANSWERS, {"held": held[0].pk, "deed": "let", "next": "https://evil.example/"}
    )

    assert answer["Location"] == FOLDER


@pytest.mark.parametrize("path", [SHIELD, FOLDER, "/you/held/put-away/", REQUESTS])
def test_visitors_sign_in_first(client, db, path):
    assert client.get(path).status_code == 302


@pytest.mark.parametrize(("path", "queries_taken"), [(SHIELD, 6), (FOLDER, 6), (REQUESTS, 5)])
def test_pages_take_few_queries(hers, held, django_assert_max_num_queries, path, queries_taken):
    hers.get(path)

    with django_assert_max_num_queries(queries_taken):
        hers.get(path)


def test_she_says_who_may_write_first(hers, amara):
    assert "Who may write to you first" in read(hers, REQUESTS)

    hers.post(REQUESTS, {"first_words": "ties"})

    assert known.first_words_of([amara.pk])[amara.pk] == "ties"
    assert hers.post(REQUESTS, {"first_words": "cats"}).status_code == 422


def test_whoever_may_not_write_first_reads_why(signed_in, amara, mallory):
    people.choose_first_words(FirstWords.TIES, profile=amara)
    new = {"text": "@amara_nwosu a word", "audience": "named", "repliers": "everyone"}

    answer = signed_in(mallory).post("/compose/", new)

    assert answer.status_code == 422
    assert "takes first messages only from people she knows" in answer.text


def test_nobody_sees_figures_of_her_posts_behind_the_shield(
    signed_in, hers, amara, mallory, shielded, says
):
    post = says(amara, "First block placed")
    give_kudos(post=post, by=mallory, now=timezone.now())

    for client in (hers, signed_in(mallory)):
        page = read(client, f"/@amara_nwosu/{post.pk}/")
        assert '<span class="vh">Kudos, </span></button>' in page

    people.lower_shield(profile=amara, now=timezone.now())
    assert '<span class="vh">Kudos, </span>1</button>' in read(hers, f"/@amara_nwosu/{post.pk}/")
