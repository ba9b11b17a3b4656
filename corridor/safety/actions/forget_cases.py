"""Cases that were closed long ago go, with the flags, the evidence and the notes in them."""

from datetime import datetime, timedelta

from django.conf import settings

from corridor.safety.models import Case

AT_ONCE = 200


def forget_cases(*, now: datetime) -> int:
    """How many. Decisions stay, without the case: figures are made of them."""
    long_ago = now - timedelta(days=settings.EVIDENCE_DAYS)
    over = Case.objects.filter(closed_at__lte=long_ago).order_by("closed_at", "pk")
    ids = list(over.values_list("pk", flat=True)[:AT_ONCE])
    Case.objects.filter(pk__in=ids).delete()
    return len(ids)
