"""A few people talk; each may leave, and reads what was said since she came."""

import pytest

from corridor.conversations import actions, queries
from corridor.conversations.models import Conversation, Message
from corridor.people.actions import block


@pytest.fixture
def group(begin, amara, dr_osei, prof_lindqvist):
    return begin(amara, dr_osei, prof_lindqvist, about="The poster")


def test_all_of_them_read_it(group, say, read, amara, dr_osei, prof_lindqvist):
    say(group, amara, "Who draws figure 2?")

    assert read(group, dr_osei) == read(group, prof_lindqvist) == ["Who draws figure 2?"]


def test_whoever_is_added_reads_from_then_on(
    group, say, read, opened, now, know_each_other, amara, mallory
):
    know_each_other(amara, mallory)
    say(group, amara, "Before.")

    actions.add_people([mallory], opened=opened(group, amara), by=amara, now=now)
    say(group, amara, "After.", minutes=1)

    assert read(group, mallory) == ["", "After."]


def test_only_its_keeper_adds_and_names(group, opened, now, dr_osei, mallory, amara):
    with pytest.raises(actions.NotYourGroup):
        actions.add_people([mallory], opened=opened(group, dr_osei), by=dr_osei, now=now)
    with pytest.raises(actions.NotYourGroup):
        actions.name_group("Mine", opened=opened(group, dr_osei))
    with pytest.raises(actions.NobodyToTalkTo):
        actions.add_people([dr_osei], opened=opened(group, amara), by=amara, now=now)
    with pytest.raises(actions.TitleTooLong):
        actions.name_group("x" * 81, opened=opened(group, amara))
    actions.name_group("Figure 2", opened=opened(group, amara))

    assert opened(group, dr_osei).title == "Figure 2"
    assert opened(group, mallory) is None


def test_it_never_has_more_than_twelve(group, opened, now, join, amara):
    crowd = [join(handle=f"one_{name}", display_name=name) for name in "abcdefghij"]

    with pytest.raises(actions.TooManyPeople):
        actions.add_people(crowd, opened=opened(group, amara), by=amara, now=now)

    assert len(opened(group, amara).others) == 2


def test_whoever_leaves_reads_it_no_longer_and_another_keeps_it(
    group, say, opened, now, amara, dr_osei
):
    say(group, amara, "Bye.")

    actions.leave_conversation(opened=opened(group, amara), by=amara, now=now)

    assert opened(group, amara) is None
    assert opened(group, dr_osei).is_hers_to_keep


def test_two_people_do_not_leave(begin, opened, now, amara, dr_osei):
    talk = begin(amara, dr_osei)

    with pytest.raises(actions.NoGroup):
        actions.leave_conversation(opened=opened(talk, amara), by=amara, now=now)

    assert opened(talk, amara) is not None


def test_an_empty_group_is_gone(group, opened, now, amara, dr_osei, prof_lindqvist):
    for one in (amara, dr_osei, prof_lindqvist):
        actions.leave_conversation(opened=opened(group, one), by=one, now=now)

    assert not Conversation.objects.exists()
    assert not Message.objects.exists()


def test_words_of_whom_she_blocked_are_covered_for_her(
    group, say, read, opened, now, amara, dr_osei, prof_lindqvist
):
    said = say(group, dr_osei, "You again.")
    block(blocker=amara, blocked=dr_osei, now=now)

    assert read(group, amara) == [""]
    assert read(group, prof_lindqvist) == ["You again."]
    assert queries.search(opened(group, amara), "again", now=now) == []
    ids = [said.pk]
    covered = queries.chosen(opened(group, amara), ids, writer_id=dr_osei.pk, now=now)
    assert [one.message.pk for one in covered] == ids


def test_whoever_left_is_asked_before_she_is_in_again(
    group, say, opened, now, amara, dr_osei, prof_lindqvist
):
    say(group, amara, "Bye.")
    before = opened(group, dr_osei)
    actions.leave_conversation(opened=before, by=dr_osei, now=now)
    actions.leave_conversation(opened=before, by=dr_osei, now=now)  # pressed twice

    actions.add_people([dr_osei], opened=opened(group, amara), by=amara, now=now)

    assert opened(group, dr_osei).is_asked
    assert Message.objects.filter(kind="left").count() == 1
