"""Who was reminded of a second reading before reminders were kept in one place."""

from dataclasses import replace

import pytest
from django.core.management import call_command
from django.db import connection

from corridor.reminders.models import SentReminder
from corridor.safety import actions
from tests.safety.reading import AGREED, CLEAN, answers, asks, rosa
from tests.thoroughly import thoroughly

__all__ = ["answers", "asks", "rosa"]


@thoroughly
@pytest.mark.django_db(transaction=True)
def test_whoever_is_known_to_have_been_reminded_is_not_again(asks, answers, amara, rosa, now):
    asked = asks(CLEAN, wish=replace(AGREED, wanted=rosa.pk))
    to_change, of_anybody = asks(), asks()
    answers(actions.ask_for_change, to_change, "Leave out the number")
    call_command("migrate", "safety", "0014", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE safety_secondreading SET reminded_at = %s WHERE id IN (%s, %s, %s)",
            [now, asked.pk, to_change.pk, of_anybody.pk],
        )

    call_command("migrate", verbosity=0)

    told = SentReminder.objects.order_by("kind").values_list("profile", "kind", "about", "at")
    assert list(told) == [
        (amara.pk, "change_post", to_change.pk, now),
        (rosa.pk, "read_post", asked.pk, now),
    ]
