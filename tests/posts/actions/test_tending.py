"""Old posts are looked through, made quieter, and deleted by rules that somebody asked for."""

from datetime import timedelta

import pytest

from corridor.posts import actions, queries
from corridor.posts.choices import Audience
from corridor.posts.models import DeletionRule, LookedAt, Post

LONG_AGO = timedelta(days=400)


@pytest.fixture
def rules(now):
    """A rule that began already: `rules(amara, days=365, keeps_media=True)`."""

    def keep(profile, **words):
        rule = queries.rule_to_try(profile.pk, {"days": 365, **words}, now=now)
        actions.keep_deletion_rule(rule, by=profile, now=now - timedelta(days=8))
        return rule

    return keep


def left(profile):
    return set(Post.objects.filter(author=profile).values_list("pk", flat=True))


def test_what_is_kept_is_not_shown_again(says, amara, now):
    first, second = says(amara, "One"), says(amara, "Two")

    actions.keep_posts([first], by=amara, now=now)

    assert list(queries.posts_to_look_at(amara.pk)) == [second]
    (year,) = queries.years_of_posts(amara.pk)
    assert (year.name, year.posts, year.looked_at) == ("2026", 2, 1)


def test_tags_are_counted(says, amara, now):
    tagged = says(amara, "One #blocks")
    says(amara, "Two #blocks")
    actions.keep_posts([tagged], by=amara, now=now)

    (tag,) = queries.tags_of_posts(amara.pk)

    assert (tag.name, tag.posts, tag.looked_at) == ("blocks", 2, 1)


def test_nobody_keeps_or_narrows_what_is_anothers(says, amara, mallory, now):
    post = says(amara)

    with pytest.raises(actions.NotYourPost):
        actions.keep_posts([post], by=mallory, now=now)
    with pytest.raises(actions.NotYourPost):
        actions.narrow_audience(post=post, audience=Audience.NAMED, by=mallory, now=now)

    assert LookedAt.objects.count() == 0
    assert Post.objects.get().audience == Audience.PUBLIC


def test_an_audience_only_grows_narrower(says, reads, amara, mallory, now):
    post = says(amara)
    actions.narrow_audience(post=post, audience=Audience.FOLLOWERS, by=amara, now=now)
    assert not reads(mallory, post)
    post.refresh_from_db()

    for audience in (Audience.PUBLIC, Audience.QUIET, Audience.VERIFIED, Audience.FOLLOWERS):
        with pytest.raises(actions.NotNarrower):
            actions.narrow_audience(post=post, audience=audience, by=amara, now=now)

    assert Post.objects.get().audience == Audience.FOLLOWERS


def test_a_rule_begins_after_a_week_and_a_mail_says_so(
    says, amara, now, mailoutbox, django_capture_on_commit_callbacks
):
    says(amara, at=now - LONG_AGO)
    rule = queries.rule_to_try(amara.pk, {"days": 365}, now=now)

    with django_capture_on_commit_callbacks(execute=True):
        actions.keep_deletion_rule(rule, by=amara, now=now)

    (mail,) = mailoutbox
    assert "27 March 2026" in mail.subject
    assert "Today that is 1 post." in mail.body
    assert actions.delete_by_rules(now=now + timedelta(days=6)) == 0
    assert actions.delete_by_rules(now=now + timedelta(days=8)) == 1


def test_only_what_is_old_and_hers_is_deleted(says, rules, amara, dr_osei, now):
    says(amara, at=now - LONG_AGO)
    young = says(amara)
    others = says(dr_osei, at=now - LONG_AGO)
    rules(amara)

    assert actions.delete_by_rules(now=now) == 1

    assert left(amara) == {young.pk}
    assert left(dr_osei) == {others.pk}


@pytest.mark.parametrize(
    ("words", "are_kept"),
    [
        ({}, {"pinned", "named", "saved", "kudos", "for good"}),
        (
            {"keeps_pinned": False, "keeps_named": False, "keeps_saved": False},
            {"kudos", "for good"},
        ),
        ({"keeps_own_kudos": False}, {"pinned", "named", "saved", "for good"}),
        (
            {"keeps_media": True, "keeps_polls": True},
            {"pinned", "named", "saved", "kudos", "for good", "media", "poll"},
        ),
        (
            {"keeps_kudos_from": 2, "keeps_boosts_from": 3},
            {"pinned", "named", "saved", "kudos", "for good", "liked", "boosted"},
        ),
    ],
)
def test_what_a_rule_keeps(says, rules, picture, amara, now, words, are_kept):
    old = {"at": now - LONG_AGO}
    poll = actions.NewPoll(options=["Yes", "No"], lasts=timedelta(days=1))
    posts = {
        "pinned": says(amara, **old),
        "named": says(amara, audience=Audience.NAMED, **old),
        "saved": says(amara, **old),
        "kudos": says(amara, **old),
        "for good": says(amara, **old),
        "media": says(amara, attachments=[picture(amara).pk], **old),
        "poll": says(amara, poll=poll, **old),
        "liked": says(amara, **old),
        "boosted": says(amara, **old),
        "plain": says(amara, **old),
    }
    actions.pin_post(post=posts["pinned"], by=amara, now=now)
    actions.bookmark_post(post=posts["saved"], by=amara, now=now)
    actions.give_kudos(post=posts["kudos"], by=amara, now=now)
    actions.keep_posts([posts["for good"]], by=amara, now=now, for_good=True)
    Post.objects.filter(pk=posts["liked"].pk).update(kudos_count=2)
    Post.objects.filter(pk=posts["boosted"].pk).update(boost_count=3)
    rules(amara, **words)

    actions.delete_by_rules(now=now)

    assert left(amara) == {posts[name].pk for name in are_kept}


def test_a_rule_that_ended_deletes_nothing(says, rules, amara, now):
    says(amara, at=now - LONG_AGO)
    rules(amara)
    actions.end_deletion_rule(by=amara)

    assert actions.delete_by_rules(now=now) == 0


def test_other_ages_are_refused(amara, now):
    with pytest.raises(actions.NotADay):
        actions.keep_deletion_rule(
            queries.rule_to_try(amara.pk, {"days": 1}, now=now), by=amara, now=now
        )

    assert DeletionRule.objects.count() == 0
