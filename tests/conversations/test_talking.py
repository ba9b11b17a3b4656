"""Two people, or a few, talk where nobody else reads."""

from datetime import timedelta

import pytest

from corridor.conversations import actions, queries
from corridor.conversations.actions import NewMessage
from corridor.conversations.models import Conversation, Membership, Message
from corridor.people.actions import block, choose_first_words
from corridor.people.choices import FirstWords
from corridor.posts.actions import MayIdentifyPatient, NotForStrangers, TooManyFirstMessages
from corridor.posts.choices import WhyKept
from tests.kernel.pdfs import pdf


def test_what_one_says_the_other_reads(begin, say, read, amara, dr_osei):
    talk = begin(amara, dr_osei)

    say(talk, amara, "May I ask you something?")

    assert read(talk, dr_osei) == ["May I ask you something?"]


def test_two_people_have_one_conversation(begin, amara, dr_osei):
    assert begin(amara, dr_osei) == begin(dr_osei, amara)
    assert begin(amara, dr_osei) == begin(amara, dr_osei)


def test_nobody_else_opens_it(begin, say, opened, amara, dr_osei, mallory, prof_lindqvist):
    talk = begin(amara, dr_osei)
    say(talk, amara, "Between us.")

    assert opened(talk, mallory) is None
    assert opened(talk, prof_lindqvist) is None


def test_what_is_empty_or_too_long_is_not_sent(begin, say, amara, dr_osei):
    talk = begin(amara, dr_osei)

    with pytest.raises(actions.EmptyMessage):
        say(talk, amara, " \n ")
    with pytest.raises(actions.MessageTooLong):
        say(talk, amara, "x" * 5001)

    assert not Message.objects.exists()


def test_details_of_a_patient_are_asked_about_and_numbers_stay_out(begin, say, amara, dr_osei):
    talk = begin(amara, dr_osei)

    with pytest.raises(MayIdentifyPatient) as asked:
        say(talk, amara, "Room 12, 43-year-old man on 3 March 2026, what would you do?")
    with pytest.raises(MayIdentifyPatient) as held:
        say(talk, amara, "MRN 84736251", kept_because=WhyKept.NO_PATIENT)

    assert (asked.value.is_final, held.value.is_final) == (False, True)
    assert not Message.objects.exists()
    say(
        talk,
        amara,
        "Room 12, 43-year-old man on 3 March 2026, what would you do?",
        kept_because=WhyKept.NO_PATIENT,
    )
    assert Message.objects.count() == 1


def test_a_stranger_asks_first_and_says_one_thing(begin, say, opened, amara, mallory):
    talk = begin(mallory, amara)
    say(talk, mallory, "Hello.")

    with pytest.raises(actions.WaitForAnswer):
        say(talk, mallory, "Hello?")
    with pytest.raises(actions.AnswerFirst):
        say(talk, amara, "Yes?")

    assert Message.objects.count() == 1


def test_accepting_lets_both_write(begin, say, read, opened, now, amara, mallory):
    talk = begin(mallory, amara)
    say(talk, mallory, "Hello.")

    actions.accept_request(opened=opened(talk, amara), now=now)

    say(talk, amara, "Hello, Mallory.")
    say(talk, mallory, "Thank you.")
    assert read(talk, mallory) == ["Hello.", "Hello, Mallory.", "Thank you."]


def test_declining_is_not_seen_by_whoever_asked(begin, say, opened, now, amara, mallory):
    talk = begin(mallory, amara)
    say(talk, mallory, "Hello.")
    before = opened(talk, mallory)

    actions.decline_request(opened=opened(talk, amara), now=now)

    after = opened(talk, mallory)
    assert (after.waiting, after.is_closed) == (before.waiting, before.is_closed)
    with pytest.raises(actions.WaitForAnswer):
        say(talk, mallory, "Hello?")


def test_she_who_declined_may_still_accept(begin, say, opened, now, amara, mallory):
    talk = begin(mallory, amara)
    say(talk, mallory, "Hello.")
    actions.decline_request(opened=opened(talk, amara), now=now)

    actions.accept_request(opened=opened(talk, amara), now=now)

    assert opened(talk, amara).is_asked is False
    with pytest.raises(actions.NothingAsked):
        actions.accept_request(opened=opened(talk, amara), now=now)


@pytest.mark.parametrize("wish", [FirstWords.TIES, FirstWords.VERIFIED])
def test_who_wants_no_strangers_gets_none(begin, amara, mallory, wish):
    choose_first_words(wish, profile=amara)

    with pytest.raises(NotForStrangers):
        begin(mallory, amara)

    assert not Conversation.objects.exists()


def test_who_lets_anybody_write_is_not_asked(begin, say, opened, amara, mallory):
    choose_first_words(FirstWords.ANYBODY, profile=amara)

    talk = begin(mallory, amara)

    assert opened(talk, amara).is_asked is False


def test_nobody_asks_very_many_in_a_day(begin, join, mallory):
    asked = [join(handle=f"stranger_{name}", display_name=name) for name in "abcd"]

    for one in asked[:3]:
        begin(mallory, one)
    with pytest.raises(TooManyFirstMessages):
        begin(mallory, asked[3])

    assert Membership.objects.filter(is_request=True).count() == 3


