"""Achievements are told at once by oneself, and by others only with her agreement."""

from datetime import date

import pytest

from corridor.people.actions import block
from corridor.posts import actions, queries
from corridor.posts.actions import NewAchievement
from corridor.posts.choices import Feat
from corridor.posts.models import Achievement, Post


@pytest.fixture
def celebrates(now):
    def tell(by, about="", **more):
        new = NewAchievement(feat=Feat.PAPER, title="Blocks  at the bedside", about=about, **more)
        return actions.celebrate(new, by=by, now=now)

    return tell


def test_ones_own_is_published_at_once_and_says_it_all(celebrates, dr_osei):
    told = celebrates(
        dr_osei,
        words="Glad.",
        place="BJA",
        doi="https://doi.org/10.1234/Ab.5",
        happened_on=date(2026, 3, 1),
    )

    assert told.post.kind == "achievement"
    assert told.post.text == (
        "Glad.\n\nPaper: Blocks at the bedside, BJA, 1 March 2026\n\nhttps://doi.org/10.1234/ab.5"
    )


def test_anothers_waits_and_a_mail_asks_her(
    celebrates, dr_osei, amara, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        celebrates(dr_osei, about=f"@{amara.handle}")

    (mail,) = mailoutbox
    assert "would like to celebrate you" in mail.subject
    assert Post.objects.count() == 0


def test_it_is_published_by_whoever_told_it_once_she_agrees(celebrates, dr_osei, amara, now):
    told = celebrates(dr_osei, about=amara.handle)

    actions.agree(told, by=amara, now=now)

    post = Post.objects.get()
    assert post.author == dr_osei
    assert post.text.startswith(f"@{amara.handle} Paper: Blocks")
    (found,) = queries.achievements_of(amara.pk, viewer_id=None, now=now)
    assert found == told


def test_only_she_agrees_and_only_once(celebrates, dr_osei, amara, mallory, now):
    told = celebrates(dr_osei, about=amara.handle)
    for other in (dr_osei, mallory):
        with pytest.raises(actions.NotAboutYou):
            actions.agree(told, by=other, now=now)
    assert Post.objects.count() == 0

    actions.agree(told, by=amara, now=now)
    with pytest.raises(actions.NotAboutYou):
        actions.agree(told, by=amara, now=now)

    assert Post.objects.count() == 1


def test_both_may_take_it_away_and_nobody_else(celebrates, dr_osei, amara, mallory, now):
    told = celebrates(dr_osei, about=amara.handle)
    actions.agree(told, by=amara, now=now)
    told.refresh_from_db()
    with pytest.raises(actions.NotYourAchievement):
        actions.take_away(told, by=mallory, now=now)
    assert Post.objects.count() == 1

    actions.take_away(told, by=amara, now=now)

    assert Post.objects.count() == 0
    assert Achievement.objects.count() == 0
    with pytest.raises(actions.GoneForGood):
        actions.bring_back_post(told.post_id, by=dr_osei, now=now)


def test_who_told_of_it_herself_may_bring_it_back(celebrates, dr_osei, now):
    told = celebrates(dr_osei)
    told.refresh_from_db()
    actions.take_away(told, by=dr_osei, now=now)

    post = actions.bring_back_post(told.post_id, by=dr_osei, now=now)

    assert Achievement.objects.get().post == post


def test_whoever_keeps_away_is_not_celebrated(celebrates, dr_osei, amara, now):
    block(blocker=amara, blocked=dr_osei, now=now)

    for handle in (amara.handle, "nobody_at_all"):
        with pytest.raises(actions.NobodyToCelebrate):
            celebrates(dr_osei, about=handle)

    assert Achievement.objects.count() == 0


def test_a_doi_is_a_doi(celebrates, dr_osei):
    with pytest.raises(actions.NotADoi):
        celebrates(dr_osei, doi="my paper")

    assert Achievement.objects.count() == 0


def test_what_waits_is_known_to_the_two_alone(celebrates, dr_osei, amara, mallory, now):
    told = celebrates(dr_osei, about=amara.handle)

    def knows(viewer):
        viewer_id = viewer.pk if viewer else None
        return queries.achievement_shown(told.pk, viewer_id=viewer_id, now=now) is not None

    assert [knows(one) for one in (dr_osei, amara, mallory, None)] == [True, True, False, False]


def test_twenty_wait_at_most(celebrates, dr_osei, amara):
    for _number in range(20):
        celebrates(dr_osei, about=amara.handle)

    with pytest.raises(actions.TooManyWaiting):
        celebrates(dr_osei, about=amara.handle)

    assert Achievement.objects.count() == 20
