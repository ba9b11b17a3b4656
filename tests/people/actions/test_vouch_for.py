from datetime import timedelta

import pytest
from django.core import mail

from corridor.people import queries
from corridor.people.actions import verifying
from corridor.people.choices import EvaluationKind, Route
from corridor.people.models import Badge, Block, Evaluation, Vouch


@pytest.fixture
def colleagues(dr_osei, prof_lindqvist, verify, long_here):
    for who in (dr_osei, prof_lindqvist):
        verify(long_here(who), evidence=f"{who.handle}@severnside.ac.uk")
    return dr_osei, prof_lindqvist


def vouch(voucher, vouched, now):
    return verifying.vouch_for(vouched=vouched, by=voucher, knows_from="The spring block", now=now)


def test_two_verified_members_make_a_badge_that_names_both(colleagues, amara, now):
    first = vouch(colleagues[0], amara, now)
    second = vouch(colleagues[1], amara, now)

    assert first is None
    assert second.route == Route.VOUCHES
    [shown] = queries.badges_shown([amara], viewer=None, now=now)[amara.pk]
    assert shown.title == "Vouched for by Dr Kwame Osei and Prof Ingrid Lindqvist"


def test_somebody_known_by_another_name_is_not_named_as_voucher(colleagues, amara, now):
    colleagues[0].is_pseudonymous = True
    colleagues[0].save()
    for one in colleagues:
        vouch(one, amara, now)

    [shown] = queries.badges_shown([amara], viewer=None, now=now)[amara.pk]

    assert shown.title == "Vouched for by a verified member and Prof Ingrid Lindqvist"


def test_a_voucher_who_blocked_the_viewer_is_not_named_to_her(colleagues, amara, mallory, now):
    Block.objects.create(blocker=colleagues[1], blocked=mallory, at=now)
    for one in colleagues:
        vouch(one, amara, now)

    [shown] = queries.badges_shown([amara], viewer=mallory, now=now)[amara.pk]

    assert shown.title == "Vouched for by Dr Kwame Osei and a verified member"


def test_the_word_of_somebody_vouched_for_does_not_count(
    colleagues, amara, mallory, long_here, now
):
    for one in colleagues:
        vouch(one, amara, now)

    with pytest.raises(verifying.VoucherNotVerified):
        vouch(long_here(amara), mallory, now)

    assert not Vouch.objects.filter(vouched=mallory).exists()


def test_an_expired_badge_makes_no_voucher(dr_osei, amara, verify, long_here, now):
    verify(long_here(dr_osei))

    with pytest.raises(verifying.VoucherNotVerified):
        vouch(dr_osei, amara, now + timedelta(days=340))

    assert not Vouch.objects.exists()


def test_nobody_vouches_in_the_first_two_weeks(dr_osei, amara, verify, now):
    verify(dr_osei)
    dr_osei.account.joined_at = now - timedelta(days=13)
    dr_osei.account.save()

    with pytest.raises(verifying.VoucherTooNew):
        vouch(dr_osei, amara, now)

    assert not Vouch.objects.exists()


def test_two_who_vouch_for_each_other_are_refused(colleagues, now):
    vouch(colleagues[0], colleagues[1], now)

    with pytest.raises(verifying.VouchedInACircle):
        vouch(colleagues[1], colleagues[0], now)

    assert Vouch.objects.count() == 1


def test_a_circle_of_three_is_refused_too(colleagues, amara, verify, long_here, now):
    osei, lindqvist = colleagues
    verify(long_here(amara), evidence="a.nwosu@severnside.ac.uk")
    vouch(osei, lindqvist, now)
    vouch(lindqvist, amara, now)

    with pytest.raises(verifying.VouchedInACircle):
        vouch(amara, osei, now)

    assert Vouch.objects.count() == 2


def test_a_circle_that_stands_already_does_not_hold_the_server(colleagues, amara, mallory, now):
    """Rows from elsewhere, such as an import, may form one."""
    osei, lindqvist = colleagues
    for voucher, vouched in ((amara, mallory), (mallory, amara), (mallory, lindqvist)):
        Vouch.objects.create(voucher=voucher, vouched=vouched, knows_from="-", at=now)

    with pytest.raises(verifying.VouchedInACircle):
        vouch(lindqvist, amara, now)

    assert vouch(osei, amara, now) is None


