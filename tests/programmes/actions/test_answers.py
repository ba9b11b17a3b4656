from datetime import date, timedelta

import pytest
from django.core import mail

from corridor.mentoring.actions import NoRoom, Origin, open_relationship
from corridor.mentoring.choices import OriginKind
from corridor.mentoring.models import Relationship
from corridor.people.actions import NewOffer, block, set_offers
from corridor.people.choices import Kind
from corridor.programmes import queries
from corridor.programmes.actions import NotDirector, applying, matches
from corridor.programmes.actions.matches import NotNow
from corridor.programmes.answers import Answers
from corridor.programmes.documents import to_document
from corridor.programmes.models import Application, Match, NextBest, Round
from corridor.reminders.actions import send_due


@pytest.fixture
def amaras(match_of):
    """Amara is proposed to Dr Osei, who has two places; Dr Vaughan's one is asked for Tọ́mi."""
    match = match_of("amara_nwosu")
    mail.outbox.clear()
    return match


def state_of(match):
    match.refresh_from_db()
    return match.state, match.cause


def subjects(of):
    return [one.subject for one in mail.outbox if one.to == [of.account.email]]


def test_a_yes_opens_a_relationship_and_tells_both(amaras, amara, dr_osei, now):
    matches.accept_match(match_id=amaras.pk, side="mentor", by=dr_osei, now=now)

    assert state_of(amaras) == ("accepted", "")
    opened = Relationship.objects.get()
    assert (opened.mentor, opened.mentee, opened.programme_name) == (
        dr_osei,
        amara,
        "First-Gen in Medicine",
    )
    assert amaras.relationship == opened
    assert subjects(amara) == ["You and Dr Kwame Osei are a match"]
    assert subjects(dr_osei) == ["You and Amara Nwosu are a match"]


def test_two_who_work_together_already_go_on_until_the_later_end(amaras, amara, dr_osei, now):
    before = open_relationship(
        mentor=dr_osei,
        mentee=amara,
        role=Kind.MENTORSHIP,
        origin=Origin(kind=OriginKind.PROGRAMME, until=date(2026, 3, 27), places=2),
        now=now,
    )

    matches.accept_match(match_id=amaras.pk, side="mentor", by=dr_osei, now=now)

    kept = Relationship.objects.get()
    assert state_of(amaras) == ("accepted", "")
    assert amaras.relationship == before == kept
    assert kept.until == amaras.round.ends_on == date(2026, 9, 25)


@pytest.mark.parametrize("who", ["amara", "mallory", "dr_vaughan"])
def test_nobody_else_says_yes_for_a_mentor(request, amaras, now, who):
    with pytest.raises(matches.NotYourMatch):
        matches.accept_match(
            match_id=amaras.pk, side="mentor", by=request.getfixturevalue(who), now=now
        )

    assert state_of(amaras) == ("proposed", "")


def test_what_is_over_is_answered_no_more(amaras, dr_osei, now):
    matches.decline_match(match_id=amaras.pk, said=NotNow(), by=dr_osei, now=now)

    with pytest.raises(matches.MatchIsOver):
        matches.accept_match(match_id=amaras.pk, side="mentor", by=dr_osei, now=now)

    assert state_of(amaras) == ("declined", "mentor")
    assert not Relationship.objects.exists()


def test_not_now_asks_the_next_best_who_is_free_and_says_how_it_stands(
    apply_more, amaras, amara, dr_osei, now
):
    free = apply_more

    matches.decline_match(
        match_id=amaras.pk, said=NotNow(reason="Night shifts."), by=dr_osei, now=now
    )

    following = Match.objects.get(after=amaras)
    assert following.mentor.profile == free
    assert following.state == "proposed"
    assert subjects(amara) == ["First-Gen in Medicine: we are asking somebody else"]
    assert len(subjects(free)) == 1
    assert "Night shifts" not in "".join(one.body for one in mail.outbox)


@pytest.fixture
def apply_more(run, prof_raman, now):
    """Prof Raman is in the round since, with a place; she was not there when it was matched."""
    joins(prof_raman, run.round, now)
    return prof_raman


