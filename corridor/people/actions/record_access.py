"""The log of who saw or changed what of somebody's special-category data."""

from collections.abc import Iterable
from datetime import datetime, time

from corridor.people.choices import Deed
from corridor.people.models import Access, Profile


def record_access(*, subject: Profile, by: Profile | None, deed: Deed, now: datetime) -> None:
    """One row for each time: changes, agreements, downloads, what operators and reviewers open."""
    Access.objects.create(subject=subject, by=by, deed=deed, at=now)


def record_sights(
    *, subjects: Iterable[int], by: Profile | None, deed: Deed, now: datetime
) -> None:
    """Ids of profiles. One row a day for each viewer, however often she looks; none for herself."""
    others = dict.fromkeys(subjects)
    if by is not None:
        others.pop(by.pk, None)
    today = datetime.combine(now.date(), time.min, tzinfo=now.tzinfo)
    noted = set(
        Access.objects.filter(subject__in=others, by=by, deed=deed, at__gte=today).values_list(
            "subject", flat=True
        )
    )
    Access.objects.bulk_create(
        Access(subject_id=subject, by=by, deed=deed, at=now)
        for subject in others
        if subject not in noted
    )
