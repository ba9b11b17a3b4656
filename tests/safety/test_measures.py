"""What each measure does, how it ends, and how it is undone."""

from datetime import timedelta

import pytest
from django.core import mail

from corridor.notifications import queries as notices
from corridor.people import actions as people
from corridor.people import queries as who
from corridor.people.choices import Kind
from corridor.posts import actions as posting
from corridor.posts import queries as posts
from corridor.posts.models import Post
from corridor.safety import actions, queries
from corridor.safety.choices import Measure, Reason
from corridor.safety.models import Decision


def is_public(post_number, viewer, now):
    return posts.public(viewer and viewer.pk, now=now).filter(pk=post_number).exists()


def is_read(post_number, viewer, now):
    return posts.readable(viewer and viewer.pk, now=now).filter(pk=post_number).exists()


def listed(viewer, now):
    mentors = who.mentors(viewer=viewer, asked=who.Asked(), now=now)
    return [one.profile.handle for one in mentors.suggestions]


def test_no_action_is_told_to_whoever_flagged_and_to_nobody_else(
    case, moderator, decides, amara, mallory, now
):
    decides(case, moderator(), words="")

    told = {
        name: [one.kind for one in notices.notifications(one.pk, now=now, with_desk=True)]
        for name, one in (("amara", amara), ("mallory", mallory))
    }
    assert told == {"amara": ["flag_answered"], "mallory": []}
    assert mail.outbox == []
    (flag,) = queries.own_flags(amara.pk)
    assert (flag.flag.heard_at, flag.is_acted_on) == (now, False)
    assert queries.own_decisions(mallory.pk) == []


def test_a_nudge_is_a_statement_of_reasons(case, moderator, decides, amara, mallory, now):
    decides(case, moderator(), Measure.NUDGE, words="It goes at a person.")

    (letter,) = mail.outbox
    assert letter.to == [mallory.account.email]
    for said in (
        "Nothing was done but to write to you.",
        "It attacks, threatens or pursues somebody",
        "It goes at a person.",
        "You can appeal",
        "/appeals/",
    ):
        assert said in letter.body
    assert "amara" not in letter.body.lower()
    assert "shift ends" not in letter.body
    assert is_public(case.post_number, None, now)
    (told,) = notices.notifications(mallory.pk, now=now, with_desk=True)
    assert told.kind == "decided"
    assert not notices.notifications(mallory.pk, now=now).exists()  # apps have no word for it


def test_a_post_that_is_removed_comes_back_when_that_is_undone(
    case, moderator, decides, mallory, amara, now
):
    by = moderator()
    (decision,) = decides(case, by, Measure.REMOVE)
    assert [is_read(case.post_number, one, now) for one in (None, amara, mallory)] == [
        False,
        False,
        True,
    ]

    actions.undo_decision(decision=decision, by=by, now=now)

    assert is_read(case.post_number, None, now)
    assert "was undone" in mail.outbox[-1].subject
    with pytest.raises(actions.UndoneAlready):
        actions.undo_decision(decision=decision, by=by, now=now)


def test_what_two_decisions_took_away_stays_until_both_are_undone(
    case, says, flags, moderator, decides, dr_osei, now
):
    by = moderator()
    (first,) = decides(case, by, Measure.REMOVE)
    again = Post.objects.select_related("author").get(pk=case.post_number)
    (second,) = decides(flags(dr_osei, again).case, by, Measure.REMOVE)

    actions.undo_decision(decision=first, by=by, now=now)
    assert not is_read(case.post_number, None, now)

    actions.undo_decision(decision=second, by=by, now=now)
    assert is_read(case.post_number, None, now)


@pytest.mark.parametrize(
    ("measure", "is_back"),
    [(Measure.NOTHING, True), (Measure.NUDGE, True), (Measure.REMOVE, False)],
)
def test_what_was_hidden_at_once_is_given_back_unless_it_is_removed(
    says, flags, moderator, decides, amara, mallory, now, measure, is_back
):
    post = says(mallory, "The woman of ward 7 whom all of you know")
    case = flags(amara, post, Reason.PRIVACY).case

    decides(case, moderator(), measure)

    assert is_read(post.pk, None, now) == is_back


def test_what_was_decided_about_is_not_brought_back_by_whoever_deleted_it(
    case, moderator, decides, mallory, now
):
    posting.delete_post(post=Post.objects.get(pk=case.post_number), by=mallory, now=now)

    decides(case, moderator(), Measure.NUDGE, words="It goes at a person.")

    with pytest.raises(posting.GoneForGood):
        posting.bring_back_post(case.post_number, by=mallory, now=now)


def test_what_nobody_objected_to_can_be_brought_back(case, moderator, decides, mallory, now):
    posting.delete_post(post=Post.objects.get(pk=case.post_number), by=mallory, now=now)

    decides(case, moderator(), words="")

    assert posting.bring_back_post(case.post_number, by=mallory, now=now).author == mallory


def test_a_label_stands_over_the_post(case, moderator, decides, now):
    by = moderator()
    (decision,) = decides(case, by, Measure.LABEL, note="Harsh words")
    assert Post.objects.get(pk=case.post_number).content_note == "Harsh words"

    actions.undo_decision(decision=decision, by=by, now=now)

    assert Post.objects.get(pk=case.post_number).content_note == ""