def joins(mentor, round, now):
    late = Application(round=round, profile=mentor, side="mentor", state="in", applied_at=now)
    late.answers = to_document(
        Answers(languages=frozenset({"english"}), covers=frozenset({"research"}), capacity=1)
    )
    late.save()


def test_nobody_is_asked_twice_for_the_same_mentee(amaras, dr_osei, now):
    matches.decline_match(match_id=amaras.pk, said=NotNow(), by=dr_osei, now=now)

    matches.follow_up(match_id=amaras.pk, now=now)

    asked = Match.objects.filter(mentee=amaras.mentee).values_list("mentor", flat=True)
    assert list(asked) == [amaras.mentor_id]


def test_where_nobody_is_left_the_mentee_is_told_so_and_waits(amaras, amara, dr_osei, now):
    """Dr Vaughan's one place is asked for Tọ́mi."""
    matches.decline_match(match_id=amaras.pk, said=NotNow(), by=dr_osei, now=now)

    assert subjects(amara) == ["First-Gen in Medicine: nobody is free at the moment"]
    assert [one.profile for one in queries.unserved(amaras.round)] == [amara]


def test_away_and_no_more_are_kept_on_the_same_screen(amaras, sam, dr_osei, now):
    said = NotNow(away_from=date(2026, 3, 1), back_on=date(2026, 4, 1), takes_no_more=True)

    matches.decline_match(match_id=amaras.pk, said=said, by=dr_osei, now=now)

    assert dr_osei.away.get().ends_on == date(2026, 4, 1)
    amaras.mentor.refresh_from_db()
    assert amaras.mentor.takes_no_more_at == now
    assert Match.objects.get(mentee__profile=sam).state == "proposed"


def test_a_question_and_its_answer_pass_between_the_two(amaras, amara, dr_osei, now):
    late = amaras.answer_by - timedelta(hours=1)
    matches.ask_mentee(match_id=amaras.pk, question="reach", by=dr_osei, now=late)
    assert state_of(amaras)[0] == "asked"
    assert amaras.answer_by == late + timedelta(days=3)

    matches.answer_mentor(match_id=amaras.pk, words="Publish a case.", by=amara, now=late)

    assert state_of(amaras)[0] == "proposed"
    assert queries.talk(amaras).answer == "Publish a case."
    assert "Publish a case" not in "".join(one.body for one in mail.outbox)


@pytest.mark.parametrize(
    ("refusal", "question"), [(matches.NoSuchQuestion, "salary"), (matches.AskedAlready, "tried")]
)
def test_one_question_of_those_offered(amaras, dr_osei, now, refusal, question):
    if refusal is matches.AskedAlready:
        matches.ask_mentee(match_id=amaras.pk, question="reach", by=dr_osei, now=now)
    before = state_of(amaras)

    with pytest.raises(refusal):
        matches.ask_mentee(match_id=amaras.pk, question=question, by=dr_osei, now=now)

    assert state_of(amaras) == before


@pytest.mark.parametrize(
    ("refusal", "words"),
    [(matches.AnswerMissing, " \0 "), (matches.AnswerTooLong, "a" * 601)],
)
def test_an_answer_says_something_short(amaras, amara, dr_osei, now, refusal, words):
    matches.ask_mentee(match_id=amaras.pk, question="reach", by=dr_osei, now=now)

    with pytest.raises(refusal):
        matches.answer_mentor(match_id=amaras.pk, words=words, by=amara, now=now)

    assert state_of(amaras) == ("asked", "")


def test_what_was_not_asked_is_not_answered(amaras, amara, now):
    with pytest.raises(matches.NothingAsked):
        matches.answer_mentor(match_id=amaras.pk, words="Hello.", by=amara, now=now)


def test_a_mentee_says_no_without_a_reason(amaras, amara, dr_osei, now):
    matches.refuse_match(match_id=amaras.pk, by=amara, now=now)

    assert state_of(amaras) == ("withdrawn", "mentee")
    assert subjects(dr_osei) == ["It does not go on with Amara Nwosu"]


