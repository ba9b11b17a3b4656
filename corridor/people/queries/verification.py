"""Who has shown who they are."""

from datetime import datetime

from django.db.models import QuerySet

from corridor.people.models import Badge, Profile


def is_verified(profile: Profile, *, now: datetime) -> bool:
    return badges_in_force(now=now).filter(profile=profile).exists()


def badges_in_force(*, now: datetime) -> QuerySet[Badge]:
    return Badge.objects.filter(withdrawn_at=None, expires_at__gt=now).order_by(
        "-granted_at", "-pk"
    )
