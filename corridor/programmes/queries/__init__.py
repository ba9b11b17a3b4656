"""Readings of programmes. Matches and applications are shown to the programme's directors only."""

from corridor.programmes.queries.programmes import (
    applied,
    programme,
    programmes,
)
from corridor.programmes.queries.reviewing import (
    applications,
    given,
    latest_run,
    mentor_application,
    overrides,
    parting,
    partings,
    pins,
    proposal,
    proposals,
    round_to_review,
    ruled_out,
    runs,
    runs_to_show,
)

__all__ = [
    "applications",
    "applied",
    "given",
    "latest_run",
    "mentor_application",
    "overrides",
    "parting",
    "partings",
    "pins",
    "programme",
    "programmes",
    "proposal",
    "proposals",
    "round_to_review",
    "ruled_out",
    "runs",
    "runs_to_show",
]