def test_silence_is_reminded_of_and_then_lapses(amaras, dr_osei, now):
    soon = amaras.answer_by - timedelta(days=1)
    send_due(now=soon)
    send_due(now=soon + timedelta(hours=1))
    reminded = subjects(dr_osei)

    lapsed = matches.tend_matches(now=amaras.answer_by)

    assert len([one for one in reminded if one == "Amara Nwosu waits for your answer"]) == 1
    assert lapsed == 3
    assert state_of(amaras) == ("lapsed", "silence")
    assert matches.tend_matches(now=amaras.answer_by) == 0


def test_a_clock_that_is_put_back_reminds_nobody_again_and_brings_nothing_back(amaras, now):
    days = [now + timedelta(hours=hours) for hours in range(0, 10 * 24, 12)]
    before, after = (
        [day for day in days if (day < amaras.answer_by) == is_before]
        for is_before in (True, False)
    )

    lapsed = [live(before), live(before)]
    reminders = [one.subject for one in mail.outbox]
    lapsed += [live(after), live(days)]

    assert len(reminders) == len(set(reminders))
    assert "Amara Nwosu waits for your answer" in reminders
    assert lapsed == [0, 0, 3, 0]
    assert state_of(amaras) == ("lapsed", "silence")


def live(times):
    """How many matches lapse meanwhile."""
    lapsed = 0
    for time in times:
        send_due(now=time)
        lapsed += matches.tend_matches(now=time)
    return lapsed


def test_a_full_mentor_is_not_made_fuller(amaras, dr_osei, now):
    offers = [NewOffer(kind=Kind.MENTORSHIP, capacity=2, carries=2)]
    set_offers(profile=dr_osei, offers=offers, by=dr_osei)

    with pytest.raises(NoRoom):
        matches.accept_match(match_id=amaras.pk, side="mentor", by=dr_osei, now=now)

    assert state_of(amaras) == ("proposed", "")
    assert not Relationship.objects.exists()


def test_a_director_is_asked_first_where_the_round_wants_that(
    apply_more, amaras, dr_osei, prof_lindqvist, mallory, now
):
    amaras.round.asks_before_next = True
    amaras.round.save(update_fields=["asks_before_next"])

    matches.decline_match(match_id=amaras.pk, said=NotNow(), by=dr_osei, now=now)

    waiting = NextBest.objects.get(after=amaras)
    assert waiting.mentor.profile == apply_more
    assert not Match.objects.filter(after=amaras).exists()
    with pytest.raises(NotDirector):
        matches.decide_next_best(suggested=waiting, is_wanted=True, by=mallory, now=now)
    matches.decide_next_best(suggested=waiting, is_wanted=True, by=prof_lindqvist, now=now)
    assert Match.objects.get(after=amaras).mentor.profile == apply_more
    with pytest.raises(matches.AlreadyDecided):
        matches.decide_next_best(suggested=waiting, is_wanted=False, by=prof_lindqvist, now=now)


@pytest.fixture
def put_before(apply_more, amaras, dr_osei, now):
    """A round whose director is asked first; Dr Osei said no, and the next best waits."""
    amaras.round.asks_before_next = True
    amaras.round.save(update_fields=["asks_before_next"])
    matches.decline_match(match_id=amaras.pk, said=NotNow(), by=dr_osei, now=now)
    waiting = NextBest.objects.get(after=amaras)
    assert waiting.mentor.profile == apply_more
    mail.outbox.clear()
    return waiting


def test_who_is_passed_over_makes_room_for_whoever_comes_next(
    put_before, amaras, amara, prof_lindqvist, mallory, now
):
    joins(mallory, amaras.round, now)

    found = matches.pass_over(suggested=put_before, by=prof_lindqvist, now=now)

    assert (found.mentor.profile, found.after) == (mallory, amaras)
    assert list(queries.suggested(amaras.round)) == [found]
    assert subjects(amara) == []
    matches.decide_next_best(suggested=found, is_wanted=True, by=prof_lindqvist, now=now)
    assert Match.objects.get(after=amaras).mentor.profile == mallory
    assert matches.follow_up(match_id=amaras.pk, now=now) is None


