"""What somebody does about others through an app."""

import pytest

from corridor.people import actions as people


def standing(client, profile):
    (told,) = client.get(f"/api/v1/accounts/relationships?id={profile.pk}").json()
    return told


def true_of(told):
    return {name for name, value in told.items() if value is True}


def do(client, deed, profile, **said):
    answer = client.post(f"/api/v1/accounts/{profile.pk}/{deed}", said)
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_following_is_told_with_its_wishes(app, amara, dr_osei):
    mine = app(amara)

    assert true_of(do(mine, "follow", dr_osei)) == {"following", "showing_reblogs"}
    tuned = do(mine, "follow", dr_osei, reblogs="false", notify="true")
    assert true_of(tuned) == {"following", "notifying"}
    assert true_of(do(mine, "unfollow", dr_osei)) == set()
    assert true_of(do(mine, "unfollow", dr_osei)) == set()


def test_nobody_follows_herself(app, amara):
    assert app(amara).post(f"/api/v1/accounts/{amara.pk}/follow").status_code == 403


def test_who_approves_followers_is_asked_and_answers(app, amara, dr_osei, mallory):
    dr_osei.approves_followers = True
    dr_osei.save(update_fields=["approves_followers"])
    hers, mine = app(dr_osei), app(amara)
    assert true_of(do(mine, "follow", dr_osei)) == {"requested"}
    do(app(mallory), "follow", dr_osei)

    assert [one["username"] for one in hers.get("/api/v1/follow_requests").json()] == [
        mallory.handle,
        amara.handle,
    ]
    assert true_of(standing(hers, amara)) == {"requested_by"}
    let_in = hers.post(f"/api/v1/follow_requests/{amara.pk}/authorize")
    sent_away = hers.post(f"/api/v1/follow_requests/{mallory.pk}/reject")
    again = hers.post(f"/api/v1/follow_requests/{mallory.pk}/authorize")

    assert true_of(let_in.json()) == {"followed_by"}
    assert true_of(sent_away.json()) == set()
    assert again.status_code == 404
    assert true_of(standing(mine, dr_osei)) == {"following", "showing_reblogs"}


def test_a_block_is_listed_and_lifted(app, amara, mallory, now):
    mine = app(amara)
    people.follow(follower=mallory, followed=amara, now=now)

    assert true_of(do(mine, "block", mallory)) == {"blocking"}

    assert [one["username"] for one in mine.get("/api/v1/blocks").json()] == [mallory.handle]
    assert mine.get(f"/api/v1/accounts/{mallory.pk}").json()["username"] == mallory.handle
    assert app(mallory).get(f"/api/v1/accounts/{amara.pk}").status_code == 404
    assert true_of(do(mine, "unblock", mallory)) == set()


def test_a_mute_may_end_by_itself(app, amara, mallory):
    mine = app(amara)

    assert true_of(do(mine, "mute", mallory, duration="3600")) == {"muting", "muting_notifications"}

    (muted,) = mine.get("/api/v1/mutes").json()
    assert (muted["username"], bool(muted["mute_expires_at"])) == (mallory.handle, True)
    assert true_of(do(mine, "unmute", mallory)) == set()
    assert mine.get("/api/v1/mutes").json() == []


def test_a_follower_is_removed(app, amara, mallory, now):
    people.follow(follower=mallory, followed=amara, now=now)

    assert true_of(do(app(amara), "remove_from_followers", mallory)) == set()


def test_a_note_is_read_by_its_author_alone(app, amara, dr_osei):
    mine = app(amara)

    assert (
        do(mine, "note", dr_osei, comment=" Met at #FirstGenMed ")["note"] == "Met at #FirstGenMed"
    )
    assert do(mine, "note", dr_osei, comment="")["note"] == ""
    assert (
        mine.post(f"/api/v1/accounts/{dr_osei.pk}/note", {"comment": "x" * 2001}).status_code == 422
    )


def test_people_she_follows_are_shown_on_her_profile(app, amara, dr_osei, mallory):
    mine = app(amara)
    assert mine.post(f"/api/v1/accounts/{dr_osei.pk}/pin").status_code == 422
    do(mine, "follow", dr_osei)

    assert true_of(do(mine, "pin", dr_osei)) == {"following", "showing_reblogs", "endorsed"}

    shown = app(mallory).get(f"/api/v1/accounts/{amara.pk}/endorsements").json()
    assert [one["username"] for one in shown] == [dr_osei.handle]
    do(mine, "unfollow", dr_osei)
    assert mine.get("/api/v1/endorsements").json() == []


def test_mentors_who_fit_are_suggested_until_she_says_no(app, amara, osei, now):
    mine = app(amara)

    (told,) = mine.get("/api/v2/suggestions").json()
    assert told["account"]["username"] == osei.handle
    assert [one["username"] for one in mine.get("/api/v1/suggestions").json()] == [osei.handle]
    assert [one["username"] for one in mine.get("/api/v1/directory").json()] == [osei.handle]
    assert mine.delete(f"/api/v1/suggestions/{osei.pk}").json() == {}
    assert mine.get("/api/v1/suggestions").json() == []


@pytest.mark.parametrize("picture", ["avatar", "header"])
def test_a_picture_that_is_not_there_is_as_good_as_deleted(app, amara, picture):
    assert app(amara).delete(f"/api/v1/profile/{picture}").json()["username"] == amara.handle


def test_deeds_need_their_scope(app, amara, dr_osei):
    reader = app(amara, scopes="read write:statuses")

    for deed in ("follow", "block", "mute", "note", "pin"):
        assert reader.post(f"/api/v1/accounts/{dr_osei.pk}/{deed}").status_code == 403
