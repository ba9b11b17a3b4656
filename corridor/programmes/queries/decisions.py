"""What directors decided about pairs of a round: the record, and what of it is in force."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from corridor.algorithms.matching.options import Barrier, Pair
from corridor.algorithms.matching.people import Role
from corridor.programmes import policies
from corridor.programmes.models import REVIEWED, MatchingRun, Override, Proposal, Round
from corridor.programmes.policies import Right

if TYPE_CHECKING:
    from corridor.people.models import Profile

DECIDE_PAIRS = (
    Override.Kind.SWAP,
    Override.Kind.FORBID,
    Override.Kind.ALLOW,
    Override.Kind.HOLD,
    Override.Kind.RELEASE,
)
"""What a run is bound by; the rest of the record is about what it proposed."""
CHOOSE_PAIRS = (Override.Kind.SWAP, Override.Kind.HOLD)
"""What is taken back by leaving the choice to the matching again."""


def overrides(round: Round) -> QuerySet[Override]:
    """The whole record of a round, oldest first."""
    return (
        Override.objects.filter(run__round=round)
        .select_related("by", "mentee__profile", "mentor__profile", "becomes__profile", "run")
        .order_by("at", "pk")
    )


def deciding(round: Round) -> QuerySet[Override]:
    """Those of the record that bind a run, oldest first: few beside thousands of approvals."""
    return overrides(round).filter(kind__in=DECIDE_PAIRS)


def decided(
    record: Iterable[Override],
) -> tuple[set[Pair], dict[tuple[str, str], Barrier]]:
    """Pins and forbidden pairs in force: the later decision about the same people replaces.

    Who has two mentors in one role keeps the other one when one is swapped; who goes to another
    circle leaves all mentors of hers.
    """
    pins: set[Pair] = set()
    forbidden: dict[tuple[str, str], Barrier] = {}
    standing = _standing(record)
    for override in record:
        pair = pair_of(override)
        if override.kind == Override.Kind.FORBID:
            pins.discard(pair)
            _leave_out(pair, standing.values())
            forbidden[pair.mentee, pair.mentor] = Barrier.FORBIDDEN
        elif override.kind == Override.Kind.ALLOW:
            forbidden.pop((pair.mentee, pair.mentor), None)
        elif override.kind == Override.Kind.HOLD:
            pins.add(pair)
        elif override.kind == Override.Kind.RELEASE:
            released = pair.mentee, pair.role
            pins = {pin for pin in pins if (pin.mentee, pin.role) != released}
        elif override.becomes is not None:
            becomes = replace(pair, mentor=override.becomes.profile.handle)
            here = standing.get((override.run_id, override.mentee_id, override.role))
            if here is None:
                pins = {pin for pin in pins if pin.mentee != pair.mentee} | {becomes}
            else:
                pins -= set(here.values())
                here[pair] = becomes
                pins |= set(here.values())
    return pins, forbidden


def _standing(record: Iterable[Override]) -> dict[tuple[int, int, str], dict[Pair, Pair]]:
    """Run, mentee and role of each swap -> whom she had there, and whom she has in their place
    once swaps are followed; nothing for circles."""
    swaps = [override for override in record if override.kind == Override.Kind.SWAP]
    if not swaps:
        return {}
    had: dict[tuple[int, int, str], dict[Pair, Pair]] = {}
    for proposal in Proposal.objects.filter(
        run__in={swap.run_id for swap in swaps},
        mentee__in={swap.mentee_id for swap in swaps},
        circle=None,
    ).select_related("mentee__profile", "mentor__profile"):
        pair = pair_of(proposal)
        had.setdefault((proposal.run_id, proposal.mentee_id, proposal.role), {})[pair] = pair
    return had


def _leave_out(parted: Pair, standing: Iterable[dict[Pair, Pair]]) -> None:
    """No swap of another mentor of hers keeps, from now on, one whom she was parted from."""
    for here in standing:
        for had in [had for had, has in here.items() if has == parted]:
            del here[had]


def pair_of(row: Override | Proposal) -> Pair:
    return Pair(
        mentee=row.mentee.profile.handle, mentor=row.mentor.profile.handle, role=Role(row.role)
    )


def pins(round: Round, *, record: Sequence[Override] | None = None) -> set[Pair]:
    """Matches that directors decided themselves; ``record`` if it was read before."""
    return decided(list(deciding(round)) if record is None else record)[0]


def partings(round: Round, *, record: Sequence[Override] | None = None) -> list[Override]:
    """Pairs that a director parted and nobody allowed again, newest first."""
    in_force: dict[tuple[int, int], Override] = {}
    for override in deciding(round) if record is None else record:
        pair = override.mentee_id, override.mentor_id
        if override.kind == Override.Kind.FORBID:
            in_force[pair] = override
        elif override.kind == Override.Kind.ALLOW:
            in_force.pop(pair, None)
    return list(in_force.values())[::-1]


def parting(override_id: int, *, viewer: "Profile") -> Override | None:
    """One in force, of a round under review that the viewer directs."""
    found = _under_review(viewer).filter(pk=override_id).first()
    if found is None:
        return None
    return next((one for one in partings(found.run.round) if one.pk == found.pk), None)


def decided_since(
    run: MatchingRun, *, record: Iterable[Override], proposals: Iterable[Proposal]
) -> list[Override]:
    """What was decided about pairs of this run and is not in it; ``proposals`` are all of its."""
    here = {(one.mentee_id, one.mentor_id, one.role) for one in proposals}
    return [
        one
        for one in record
        if one.run_id == run.pk
        and one.kind in DECIDE_PAIRS
        and not (
            one.kind == Override.Kind.HOLD and (one.mentee_id, one.mentor_id, one.role) in here
        )
    ]


def pair_chosen(override_id: int, *, viewer: "Profile") -> Override | None:
    """A swap or a hold, of a round under review that the viewer directs."""
    return _under_review(viewer).filter(pk=override_id, kind__in=CHOOSE_PAIRS).first()


def _under_review(viewer: "Profile") -> QuerySet[Override]:
    return Override.objects.filter(
        run__round__state__in=REVIEWED,
        run__round__programme__in=policies.programmes_with(viewer, Right.REVIEW),
    ).select_related("run__round__programme", "mentee__profile", "mentor__profile")
