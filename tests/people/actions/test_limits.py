"""What is too much, or nobody's own: refused by name, and nothing has changed."""

from datetime import date

import pytest

from corridor.algorithms.matching.week import Span
from corridor.people import actions, queries
from corridor.people.actions import (
    AlreadyAdmitted,
    AlreadyJoined,
    InvitationForAnother,
    Newcomer,
    NewInvitation,
    NewLink,
    Place,
)
from corridor.people.choices import EvaluationKind
from corridor.people.models import Evaluation, PersonList
from corridor.people.roster_file import RosterRow
from corridor.people.words import LONGEST_TAG, MOST_TAGS, TagTooLong, TooManyTags

TODAY = date(2026, 3, 20)


@pytest.fixture
def operator(prof_lindqvist):
    actions.make_operator(email=prof_lindqvist.account.email)
    prof_lindqvist.refresh_from_db()
    return prof_lindqvist


def test_nobody_judges_her_own_work(amara, now):
    with pytest.raises(actions.CannotEvaluateYourself):
        actions.declare_evaluation(
            profile=amara, other=amara, kind=EvaluationKind.EVALUATES_ME, now=now
        )

    assert not Evaluation.objects.exists()


def test_fifty_lists_are_kept_and_no_more(amara):
    for number in range(50):
        actions.make_list(owner=amara, title=f"List {number}")

    with pytest.raises(actions.TooManyLists):
        actions.make_list(owner=amara, title="One more")

    assert PersonList.objects.filter(owner=amara).count() == 50


def test_thirteen_places_of_work_are_too_many(amara):
    actions.set_affiliations(
        profile=amara, places=[Place(institution="Severnside")], by=amara, today=TODAY
    )

    with pytest.raises(actions.TooManyPlaces):
        actions.set_affiliations(
            profile=amara, places=[Place(institution="Other")] * 13, by=amara, today=TODAY
        )

    assert [place.institution for place in amara.affiliations.all()] == ["Severnside"]


def test_seven_links_are_too_many(amara):
    actions.set_links(
        profile=amara, links=[NewLink(label="Lab", url="https://lab.example")], by=amara
    )
    more = [NewLink(label="Lab", url=f"https://lab.example/{number}") for number in range(7)]

    with pytest.raises(actions.TooManyLinks):
        actions.set_links(profile=amara, links=more, by=amara)

    assert [link.label for link in amara.links.all()] == ["Lab"]


@pytest.mark.parametrize(
    "span", [Span("mon", 600, 600), Span("mon", -1, 60), Span("mon", 600, 1441), Span("x", 0, 60)]
)
def test_free_hours_lie_within_a_day(amara, span):
    actions.set_free_hours(profile=amara, spans=[Span("tue", 600, 660)], by=amara)

    with pytest.raises(actions.NotWithinADay):
        actions.set_free_hours(profile=amara, spans=[span], by=amara)

    assert [(free.day, free.start) for free in amara.free_hours.all()] == [(1, 600)]


@pytest.mark.parametrize(
    ("tags", "refusal"),
    [
        ([f"tag {number}" for number in range(MOST_TAGS + 1)], TooManyTags),
        (["a" * (LONGEST_TAG + 1)], TagTooLong),
    ],
)
def test_interests_are_few_and_short(amara, tags, refusal):
    actions.set_interests(profile=amara, interests=["jazz"], by=amara)

    with pytest.raises(refusal):
        actions.set_interests(profile=amara, interests=tags, by=amara)

    assert [tag.tag for tag in amara.tags.all()] == ["jazz"]


def test_a_photo_that_is_not_there_is_neither_described_nor_removed(amara):
    with pytest.raises(actions.NoPhoto):
        actions.describe_photo(profile=amara, shows="Me", by=amara)
    with pytest.raises(actions.NoPhoto):
        actions.remove_photo(profile=amara, by=amara)

    amara.refresh_from_db()
    assert not amara.photo


def test_a_tip_that_nobody_gives_is_not_dismissed(amara, now):
    with pytest.raises(actions.NoSuchTip):
        actions.dismiss_tip(profile=amara, kind="rich-quick", by=amara, now=now)

    assert amara.nudges.count() == 0


def test_an_invitation_that_names_a_mailbox_is_for_that_one_alone(operator, now):
    new = NewInvitation(email="kofi@example.org")
    invitation, token = actions.make_invitation(new, by=operator, now=now)

    with pytest.raises(InvitationForAnother):
        actions.join(Newcomer(email="eve@example.org", name="Eve Ade"), None, token=token, now=now)

    invitation.refresh_from_db()
    assert invitation.uses == 0
    assert not queries.has_account("eve@example.org")


def test_who_was_let_in_is_not_decided_about_again(operator, now, settings):
    settings.REGISTRATION = "approval"
    kofi = actions.join(Newcomer(email="kofi@example.org", name="Kofi Ade"), None, now=now)
    admission = kofi.account.admission
    actions.admit(admission=admission, by=operator, now=now)

    with pytest.raises(AlreadyAdmitted):
        actions.decline(admission=admission, by=operator, now=now)

    admission.refresh_from_db()
    kofi.account.refresh_from_db()
    assert (admission.is_admitted, kofi.account.is_active) == (True, True)


def test_who_joined_from_a_roster_is_not_invited_again(operator, amara, now):
    row = RosterRow(
        line=2, email=amara.account.email, name="Amara", stage="MS3", institution="Severnside"
    )
    actions.add_to_roster("Severnside", [row], by=operator, now=now)
    actions.claim_roster_entries(amara, email=amara.account.email, now=now)
    [entry] = queries.roster_entries(operator, "Severnside")

    with pytest.raises(AlreadyJoined):
        actions.invite_from_roster(entry=entry, by=operator, now=now)

    assert not queries.invitations(operator).exists()
