"""What waited for a director before next bests had a mentee of their own."""

import pytest
from django.core.management import call_command
from django.db import connection

from corridor.programmes.models import NextBest
from tests.thoroughly import thoroughly

WHY = {"fit": 5000, "parts": [], "reasons": []}


@thoroughly
@pytest.mark.django_db(transaction=True)
def test_it_still_says_why_there_and_back(match_of, now):
    after, other = match_of("amara_nwosu"), match_of("tomi_lawal").mentor
    suggested = NextBest(after=after, mentee=after.mentee, mentor=other, role="mentor", made_at=now)
    suggested.why = WHY
    suggested.save()

    call_command("migrate", "programmes", "0010", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT after_id FROM programmes_nextbest")
        from_before = cursor.fetchall()
    call_command("migrate", "programmes", verbosity=0)

    assert from_before == [(after.pk,)]
    again = NextBest.objects.get()
    assert (again.mentee, again.mentor, again.role, again.why) == (
        after.mentee,
        other,
        "mentor",
        WHY,
    )
