"""What criteria, roles, barriers and steps are called."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.algorithms.matching.options import Barrier
from corridor.algorithms.matching.people import Criterion, Role

CRITERIA: Mapping[Criterion, str | Promise] = {
    Criterion.NEEDS: gettext_lazy("Needs covered"),
    Criterion.INTERESTS: gettext_lazy("Shared interests"),
    Criterion.SPECIALTY: gettext_lazy("Specialty"),
    Criterion.STAGE: gettext_lazy("Career stage"),
    Criterion.TIME: gettext_lazy("Time in common"),
    Criterion.LANGUAGE: gettext_lazy("Languages"),
    Criterion.CHOICES: gettext_lazy("Own choices"),
    Criterion.EXPERIENCE: gettext_lazy("Shared experience"),
}

MEASURES: Mapping[Criterion, str | Promise] = {
    Criterion.NEEDS: gettext_lazy("Needs of the mentee that the mentor covers."),
    Criterion.INTERESTS: gettext_lazy("What both care about, of what each names."),
    Criterion.SPECIALTY: gettext_lazy("The same one or another."),
    Criterion.STAGE: gettext_lazy("Two to four steps further on suits best."),
    Criterion.TIME: gettext_lazy("Free time in the same week, up to four hours."),
    Criterion.LANGUAGE: gettext_lazy("Languages of the mentee that the mentor speaks."),
    Criterion.CHOICES: gettext_lazy("How high each ranked the other."),
    Criterion.EXPERIENCE: gettext_lazy("Only for mentees who ask for one."),
}
"""What is measured for each criterion; `docs/algorithms/scoring.md` says it in numbers."""

ROLES: Mapping[Role, str | Promise] = {
    Role.MENTOR: gettext_lazy("mentor"),
    Role.COACH: gettext_lazy("coach"),
    Role.SPONSOR: gettext_lazy("sponsor"),
}

BARRIERS: Mapping[Barrier, str | Promise] = {
    Barrier.SAME_INSTITUTION: gettext_lazy("they belong to the same institution"),
    Barrier.EVALUATOR: gettext_lazy("one of them evaluates the other"),
    Barrier.PROGRAMME_DIRECTOR: gettext_lazy("one directs the other’s programme"),
    Barrier.APPLICATION_READER: gettext_lazy("one reads the other’s applications"),
    Barrier.BLOCKED: gettext_lazy("one has blocked the other"),
    Barrier.CONFLICT: gettext_lazy("a conflict of interest is declared"),
    Barrier.AVOIDED: gettext_lazy("one asked not to be matched with the other"),
    Barrier.FORBIDDEN: gettext_lazy("the director ruled it out"),
    Barrier.TOGETHER: gettext_lazy("they work together already"),
    Barrier.ONESELF: gettext_lazy("nobody is matched with themselves"),
    Barrier.ROLE_NOT_OFFERED: gettext_lazy("the role asked for is not offered"),
    Barrier.NOT_SENIOR: gettext_lazy("the mentor is not further on in the career"),
    Barrier.NO_SHARED_LANGUAGE: gettext_lazy("they share no language"),
    Barrier.TOO_FEW_HOURS: gettext_lazy("they have too few hours in common"),
    Barrier.NEEDS_NOT_COVERED: gettext_lazy("none of the needs is covered"),
    Barrier.NO_SHARED_INTEREST: gettext_lazy("they share no interest"),
    Barrier.OTHER_SPECIALTY: gettext_lazy("the specialties differ"),
    Barrier.STAGE_TOO_FAR: gettext_lazy("their career stages are too far apart"),
    Barrier.NOT_CHOSEN: gettext_lazy("the mentor is not among the choices"),
    Barrier.NO_SHARED_EXPERIENCE: gettext_lazy("no experience asked for is shared"),
}

STEPS: Mapping[str, str | Promise] = {
    "candidates": gettext_lazy("Comparing people"),
    "solving": gettext_lazy("Matching"),
    "pricing": gettext_lazy("Proving that nothing is better"),
    "explaining": gettext_lazy("Finding the reasons"),
    "comparing": gettext_lazy("Comparing with other ways"),
    "exploring": gettext_lazy("Trying other settings"),
    "swapping": gettext_lazy("Working out what else could be done for each match"),
}
"""What a run calls its steps -> what people see."""


def criterion_name(criterion: str) -> str:
    """Also of ``load``, which is no criterion and can be explored like one."""
    return _("Load") if criterion == "load" else str(CRITERIA[Criterion(criterion)])


def role_name(role: str) -> str:
    return str(ROLES[Role(role)])


def barrier_sentence(barrier: str) -> str:
    """Without capital and full stop: it follows a colon."""
    return str(BARRIERS[Barrier(barrier)])
