"""What was told of answers to keep when a notice named whom it told."""

from datetime import timedelta

import pytest
from django.core.management import call_command

from corridor.kernel.ids import new_id
from corridor.library import actions as library
from corridor.library.actions import SaidAnswer
from corridor.notifications.models import Notification
from corridor.notifications.wording import sentence
from tests.thoroughly import thoroughly


@pytest.fixture
def agree(amara, dr_osei):
    def agree(by, at):
        said = SaidAnswer(
            source="question 7",
            topic="wellbeing",
            stage=amara.stage_name,
            question="Is it only me?",
            answer="No, all of us.",
            asker_id=amara.pk,
            answerer_id=dr_osei.pk,
        )
        return library.agree_to_keep(said, words="As I want it read.", by=by, now=at)

    return agree


def told(reader):
    rows = Notification.objects.filter(recipient=reader, kind="answer_to_keep")
    return [sentence(one, who=one.by.display_name) for one in rows.order_by("pk")]


def as_before(reader):
    Notification.objects.filter(recipient=reader).update(by=reader)


@thoroughly
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("told_anew", [False, True])
def test_each_of_the_two_reads_what_the_other_did(agree, amara, dr_osei, now, told_anew):
    agree(dr_osei, now)
    as_before(amara)
    agree(amara, now + timedelta(hours=1))
    if told_anew:
        newer = {"id": new_id(now), "by": dr_osei, "at": now, "group": "another"}
        Notification.objects.create(recipient=amara, kind="answer_to_keep", **newer)
    call_command("migrate", "notifications", "0011", verbosity=0)

    call_command("migrate", verbosity=0)

    assert told(amara) == ["Dr Kwame Osei agrees to keep an answer to you in the library"]
    assert told(dr_osei) == ["Whoever asked agrees to keep an answer of yours in the library"]


@thoroughly
@pytest.mark.django_db(transaction=True)
def test_of_what_was_withdrawn_nothing_is_told(agree, amara, dr_osei, now):
    kept = agree(dr_osei, now)
    as_before(amara)
    call_command("migrate", "notifications", "0011", verbosity=0)
    library.withdraw_kept(kept.pk, by=dr_osei)

    call_command("migrate", verbosity=0)

    assert told(amara) == []
