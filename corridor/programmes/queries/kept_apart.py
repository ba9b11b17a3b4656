"""What keeps two people of a round from being matched, beside what its directors decided."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from corridor.algorithms.matching.barriers import wished_roles
from corridor.algorithms.matching.options import Barrier
from corridor.algorithms.matching.people import Role
from corridor.mentoring import queries as mentoring
from corridor.people import queries as people
from corridor.programmes.models import Application, Round

if TYPE_CHECKING:
    from corridor.programmes.documents import Given


def kept_apart(round: Round) -> set[tuple[int, int]]:
    """Who blocked or evaluates whom on the first day of the round, in both orders; one of each
    pair has applied."""
    applied = round.applications.order_by().values_list("profile", flat=True)
    apart = people.pairs_kept_apart(applied, today=round.starts_on)
    return apart | {(other, one) for one, other in apart}


def private_barriers(
    round: Round, applied: Iterable[Application]
) -> dict[tuple[str, str], Barrier]:
    """What people keep to themselves bars a match too; the director reads of a conflict only."""
    handle_of = {one.profile_id: one.profile.handle for one in applied}
    return {
        (handle_of[mentee], handle_of[mentor]): Barrier.CONFLICT
        for mentee, mentor in kept_apart(round)
        if mentee in handle_of and mentor in handle_of
    }


def together_already(
    round: Round, applied: Iterable[Application], everybody: "Given"
) -> dict[tuple[str, str], Barrier]:
    """Pairs who have all roles that they could be matched for, and whom nobody decided to keep.

    That two work together is told by name where the programme brought them together; elsewhere
    it is their own affair.
    """
    handle_of = {one.profile_id: one.profile.handle for one in applied}
    mentees = {one.id: one for one in everybody.mentees}
    mentors = {one.id: one for one in everybody.mentors}
    decided = {(one.mentee, one.mentor) for one in everybody.options.pins}
    decided |= {(one.mentee, one.mentor) for one in everybody.options.existing}
    had: dict[tuple[str, str], set[Role]] = {}
    barriers: dict[tuple[str, str], Barrier] = {}
    for one in mentoring.together(handle_of, handle_of):
        pair = handle_of[one.mentee_id], handle_of[one.mentor_id]
        if pair in decided or pair[0] not in mentees or pair[1] not in mentors:
            continue
        had.setdefault(pair, set()).add(Role(one.role.value))
        possible = wished_roles(mentees[pair[0]]) & mentors[pair[1]].offers
        if not possible - had[pair]:
            is_known = one.programme_address == round.programme.slug
            barriers[pair] = Barrier.TOGETHER if is_known else Barrier.CONFLICT
    return barriers