def test_whoever_is_limited_is_read_by_followers_and_in_no_public_list(
    case, moderator, decides, amara, mallory, dr_osei, now
):
    people.follow(follower=dr_osei, followed=mallory, now=now)
    people.show_in_gallery(profile=mallory, words="Hello", by=mallory)
    offer = people.NewOffer(kind=Kind.MENTORSHIP, capacity=2)
    people.set_offers(profile=mallory, offers=[offer], by=mallory)
    assert listed(amara, now) == ["mallory_crane"]
    (decision,) = decides(case, moderator(), Measure.LIMIT, days=7)

    assert not is_public(case.post_number, amara, now)
    assert is_read(case.post_number, dr_osei, now)
    assert mallory not in who.gallery(viewer=amara, page=1, now=now).people
    today = now.date()
    assert listed(amara, now) == []
    found = {
        name: mallory in who.people_found("Crane", viewer_id=one.pk, today=today)
        for name, one in (("stranger", amara), ("follower", dr_osei))
    }
    assert found == {"stranger": False, "follower": True}
    assert decision.until == now + timedelta(days=7)

    assert people.end_restrictions(now=now + timedelta(days=6)) == 0
    assert people.end_restrictions(now=now + timedelta(days=7)) == 1
    assert listed(amara, now) == ["mallory_crane"]
    assert is_public(case.post_number, amara, now)
    assert people.end_restrictions(now=now + timedelta(days=8)) == 0


def test_whoever_is_suspended_is_gone_until_that_is_undone(
    case, moderator, decides, amara, mallory, now
):
    by = moderator()
    (decision,) = decides(case, by, Measure.SUSPEND)
    mallory.account.refresh_from_db()
    assert not mallory.account.is_active
    assert not is_read(case.post_number, amara, now)
    assert not who.is_unconfirmed(mallory.account)
    assert people.forget_unfinished(now=now + timedelta(days=400)) == 0

    actions.undo_decision(decision=decision, by=by, now=now)

    mallory.account.refresh_from_db()
    assert mallory.account.is_active
    assert is_read(case.post_number, amara, now)


def test_several_measures_are_one_mail(case, moderator, decides, mallory):
    decides(case, moderator(), Measure.REMOVE, Measure.FREEZE, days=3)

    (letter,) = mail.outbox
    assert "Your post is read by nobody but you." in letter.body
    assert "You can read, but not post or answer. This ends on 23 March 2026." in letter.body
    assert Decision.objects.count() == 2


def test_an_appeal_is_judged_by_somebody_else(case, moderator, decides, amara, mallory, now):
    by, other = moderator(), moderator()
    (decision,) = decides(case, by, Measure.REMOVE)
    for words, who_appeals, refusal in (
        ("No", amara, actions.NothingToAppeal),
        (" ", mallory, actions.SayWhy),
        ("x" * 2001, mallory, actions.WordsTooLong),
    ):
        with pytest.raises(refusal):
            actions.appeal(decision=decision, words=words, by=who_appeals, now=now)

    made = actions.appeal(decision=decision, words="It was a joke", by=mallory, now=now)
    with pytest.raises(actions.AppealedAlready):
        actions.appeal(decision=decision, words="Again", by=mallory, now=now)

    today = now.date()
    assert [list(queries.appeals_waiting(one, today=today)) for one in (by, other)] == [[], [made]]
    with pytest.raises(actions.NotWithoutAnother):
        actions.judge_appeal(appeal=made, is_granted=True, answer="Yes", by=by, now=now)
    with pytest.raises(actions.SayWhy):
        actions.judge_appeal(appeal=made, is_granted=True, answer=" ", by=other, now=now)
    assert not is_read(case.post_number, None, now)

    actions.judge_appeal(appeal=made, is_granted=True, answer="You are right", by=other, now=now)

    assert is_read(case.post_number, None, now)
    assert "granted" in mail.outbox[-1].subject
    with pytest.raises(actions.UndoneAlready):
        actions.judge_appeal(appeal=made, is_granted=False, answer="No", by=other, now=now)


def test_an_appeal_that_is_not_granted_changes_nothing(case, moderator, decides, mallory, now):
    (decision,) = decides(case, moderator(), Measure.REMOVE)
    made = actions.appeal(decision=decision, words="It was a joke", by=mallory, now=now)

    actions.judge_appeal(appeal=made, is_granted=False, answer="It hurt", by=moderator(), now=now)

    assert not is_read(case.post_number, None, now)
    assert "It hurt" in mail.outbox[-1].body


def test_small_figures_are_not_told(says, flags, moderator, decides, amara, join, now):
    by = moderator()
    for number in range(6):
        author = join(handle=f"author_{number}", display_name=f"Author {number}")
        case = flags(amara, says(author), Reason.SPAM, at=now - timedelta(hours=number)).case
        chosen = Measure.NUDGE if number == 0 else Measure.NOTHING
        decides(case, by, chosen, reason=Reason.SPAM)

    figures = queries.figures(now=now + timedelta(days=1))

    counts = {one.label: one.count for one in (*figures.by_reason, *figures.by_measure)}
    assert counts["Advertising or spam"] == 6
    assert counts["It misleads about health"] == 0
    assert counts["No action"] == 5
    assert counts["Friendly words"] is None
    assert figures.total is None
    assert figures.median_hours == 2.5
    assert figures.appeals.count == 0
    assert queries.figures(now=now + timedelta(days=366)).total == 0
