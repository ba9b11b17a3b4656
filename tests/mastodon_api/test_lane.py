"""The reading lane says what the ordinary view says, byte for byte, or nothing."""

import gzip
import json
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from oauth2_provider.models import AccessToken

from corridor.mastodon_api import reads
from corridor.mastodon_api.callers import caller_with, checksum
from corridor.mastodon_api.models import AppUse
from corridor.people.actions import ask_to_leave, block, follow
from corridor.people.choices import EvaluationKind
from corridor.people.models import Block, Evaluation, Follow, ListEntry, Mute, PersonList
from corridor.posts import queries as posts
from corridor.posts.actions import NewPoll, NewPost, publish_post
from corridor.posts.choices import Audience, Kind
from corridor.posts.fan_out import write_boost
from corridor.posts.models import Bookmark, Boost, Filter, Kudos, ThreadMute
from tests.mastodon_api.asking import *  # noqa: F403 - pytest finds fixtures by name

HOME = "/api/v1/timelines/home"
PUBLIC = "/api/v1/timelines/public"
TAG = "/api/v1/timelines/tag/FirstGenMed"
SOON = timedelta(minutes=1)


@pytest.fixture
def token(app):
    def of(profile, scopes="read"):
        app(profile, scopes)
        return f"token-of-{profile.handle}-{scopes}"

    return of


@pytest.fixture
def post(dr_osei, now):
    return publish_post(NewPost(text="Blocks on Thursday #FirstGenMed"), by=dr_osei, now=now)


@pytest.mark.parametrize("path", [HOME, PUBLIC, TAG, "/api/v1/statuses/{post}"])
def test_it_answers_what_apps_read_most(both, token, amara, dr_osei, now, path):
    follow(follower=amara, followed=dr_osei, now=now)
    said = publish_post(NewPost(text="On Thursday #FirstGenMed"), by=dr_osei, now=now)

    lane, view = both.ask(path.format(post=said.pk), token(amara))

    assert both.passed_on == 0
    assert lane == view
    assert "On Thursday" in lane[2].decode()


def test_an_account_too(both, token, amara, dr_osei, mallory, now):
    path = f"/api/v1/accounts/{dr_osei.pk}"

    lane, view = both.ask(path, token(amara))

    assert both.passed_on == 0
    assert lane == view
    assert json.loads(lane[2])["acct"] == dr_osei.handle

    block(blocker=dr_osei, blocked=mallory, now=now)
    lane, view = both.ask(path, token(mallory))
    assert lane == view
    assert lane[0] == 404


@pytest.mark.parametrize("path", [PUBLIC, TAG])
def test_visitors_too(both, post, path):
    lane, view = both.ask(path)

    assert both.passed_on == 0
    assert lane == view
    assert str(post.pk) in lane[2].decode()


@pytest.mark.parametrize(
    "query",
    [
        "limit=1",
        "limit=80",
        "max_id={middle}&limit=1",
        "since_id={middle}",
        "min_id={middle}",
        "min_id={middle}&limit=1",
        "limit=2&max_id=0",
    ],
)
def test_it_pages_as_the_view_does(both, token, amara, now, query):
    said = [
        publish_post(NewPost(text=f"Note {number}"), by=amara, now=now + number * SOON)
        for number in range(5)
    ]

    lane, view = both.ask(HOME, token(amara), query.format(middle=said[2].pk))

    assert both.passed_on == 0
    assert lane == view


@pytest.mark.parametrize(
    ("path", "query"),
    [
        (HOME, "limit=0"),
        (HOME, "limit=2&limit=3"),
        (HOME, "max_id=soon"),
        (HOME, "exclude=1"),
        (HOME, "max_id=99999999999999999999"),
        (TAG, "any[]=rota"),
        ("/api/v1/statuses/12345", ""),
        ("/api/v1/statuses/12345/context", ""),
        ("/api/v1/timelines/list/12345", ""),
        ("/api/v1/timelines/tag/\u2019", ""),
    ],
)
def test_what_it_does_not_know_is_left_to_the_view(both, token, amara, path, query):
    lane, view = both.ask(path, token(amara), query)

    assert both.passed_on == 1
    assert lane == view


def test_tags_in_other_scripts(both, token, amara, now):
    publish_post(NewPost(text="Hej #Läkare"), by=amara, now=now)

    lane, view = both.ask("/api/v1/timelines/tag/läkare", token(amara))

    assert both.passed_on == 0
    assert lane == view
    assert lane[1]["link"].isascii()


