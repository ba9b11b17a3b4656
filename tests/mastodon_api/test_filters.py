"""Words and posts that somebody does not want to see, as apps keep them and are told of them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from corridor.people.actions import follow
from corridor.posts.actions import FilterWords, Keyword, NewPoll, make_filter
from corridor.posts.queries import shown_posts
from tests.posts.conftest import *  # noqa: F403 - pytest finds fixtures by name

FILTERS = "/api/v2/filters"
OLD = "/api/v1/filters"
EXAMS = {
    "title": "Exams",
    "context[]": ["home", "thread"],
    "filter_action": "hide",
    "keywords_attributes[][keyword]": ["step 1", "shelf"],
    "keywords_attributes[][whole_word]": ["true", "false"],
}


@pytest.fixture
def exams(app, amara):
    return app(amara).post(FILTERS, EXAMS).json()


@pytest.fixture
def hides(amara):
    def keep(*words, until=None):
        given = FilterWords(title="Quiet", contexts=["home"], expires_at=until)
        keywords = [Keyword(text=word) for word in words]
        return make_filter(given, keywords=keywords, by=amara)

    return keep


def put(client, address, words):
    return client.put(address, words, content_type="application/json")


def test_a_filter_is_made_with_its_words(app, amara, exams):
    assert exams["context"] == ["home", "thread"]
    assert (exams["filter_action"], exams["expires_at"]) == ("hide", None)
    words = [(one["keyword"], one["whole_word"]) for one in exams["keywords"]]
    assert words == [("step 1", True), ("shelf", False)]
    assert app(amara).get(FILTERS).json() == [exams]
    assert app(amara).get(f"{FILTERS}/{exams['id']}").json() == exams


def test_a_filter_and_its_words_are_changed_in_one_go(app, amara, exams):
    first, second = (one["id"] for one in exams["keywords"])
    changed = put(
        app(amara),
        f"{FILTERS}/{exams['id']}",
        {
            "title": "Tests",
            "expires_in": 3600,
            "keywords_attributes": [
                {"id": first, "keyword": "step 2"},
                {"id": second, "_destroy": True},
                {"keyword": "osce"},
            ],
        },
    ).json()

    assert (changed["title"], changed["context"]) == ("Tests", ["home", "thread"])
    assert changed["expires_at"] is not None
    assert [one["keyword"] for one in changed["keywords"]] == ["step 2", "osce"]


def test_an_end_is_taken_back_by_saying_nothing(app, amara, exams):
    mine, address = app(amara), f"{FILTERS}/{exams['id']}"
    put(mine, address, {"expires_in": 3600})

    assert put(mine, address, {"expires_in": None}).json()["expires_at"] is None


def test_words_are_added_changed_and_ended_one_by_one(app, amara, exams):
    mine, address = app(amara), f"{FILTERS}/{exams['id']}/keywords"

    added = mine.post(address, {"keyword": "osce"}).json()
    changed = put(mine, f"{FILTERS}/keywords/{added['id']}", {"whole_word": False}).json()

    assert changed == {"id": added["id"], "keyword": "osce", "whole_word": False}
    assert mine.get(f"{FILTERS}/keywords/{added['id']}").json() == changed
    assert mine.delete(f"{FILTERS}/keywords/{added['id']}").json() == {}
    assert len(mine.get(address).json()) == 2


def test_a_post_is_covered_by_itself(app, amara, dr_osei, exams, says):
    post = says(dr_osei)
    mine, address = app(amara), f"{FILTERS}/{exams['id']}/statuses"

    covered = mine.post(address, {"status_id": post.pk}).json()
    told = mine.get(f"/api/v1/statuses/{post.pk}").json()["filtered"]

    assert covered["status_id"] == str(post.pk)
    assert mine.get(address).json() == [covered]
    assert mine.get(f"{FILTERS}/statuses/{covered['id']}").json() == covered
    assert (told[0]["keyword_matches"], told[0]["status_matches"]) == (None, [str(post.pk)])
    assert mine.delete(f"{FILTERS}/statuses/{covered['id']}").json() == {}
    assert mine.get(f"/api/v1/statuses/{post.pk}").json()["filtered"] == []


def test_an_ended_filter_is_gone(app, amara, exams):
    mine = app(amara)

    mine.delete(f"{FILTERS}/{exams['id']}")

    assert mine.get(FILTERS).json() == []
    assert mine.get(f"{FILTERS}/{exams['id']}").status_code == 404


@pytest.mark.parametrize(
    "words",
    [
        {"title": "", "context[]": "home"},
        {"title": "Exams"},
        {"title": "Exams", "context[]": "everywhere"},
        {"title": "x" * 101, "context[]": "home"},
        {"title": "Exams", "context[]": "home", "keywords_attributes[][keyword]": " "},
        {"title": "Exams", "context[]": "home", "keywords_attributes[][keyword]": "x" * 101},
        {"title": "Exams", "context[]": "home", "keywords_attributes[]": "osce"},
        {"title": "Exams", "context[]": "home", "filter_action": "burn"},
        {"title": "Exams", "context[]": "home", "expires_in": "99999999999999999999"},
    ],
)
def test_what_cannot_be_a_filter_is_refused(app, amara, words):
    refused = app(amara).post(FILTERS, words)

    assert refused.status_code == 422
    assert app(amara).get(FILTERS).json() == []


def test_nobody_reaches_the_filters_of_others(app, mallory, exams):
    hers, word = app(mallory), exams["keywords"][0]["id"]

    for address in (
        f"{FILTERS}/{exams['id']}",
        f"{FILTERS}/{exams['id']}/keywords",
        f"{FILTERS}/{exams['id']}/statuses",
        f"{FILTERS}/keywords/{word}",
        f"{OLD}/{word}",
    ):
        assert hers.get(address).status_code == 404
    assert hers.delete(f"{FILTERS}/{exams['id']}").status_code == 404
    assert put(hers, f"{FILTERS}/keywords/{word}", {"keyword": "mine"}).status_code == 404
    assert hers.get(FILTERS).json() == []


def test_a_word_of_another_filter_is_not_changed_through_hers(app, amara, mallory, exams):
    hers = app(mallory)
    own = hers.post(FILTERS, EXAMS).json()
    theirs = exams["keywords"][0]["id"]

    refused = put(
        hers,
        f"{FILTERS}/{own['id']}",
        {"keywords_attributes": [{"id": theirs, "keyword": "mine"}]},
    )

    assert refused.status_code == 404
    assert app(amara).get(f"{FILTERS}/keywords/{theirs}").json()["keyword"] == "step 1"


def test_apps_of_before_keep_a_word_each(app, amara, exams):
    mine = app(amara)
    made = mine.post(OLD, {"phrase": "osce", "context[]": "home", "irreversible": "true"}).json()

    assert (made["phrase"], made["context"], made["whole_word"]) == ("osce", ["home"], True)
    assert made["irreversible"] is True
    assert [one["phrase"] for one in mine.get(OLD).json()] == ["step 1", "shelf", "osce"]
    changed = put(mine, f"{OLD}/{made['id']}", {"phrase": "osces", "context": ["thread"]}).json()
    assert (changed["phrase"], changed["irreversible"]) == ("osces", False)
    mine.delete(f"{OLD}/{made['id']}")
    assert [one["title"] for one in mine.get(FILTERS).json()] == ["Exams"]


def filtered(app, amara, post):
    told = app(amara).get(f"/api/v1/statuses/{post.pk}").json()["filtered"]
    return [one["keyword_matches"] for one in told]


def test_a_status_says_which_filters_it_meets(app, amara, dr_osei, hides, says):
    hides("shelf", "osce")
    hides("match day")
    post = says(dr_osei, "A Shelf for Match Day", content_note="OSCE")

    told = app(amara).get(f"/api/v1/statuses/{post.pk}").json()["filtered"]

    assert [one["keyword_matches"] for one in told] == [["shelf", "osce"], ["match day"]]
    assert told[0]["filter"]["title"] == "Quiet"
    assert app(dr_osei).get(f"/api/v1/statuses/{post.pk}").json()["filtered"] == []


def test_the_answers_of_a_poll_are_looked_through_too(
    app,
    amara,
    dr_osei,
    hides,
    says,
):
    hides("spinal")
    poll = NewPoll(options=("Spinal", "General"), lasts=timedelta(days=1))

    assert filtered(app, amara, says(dr_osei, "Which?", poll=poll)) == [["spinal"]]


def test_a_filter_that_is_over_holds_no_longer(app, amara, dr_osei, hides, says):
    hides("shelf", until=timezone.now() - timedelta(seconds=1))

    assert filtered(app, amara, says(dr_osei, "A shelf")) == []


def test_filters_add_no_query_however_many_there_are(
    app,
    amara,
    dr_osei,
    hides,
    says,
    django_assert_num_queries,
):
    mine = app(amara)
    for number in range(3):
        says(amara, f"A shelf {number}")
    mine.get("/api/v1/timelines/home")

    with django_assert_num_queries(2):  # token and filters, timeline
        mine.get("/api/v1/timelines/home")
    for number in range(3):
        hides("shelf", f"word {number}")
    with django_assert_num_queries(2):
        told = mine.get("/api/v1/timelines/home").json()
    assert [len(one["filtered"]) for one in told] == [3, 3, 3]


def test_a_filter_for_strangers_leaves_out_whom_she_has_to_do_with(
    app, amara, dr_osei, mallory, says
):
    """In apps as on pages; in the old addresses, whose apps would hide it all, it is not told."""
    follow(follower=amara, followed=dr_osei, now=timezone.now())
    given = FilterWords(title="Calm", contexts=["home", "thread", "public"], for_strangers=True)
    kept = make_filter(given, keywords=[Keyword(text="night")], by=amara)
    known, strange = says(dr_osei, "A quiet night"), says(mallory, "What a night")

    told = {
        one["id"]: [found["filter"]["title"] for found in one["filtered"]]
        for one in app(amara).get("/api/v1/timelines/public").json()
    }
    shown = {
        one.post.pk: one.warned_by
        for one in shown_posts(
            [known.pk, strange.pk], viewer_id=amara.pk, now=timezone.now(), context="public"
        )
    }

    assert told == {str(known.pk): [], str(strange.pk): ["Calm"]}
    assert shown == {known.pk: "", strange.pk: "Calm"}
    assert app(amara).get(OLD).json() == []
    put(app(amara), f"{FILTERS}/{kept.pk}", {"title": "Calmer", "context": ["home"]})
    kept.refresh_from_db()
    assert kept.for_strangers
