"""Whatever an app sends to the addresses of posts, the answer is one, and never a broken server."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corridor.posts.actions import NewPost, boost_post, publish_post
from corridor.posts.models import Post
from tests.mastodon_api.hostile.words import NUMBERS, TEXTS, TIMES, odd
from tests.mastodon_api.posting import sent
from tests.thoroughly import tries

NO_NUMBERS = [*NUMBERS, "no", "%2e%2e", "1 OR 1=1", "%F0%9F%92%A5"]
poll = st.fixed_dictionaries(
    {"options": st.one_of(odd, st.lists(st.text(max_size=110), max_size=8))},
    optional={"expires_in": odd, "multiple": odd, "hide_totals": odd},
)
corridor = st.fixed_dictionaries(
    {}, optional={"audience": odd, "repliers": odd, "kind": odd, "expires_at": odd}
)
media = st.lists(
    st.fixed_dictionaries({"id": odd}, optional={"description": odd, "focus": odd}), max_size=3
)
words = st.fixed_dictionaries(
    {},
    optional={
        "status": odd,
        "media_ids": odd,
        "media_attributes": st.one_of(odd, media),
        "poll": st.one_of(odd, poll),
        "in_reply_to_id": odd,
        "quoted_status_id": odd,
        "quote_approval_policy": odd,
        "sensitive": odd,
        "spoiler_text": odd,
        "visibility": st.one_of(odd, st.sampled_from(["public", "direct"])),
        "language": odd,
        "scheduled_at": odd,
        "corridor": st.one_of(odd, corridor),
        "choices": odd,
        "via": odd,
        "delete_media": odd,
        "description": odd,
        "focus": odd,
        "file": odd,
    },
)
NAMES = [
    *("status", "status[]", "media_ids", "media_ids[]", "poll", "poll[options]"),
    *("poll[options][]", "poll[expires_in]", "poll[][options]", "corridor", "corridor[audience]"),
    *("corridor[expires_at]", "media_attributes[][id]", "media_attributes[][focus]"),
    *("scheduled_at", "sensitive", "visibility", "language", "choices[]", "via"),
    *("a[b][c][d][e]", "[]", "]"),
]
often = settings(
    max_examples=tries(25),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
WRITES = [
    ("post", "/api/v1/statuses"),
    ("put", "/api/v1/statuses/{post}"),
    ("post", "/api/v1/statuses/{boost}/reblog"),
    ("put", "/api/v1/statuses/{post}/interaction_policy"),
    ("post", "/api/v1/polls/{poll}/votes"),
    ("put", "/api/v1/scheduled_statuses/{post}"),
    ("post", "/api/v2/media"),
    ("put", "/api/v1/media/{post}"),
]
READS = [
    "/api/v1/statuses",
    "/api/v1/bookmarks",
    "/api/v1/favourites",
    "/api/v1/scheduled_statuses",
    "/api/v1/statuses/{post}/reblogged_by",
    "/api/v1/statuses/{post}/favourited_by",
    "/api/v1/statuses/{post}/quotes",
    "/api/v1/timelines/tag/{odd}",
    "/api/v1/timelines/list/{odd}",
    "/api/v1/timelines/public",
]
NAMED = [
    ("get", "/api/v1/statuses/{odd}"),
    ("get", "/api/v1/statuses/{odd}/context"),
    ("get", "/api/v1/statuses/{odd}/history"),
    ("post", "/api/v1/statuses/{odd}/favourite"),
    ("post", "/api/v1/statuses/{odd}/reblog"),
    ("put", "/api/v1/statuses/{odd}"),
    ("delete", "/api/v1/statuses/{odd}"),
    ("get", "/api/v1/polls/{odd}"),
    ("get", "/api/v1/media/{odd}"),
    ("delete", "/api/v1/media/{odd}"),
    ("get", "/api/v1/scheduled_statuses/{odd}"),
    ("post", "/api/v1/statuses/{post}/quotes/{odd}/revoke"),
]


@pytest.fixture
def numbers(amara, dr_osei, now):
    post = publish_post(NewPost(text="Blocks"), by=amara, now=now)
    boost = boost_post(post=post, by=dr_osei, now=now)
    return {"post": post.pk, "boost": boost.pk, "poll": 1}


def is_answered(answer):
    """In JSON, with a sentence where it is refused."""
    assert answer.status_code < 500
    assert answer.headers["Content-Type"].startswith("application/json")
    assert answer.status_code < 400 or answer.json()["error"]
    return True


@pytest.mark.parametrize(("method", "path"), WRITES)
@often
@given(said=words)
def test_odd_json_is_answered(method, path, app, amara, numbers, said):
    answer = sent(app(amara), path.format(**numbers), method, **said)

    assert is_answered(answer)
    assert Post.objects.filter(pk=numbers["post"]).exists()


@pytest.mark.parametrize(("method", "path"), WRITES)
@often
@given(
    said=st.dictionaries(
        st.sampled_from(NAMES),
        st.sampled_from(NUMBERS + [one for one in TEXTS if one.isascii()] + TIMES),
        max_size=6,
    )
)
def test_odd_forms_are_answered(method, path, app, amara, numbers, said):
    pairs = "&".join(f"{name}={value}" for name, value in said.items())

    answer = getattr(app(amara), method)(
        path.format(**numbers), pairs, content_type="application/x-www-form-urlencoded"
    )

    assert is_answered(answer)


@pytest.mark.parametrize("path", READS)
@often
@given(
    asked=st.dictionaries(
        st.sampled_from(
            ["max_id", "since_id", "min_id", "limit", "id[]", "id", "any[]", "all[]", "only_media"]
        ),
        st.sampled_from(NUMBERS + TEXTS[:6]),
        max_size=4,
    ),
    odd_name=st.sampled_from(["1", "pocus", "9" * 30, "%F0%9F%92%A5", "-", "a" * 300]),
)
def test_odd_pieces_of_lists_are_answered(path, app, amara, numbers, asked, odd_name):
    answer = app(amara).get(path.format(odd=odd_name, **numbers), asked)

    assert is_answered(answer)


@pytest.mark.parametrize(("method", "path"), NAMED)
def test_numbers_that_are_none_are_not_there(method, path, app, amara, numbers):
    ask = getattr(app(amara), method)

    answers = {odd: ask(path.format(odd=odd, **numbers)).status_code for odd in NO_NUMBERS}

    assert answers == dict.fromkeys(NO_NUMBERS, 404)


@pytest.mark.parametrize("body", ["", "[]", "{", '"x"', "null", "[" * 5000, "\xff", "1", "{}"])
def test_bodies_that_are_no_object_are_answered(body, app, amara):
    answer = app(amara).post("/api/v1/statuses", body.encode("latin-1"), "application/json")

    assert answer.status_code in {400, 422}
    assert json.loads(answer.content)["error"]
