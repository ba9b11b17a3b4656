"""Nothing that might identify a patient is said by accident, whichever way it is said."""

import logging
from datetime import timedelta

import pytest

from corridor.posts.actions import (
    Edit,
    MayIdentifyPatient,
    NewPoll,
    NewPost,
    edit_post,
    publish_post,
    schedule_post,
)
from corridor.posts.actions.schedule_post import publish_due
from corridor.posts.choices import Audience, Kind, WhyKept
from corridor.posts.models import KeptWords, Post, ScheduledPost

OLD = "I saw a 94-year-old lighthouse keeper from Aberdovey last Tuesday, septic."
RECORD = "My patient, MRN 12345678, is septic."
HARMLESS = "Blocks for everybody on Thursday, room 94."


@pytest.fixture
def say(amara, now):
    def publish(text, **more):
        return publish_post(NewPost(text=text, **more), by=amara, now=now)

    return publish


def test_what_is_about_no_patient_is_published(say):
    assert say(HARMLESS).pk


@pytest.mark.parametrize("audience", Audience)
def test_words_that_might_identify_a_patient_are_not_published_for_anybody(say, audience):
    with pytest.raises(MayIdentifyPatient) as refused:
        say(OLD, audience=audience)

    assert not refused.value.is_final
    assert not Post.objects.exists()


@pytest.mark.parametrize(
    "where",
    [{"content_note": OLD}, {"poll": NewPoll(options=["no", OLD], lasts=timedelta(days=1))}],
)
def test_other_fields_are_looked_at_as_well(say, where):
    with pytest.raises(MayIdentifyPatient):
        say("Look", **where)


def test_with_a_reason_they_stay_and_only_that_is_counted(say, now):
    post = say(OLD, kept_because=WhyKept.INVENTED)

    assert post.text == OLD
    kept = list(KeptWords.objects.values_list("day", "because", "times"))
    assert set(kept) == {(now.date(), "invented", 1)}
    say(OLD, kept_because=WhyKept.INVENTED)
    assert set(KeptWords.objects.values_list("times", flat=True)) == {2}


@pytest.mark.parametrize("because", ["", "because I say so", *WhyKept.values])
def test_no_reason_lets_a_record_number_pass(say, because):
    with pytest.raises(MayIdentifyPatient) as refused:
        say(RECORD, kept_because=because)

    assert refused.value.is_final


def test_what_is_printed_of_a_refusal_has_none_of_the_words(say):
    with pytest.raises(MayIdentifyPatient) as refused:
        say(OLD)

    printed = f"{refused.value} {refused.value!r} {refused.value.doubtful}"
    assert "94" not in printed
    assert "Aberdovey" not in printed


def test_nothing_of_it_is_logged_or_kept(say, caplog):
    with caplog.at_level(logging.DEBUG), pytest.raises(MayIdentifyPatient):
        say(OLD)

    # Statements with their values are logged only where somebody debugs the database.
    assert not [one for one in caplog.records if "Aberdovey" in one.getMessage()]
    assert not KeptWords.objects.exists()


def test_an_edit_is_looked_at_but_not_one_that_changes_nothing(say, amara, now):
    kept = say(OLD, kept_because=WhyKept.AGREED)
    plain = say(HARMLESS)

    edit_post(Edit(text=OLD), post=kept, by=amara, now=now)
    with pytest.raises(MayIdentifyPatient):
        edit_post(Edit(text=OLD), post=plain, by=amara, now=now)
    edit_post(Edit(text=OLD, kept_because=WhyKept.AGREED), post=plain, by=amara, now=now)

    assert Post.objects.get(pk=plain.pk).text == OLD


def test_a_post_for_later_is_looked_at_now_and_published_with_its_reason(amara, now):
    due = now + timedelta(days=1)
    with pytest.raises(MayIdentifyPatient):
        schedule_post(NewPost(text=OLD), due_at=due, by=amara, now=now)
    reasoned = NewPost(text=OLD, kept_because=WhyKept.INVENTED)
    schedule_post(reasoned, due_at=due, by=amara, now=now)

    publish_due(now=due)

    assert Post.objects.get().text == OLD
    assert not ScheduledPost.objects.exists()


def test_her_own_address_and_name_are_no_patients(say, amara):
    amara.display_name = "Amara Nwosu"
    post = say(f"My patient asked how to reach me: {amara.account.email}")

    assert post.pk


def test_an_achievement_names_a_member_with_her_town(say):
    assert say("Award: best paper, Aberdovey, last Tuesday", kind=Kind.ACHIEVEMENT).pk
