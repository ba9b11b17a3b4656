"""Who is to do with whom; blocks and evaluations hold in both directions."""

from datetime import date

from django.db.models import Q

from corridor.people.models import Block, Evaluation, Profile


def kept_from(viewer: Profile | None, *, today: date) -> set[int]:
    """Profiles that a viewer neither sees nor is seen by: blocked either way, or evaluating."""
    if viewer is None:
        return set()
    return _blocked(viewer) | _evaluating(viewer, today)


def _blocked(viewer: Profile) -> set[int]:
    pairs = Block.objects.filter(Q(blocker=viewer) | Q(blocked=viewer)).values_list(
        "blocker", "blocked"
    )
    return {profile for pair in pairs for profile in pair} - {viewer.pk}


def _evaluating(viewer: Profile, today: date) -> set[int]:
    in_force = Q(ends_on=None) | Q(ends_on__gt=today)
    pairs = Evaluation.objects.filter(
        in_force, Q(declared_by=viewer) | Q(other=viewer)
    ).values_list("declared_by", "other")
    return {profile for pair in pairs for profile in pair} - {viewer.pk}
