"""Context notes as apps read and rate them: who may see and say what is as on our pages."""

from datetime import timedelta

import pytest
from django.utils import timezone

from corridor.context_notes import actions
from corridor.context_notes.models import NoteRating
from corridor.people.actions import block
from tests.context_notes.conftest import *  # noqa: F403 - pytest finds fixtures by name

AT = "/api/corridor/v1"
HELPS = {"answer": "helpful", "reasons": ["sources", "clear"]}


@pytest.fixture
def now():
    """As requests have it: a note can be rated for two weeks."""
    return timezone.now()


@pytest.fixture
def note(writer, mallory, says, notes):
    return notes(writer, says(mallory), is_open=True)


@pytest.fixture
def rater(clinician):
    return clinician("ada_mensah")


def rate(client, note, said=HELPS):
    path = f"{AT}/notes/{note.pk}/rating"
    return client.put(path, said, content_type="application/json")


def waiting(client, **asked):
    return [one["id"] for one in client.get(f"{AT}/notes", asked).json()]


def test_a_note_is_rated_and_the_rating_taken_back(app, note, rater):
    hers = app(rater)
    (before,) = hers.get(f"{AT}/notes").json()

    rated = rate(hers, note).json()

    assert (before["may_rate"], before["rating"], before["state"]) == (True, None, "waiting")
    assert rated["rating"] == {"answer": "helpful", "reasons": ["clear", "sources"]}
    assert waiting(hers) == []
    again = rate(hers, note, {"answer": "not", "reasons": "unclear"}).json()["rating"]
    assert again == {"answer": "not", "reasons": ["unclear"]}
    assert hers.delete(f"{AT}/notes/{note.pk}/rating").json()["rating"] is None
    assert hers.delete(f"{AT}/notes/{note.pk}/rating").status_code == 422
    assert waiting(hers) == [str(note.pk)]


def test_who_may_not_rate_is_refused_and_nothing_is_kept(app, note, rater, writer, mallory, amara):
    answers = {
        "writer": rate(app(writer), note),
        "author": rate(app(mallory), note),
        "not verified": rate(app(amara), note),
        "only reads": rate(app(rater, scopes="read"), note),
        "other scope": rate(app(rater, scopes="read write:statuses"), note),
        "wrong reasons": rate(app(rater), note, {"answer": "not", "reasons": ["clear"]}),
        "no answer": rate(app(rater), note, {"reasons": ["clear"]}),
        "odd answer": rate(app(rater), note, {"answer": "9" * 5000}),
    }

    assert {name: one.status_code for name, one in answers.items()} == {
        "writer": 403,
        "author": 403,
        "not verified": 403,
        "only reads": 403,
        "other scope": 403,
        "wrong reasons": 422,
        "no answer": 422,
        "odd answer": 422,
    }
    assert not NoteRating.objects.exists()


def test_a_note_that_is_answered_first_is_seen_by_two(
    app, writer, mallory, says, notes, rater, client
):
    note = notes(writer, says(mallory))
    paths = [f"{AT}/notes/{note.pk}", f"{AT}/statuses/{note.post_id}/notes"]

    assert [app(who).get(paths[0]).status_code for who in (writer, mallory, rater)] == [
        200,
        200,
        404,
    ]
    assert client.get(paths[0]).status_code == 404
    assert rate(app(rater), note).status_code == 404
    assert [len(app(who).get(paths[1]).json()) for who in (writer, mallory, rater)] == [1, 1, 0]
    assert client.get(paths[1]).json() == []


def test_visitors_read_what_stands_under_a_post(app, note, client, now):
    path = f"{AT}/statuses/{note.post_id}/notes"
    assert client.get(path).json() == []

    actions.rank_notes(now=now)

    (shown,) = client.get(path).json()
    assert (shown["id"], shown["state"], shown["may_rate"]) == (str(note.pk), "signed", False)
    assert client.get(f"{AT}/notes/{note.pk}").status_code == 200
    assert client.get(f"{AT}/notes").status_code == 401


def test_whoever_keeps_away_is_not_there(app, note, rater, mallory, writer, now):
    block(blocker=mallory, blocked=rater, now=now)

    assert waiting(app(rater)) == []
    assert app(rater).get(f"{AT}/notes/{note.pk}").status_code == 404
    assert app(rater).get(f"{AT}/statuses/{note.post_id}/notes").status_code == 404
    assert rate(app(rater), note).status_code == 404


def test_lists_come_in_pieces(app, clinician, mallory, says, notes, rater, settings, now):
    written = [
        notes(clinician(f"writer_{name}"), says(mallory, f"Post {name}"), is_open=True)
        for name in ("one", "two", "three")
    ]
    first = app(rater).get(f"{AT}/notes", {"limit": 2})

    assert [one["id"] for one in first.json()] == [str(one.pk) for one in written[:2]]
    further = first.headers["Link"].partition(">")[0].removeprefix(f"<{settings.PUBLIC_URL}")
    last = app(rater).get(further)
    assert [one["id"] for one in last.json()] == [str(written[2].pk)]
    assert "Link" not in last.headers
    assert waiting(app(rater), field="surgery") == []


def test_own_notes_are_listed_newest_first_and_nobody_elses(app, writer, rater, says, notes, now):
    posts = [says(rater, f"Post {name}") for name in ("one", "two")]
    own = [notes(writer, post, at=now + timedelta(days=n)) for n, post in enumerate(posts)]

    piece = app(writer).get(f"{AT}/notes/own", {"limit": 1})

    assert [one["id"] for one in piece.json()] == [str(own[1].pk)]
    assert f"max_id={own[1].pk}" in piece.headers["Link"]
    older = app(writer).get(f"{AT}/notes/own", {"max_id": own[1].pk}).json()
    assert [one["id"] for one in older] == [str(own[0].pk)]
    assert app(rater).get(f"{AT}/notes/own").json() == []


def test_a_longer_list_asks_no_more_queries(
    app, clinician, mallory, says, notes, rater, django_assert_max_num_queries
):
    hers = app(rater)
    for name in ("one", "two", "three", "four"):
        notes(clinician(f"writer_{name}"), says(mallory, f"Post {name}"), is_open=True)
    waiting(hers)

    with django_assert_max_num_queries(9):
        assert len(waiting(hers)) == 4