def test_a_list_is_its_owners(both, token, amara, dr_osei, mallory, post):
    made = PersonList.objects.create(owner=amara, title="Anaesthesia")
    ListEntry.objects.create(list=made, profile=dr_osei)
    path = f"/api/v1/timelines/list/{made.pk}"

    lane, view = both.ask(path, token(amara))
    assert (both.passed_on, lane) == (0, view)
    assert str(post.pk) in lane[2].decode()

    lane, view = both.ask(path, token(mallory))
    assert (lane[0], lane) == (404, view)


def test_an_app_in_a_browser_is_told_that_it_may(both, token, amara, post):
    headers = {"HTTP_ORIGIN": "https://phanpy.example", "HTTP_ACCEPT_LANGUAGE": "de"}

    lane, view = both.ask(PUBLIC, token(amara), **headers)

    assert both.passed_on == 0
    assert lane == view
    assert lane[1]["access-control-allow-origin"] == "*"


def test_what_is_packed_holds_the_same(both, token, amara, post):
    packed, view = both.ask(PUBLIC, token(amara), HTTP_ACCEPT_ENCODING="gzip, br")

    assert both.passed_on == 0
    assert gzip.decompress(packed[2]) == gzip.decompress(view[2])
    differing = {"content-length"}
    assert {name: packed[1][name] for name in packed[1].keys() - differing} == {
        name: view[1][name] for name in view[1].keys() - differing
    }


def test_what_an_app_has_already_is_not_sent_again(both, token, amara, post):
    first, _ = both.ask(PUBLIC, token(amara))
    mark = first[1]["etag"]

    lane, view = both.ask(PUBLIC, token(amara), HTTP_IF_NONE_MATCH=mark)
    assert (both.passed_on, lane) == (0, view)
    assert (lane[0], lane[2]) == (304, b"")

    Kudos.objects.create(profile=amara, post=post, at=post.at)
    lane, view = both.ask(PUBLIC, token(amara), HTTP_IF_NONE_MATCH=mark)
    assert (both.passed_on, lane) == (0, view)
    assert lane[0] == 200


def test_a_token_that_was_taken_back_reads_nothing_more(both, token, amara, post):
    mine = token(amara)
    assert both.ask(PUBLIC, mine)[0][0] == 200

    AccessToken.objects.all().delete()

    lane, view = both.ask(PUBLIC, mine)
    assert lane == view
    assert lane[0] == 401


def test_a_token_that_is_over_reads_nothing_more(both, token, amara, post):
    mine = token(amara)
    AccessToken.objects.update(expires=timezone.now())

    lane, view = both.ask(PUBLIC, mine)

    assert (lane[0], lane) == (401, view)


def test_a_token_for_something_else_reads_nothing(both, token, amara, post):
    lane, view = both.ask(HOME, token(amara, "write"))

    assert (lane[0], lane) == (403, view)


def test_who_leaves_reads_nothing_more(both, token, amara, post):
    mine = token(amara)
    assert both.ask(PUBLIC, mine)[0][0] == 200

    ask_to_leave(profile=amara, by=amara, now=timezone.now())

    lane, view = both.ask(PUBLIC, mine)
    assert (lane[0], lane) == (401, view)


def test_a_block_holds_at_once(both, token, amara, dr_osei, post, now):
    mine = token(amara)
    assert str(post.pk) in both.ask_lane(PUBLIC, mine)[2].decode()

    block(blocker=dr_osei, blocked=amara, now=now)

    lane, view = both.ask(PUBLIC, mine)
    assert (both.passed_on, lane) == (0, view)
    assert json.loads(lane[2]) == []


def test_polls_and_quotations_are_told(both, token, amara, post, now):
    poll = NewPoll(options=["Yes", "No"], lasts=timedelta(hours=1))
    publish_post(NewPost(text="Is it?", poll=poll), by=amara, now=now)
    publish_post(NewPost(text="As said", quotes=post.pk), by=amara, now=now + SOON)

    lane, view = both.ask(PUBLIC, token(amara))

    assert (both.passed_on, lane) == (0, view)
    told = json.loads(lane[2])
    assert told[0]["quote"]["quoted_status"]["id"] == str(post.pk)
    assert told[1]["poll"]["options"][0]["title"] == "Yes"


def test_who_asks_too_often_is_told_so(both, token, amara, post, settings):
    settings.API_RATE_LIMIT = 3
    mine = token(amara)
    both.ask_lane(PUBLIC, mine)

    answers = [both.ask_lane(PUBLIC, mine)[0] for _ in range(4)]

    assert answers == [200, 200, 429, 429]


WHO = st.integers(0, 3)
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(
            ["follow", "ask", "block", "mute", "unmuted", "evaluate", "evaluated before"]
        ),
        WHO,
        WHO,
    ),
    max_size=5,
)
SAID = st.lists(
    st.tuples(st.sampled_from(Audience), WHO, WHO, st.sampled_from(["", "reply", "ended", "held"])),
    min_size=1,
    max_size=5,
)
OPINION = st.sampled_from(["boost", "kudos", "save", "mute", "filter"])
OPINIONS = st.lists(
    st.tuples(OPINION, WHO, st.integers(0, 4)),
    max_size=6,
)


