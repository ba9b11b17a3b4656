"""The team decides, invites, and enters people from a file."""

from datetime import timedelta

import pytest

from corridor.people.actions import declare_evaluation
from corridor.people.choices import EvaluationKind
from corridor.programmes import queries
from corridor.programmes.actions import NotDirector, applying
from corridor.programmes.actions.setting_up import change_set_up
from corridor.programmes.choices import Admission
from corridor.programmes.intake.applications import read_applications
from corridor.programmes.intake.problems import InputRejected, Notes
from corridor.programmes.intake.sources import Source
from corridor.programmes.models import Application, Programme, RoundInvitation

State = Application.State
ADMIT = applying.Decision(admits=True)
DECLINE = applying.Decision(admits=False, reason="We are full of anaesthetists.")


@pytest.fixture
def by_approval(programme):
    Programme.objects.filter(pk=programme.pk).update(admission=Admission.APPROVAL)


@pytest.fixture
def answer(autumn, prof_lindqvist, now):
    def decide(*applications, decision=ADMIT, by=prof_lindqvist):
        return applying.answer_applications(
            round=autumn,
            ids=[one.pk for one in applications],
            decision=decision,
            by=by,
            now=now,
        )

    return decide


def state_of(application):
    return Application.objects.get(pk=application.pk).state


def test_the_team_admits_many_at_once(by_approval, send, answer, amara, sam, mailoutbox):
    waiting = [send(amara), send(sam)]
    before = [one.state for one in waiting]

    count = answer(*waiting)

    assert before == [State.SENT, State.SENT]
    assert count == 2
    assert [state_of(one) for one in waiting] == [State.IN, State.IN]
    assert {mail.to[0] for mail in mailoutbox[-2:]} == {amara.account.email, sam.account.email}


def test_whoever_is_declined_reads_why(by_approval, send, answer, amara, mailoutbox):
    waiting = send(amara)

    answer(waiting, decision=DECLINE)

    assert state_of(waiting) == State.DECLINED
    assert DECLINE.reason in mailoutbox[-1].body
    assert queries.reasons_told(waiting) == {"declined": DECLINE.reason}


def test_nobody_outside_the_team_decides(by_approval, send, answer, amara, mallory):
    waiting = send(amara)

    with pytest.raises(NotDirector):
        answer(waiting, by=mallory)

    assert state_of(waiting) == State.SENT


def test_who_evaluates_an_applicant_neither_reads_nor_decides(
    by_approval, send, answer, autumn, amara, prof_lindqvist, now
):
    waiting = send(amara)
    declare_evaluation(
        profile=amara,
        other=prof_lindqvist,
        kind=EvaluationKind.EVALUATES_ME,
        now=now,
    )

    with pytest.raises(applying.NothingToAnswer):
        answer(waiting)

    readable = queries.applications_to_read(autumn, viewer=prof_lindqvist, now=now)
    assert list(readable) == []
    assert queries.number_kept_from(autumn, viewer=prof_lindqvist, now=now) == 1
    assert state_of(waiting) == State.SENT


def test_fewer_places_than_people_admit_nobody(
    by_approval, send, answer, programme, amara, sam, mailoutbox
):
    Programme.objects.filter(pk=programme.pk).update(places=1)
    waiting = [send(amara), send(sam)]
    mailoutbox.clear()

    with pytest.raises(applying.NoPlaceLeft):
        answer(*waiting)

    assert [state_of(one) for one in waiting] == [State.SENT, State.SENT]
    assert mailoutbox == []


def test_once_matched_nobody_is_let_in_by_a_decision(by_approval, send, answer, autumn, amara):
    waiting = send(amara)
    type(autumn).objects.filter(pk=autumn.pk).update(state="review")

    with pytest.raises(applying.MatchedAlready):
        answer(waiting)

    assert state_of(waiting) == State.SENT


@pytest.fixture
def invite(autumn, prof_lindqvist, now):
    def send_out(*emails, by=prof_lindqvist):
        new = applying.NewInvitations(side="mentee", emails=emails)
        return applying.invite_to_round(round=autumn, new=new, by=by, now=now)

    return send_out


def link_in(mail):
    return mail.body.split("/round-invitations/")[1].split("/")[0]


def test_a_link_lets_one_person_in_once(programme, invite, mailoutbox, amara, sam, now):
    Programme.objects.filter(pk=programme.pk).update(admission=Admission.INVITATION)
    invite("amara.at.home@example.org")
    token = link_in(mailoutbox[-1])

    begun = applying.accept_invitation(token=token, by=amara, now=now)
    with pytest.raises(applying.LinkUsed):
        applying.accept_invitation(token=token, by=sam, now=now)

    assert begun.state == State.DRAFT
    assert token.encode() not in str(RoundInvitation.objects.values()).encode()


def test_a_link_ends_after_thirty_days(invite, mailoutbox, amara, now):
    invite("amara.at.home@example.org")

    with pytest.raises(applying.LinkUsed):
        applying.accept_invitation(
            token=link_in(mailoutbox[-1]), by=amara, now=now + timedelta(days=30)
        )


def test_sent_again_the_old_link_opens_nothing(invite, mailoutbox, amara, prof_lindqvist, now):
    (invited,) = invite("amara.at.home@example.org")

    applying.send_invitation_again(invitation=invited, by=prof_lindqvist, now=now)

    old, new = (link_in(mail) for mail in mailoutbox[-2:])
    assert queries.invitation_by_link(old, now=now) is None
    assert queries.invitation_by_link(new, now=now) == invited