def test_whoever_is_blocked_is_not_told_and_reaches_nobody(begin, say, opened, now, amara, dr_osei):
    talk = begin(amara, dr_osei)
    say(talk, amara, "Hello.")

    block(blocker=dr_osei, blocked=amara, now=now)

    assert opened(talk, amara).is_closed
    with pytest.raises(actions.ConversationClosed):
        say(talk, amara, "Hello?")
    with pytest.raises(actions.ConversationClosed):
        say(talk, dr_osei, "No.")
    assert Message.objects.count() == 1


def test_nobody_begins_with_whom_she_does_not_see(begin, now, amara, dr_osei, prof_lindqvist):
    block(blocker=dr_osei, blocked=amara, now=now)

    for members in ([dr_osei], [dr_osei, prof_lindqvist]):
        with pytest.raises(actions.CannotReach):
            begin(amara, *members)

    assert not Conversation.objects.exists()


def test_nobody_talks_to_herself_or_to_a_crowd(begin, join, amara):
    crowd = [join(handle=f"one_{name}", display_name=name) for name in "abcdefghijkl"]

    with pytest.raises(actions.NobodyToTalkTo):
        begin(amara, amara)
    with pytest.raises(actions.TooManyPeople):
        begin(amara, *crowd)
    with pytest.raises(actions.TitleTooLong):
        begin(amara, *crowd[:2], about="x" * 81)

    assert not Conversation.objects.exists()


def test_a_message_is_edited_for_a_quarter_of_an_hour(
    begin, say, read, opened, now, amara, dr_osei
):
    talk = begin(amara, dr_osei)
    said = say(talk, amara, "Teh plan")

    actions.edit_message(said.pk, text="The plan", opened=opened(talk, amara), now=now)
    late = now + timedelta(minutes=15)
    for opened_by, at in [(amara, late), (dr_osei, now)]:
        with pytest.raises(actions.TooLateToChange):
            actions.edit_message(said.pk, text="No", opened=opened(talk, opened_by), now=at)
    with pytest.raises(actions.EmptyMessage):
        actions.edit_message(said.pk, text=" ", opened=opened(talk, amara), now=now)
    with pytest.raises(MayIdentifyPatient):
        actions.edit_message(said.pk, text="MRN 84736251", opened=opened(talk, amara), now=now)

    assert read(talk, dr_osei) == ["The plan"]


def test_what_is_taken_back_is_gone(begin, say, read, opened, now, amara, dr_osei):
    talk = begin(amara, dr_osei)
    file = actions.attach_file(name="plan.pdf", content=pdf(), by=amara, now=now)
    said = say(talk, amara, "To the wrong person", files=[file.pk])

    actions.take_back_message(said.pk, opened=opened(talk, amara), now=now)

    assert read(talk, dr_osei) == [""]
    assert queries.file_for(opened(talk, dr_osei), file.pk) is None
    with pytest.raises(actions.TooLateToChange):
        actions.take_back_message(said.pk, opened=opened(talk, amara), now=now)


def test_it_is_read_when_she_looks_and_said_so_if_both_show_it(
    begin, say, opened, now, amara, dr_osei
):
    talk = begin(amara, dr_osei)
    say(talk, amara, "Hello.")

    def seen():
        return queries.messages(opened(talk, amara), now=now, limit=9).said[-1].seen_by

    assert (list(seen()), queries.unread(dr_osei, now=now)) == ([], 1)
    actions.read_conversation(opened(talk, dr_osei))
    assert (list(seen()), queries.unread(dr_osei, now=now)) == (["Dr Kwame Osei"], 0)
    actions.show_what_is_read(by=amara.pk, shows_read=False)
    assert list(seen()) == []
    actions.show_what_is_read(by=amara.pk, shows_read=True)
    actions.show_what_is_read(by=dr_osei.pk, shows_read=False)
    assert list(seen()) == []


def test_looking_at_a_request_is_not_reading_it(begin, say, opened, now, amara, mallory):
    talk = begin(mallory, amara)
    say(talk, mallory, "Hello.")

    actions.read_conversation(opened(talk, amara))

    assert queries.messages(opened(talk, mallory), now=now, limit=9).said[-1].seen_by == []
    assert queries.unread(amara, now=now) == 1


def test_a_search_looks_through_one_conversation(
    begin, say, opened, now, amara, dr_osei, prof_lindqvist
):
    talk, other = begin(amara, dr_osei), begin(amara, prof_lindqvist)
    say(talk, amara, "Which ARRHYTHMIA course?")
    say(talk, dr_osei, "The one in May.", minutes=1)
    say(other, amara, "An arrhythmia, too.")

    found = queries.search(opened(talk, dr_osei), "arrhythmia course", now=now)

    assert [one.words for one in found] == ["Which ARRHYTHMIA course?"]
    assert queries.search(opened(talk, dr_osei), "  ", now=now) == []


