"""An answer is kept when both agree to its words, without who asked, and for as long as both do."""

from threading import Barrier, Thread

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as some

from corridor.algorithms.state_machines import MoveImpossible
from corridor.library import actions, queries
from corridor.library.actions import SaidAnswer
from corridor.library.answer_states import ANSWERER, ASKER, KEPT_ANSWER
from corridor.library.models import KeptAnswer
from corridor.library.personal_archive import ABOUT_PEOPLE
from corridor.notifications.models import Notification
from corridor.notifications.wording import sentence
from corridor.people.actions import declare_evaluation
from corridor.people.choices import EvaluationKind
from corridor.posts.actions import MayIdentifyPatient
from tests.stored import every_value_of

pytestmark = pytest.mark.django_db
QUESTION = "I failed my OSCE at Severnside in June. Is that the end?"
EDITED = "I failed an examination. Is that the end?"
ANSWER = "No. I failed two."


@pytest.fixture
def said(amara, dr_osei):
    return SaidAnswer(
        source="question 7",
        topic="wellbeing",
        stage=amara.stage_name,
        question=QUESTION,
        answer=ANSWER,
        asker_id=amara.pk,
        answerer_id=dr_osei.pk,
    )


@pytest.fixture
def kept(said, amara, dr_osei, now):
    actions.agree_to_keep(said, words=EDITED, by=amara, now=now)
    return actions.agree_to_keep(said, words=ANSWER, by=dr_osei, now=now)


def found(viewer, now, **asked):
    return [one.question for one in queries.kept_answers(viewer, now=now, **asked)]


def test_nothing_is_read_before_both_agreed(said, amara, dr_osei, mallory, now):
    proposed = actions.agree_to_keep(said, words=EDITED, by=amara, now=now)

    assert found(mallory, now) == []
    assert proposed.question == ""
    told = Notification.objects.get(recipient=dr_osei, kind="answer_to_keep")
    assert told.by == dr_osei
    assert queries.kept_from_source("question 7", viewer=dr_osei).waits_for_her


def test_members_find_it_in_the_words_that_both_want(kept, mallory, now):
    assert found(mallory, now, words="FAILED examination") == [EDITED]
    assert found(mallory, now, words="Severnside") == []
    assert found(mallory, now, topic="wellbeing") == [EDITED]
    assert found(mallory, now, topic="research") == []


def test_whoever_answers_may_propose_it_and_whoever_asked_edits_then(said, amara, dr_osei, now):
    actions.agree_to_keep(said, words="No, no.", by=dr_osei, now=now)
    kept = actions.agree_to_keep(said, words=EDITED, by=amara, now=now)

    assert (kept.state, kept.question, kept.answer) == ("kept", EDITED, "No, no.")


def test_a_notice_names_whoever_answered_and_never_whoever_asked(kept, amara, dr_osei):
    told = {
        reader.handle: sentence(one, who=one.by.display_name)
        for reader in (amara, dr_osei)
        for one in Notification.objects.filter(recipient=reader, kind="answer_to_keep")
    }

    assert told == {
        amara.handle: "Dr Kwame Osei agrees to keep an answer to you in the library",
        dr_osei.handle: "Whoever asked agrees to keep an answer of yours in the library",
    }


@pytest.mark.parametrize("who", ["amara", "dr_osei"])
def test_either_withdraws_it_and_the_other_cannot_bring_it_back(
    kept, said, amara, dr_osei, mallory, now, who
):
    by, other = (amara, dr_osei) if who == "amara" else (dr_osei, amara)

    actions.withdraw_kept(kept.pk, by=by)

    assert found(mallory, now) == []
    with pytest.raises(actions.WithdrawnByTheOther):
        actions.agree_to_keep(said, words="Again.", by=other, now=now)
    with pytest.raises(MoveImpossible):
        actions.withdraw_kept(kept.pk, by=by)
    actions.agree_to_keep(said, words="Again.", by=by, now=now)
    assert KeptAnswer.objects.get().state == "proposed"


def test_what_is_refused_changes_nothing(said, amara, mallory, now):
    for refusal, words, by in (
        (actions.NotYourAnswer, "Mine.", mallory),
        (actions.NothingToKeep, "  ", amara),
        (actions.KeptWordsTooLong, "a" * 601, amara),
        (MayIdentifyPatient, "My patient Mary Jones, born 3 May 1961, in bed 4.", amara),
    ):
        with pytest.raises(refusal):
            actions.agree_to_keep(said, words=words, by=by, now=now)
    assert not KeptAnswer.objects.exclude(asker_agreed_at=None, answerer_agreed_at=None).exists()


def test_words_that_were_agreed_to_stand(kept, said, amara, mallory, now):
    with pytest.raises(actions.AgreedAlready):
        actions.agree_to_keep(said, words="Other words.", by=amara, now=now)
    with pytest.raises(actions.NotYourAnswer):
        actions.withdraw_kept(kept.pk, by=mallory)
    assert found(mallory, now) == [EDITED]


def test_a_copy_of_the_database_does_not_tell_who_asked(kept, amara):
    row = KeptAnswer.objects.values().get()
    del row["id"]

    assert [value for value in row.values() if value in {amara.pk, amara.handle}] == []
    stored = list(every_value_of("library_keptanswer"))
    assert [one for one in stored if b"Severnside" in one] == []


def test_whoever_is_kept_apart_from_either_does_not_find_it(
    kept, amara, dr_osei, prof_lindqvist, now
):
    declare_evaluation(
        profile=amara, other=prof_lindqvist, kind=EvaluationKind.EVALUATES_ME, now=now
    )

    assert found(prof_lindqvist, now) == []


def test_both_have_it_in_their_archives_and_it_goes_when_one_leaves(kept, amara, dr_osei):
    for one in (amara, dr_osei):
        sections = {section.key: section for section in ABOUT_PEOPLE.archive(one)}
        assert [row["question"] for row in sections["kept_answers"].rows] == [EDITED]

    ABOUT_PEOPLE.forget(amara, "gone")
    assert not KeptAnswer.objects.exists()


@pytest.mark.skipif(
    connection.vendor == "sqlite", reason="Threads share a database in memory without waiting"
)
@pytest.mark.django_db(transaction=True)
def test_two_who_agree_at_once_have_one_row_that_is_kept(said, amara, dr_osei, now):
    ready = Barrier(2)

    def agree(by):
        ready.wait(timeout=30)
        actions.agree_to_keep(said, words="As I said it.", by=by, now=now)
        connection.close()

    threads = [Thread(target=agree, args=[one]) for one in (amara, dr_osei)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert [one.state for one in KeptAnswer.objects.all()] == ["kept"]


@given(walk=some.lists(some.integers(0, 3), max_size=12))
def test_however_it_went_either_is_one_move_from_free(walk):
    state = KEPT_ANSWER.start
    for step in walk:
        moves = [move for move in KEPT_ANSWER.moves if state in move.starts]
        state = moves[step % len(moves)].end
    for who in (ASKER, ANSWERER):
        ways_out = [move for move in KEPT_ANSWER.open_to(who, state=state) if move.leaves]
        assert state in KEPT_ANSWER.ends or ways_out
