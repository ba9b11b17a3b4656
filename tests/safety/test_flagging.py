"""Somebody flags a post or a person."""

import hashlib
import json
from datetime import timedelta

import pytest

from corridor.posts import actions as posting
from corridor.posts import queries as posts
from corridor.posts.models import Post
from corridor.safety import actions, queries
from corridor.safety.actions import NewFlag
from corridor.safety.choices import Reason
from corridor.safety.models import Case, Evidence, Flag
from tests.stored import every_stored_value


def test_what_it_said_is_kept_when_it_is_deleted(says, flags, amara, mallory, now):
    post = says(mallory, "I know when your shift ends")
    flag = flags(amara, post)

    posting.delete_post(post=post, by=mallory, now=now)

    (evidence,) = flag.case.evidence.all()
    assert evidence.kept["text"] == "I know when your shift ends"
    assert evidence.kept["handle"] == "mallory_crane"
    assert evidence.kept["at"] == "2026-03-20T09:00:00+00:00"
    canonical = json.dumps(evidence.kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert evidence.digest == hashlib.sha256(canonical.encode()).hexdigest()


def test_flags_about_one_thing_are_one_case_and_what_is_said_twice_joins(
    says, flags, amara, dr_osei, mallory
):
    post = says(mallory)

    first = flags(amara, post, Reason.SPAM, words="It sells something")
    again = flags(amara, post, Reason.HARASSMENT, words="And now it insults")
    other = flags(dr_osei, post, Reason.SPAM)

    assert again == first
    assert other.case == first.case
    assert queries.own_flag(first.pk, viewer_id=amara.pk).words == (
        "It sells something\n\nAnd now it insults"
    )
    assert Flag.objects.get(pk=first.pk).reason == Reason.HARASSMENT
    assert Evidence.objects.count() == 1


def test_the_gravest_reason_decides_who_looks_and_how_soon(says, flags, amara, dr_osei, now, join):
    post = says(join(handle="sam_pitt", display_name="Sam Pitt"))

    case = flags(amara, post, Reason.SPAM).case
    flags(dr_osei, post, Reason.HARASSMENT)
    case.refresh_from_db()
    assert (case.queue, case.due_at) == ("harassment", now + timedelta(hours=12))

    flags(join(handle="kofi", display_name="Kofi"), post, Reason.HEALTH)
    case.refresh_from_db()
    assert case.queue == "harassment"


def test_an_edit_between_two_flags_is_kept_as_well(says, flags, amara, dr_osei, mallory, now):
    post = says(mallory, "Nobody wants you here")
    flags(amara, post)
    posting.edit_post(posting.Edit(text="Good morning"), post=post, by=mallory, now=now)

    case = flags(dr_osei, post).case

    said = [evidence.kept["text"] for evidence in case.evidence.all()]
    assert said == ["Nobody wants you here", "Good morning"]


def test_a_post_that_shows_a_patient_is_hidden_at_once_and_its_author_told_kindly(
    says, flags, amara, dr_osei, mallory, now, mailoutbox
):
    post = says(mallory, "The woman of ward 7 whom all of you know")

    flags(amara, post, Reason.PRIVACY)

    readers = {"amara": amara.pk, "visitor": None, "author": mallory.pk, "other": dr_osei.pk}
    seen = {
        who
        for who, viewer_id in readers.items()
        if posts.readable(viewer_id, now=now).filter(pk=post.pk).exists()
    }
    assert seen == {"author"}
    (mail,) = mailoutbox
    assert mail.to == [mallory.account.email]
    assert "hidden from everybody but you" in mail.body
    assert "ward 7" not in mail.body


@pytest.mark.parametrize("reason", [one for one in Reason if one != Reason.PRIVACY])
def test_for_other_reasons_nothing_is_hidden_before_somebody_looked(
    says, flags, amara, mallory, now, reason, mailoutbox
):
    post = says(mallory)

    flags(amara, post, reason, words="Look")

    assert posts.readable(None, now=now).filter(pk=post.pk).exists()
    assert mailoutbox == []


def test_words_that_a_moderator_let_stand_are_not_hidden_again(
    says, flags, amara, dr_osei, mallory, now
):
    post = says(mallory, "A teaching case, invented")
    case = flags(amara, post, Reason.PRIVACY).case
    posting.give_back_post(post.pk)
    case.closed_at = now
    case.save(update_fields=["closed_at"])

    again = flags(dr_osei, post, Reason.PRIVACY)

    assert again.case != case
    assert Post.objects.get(pk=post.pk).withheld_at is None

    posting.edit_post(posting.Edit(text="Her on ward 7"), post=post, by=mallory, now=now)
    flags(amara, post, Reason.PRIVACY)
    assert Post.objects.get(pk=post.pk).withheld_at is not None


def test_a_flag_that_is_too_long_is_refused(says, flags, amara, mallory):
    post = says(mallory)

    with pytest.raises(actions.WordsTooLong):
        flags(amara, post, words="x" * 1001)

    assert not Case.objects.exists()


def test_nobody_flags_herself(says, flags, amara, now):
    with pytest.raises(actions.CannotFlagYourself):
        flags(amara, says(amara))
    with pytest.raises(actions.CannotFlagYourself):
        actions.flag_person(NewFlag(reason=Reason.SPAM), person=amara, by=amara, now=now)

    assert not Case.objects.exists()


def test_a_flood_ends(says, flags, amara, mallory):
    post = says(mallory)
    for _ in range(50):
        flags(amara, post)

    with pytest.raises(actions.TooManyFlags):
        flags(amara, says(mallory, "Another"))

    assert Flag.objects.count() == 1


def test_what_was_flagged_and_why_lies_sealed(says, flags, amara, mallory, now):
    post = says(mallory, "Zwetschgenwasser")
    flags(amara, post, words="Quittenbrand")
    posting.delete_post(post=post, by=mallory, now=now)

    stored = b"\n".join(every_stored_value())

    assert b"Quittenbrand" not in stored
    assert b"Zwetschgenwasser" not in stored