@pytest.mark.parametrize("way", ["blocks", "is blocked", "evaluates"])
def test_two_who_are_kept_apart_do_not_vouch(colleagues, amara, now, way):
    osei = colleagues[0]
    if way == "evaluates":
        kind = EvaluationKind.EVALUATES_ME
        Evaluation.objects.create(declared_by=amara, other=osei, kind=kind, at=now)
    else:
        pair = (osei, amara) if way == "blocks" else (amara, osei)
        Block.objects.create(blocker=pair[0], blocked=pair[1], at=now)

    with pytest.raises(verifying.KeptApart):
        vouch(osei, amara, now)

    assert not Vouch.objects.exists()


def test_nobody_vouches_for_herself_or_twice_or_without_a_word(colleagues, amara, now):
    osei = colleagues[0]

    with pytest.raises(verifying.VouchForSomebodyElse):
        vouch(osei, osei, now)
    with pytest.raises(verifying.SayHowYouKnow):
        verifying.vouch_for(vouched=amara, by=osei, knows_from="  ", now=now)
    assert not Vouch.objects.exists()
    vouch(osei, amara, now)
    with pytest.raises(verifying.VouchedAlready):
        vouch(osei, amara, now)
    assert Vouch.objects.count() == 1


def test_five_in_a_month_are_enough(colleagues, join, now):
    for number in range(5):
        vouch(colleagues[0], join(handle=f"new_{number}", display_name="New"), now)

    with pytest.raises(verifying.VouchedForMany):
        vouch(colleagues[0], join(handle="one_more", display_name="New"), now)

    assert Vouch.objects.count() == 5


def test_a_vouch_taken_back_ends_the_badge_and_says_so(
    colleagues, amara, now, django_capture_on_commit_callbacks
):
    for one in colleagues:
        vouch(one, amara, now)

    with django_capture_on_commit_callbacks(execute=True):
        ended = verifying.withdraw_vouch(vouched=amara, by=colleagues[0], now=now)

    assert ended
    assert not queries.is_verified(amara, now=now)
    assert mail.outbox[-1].to == ["amara_nwosu@example.org"]
    assert "fewer than two verified members" in mail.outbox[-1].body


def test_a_third_vouch_holds_the_badge_up(colleagues, amara, mallory, verify, long_here, now):
    verify(long_here(mallory), evidence="m@severnside.ac.uk")
    for one in (*colleagues, mallory):
        vouch(one, amara, now)

    ended = verifying.withdraw_vouch(vouched=amara, by=mallory, now=now)

    assert not ended
    assert queries.is_verified(amara, now=now)


def test_what_was_not_said_cannot_be_taken_back(colleagues, amara, now):
    with pytest.raises(verifying.NoSuchVouch):
        verifying.withdraw_vouch(vouched=amara, by=colleagues[0], now=now)


def test_a_voucher_found_out_takes_down_the_badges_that_rested_on_her(
    colleagues, amara, noor, now, django_capture_on_commit_callbacks
):
    for one in colleagues:
        vouch(one, amara, now)
    hers = Badge.objects.get(profile=colleagues[0])

    with django_capture_on_commit_callbacks(execute=True):
        verifying.withdraw_badge(badge=hers, reason="Not her mailbox", by=noor, now=now)

    assert not queries.is_verified(amara, now=now)
    assert {sent.to[0] for sent in mail.outbox} == {
        "kwame_osei@example.org",
        "amara_nwosu@example.org",
    }


def test_said_again_in_time_the_badge_is_renewed(colleagues, amara, verify, now):
    for one in colleagues:
        vouch(one, amara, now)
    later = now + timedelta(days=332)
    for one in colleagues:
        verifying.grant_badge(
            profile=one, new=verifying.NewBadge(route=Route.ORCID, shows=one.handle), now=later
        )

    for one in colleagues:
        vouch(one, amara, later)

    [badge] = queries.badges_in_force(now=later).filter(profile=amara)
    assert badge.granted_at == later
