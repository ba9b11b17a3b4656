"""Rules that must never break, whoever writes."""

import pytest
from django.db import IntegrityError, transaction

from corridor.programmes.models import Approval, Override, OverrideIsFinal, Proposal, Round


def test_an_override_is_never_edited(run, proposal_of, prof_lindqvist, now):
    del run
    note = Override.about(
        proposal_of("amara_nwosu"), kind=Override.Kind.NOTE, by=prof_lindqvist, at=now
    )
    note.text = "Spoke to both."
    note.save()

    note.text = "Spoke to nobody."
    with pytest.raises(OverrideIsFinal):
        note.save()

    assert Override.objects.get().text == "Spoke to both."


def test_an_override_is_never_deleted(proposal_of, prof_lindqvist, now):
    override = Override.about(
        proposal_of("amara_nwosu"), kind=Override.Kind.APPROVE, by=prof_lindqvist, at=now
    )
    override.save()

    with pytest.raises(OverrideIsFinal):
        override.delete()

    assert Override.objects.count() == 1


@pytest.mark.parametrize("kind", [Override.Kind.NOTE, Override.Kind.FORBID])
def test_a_note_or_a_parting_says_something(proposal_of, prof_lindqvist, now, kind):
    silent = Override.about(proposal_of("amara_nwosu"), kind=kind, by=prof_lindqvist, at=now)

    with pytest.raises(IntegrityError), transaction.atomic():
        silent.save()


def test_only_a_swap_names_another_mentor(proposal_of, everybody, prof_lindqvist, now):
    approval = Override.about(
        proposal_of("amara_nwosu"), kind=Override.Kind.APPROVE, by=prof_lindqvist, at=now
    )
    approval.becomes = everybody["dr_vaughan"]

    with pytest.raises(IntegrityError), transaction.atomic():
        approval.save()


def test_a_proposal_is_approved_once(proposal_of, prof_lindqvist, now):
    proposal = proposal_of("amara_nwosu")
    Approval.objects.create(proposal=proposal, by=prof_lindqvist, at=now)

    with pytest.raises(IntegrityError), transaction.atomic():
        Approval.objects.create(proposal=proposal, by=prof_lindqvist, at=now)


def test_a_fit_beyond_the_full_one_is_refused(proposal_of):
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.filter(pk=proposal_of("amara_nwosu").pk).update(fit=10_001)


def test_one_round_of_a_programme_is_under_review(spring):
    with pytest.raises(IntegrityError), transaction.atomic():
        Round.objects.create(
            programme=spring.programme,
            name="Another",
            state=Round.State.REVIEW,
            opens_on=spring.opens_on,
            closes_on=spring.closes_on,
            starts_on=spring.starts_on,
            ends_on=spring.ends_on,
        )


def test_a_round_ends_after_it_begins(spring):
    with pytest.raises(IntegrityError), transaction.atomic():
        Round.objects.filter(pk=spring.pk).update(ends_on=spring.opens_on)
