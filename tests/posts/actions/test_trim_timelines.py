"""Home timelines do not grow for ever."""

import pytest

from corridor.posts import actions
from corridor.posts.models import TimelineEntry

pytestmark = pytest.mark.django_db


def test_what_is_beyond_eight_hundred_goes_oldest_first(amara, dr_osei, says):
    post = says(dr_osei)
    for reader, entries in ((amara, 900), (dr_osei, 840)):
        TimelineEntry.objects.bulk_create(
            TimelineEntry(profile=reader, entry=number, post=post)
            for number in range(1, entries + 1)
        )

    assert actions.trim_timelines() == 100

    left = TimelineEntry.objects.filter(profile=amara).order_by("entry")
    assert left.count() == 800
    assert left[0].entry == 101
