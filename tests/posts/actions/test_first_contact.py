"""Who may begin to write to somebody, and to how many."""

from datetime import timedelta

import pytest

from corridor.people import actions as people
from corridor.people.actions import verifying
from corridor.people.choices import FirstWords, Kind, Route
from corridor.posts import actions
from corridor.posts.choices import Audience
from corridor.posts.models import Post
from corridor.posts.queries import private_threads
from corridor.safety.actions import let_through
from corridor.safety.queries import message_requests

A_DAY = timedelta(days=1)


@pytest.fixture
def writes(says):
    def write(profile, *handles, **more):
        text = " ".join(f"@{handle}" for handle in handles)
        return says(profile, f"{text} May I ask?", audience=Audience.NAMED, **more)

    return write


@pytest.fixture
def students(join):
    """`students(11)`: so many of Amara's own stage."""

    def made(count, stage="MS3"):
        handles = [f"{stage.lower()}_{number}" for number in range(count)]
        for handle in handles:
            join(handle=handle, display_name="Somebody", stage=stage)
        return handles

    return made


def test_who_lets_nobody_write_first_is_not_written_to(amara, dr_osei, writes):
    people.choose_first_words(FirstWords.TIES, profile=dr_osei)

    with pytest.raises(actions.NotForStrangers):
        writes(amara, "kwame_osei")

    assert not Post.objects.exists()


def test_whom_she_follows_may_write_first(amara, dr_osei, writes, now):
    people.choose_first_words(FirstWords.TIES, profile=dr_osei)
    people.follow(follower=dr_osei, followed=amara, now=now)

    message = writes(amara, "kwame_osei")

    assert [one["thread"] for one in private_threads(dr_osei.pk, now=now)] == [message.pk]


def test_verified_members_may_ask_where_others_may_not(amara, dr_osei, writes, now):
    people.choose_first_words(FirstWords.VERIFIED, profile=dr_osei)
    with pytest.raises(actions.NotForStrangers):
        writes(amara, "kwame_osei")

    new = verifying.NewBadge(route=Route.VOUCHES)
    verifying.grant_badge(profile=amara, new=new, now=now)
    writes(amara, "kwame_osei")

    assert message_requests(dr_osei.pk, now=now).count() == 1


def test_who_lets_anybody_in_has_it_among_her_conversations(amara, dr_osei, writes, now):
    people.choose_first_words(FirstWords.ANYBODY, profile=dr_osei)

    message = writes(amara, "kwame_osei")

    assert [one["thread"] for one in private_threads(dr_osei.pk, now=now)] == [message.pk]
    assert not message_requests(dr_osei.pk, now=now).exists()


def test_three_first_messages_wait_for_people_far_from_her_stage(amara, students, writes, now):
    attendings = students(4, stage="ATT")
    for handle in attendings[:3]:
        writes(amara, handle)

    with pytest.raises(actions.TooManyFirstMessages):
        writes(amara, attendings[3])

    writes(amara, attendings[3], at=now + A_DAY)


def test_ten_wait_for_people_near_her(amara, students, writes):
    handles = students(11)
    for handle in handles[:10]:
        writes(amara, handle)

    with pytest.raises(actions.TooManyFirstMessages):
        writes(amara, handles[10])


def test_a_mentor_who_offers_has_asked_to_be_written_to(amara, join, students, writes):
    for handle in students(3, stage="ATT"):
        writes(amara, handle)
    mentor = join(handle="mentor", display_name="Dr Free", stage="ATT")
    offers = [people.NewOffer(kind=Kind.MENTORSHIP)]
    people.set_offers(profile=mentor, offers=offers, by=mentor)

    writes(amara, "mentor")


def test_an_answer_makes_room_for_another(amara, students, writes, now):
    attendings = students(4, stage="ATT")
    for handle in attendings[:3]:
        writes(amara, handle)
    first = Post.objects.order_by("pk").first()
    reader = first.addressees.get().profile

    let_through(message_requests(reader.pk, now=now), actor=reader, now=now)

    writes(amara, attendings[3])


def test_going_on_in_a_conversation_is_no_first_message(amara, dr_osei, writes):
    hers = writes(dr_osei, "amara_nwosu")
    people.choose_first_words(FirstWords.TIES, profile=dr_osei)

    writes(amara, "kwame_osei", in_reply_to=hers.pk)