def test_where_the_team_asks_nobody_the_mentee_is_not_told_that_nobody_suits(
    put_before, amara, prof_lindqvist, now
):
    matches.decide_next_best(suggested=put_before, is_wanted=False, by=prof_lindqvist, now=now)

    (told,) = [one for one in mail.outbox if one.to == [amara.account.email]]
    assert "nobody else is asked for now" in told.subject
    assert "suits you is free" not in told.body
    assert "You are on the waiting list." in told.body


def test_where_nobody_comes_next_the_mentee_is_told_so(
    put_before, amaras, amara, prof_lindqvist, now
):
    found = matches.pass_over(suggested=put_before, by=prof_lindqvist, now=now)

    assert found is None
    assert subjects(amara) == ["First-Gen in Medicine: nobody is free at the moment"]
    assert not Match.objects.filter(after=amaras).exists()
    with pytest.raises(matches.AlreadyDecided):
        matches.pass_over(suggested=put_before, by=prof_lindqvist, now=now)


def test_only_who_publishes_passes_over_and_only_for_who_lacks_somebody(
    put_before, amaras, mallory, prof_lindqvist, now
):
    with pytest.raises(NotDirector):
        matches.pass_over(suggested=put_before, by=mallory, now=now)
    Match.objects.filter(pk=amaras.pk).update(state="accepted", cause="")
    with pytest.raises(matches.NoLongerFree):
        matches.pass_over(suggested=put_before, by=prof_lindqvist, now=now)

    put_before.refresh_from_db()
    assert (put_before.decided_at, put_before.after) == (None, amaras)


def takes_no_more(mentor, amara, now):
    del amara
    Application.objects.filter(profile=mentor).update(takes_no_more_at=now)


def leaves_the_round(mentor, amara, now):
    del amara
    application = Application.objects.get(profile=mentor)
    applying.withdraw_application(application=application, by=mentor, now=now)


def blocks_her(mentor, amara, now):
    block(blocker=mentor, blocked=amara, now=now)


def keeps_away(mentor, amara, now):
    block(blocker=amara, blocked=mentor, now=now)


@pytest.mark.parametrize("change", [takes_no_more, leaves_the_round, blocks_her, keeps_away])
def test_who_is_not_to_be_asked_any_more_is_not_asked_by_a_director(
    apply_more, amaras, amara, dr_osei, prof_lindqvist, now, change
):
    Round.objects.update(asks_before_next=True)
    amaras.refresh_from_db()
    matches.decline_match(match_id=amaras.pk, said=NotNow(), by=dr_osei, now=now)
    waiting = NextBest.objects.get(after=amaras)
    change(apply_more, amara, now)
    mail.outbox.clear()

    with pytest.raises(matches.NoLongerFree):
        matches.decide_next_best(suggested=waiting, is_wanted=True, by=prof_lindqvist, now=now)

    assert not Match.objects.filter(after=amaras).exists()
    assert subjects(apply_more) == []


def test_where_both_are_asked_the_second_yes_makes_the_match(amaras, amara, dr_osei, now):
    amaras.needs_both = True
    amaras.save(update_fields=["needs_both"])

    matches.accept_match(match_id=amaras.pk, side="mentee", by=amara, now=now)
    assert state_of(amaras) == ("proposed", "")
    assert mail.outbox == []
    matches.accept_match(match_id=amaras.pk, side="mentor", by=dr_osei, now=now)

    assert state_of(amaras) == ("accepted", "")


def test_who_leaves_the_round_is_waited_for_no_more(amaras, amara, dr_osei, now):
    matches.end_matches_of(application_id=amaras.mentee_id, now=now)

    assert state_of(amaras) == ("withdrawn", "mentee")
    assert subjects(dr_osei) == ["It does not go on with Amara Nwosu"]


def test_when_a_mentor_leaves_the_round_the_next_best_follows(apply_more, amaras, amara, now):
    matches.end_matches_of(application_id=amaras.mentor_id, now=now)

    assert state_of(amaras) == ("withdrawn", "mentor")
    assert Match.objects.get(after=amaras).mentor.profile == apply_more
    assert subjects(amara) == ["First-Gen in Medicine: we are asking somebody else"]