@settings(
    max_examples=8,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(deeds=DEEDS, said=SAID, opinions=OPINIONS, limit=st.integers(1, 5))
def test_whoever_reads_whatever_they_say_the_same(
    both, token, amara, dr_osei, prof_lindqvist, mallory, now, deeds, said, opinions, limit
):
    people = [amara, dr_osei, prof_lindqvist, mallory]
    mine = token(amara)
    with transaction.atomic():
        for deed, one, other in deeds:
            if one != other:
                _do(deed, people[one], people[other], now)
        written = [
            _say(one, people, now + number * SOON, number) for number, one in enumerate(said)
        ]
        for opinion, one, number in opinions:
            _opine(opinion, people[one], written[number % len(written)], now)

        asked = [(path, f"limit={limit}") for path in (HOME, PUBLIC, TAG)]
        asked += [(f"/api/v1/statuses/{post.pk}", "") for post in written[:2]]
        for path, query in [*asked, (HOME, f"min_id={written[0].pk}&limit={limit}")]:
            lane, view = both.ask(path, mine, query)
            assert lane == view, (path, query)
        _hold_against_the_orm(caller_with(mine, now=timezone.now()), written, limit)
        transaction.set_rollback(True)


def _hold_against_the_orm(caller, written, limit):
    """View and lane ask through the same text; the ORM asks for itself."""
    cases = [
        (reads.HOME, {}),
        (reads.PUBLIC, {}),
        (reads.TAGGED, {"tag": "firstgenmed"}),
        (reads.STATUS, {"post": written[0].pk}),
    ]
    for read, named in cases:
        found = read.all(viewer=caller.viewer_id, now=caller.now, **named)
        if read.by:
            found = posts.stretch_of(found, posts.Stretch(limit=limit), by=read.by)
        compiled = reads.found(read, reads.Piece(places={}, limit=limit), caller, named)
        assert [_plain(row) for row in compiled] == [_plain(row) for row in found]


def _plain(row):
    return [str(int(one) if isinstance(one, bool) else one) for one in row]


def _do(deed, one, other, now):
    if deed in {"follow", "ask"}:
        accepted = now if deed == "follow" else None
        Follow.objects.get_or_create(
            follower=one, followed=other, defaults={"asked_at": now, "accepted_at": accepted}
        )
    elif deed == "block":
        Block.objects.get_or_create(blocker=one, blocked=other, defaults={"at": now})
    elif deed in {"mute", "unmuted"}:
        until = None if deed == "mute" else now
        Mute.objects.get_or_create(muter=one, muted=other, defaults={"at": now, "until": until})
    else:
        ends_on = now.date() if deed == "evaluated before" else None
        Evaluation.objects.get_or_create(
            declared_by=one,
            other=other,
            kind=EvaluationKind.EVALUATES_ME,
            defaults={"at": now, "ends_on": ends_on},
        )


def _say(how, people, at, number):
    audience, author, named, kind = how
    text = f"Number {number} for @{people[named].handle} #FirstGenMed"
    ends = {"kind": Kind.STORY, "expires_at": at + SOON} if kind == "ended" else {}
    post = publish_post(NewPost(text=text, audience=audience, **ends), by=people[author], now=at)
    if kind == "reply":
        post.in_reply_to_author = people[named]
        post.save(update_fields=["in_reply_to_author"])
    if kind == "held":
        post.is_held = True
        post.save(update_fields=["is_held"])
    return post


def _opine(opinion, who, post, now):
    if opinion == "boost":
        boost, is_new = Boost.objects.get_or_create(
            booster=who, post=post, defaults={"id": post.pk + who.pk, "at": now}
        )
        if is_new:
            write_boost(boost, post)
    elif opinion == "kudos":
        Kudos.objects.get_or_create(profile=who, post=post, defaults={"at": now})
    elif opinion == "save":
        Bookmark.objects.get_or_create(profile=who, post=post, defaults={"at": now})
    elif opinion == "mute":
        ThreadMute.objects.get_or_create(profile=who, thread=post.thread, defaults={"at": now})
    else:
        made = Filter.objects.create(profile=who, title="Numbers", contexts=["home", "public"])
        made.keywords.create(keyword="number")


def test_what_the_lane_answers_counts_as_use_of_the_app(both, token, amara):
    mine = token(amara)

    both.ask_lane(HOME, mine)

    assert AppUse.objects.get(token__token_checksum=checksum(mine)).last_on == timezone.now().date()
