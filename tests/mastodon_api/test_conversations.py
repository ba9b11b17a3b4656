"""Posts for the people named in them, as conversations of apps."""

import pytest

from corridor.people import actions as people
from corridor.posts.choices import Audience
from tests.posts.conftest import *  # noqa: F403 - pytest finds fixtures by name

ALL = "/api/v1/conversations"


@pytest.fixture(autouse=True)
def _they_are_no_strangers(amara, dr_osei, mallory, know_each_other):
    know_each_other(amara, dr_osei, mallory)


@pytest.fixture
def writes(says):
    def write(profile, text, **more):
        return says(profile, text, audience=Audience.NAMED, **more)

    return write


@pytest.fixture
def asked(writes, amara):
    return writes(amara, "@kwame_osei, may I ask?")


def names(one):
    return [account["username"] for account in one["accounts"]]


def test_both_have_the_conversation_and_whom_it_is_with(app, amara, dr_osei, asked):
    [hers] = app(amara).get(ALL).json()
    [his] = app(dr_osei).get(ALL).json()

    assert (names(hers), names(his)) == (["kwame_osei"], ["amara_nwosu"])
    assert (hers["unread"], his["unread"]) == (False, True)
    assert hers["id"] == his["id"] == str(asked.pk)
    assert his["last_status"]["id"] == str(asked.pk)


def test_an_answer_comes_in_the_same_conversation(app, amara, dr_osei, asked, writes):
    answer = writes(dr_osei, "@amara_nwosu, of course", in_reply_to=asked.pk)

    [told] = app(amara).get(ALL).json()

    assert (told["last_status"]["id"], told["unread"]) == (str(answer.pk), True)


def test_what_she_has_read_is_read_until_something_is_said(app, amara, dr_osei, asked, writes):
    his = app(dr_osei)

    read = his.post(f"{ALL}/{asked.pk}/read").json()

    assert read["unread"] is False
    assert his.get(ALL).json() == [read]
    writes(amara, "@kwame_osei, and one more", in_reply_to=asked.pk)
    assert his.get(ALL).json()[0]["unread"] is True


def test_a_removed_conversation_comes_back_with_new_words(app, amara, dr_osei, asked, writes):
    his = app(dr_osei)

    assert his.delete(f"{ALL}/{asked.pk}").json() == {}

    assert his.get(ALL).json() == []
    assert len(app(amara).get(ALL).json()) == 1
    writes(amara, "@kwame_osei?", in_reply_to=asked.pk)
    assert len(his.get(ALL).json()) == 1


def test_nobody_else_reaches_it(app, mallory, asked):
    hers = app(mallory)

    assert hers.get(ALL).json() == []
    assert hers.post(f"{ALL}/{asked.pk}/read").status_code == 404
    assert hers.delete(f"{ALL}/{asked.pk}").status_code == 404


@pytest.mark.parametrize("deed", [people.block, None])
def test_nothing_of_people_kept_apart_is_in_it(app, amara, mallory, writes, now, deed):
    writes(mallory, "@amara_nwosu, hello")
    if deed is None:
        people.mute(muter=amara, muted=mallory, until=None, now=now)
    else:
        deed(blocker=amara, blocked=mallory, now=now)

    assert app(amara).get(ALL).json() == []


def test_posts_for_more_people_are_none(app, amara, dr_osei, says):
    says(amara, "@kwame_osei, in public")

    assert app(dr_osei).get(ALL).json() == []


def test_links_lead_through_all_of_them(app, amara, dr_osei, writes):
    for number in range(3):
        writes(amara, f"@kwame_osei {number}")
    his = app(dr_osei)

    first = his.get(f"{ALL}?limit=2")
    last = first.json()[-1]["last_status"]["id"]
    rest = his.get(f"{ALL}?limit=2&max_id={last}").json()

    assert f"max_id={last}" in first.headers["Link"]
    assert rest[0]["last_status"]["content"].endswith("0</p>")


def test_a_note_to_herself_is_with_herself(app, amara, writes):
    writes(amara, "Ask about the rota")

    assert names(app(amara).get(ALL).json()[0]) == ["amara_nwosu"]
