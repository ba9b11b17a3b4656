"""Moderators ask one party of a case, and she answers; the other reads nothing of it."""

from datetime import timedelta

import pytest
from django.core import mail

from corridor.people import queries as who
from corridor.safety import actions, correspondence_links, queries
from corridor.safety.choices import Deed
from corridor.safety.models import Correspondence, DeskMessage, LogEntry
from corridor.safety.personal_archive import archive

QUESTION = "What was the shift about?"


@pytest.fixture
def asked(case, moderator, now):
    """`asked()`: the person; `asked(flag)`: whoever made it."""

    def ask(flag=None, words=QUESTION):
        message = actions.write_to_party(case, flag=flag, words=words, by=moderator(), now=now)
        return message.correspondence

    return ask


def test_the_person_is_asked_and_answers(case, asked, mallory, now):
    held = asked()

    (letter,) = mail.outbox
    assert letter.to == [mallory.account.email]
    assert QUESTION in letter.body
    token = letter.body.split("/desk-mail/")[1].split("/")[0]
    assert queries.correspondence_of_link(token).correspondence == held

    actions.answer_desk(correspondence=held, words=" A joke ", now=now)
    told = [(one.is_from_desk, one.words) for one in held.messages.all()]
    assert told == [(True, QUESTION), (False, "A joke")]


def test_nothing_of_the_other_party_is_told(case, asked, amara, mallory, now):
    (flag,) = case.flags.all()
    asked(flag, words="When did it begin?")
    asked(words="What did you mean?")

    to_flagger, to_person = mail.outbox
    assert (to_flagger.to, to_person.to) == ([amara.account.email], [mallory.account.email])
    assert mallory.handle not in to_flagger.body + to_flagger.alternatives[0].content
    assert "What did you mean?" not in to_flagger.body
    assert amara.handle not in to_person.body + to_person.alternatives[0].content
    assert "When did it begin?" not in to_person.body
    told = {
        one.handle: [
            [said.words for said in held.messages] for held in queries.own_correspondences(one.pk)
        ]
        for one in (amara, mallory)
    }
    assert told == {
        amara.handle: [["When did it begin?"]],
        mallory.handle: [["What did you mean?"]],
    }


def test_who_may_not_look_may_not_ask(case, moderator, dr_osei, mallory, now):
    for by in (dr_osei, moderator("spam"), mallory):
        with pytest.raises(actions.NotYourCase):
            actions.write_to_party(case, flag=None, words="x", by=by, now=now)
    assert mail.outbox == []
    assert not Correspondence.objects.exists()


def test_a_flag_of_another_case_is_refused(case, says, flags, amara, mallory, moderator, now):
    other = flags(amara, says(mallory, "Other"))

    with pytest.raises(actions.NobodyToWriteTo):
        actions.write_to_party(case, flag=other, words="x", by=moderator(), now=now)


@pytest.mark.parametrize(
    ("words", "refusal"), [(" ", actions.NoteIsEmpty), ("x" * 2001, actions.NoteTooLong)]
)
def test_what_is_no_message_is_refused_either_way(case, asked, moderator, now, words, refusal):
    with pytest.raises(refusal):
        asked(words=words)
    assert not Correspondence.objects.exists()

    held = asked()
    with pytest.raises(refusal):
        actions.answer_desk(correspondence=held, words=words, now=now)
    assert DeskMessage.objects.count() == 1


def test_two_weeks_after_the_decision_nobody_answers_any_more(case, asked, decides, moderator, now):
    held = asked()
    decides(case, moderator())

    actions.answer_desk(correspondence=held, words="Late", now=now + timedelta(days=13))
    with pytest.raises(actions.CorrespondenceOver):
        actions.answer_desk(correspondence=held, words="Later", now=now + timedelta(days=15))


def test_a_flood_of_answers_is_stopped(asked, now):
    held = asked()
    for number in range(20):
        actions.answer_desk(correspondence=held, words=f"{number}", now=now)

    with pytest.raises(actions.TooManyAnswers):
        actions.answer_desk(correspondence=held, words="More", now=now)
    assert held.messages.count() == 21


def test_links_are_nobody_elses(asked):
    held = asked()
    token = correspondence_links.token_of(held)

    assert queries.correspondence_of_link(f"{token}x") is None
    assert queries.correspondence_of_link("made-up") is None


def test_the_list_says_who_waits_for_whom(case, asked, moderator, now):
    viewer = moderator()

    def is_asked():
        return queries.cases_waiting(viewer, today=now.date()).get(pk=case.pk).is_asked

    assert is_asked() is None
    held = asked()
    assert is_asked() is True
    actions.answer_desk(correspondence=held, words="x", now=now + timedelta(minutes=1))
    assert is_asked() is False


def test_asking_is_in_the_log_and_in_her_archive(case, asked, mallory, amara):
    asked()

    entry = LogEntry.objects.latest("number")
    assert (entry.deed, entry.details) == (Deed.WROTE, "the person")
    for profile, words in ((mallory, [QUESTION]), (amara, [])):
        (section,) = [
            one for one in archive(who.profile_by_handle(profile.handle)) if one.key == "desk_mail"
        ]
        assert [row["words"] for row in section.rows] == words
