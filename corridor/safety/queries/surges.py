"""What goes on around somebody, for herself."""

from collections.abc import Sequence

from corridor.algorithms.surge import Counts, Reason, weigh
from corridor.safety.models import Surge


def surge_around(profile_id: int) -> Surge | None:
    """One that lasts, and that she did not wave off."""
    return Surge.objects.filter(profile=profile_id, ended_at=None, waved_off_at=None).first()


def surge_of_case(profile_id: int) -> Surge | None:
    """The latest that moderators were called to."""
    return Surge.objects.filter(profile=profile_id, level__gte=3).first()


def reasons(surge: Surge) -> Sequence[Reason]:
    """Of the level that it reached, with the numbers of that moment."""
    counts = Counts(
        strangers=surge.strangers,
        new=surge.new,
        hostile=surge.hostile,
        threatening=surge.threatening,
        flaggers=surge.flaggers,
        of_one_post=surge.of_one_post,
        of_one_server=surge.of_one_server,
    )
    return weigh(counts, usual=surge.usual).reasons
