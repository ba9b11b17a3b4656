"""What the review board reads of a whole run, however large: each person once."""

from collections.abc import Mapping

from django.db.models import Q

from corridor.programmes.models import Application, MatchingRun, Override, Proposal, Round
from corridor.programmes.queries.decisions import DECIDE_PAIRS, overrides

SHOWN_OF_PEOPLE = (
    *("round", "profile", "side", "state", "sealed_answers"),
    *("profile__handle", "profile__display_name"),
    *("profile__stage", "profile__specialty", "profile__subspecialty"),
)
"""Fourteen thousand people are read for a page; the rest of them is not shown on it."""


def people_of(round: Round) -> dict[int, Application]:
    """Who applied, by number, whoever has withdrawn included: her match stands until a new run."""
    applied = Application.objects.filter(round=round).exclude(state=Application.State.DRAFT)
    return {one.pk: one for one in applied.select_related("profile").only(*SHOWN_OF_PEOPLE)}


def record_on_board(round: Round, *, newest: int) -> list[Override]:
    """Newest first: so many of all, and whatever binds a run or says something."""
    last = Override.objects.filter(run__round=round).order_by("-at", "-pk").values("pk")[:newest]
    shown = Q(pk__in=last) | Q(kind__in=DECIDE_PAIRS) | ~Q(text="")
    return list(overrides(round).filter(shown))[::-1]


def proposals_among(people: Mapping[int, Application], *, run: MatchingRun) -> list[Proposal]:
    """What `proposals` gives, with people who were read before."""
    found = list(
        Proposal.objects.filter(run=run)
        .select_related("approval")
        .order_by("-needs_look", "-fit", "pk")
    )
    for proposal in found:
        proposal.mentee, proposal.mentor = people[proposal.mentee_id], people[proposal.mentor_id]
    return found
