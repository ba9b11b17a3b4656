"""Somebody names helpers in calm times, and either ends it at any moment."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from corridor.helping import actions, queries
from corridor.helping.choices import Deed, Scope
from corridor.helping.models import Helper, HelperDeed, NotToBeChanged
from corridor.helping.personal_archive import archive, forget
from corridor.kernel import events
from corridor.notifications.choices import Kind
from corridor.notifications.models import Notification
from corridor.people import actions as people
from corridor.safety.events import ShieldOffered
from tests.stored import every_stored_value


def told(profile):
    return set(Notification.objects.filter(recipient=profile).values_list("kind", flat=True))


def test_she_asks_and_he_agrees(asks, amara, dr_osei, now):
    asked = asks({Scope.READ})

    assert queries.whom_she_helps(dr_osei) == []
    assert queries.who_asks_her(dr_osei) == [asked]
    assert told(dr_osei) == {Kind.HELPER_ASKED}
    assert [one.to for one in mail.outbox] == [[dr_osei.account.email]]

    actions.agree_to_help(asked.pk, by=dr_osei, now=now)

    (helped,) = queries.whom_she_helps(dr_osei)
    assert helped.owner == amara
    assert helped.scopes == {Scope.READ}
    assert told(dr_osei) == set()
    assert told(amara) == {Kind.HELPER_AGREED}
    with pytest.raises(actions.NothingAsked):
        actions.agree_to_help(asked.pk, by=dr_osei, now=now)


def test_nobody_answers_for_another(asks, mallory, amara, now):
    asked = asks()

    for other in (mallory, amara):
        with pytest.raises(actions.NothingAsked):
            actions.agree_to_help(asked.pk, by=other, now=now)
        with pytest.raises(actions.NoHelper):
            actions.stop_helping(asked.pk, by=other, now=now)
    with pytest.raises(actions.NoHelper):
        actions.end_helper(asked.pk, by=mallory, now=now)
    with pytest.raises(actions.NoHelper):
        actions.change_scopes(frozenset(), helper_id=asked.pk, is_called=False, by=mallory)
    assert Helper.objects.get().agreed_at is None


def test_who_cannot_be_asked(asks, helper, amara, mallory, join, now):
    people.block(blocker=mallory, blocked=amara, now=now)
    for other, refusal in (
        (amara, actions.CannotHelpYourself),
        (helper.helper, actions.HelperAlready),
        (mallory, actions.NoHelper),
    ):
        with pytest.raises(refusal):
            asks(helper=other)
    for name in ("ada", "bea", "cem", "dan"):
        asks(helper=join(handle=name, display_name=name.title()))
    with pytest.raises(actions.HelpersEnough):
        asks(helper=join(handle="eve", display_name="Eve"))

    assert Helper.objects.count() == 5


def test_a_question_that_was_refused_can_be_asked_again(asks, dr_osei, amara, now):
    actions.stop_helping(asks().pk, by=dr_osei, now=now)
    assert queries.done_for(amara) == []

    asks()

    assert len(queries.who_asks_her(dr_osei)) == 1


def test_nobody_is_asked_without_end(asks, dr_osei, now):
    for _ in range(10):
        actions.stop_helping(asks().pk, by=dr_osei, now=now)

    with pytest.raises(actions.AskedTooOften):
        asks()


def test_what_he_may_do_she_changes_at_once(helper, amara, dr_osei, now):
    actions.change_scopes(frozenset({Scope.FLAG}), helper_id=helper.pk, is_called=True, by=amara)

    with transaction.atomic(), pytest.raises(actions.OutsideScope):
        actions.hold_helper(helper.pk, by=dr_osei, scope=Scope.READ, now=now)
    with transaction.atomic():
        held = actions.hold_helper(helper.pk, by=dr_osei, scope=Scope.FLAG, now=now)
    assert held.is_called


def test_ended_by_either_it_is_over(names, amara, dr_osei, now):
    first = names()
    actions.end_helper(first.pk, by=amara, now=now)
    second = names()
    actions.stop_helping(second.pk, by=dr_osei, now=now)

    assert queries.whom_she_helps(dr_osei) == []
    for one in (first, second):
        with transaction.atomic(), pytest.raises(actions.NoHelper):
            actions.hold_helper(one.pk, by=dr_osei, scope=None, now=now)
        with pytest.raises(actions.NoHelper):
            actions.end_helper(one.pk, by=amara, now=now)
    assert [one.deed.deed for one in queries.done_for(amara)] == [
        Deed.ENDED,
        Deed.ACCEPTED,
        Deed.ACCEPTED,
    ]


@pytest.mark.parametrize("blocks", ["owner", "helper"])
def test_a_block_ends_it_as_well(helper, dr_osei, now, blocks):
    both = {"owner": helper.owner, "helper": helper.helper}
    other = {"owner": helper.helper, "helper": helper.owner}
    people.block(blocker=both[blocks], blocked=other[blocks], now=now)

    with transaction.atomic(), pytest.raises(actions.NoHelper):
        actions.hold_helper(helper.pk, by=dr_osei, scope=None, now=now)


def test_nobody_acts_for_somebody_who_is_leaving(helper, amara, dr_osei, now):
    people.ask_to_leave(profile=amara, by=amara, now=now)

    assert queries.whom_she_helps(dr_osei) == []
    with transaction.atomic(), pytest.raises(actions.NoHelper):
        actions.hold_helper(helper.pk, by=dr_osei, scope=None, now=now)


def test_helpers_are_called_only_if_she_said_so_and_once_in_twelve_hours(
    asks, names, amara, dr_osei, prof_lindqvist, mallory, now
):
    names(is_called=True)
    names(helper=prof_lindqvist, is_called=False)
    asks(helper=mallory, is_called=True)
    mail.outbox.clear()

    def called(at):
        people.raise_shield(people.ShieldWishes(), profile=amara, now=at)
        people.lower_shield(profile=amara, now=at)
        return [one.to[0] for one in mail.outbox]

    assert called(now) == [dr_osei.account.email]
    assert called(now + timedelta(hours=1)) == [dr_osei.account.email]
    assert len(called(now + timedelta(hours=13))) == 2
    assert Kind.HELPER_CALLED in told(dr_osei)
    assert Kind.HELPER_CALLED not in told(prof_lindqvist) | told(mallory)


def test_an_offered_shield_calls_them_too(names, amara, dr_osei, now):
    names(is_called=True)

    events.publish(ShieldOffered(profile_id=amara.pk, at=now))

    assert Kind.HELPER_CALLED in told(dr_osei)


def test_the_list_of_deeds_is_only_added_to(helper, amara):
    deed = HelperDeed.objects.get()

    for change in (deed.save, deed.delete, HelperDeed.objects.all().delete):
        with pytest.raises(NotToBeChanged):
            change()
    with pytest.raises(NotToBeChanged):
        HelperDeed.objects.update(deed=Deed.LOOKED)

    assert [one.deed.deed for one in queries.done_for(amara)] == [Deed.ACCEPTED]


def test_nobody_helps_herself_by_any_path(amara, now):
    with transaction.atomic(), pytest.raises(IntegrityError):
        Helper.objects.create(owner=amara, helper=amara, asked_at=now)


def test_what_was_done_lies_sealed(helper, says, amara, dr_osei, now):
    post = says(amara, "My first paper is out")
    actions.reply_kindly("Marvellous news", helper_id=helper.pk, post=post, by=dr_osei, now=now)

    kept = bytes(HelperDeed.objects.latest("pk").sealed_about)
    assert b"Marvellous" not in kept
    assert sum(b"Marvellous" in value for value in every_stored_value()) > 0  # his post is public


def test_who_leaves_is_gone_from_both_sides(helper, names, amara, dr_osei, prof_lindqvist):
    names(by=dr_osei, helper=prof_lindqvist)

    forget(dr_osei, "left_abc")

    assert not Helper.objects.exists()
    (done,) = queries.done_for(amara)
    assert done.by == "left_abc"
    assert queries.done_for(dr_osei) == []


def test_the_archive_of_each_has_their_side(helper, amara, dr_osei):
    hers = {one.key: one.rows for one in archive(amara)}
    his = {one.key: one.rows for one in archive(dr_osei)}

    assert [row["who"] for row in hers["helpers"]] == ["kwame_osei"]
    assert [row["deed"] for row in hers["helper_deeds"]] == [Deed.ACCEPTED]
    assert [row["who"] for row in his["helping"]] == ["amara_nwosu"]
    assert his["helpers"] == hers["helping"] == []