def test_an_invitation_taken_back_opens_nothing(invite, mailoutbox, prof_lindqvist, now):
    (invited,) = invite("amara.at.home@example.org")

    applying.withdraw_round_invitation(invitation=invited, by=prof_lindqvist, now=now)

    assert queries.invitation_by_link(link_in(mailoutbox[-1]), now=now) is None
    with pytest.raises(applying.InvitationEnded):
        applying.send_invitation_again(invitation=invited, by=prof_lindqvist, now=now)


def test_one_bad_address_invites_nobody(invite, mailoutbox):
    with pytest.raises(applying.NotAnAddress):
        invite("amara.at.home@example.org", "no address")

    assert not RoundInvitation.objects.exists()
    assert mailoutbox == []


def test_nobody_is_invited_twice_or_after_applying(invite, send, amara):
    send(amara)

    invite("new@example.org", amara.account.email.upper())
    again = invite("NEW@example.org")

    assert [one.email for one in RoundInvitation.objects.all()] == ["new@example.org"]
    assert again == []


def test_only_the_team_invites(invite, mallory):
    with pytest.raises(NotDirector):
        invite("new@example.org", by=mallory)


@pytest.fixture
def bring(autumn, prof_lindqvist, now):
    """`bring(text)` reads a file and stores it; `bring(text, act=applying.try_import)` looks."""

    def read_and(text, *, act=applying.import_applications, by=prof_lindqvist):
        notes = Notes()
        source = Source(name="people.csv", content=text.encode())
        rows = read_applications(source, notes, side="mentee")
        return act(round=autumn, rows=rows, notes=notes, by=by, now=now)

    return read_and


def test_members_are_entered_and_others_invited(bring, amara, autumn, mailoutbox):
    file = f"email,needs\n{amara.account.email.upper()},publishing\nnew@example.org,research\n"

    tried = bring(file, act=applying.try_import)
    nothing = (Application.objects.count(), RoundInvitation.objects.count())
    done = bring(file)

    assert tried == done
    assert nothing == (0, 0)
    assert (done.entered, done.invited) == (1, 1)
    entered = Application.objects.get(round=autumn)
    assert (entered.profile, entered.state) == (amara, State.IN)
    assert entered.answers["needs"] == ["publishing"]
    assert RoundInvitation.objects.get().answers["needs"] == ["research"]
    assert {mail.to[0] for mail in mailoutbox} == {amara.account.email, "new@example.org"}


def test_the_same_file_once_more_changes_what_it_says_differently(bring, amara, sam):
    both = f"email,needs\n{amara.account.email},publishing\n{sam.account.email},research\n"
    bring(both)

    done = bring(both.replace("research", "leadership"))

    assert (done.entered, done.changed, done.same, done.invited) == (0, 1, 1, 0)
    assert Application.objects.get(profile=sam).answers["needs"] == ["leadership"]


def test_what_somebody_answered_herself_stands(bring, send, amara):
    send(amara, needs=frozenset({"research"}))

    done = bring(f"email,needs\n{amara.account.email},publishing\n")

    assert done.same == 1
    assert Application.objects.get(profile=amara).answers["needs"] == ["research"]


def test_nobody_who_withdrew_is_put_back_by_a_file(bring, send, amara, now):
    applying.withdraw_application(application=send(amara), by=amara, now=now)

    with pytest.raises(InputRejected) as rejected:
        bring(f"email,needs\nnew@example.org,research\n{amara.account.email},publishing\n")

    assert "line 3" in str(rejected.value)
    assert not RoundInvitation.objects.exists()


@pytest.mark.parametrize(
    ("file", "says"),
    [
        ("name,needs\nAmara,research\n", "No column holds e-mail addresses"),
        ("email,needs\na@example.org,x\na@example.org,y\n", "is here twice"),
        ("email,side\na@example.org,queen\n", "line 2"),
    ],
)
def test_a_file_with_a_mistake_is_refused_whole(bring, file, says):
    with pytest.raises(InputRejected) as rejected:
        bring(file)

    assert says in str(rejected.value)
    assert not RoundInvitation.objects.exists()


def test_what_was_in_the_way_is_counted_without_names(programme, amara, now):
    def say(*barriers):
        new = applying.NewBarriers(moment="application", side="mentee", barriers=barriers)
        applying.note_barriers(programme=programme, new=new, today=now.date())

    for _ in range(6):
        say("time", "fear")
    for _ in range(5):
        say("visa")
    say("care")

    (figures,) = queries.barriers(programme)

    assert figures.counts["fear"] == 6
    assert figures.counts["care"] is None
    assert [one for one in figures.counts.values() if one is None] == [None, None]
    assert figures.counts["money"] == 0


@pytest.fixture
def amara_in_and_sam_in_line(programme, send, amara, sam):
    Programme.objects.filter(pk=programme.pk).update(places=1)
    return send(amara), send(sam)


def test_whom_the_team_declines_frees_her_place(amara_in_and_sam_in_line, answer, mailoutbox):
    amaras, sams = amara_in_and_sam_in_line

    answer(amaras, decision=DECLINE)

    assert (state_of(amaras), state_of(sams)) == (State.DECLINED, State.IN)
    assert mailoutbox[-1].subject.startswith("Welcome to")


@pytest.mark.parametrize("places", [2, None])
def test_more_places_let_in_whoever_waits(
    amara_in_and_sam_in_line, programme, prof_lindqvist, now, places
):
    _amaras, sams = amara_in_and_sam_in_line

    change_set_up(programme, {"places": places}, by=prof_lindqvist, now=now)

    assert state_of(sams) == State.IN