def test_it_is_read_in_stretches(begin, say, opened, now, amara, dr_osei):
    talk = begin(amara, dr_osei)
    for number in range(7):
        say(talk, amara, f"No. {number}", minutes=number)

    newest = queries.messages(opened(talk, dr_osei), now=now, limit=5)
    before = queries.messages(opened(talk, dr_osei), now=now, limit=5, before=newest.earlier)

    assert [one.words[-1] for one in newest.said] == ["2", "3", "4", "5", "6"]
    assert [one.words[-1] for one in before.said] == ["0", "1"]
    assert before.earlier is None


def test_shelves_hold_each_conversation_once(begin, say, opened, now, amara, dr_osei, mallory):
    talk, asked = begin(dr_osei, amara), begin(mallory, amara)
    say(talk, dr_osei, "Hello.")
    say(asked, mallory, "Hello.")

    def shelves():
        return {
            shelf.value: [
                one.conversation.pk
                for one in queries.conversations(amara, now=now, shelf=shelf, limit=9)
            ]
            for shelf in queries.Shelf
        }

    assert shelves() == {"open": [talk.pk], "requests": [asked.pk], "away": []}
    actions.decline_request(opened=opened(asked, amara), now=now)
    actions.put_away_conversation(opened(talk, amara), is_away=True)
    assert shelves() == {"open": [], "requests": [], "away": [talk.pk, asked.pk]} or shelves() == {
        "open": [],
        "requests": [],
        "away": [asked.pk, talk.pk],
    }
    say(talk, dr_osei, "One more thing.", minutes=1)
    assert shelves()["open"] == [talk.pk]
    block(blocker=amara, blocked=dr_osei, now=now)
    assert talk.pk in shelves()["away"]


def test_a_file_is_what_its_bytes_say(now, amara, dr_osei):
    for content in (b"MZ\x90\0", b"<html>", b"%PDF-1.7", b"\x89PNG\r\n\x1a\nbroken"):
        with pytest.raises(actions.NoPictureAndNoPdf):
            actions.attach_file(name="plan.pdf", content=content, by=amara, now=now)
    with pytest.raises(actions.FileTooLarge):
        actions.attach_file(
            name="plan.pdf", content=b"%PDF-" + b"x" * (10 << 20), by=amara, now=now
        )


def test_nobody_sends_the_file_of_another(begin, say, now, amara, dr_osei):
    file = actions.attach_file(name="../cv.PDF", content=pdf(), by=dr_osei, now=now)
    talk = begin(amara, dr_osei)

    for files in ([file.pk], [file.pk + 1]):
        with pytest.raises(actions.UnknownFile):
            say(talk, amara, "Look", files=files)
    with pytest.raises(actions.TooManyFiles):
        say(talk, amara, "Look", files=[1, 2, 3, 4, 5])

    assert not Message.objects.exists()
    assert file.name == "cv.pdf"


def test_what_was_never_sent_is_forgotten(begin, say, opened, now, amara, dr_osei):
    unsent = actions.attach_file(name="a.pdf", content=pdf(), by=amara, now=now)
    sent = actions.attach_file(name="b.pdf", content=pdf(), by=amara, now=now)
    talk = begin(amara, dr_osei)
    say(talk, amara, "", files=[sent.pk])

    forgotten = actions.forget_unsent_files(now=now + timedelta(days=2))

    assert forgotten == 1
    assert queries.file_for(opened(talk, dr_osei), sent.pk).content.startswith(b"%PDF-")
    assert queries.unsent_files([unsent.pk], owner_id=amara.pk) == []


def test_a_message_of_another_is_not_flagged_as_hers(begin, say, opened, now, amara, dr_osei):
    talk = begin(amara, dr_osei)
    asked = say(talk, amara, "Why?")
    answered = say(talk, dr_osei, "Because.", minutes=1)

    ids = [asked.pk, answered.pk]
    found = queries.chosen(opened(talk, amara), ids, writer_id=dr_osei.pk, now=now)

    assert [one.words for one in found] == ["Because."]
    assert NewMessage(text="x").files == ()


def test_when_two_said_yes_elsewhere_nothing_waits(begin, say, opened, amara, mallory):
    talk = begin(mallory, amara)
    say(talk, mallory, "May I ask you something?")

    actions.let_two_write(amara.pk, mallory.pk)

    assert not opened(talk, amara).is_asked
    say(talk, mallory, "One more thing.", minutes=1)
    say(talk, amara, "Of course.", minutes=2)


def test_whoever_is_blocked_says_nothing_by_editing(begin, say, read, opened, now, amara, dr_osei):
    talk = begin(amara, dr_osei)
    said = say(talk, amara, "Good morning.")
    block(blocker=dr_osei, blocked=amara, now=now)

    with pytest.raises(actions.ConversationClosed):
        actions.edit_message(said.pk, text="Why?", opened=opened(talk, amara), now=now)

    assert read(talk, dr_osei) == ["Good morning."]
    actions.take_back_message(said.pk, opened=opened(talk, amara), now=now)
    assert read(talk, dr_osei) == [""]
