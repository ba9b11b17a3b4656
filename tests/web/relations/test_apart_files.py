"""Lists of blocked and muted people come and go as files, over HTTP."""

import html5lib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from corridor.people import actions, queries

FILE, TAKING, BLOCKED = "/you/blocked/file/", "/you/blocked/file/taking/", "/you/blocked/"


@pytest.fixture
def hers(signed_in, amara):
    return signed_in(amara)


def bring(client, text, what="block"):
    answer = client.post(
        FILE, {"list": SimpleUploadedFile("list.csv", text.encode()), "what": what}
    )
    html5lib.HTMLParser(strict=True).parse(answer.text)
    return answer


def blocked_by(profile, now):
    return queries.kept_from(profile, today=now.date())


def test_a_file_is_shown_before_anything_is_done(hers, amara, mallory, dr_osei, now):
    actions.follow(follower=amara, followed=dr_osei, now=now)

    page = bring(hers, "mallory_crane\nkwame_osei\nnobody_here\nx@elsewhere.example\n").text

    assert "Block 1 person" in page
    assert "You follow these" in page
    assert "1 is nobody here" in page
    assert "Line 4" in page
    assert blocked_by(amara, now) == set()


def test_those_ticked_are_blocked_and_undone_in_one_go(hers, amara, mallory, dr_osei, now):
    answer = hers.post(
        TAKING,
        {"what": "block", "people": f"{mallory.pk} ", "person": [dr_osei.pk]},
        follow=True,
    )
    assert "You block 2 people more." in answer.text
    assert "2 people were added in one go." in answer.text
    assert blocked_by(amara, now) == {mallory.pk, dr_osei.pk}

    answer = hers.post("/you/blocked/lately/end/", follow=True)

    assert "Undone." in answer.text
    assert blocked_by(amara, now) == set()
    assert hers.post("/you/blocked/lately/end/").status_code == 404


def test_undoing_leaves_whom_she_blocked_before(hers, amara, mallory, dr_osei, now):
    actions.block(blocker=amara, blocked=mallory, now=now)
    hers.post(TAKING, {"what": "block", "people": f"{mallory.pk} {dr_osei.pk}"})

    hers.post("/you/blocked/lately/end/")

    assert blocked_by(amara, now) == {mallory.pk}


def test_a_list_mutes_if_she_says_so(hers, amara, mallory, now):
    assert "Mute 1 person" in bring(hers, "mallory_crane", what="mute").text

    hers.post(TAKING, {"what": "mute", "people": str(mallory.pk)})

    assert queries.muted_by(amara, now=now) == {mallory.pk}
    assert blocked_by(amara, now) == set()


def test_nobody_blocks_herself_or_a_number_that_is_nobody(hers, amara, now):
    answer = hers.post(TAKING, {"people": f"{amara.pk} 999999 x -1 {'9' * 30}"}, follow=True)

    assert "You block 0 people more." in answer.text
    assert blocked_by(amara, now) == set()


def test_what_is_no_list_is_refused_in_words(hers):
    answer = hers.post(
        FILE, {"list": SimpleUploadedFile("a.csv", b"\xff\xfe\x00"), "what": "block"}
    )

    assert answer.status_code == 422
    assert "UTF-8" in answer.text


def test_her_lists_are_taken_away_as_mastodon_reads_them(hers, amara, mallory, dr_osei, now):
    actions.block(blocker=amara, blocked=mallory, now=now)
    actions.mute(muter=amara, muted=dr_osei, now=now)

    blocks = hers.get("/you/blocked/blocked_accounts.csv").text.splitlines()
    mutes = hers.get("/you/blocked/muted_accounts.csv").text.splitlines()

    assert blocks[0] == "Account address"
    assert blocks[1].startswith("mallory_crane@")
    assert mutes[0] == "Account address,Hide notifications"
    assert mutes[1].startswith("kwame_osei@")
    assert mutes[1].endswith(",true")
