"""Moderators take kept answers from members, and give them back; for contexts above."""

from collections.abc import Collection
from datetime import datetime

from corridor.library.models import KeptAnswer


class KeptGone(Exception):
    """One of the two withdrew it."""


def withhold_kept(kept_id: int, *, now: datetime) -> None:
    """Raises KeptGone."""
    if not KeptAnswer.objects.filter(pk=kept_id).update(withheld_at=now):
        raise KeptGone


def give_back_kept(kept_id: int) -> None:
    """Nothing where it is gone."""
    KeptAnswer.objects.filter(pk=kept_id).update(withheld_at=None)


def withhold_kept_from(sources: Collection[str], *, now: datetime) -> None:
    """Whatever is kept from a question that they took away."""
    KeptAnswer.objects.filter(source__in=sources, withheld_at=None).update(withheld_at=now)


def give_back_kept_from(sources: Collection[str], *, besides: Collection[int]) -> None:
    """`besides`: those that stay away for themselves."""
    KeptAnswer.objects.filter(source__in=sources).exclude(pk__in=besides).update(withheld_at=None)
