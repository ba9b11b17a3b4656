"""Why two people must not be matched, whatever the score.

Declared relations come first, then the rules of the programme, then its musts. A must bars
a pair in which the criterion is not met at all; it is not asked of a mentee who left the
criterion empty, and it is not met by a mentor who did.
"""

from collections.abc import Callable, Mapping

from corridor.algorithms.matching.options import MUST, Barrier, Options
from corridor.algorithms.matching.people import Criterion, Mentee, Mentor, Role
from corridor.algorithms.matching.shares import choice_share, stage_share, time_share
from corridor.algorithms.matching.week import shared_minutes

BARRIER_OF_MUST: Mapping[Criterion, Barrier] = {
    Criterion.NEEDS: Barrier.NEEDS_NOT_COVERED,
    Criterion.INTERESTS: Barrier.NO_SHARED_INTEREST,
    Criterion.SPECIALTY: Barrier.OTHER_SPECIALTY,
    Criterion.STAGE: Barrier.STAGE_TOO_FAR,
    Criterion.TIME: Barrier.TOO_FEW_HOURS,
    Criterion.LANGUAGE: Barrier.NO_SHARED_LANGUAGE,
    Criterion.CHOICES: Barrier.NOT_CHOSEN,
    Criterion.EXPERIENCE: Barrier.NO_SHARED_EXPERIENCE,
}


def barrier_in_role(
    mentee: Mentee, mentor: Mentor, *, role: Role, options: Options
) -> Barrier | None:
    """The barrier to this one role; ``barrier_between`` asks whether any role is left."""
    if role not in mentor.offers:
        return Barrier.ROLE_NOT_OFFERED
    return barrier_between(mentee, mentor, options)


def barrier_between(mentee: Mentee, mentor: Mentor, options: Options) -> Barrier | None:
    """The first barrier found, in the order in which a director would name it."""
    return (
        declared_barrier(mentee, mentor, options)
        or _rule_barrier(mentee, mentor, options)
        or _must_barrier(mentee, mentor, options)
    )


def declared_barrier(mentee: Mentee, mentor: Mentor, options: Options) -> Barrier | None:
    """What people have said of this one pair."""
    declared = options.must_not.get((mentee.id, mentor.id))
    if declared is not None:
        return declared
    if mentor.id in mentee.avoid or mentee.id in mentor.avoid:
        return Barrier.AVOIDED
    return None


def wished_roles(mentee: Mentee) -> frozenset[Role]:
    return frozenset(role for role, people in mentee.wishes.items() if people > 0)


def musts(options: Options) -> tuple[Criterion, ...]:
    return tuple(criterion for criterion in Criterion if options.weights.get(criterion, 0) >= MUST)


def _rule_barrier(mentee: Mentee, mentor: Mentor, options: Options) -> Barrier | None:
    rules = options.rules
    broken = {
        Barrier.ROLE_NOT_OFFERED: not wished_roles(mentee) & mentor.offers,
        Barrier.SAME_INSTITUTION: rules.other_institution
        and mentee.institutions & mentor.institutions,
        Barrier.NOT_SENIOR: rules.senior_mentor and _is_not_senior(mentee, mentor),
        Barrier.NO_SHARED_LANGUAGE: rules.shared_language and _speak_apart(mentee, mentor),
        Barrier.TOO_FEW_HOURS: _meet_too_little(mentee, mentor, rules.overlap_minutes),
    }
    return next((barrier for barrier, is_broken in broken.items() if is_broken), None)


def _is_not_senior(mentee: Mentee, mentor: Mentor) -> bool:
    if mentee.stage is None or mentor.stage is None:
        return False
    return mentor.stage <= mentee.stage


def _speak_apart(mentee: Mentee, mentor: Mentor) -> bool:
    if not mentee.languages or not mentor.languages:
        return False
    return not mentee.languages & mentor.languages


def _meet_too_little(mentee: Mentee, mentor: Mentor, least: int) -> bool:
    minutes = shared_minutes(mentee.free, mentor.free)
    return minutes is not None and minutes < least


def _must_barrier(mentee: Mentee, mentor: Mentor, options: Options) -> Barrier | None:
    for criterion in musts(options):
        if _ASKED[criterion](mentee) and not _MET[criterion](mentee, mentor):
            return BARRIER_OF_MUST[criterion]
    return None


_ASKED: Mapping[Criterion, Callable[[Mentee], bool]] = {
    Criterion.NEEDS: lambda mentee: bool(mentee.needs),
    Criterion.INTERESTS: lambda mentee: bool(mentee.interests),
    Criterion.SPECIALTY: lambda mentee: bool(mentee.specialty),
    Criterion.STAGE: lambda mentee: mentee.stage is not None,
    Criterion.TIME: lambda mentee: bool(mentee.free),
    Criterion.LANGUAGE: lambda mentee: bool(mentee.languages),
    Criterion.CHOICES: lambda mentee: bool(mentee.choices),
    Criterion.EXPERIENCE: lambda mentee: bool(mentee.shares),
}

_MET: Mapping[Criterion, Callable[[Mentee, Mentor], bool]] = {
    Criterion.NEEDS: lambda mentee, mentor: bool(mentee.needs & mentor.covers),
    Criterion.INTERESTS: lambda mentee, mentor: bool(mentee.interests & mentor.interests),
    Criterion.SPECIALTY: lambda mentee, mentor: mentee.specialty == mentor.specialty,
    Criterion.STAGE: lambda mentee, mentor: bool(stage_share(mentee, mentor)),
    Criterion.TIME: lambda mentee, mentor: bool(time_share(mentee, mentor)),
    Criterion.LANGUAGE: lambda mentee, mentor: bool(mentee.languages & mentor.languages),
    Criterion.CHOICES: lambda mentee, mentor: bool(choice_share(mentee, mentor)),
    Criterion.EXPERIENCE: lambda mentee, mentor: bool(mentee.shares & mentor.experience),
}
