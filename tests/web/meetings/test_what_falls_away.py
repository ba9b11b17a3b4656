"""Before somebody pauses or ends, the page says which meetings that calls off."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime

from corridor.mentoring.actions.meetings import close_meetings
from corridor.web.meetings.panel import falling_away

LONDON = ZoneInfo("Europe/London")
CALLED_OFF = "This is called off for you both"


@pytest.fixture
def soon():
    """Pages go by the clock of the computer."""
    return (timezone.now() + timedelta(days=3)).replace(minute=0, second=0, microsecond=0)


@pytest.mark.parametrize("page", ["pause", "end"])
def test_what_is_arranged_stands_on_the_page_before(
    signed_in, agree, propose, together, amara, soon, page
):
    her, address = signed_in(amara), f"/mentoring/{together.pk}/{page}/"
    before = her.get(address).text
    agree(starts_at=soon, at=timezone.now())
    propose(times=(soon + timedelta(days=1),), at=timezone.now())

    said = her.get(address).text

    assert CALLED_OFF not in before
    assert CALLED_OFF in said
    assert f"your meeting on {date_format(localtime(soon, LONDON), 'l, j F, H:i')}" in said
    assert "suggested times of which none is chosen yet" in said


def test_what_the_page_names_is_what_is_called_off(agree, propose, together, now):
    agree(starts_at=now + timedelta(hours=1))
    coming = [agree(), propose()]
    later = now + timedelta(hours=2)

    named = falling_away(together, now=later)
    close_meetings(relationship_id=together.pk, now=later)
    left = falling_away(together, now=now)

    assert {one.pk for one in named} == {one.pk for one in coming}
    assert [one.starts_at for one in left] == [now + timedelta(hours=1)]
