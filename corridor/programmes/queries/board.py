"""What the review board reads of a whole run, however large: each person once."""

from collections.abc import Mapping

from corridor.programmes.models import Application, MatchingRun, Proposal, Round


def people_of(round: Round) -> dict[int, Application]:
    """Who applied, by number, whoever has withdrawn included: her match stands until a new run."""
    applied = Application.objects.filter(round=round).exclude(state=Application.State.DRAFT)
    return {one.pk: one for one in applied.select_related("profile").defer("sealed_form")}


def proposals_among(people: Mapping[int, Application], *, run: MatchingRun) -> list[Proposal]:
    """What `proposals` gives, with people who were read before."""
    found = list(
        Proposal.objects.filter(run=run)
        .select_related("approval__by")
        .order_by("-needs_look", "-fit", "pk")
    )
    for proposal in found:
        proposal.mentee, proposal.mentor = people[proposal.mentee_id], people[proposal.mentor_id]
    return found
