"""Somebody says when she can meet, every week."""

from collections.abc import Iterable

from django.db import transaction

from corridor.algorithms.matching.week import DAYS, MINUTES_PER_DAY, Span
from corridor.people import policies
from corridor.people.actions.edit_profile import NotYourProfile
from corridor.people.actions.refresh_entry import refresh_entry
from corridor.people.models import FreeHours, Profile

MOST_SPANS = 42


class NotWithinADay(Exception):
    """A span begins before it ends, on one day, and there are six a day at most."""


@transaction.atomic
def set_free_hours(*, profile: Profile, spans: Iterable[Span], by: Profile) -> None:
    """Local times of where she lives. Raises NotYourProfile or NotWithinADay."""
    if not policies.owns(by, profile):
        raise NotYourProfile
    spans = list(spans)
    if len(spans) > MOST_SPANS or not all(map(_is_within_a_day, spans)):
        raise NotWithinADay

    profile.free_hours.all().delete()
    FreeHours.objects.bulk_create(
        FreeHours(profile=profile, day=DAYS.index(span.day), start=span.start, end=span.end)
        for span in spans
    )
    refresh_entry(profile)


def _is_within_a_day(span: Span) -> bool:
    return span.day in DAYS and 0 <= span.start < span.end <= MINUTES_PER_DAY
