"""A round under review: its runs, proposals and decisions, for its directors only."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeGuard

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from corridor.algorithms.matching.options import Barrier, Options, Pair
from corridor.algorithms.matching.outcome import Alternative
from corridor.algorithms.matching.people import Role
from corridor.algorithms.matching.week import reference_weeks
from corridor.programmes import modes, policies
from corridor.programmes.answers import mentee_of, mentor_of
from corridor.programmes.documents import Given, Swaps, from_document
from corridor.programmes.models import (
    REVIEWED,
    Application,
    MatchingJob,
    MatchingRun,
    Override,
    Proposal,
    Publication,
    Round,
)
from corridor.programmes.policies import Right
from corridor.programmes.queries.consequences import resting
from corridor.programmes.queries.decisions import DECIDE_PAIRS, decided, deciding, partings
from corridor.programmes.queries.kept_apart import (
    kept_apart,
    private_barriers,
    together_already,
)

if TYPE_CHECKING:
    from corridor.people.models import Profile


def round_to_review(slug: str, *, viewer: "Profile") -> Round | None:
    """The round under review, for its directors; None for anybody else.

    With what is under way: ``is_being_matched``, ``is_being_published``; and ``matching_failed``.
    """
    newest_job = MatchingJob.objects.filter(round=OuterRef("pk")).order_by("-made_at", "-pk")
    publications = Publication.objects.filter(round=OuterRef("pk"), stopped_at=None, done_at=None)
    found = (
        Round.objects.filter(
            programme__slug=slug,
            programme__in=policies.programmes_with(viewer, Right.REVIEW),
            state__in=REVIEWED,
        )
        .select_related("programme")
        .annotate(
            job=Subquery(newest_job.values("state")[:1]), publication_open=Exists(publications)
        )
        .first()
    )
    if found is None:
        return None
    found.is_being_matched = found.job in MatchingJob.OPEN
    found.matching_failed = found.job == MatchingJob.State.FAILED
    found.is_being_published = found.publication_open
    return found


def runs(round: Round) -> QuerySet[MatchingRun]:
    """Newest first."""
    return round.runs.select_related("by").order_by("-number", "-pk")


def current_run(round: Round) -> MatchingRun | None:
    """The one that is reviewed and published: chosen by a director, or else the newest."""
    return _current_first(runs(round)).first()


def run_to_show(round: Round) -> MatchingRun | None:
    """The same, with its outcome."""
    return _current_first(runs_to_show(round)).first()


def _current_first(found: QuerySet[MatchingRun]) -> QuerySet[MatchingRun]:
    return found.order_by(F("chosen_at").desc(nulls_last=True), "-number", "-pk")


def open_job(round: Round) -> MatchingJob | None:
    """A run that a worker makes."""
    return round.jobs.filter(state__in=MatchingJob.OPEN).order_by("pk").first()


def is_made(made: MatchingRun | MatchingJob) -> TypeGuard[MatchingRun]:
    """Else a worker makes it."""
    return isinstance(made, MatchingRun)


def failed_job(round: Round, *, after: MatchingRun | None = None) -> MatchingJob | None:
    """The newest, if it failed, and no run was made since."""
    newest = round.jobs.order_by("-made_at", "-pk").first()
    if newest is None or newest.state != MatchingJob.State.FAILED:
        return None
    return newest if after is None or newest.made_at >= after.at else None


def runs_to_show(round: Round) -> QuerySet[MatchingRun]:
    """Newest first, each with its outcome, without what went in and the proof."""
    unread = ("record__sealed_given", "record__sealed_certificate")
    return runs(round).select_related("record").defer(*unread)


def runs_to_compare(round: Round, numbers: Iterable[int]) -> QuerySet[MatchingRun]:
    return runs_to_show(round).filter(number__in=numbers)


def proposals(run: MatchingRun) -> QuerySet[Proposal]:
    return (
        Proposal.objects.filter(run=run)
        .select_related("mentee__profile", "mentor__profile", "approval")
        .order_by("-needs_look", "-fit", "pk")
    )


def together_with(proposal: Proposal) -> QuerySet[Proposal]:
    """The proposal, and where it is of a circle, all others of that circle."""
    here = Q(pk=proposal.pk) if proposal.circle is None else Q(circle=proposal.circle)
    return proposals(proposal.run).filter(here)


def alternatives(proposal: Proposal) -> tuple[Alternative, ...]:
    """Other mentors for a match of two, and who would move, as the run worked them out."""
    return from_document(Swaps, proposal.swap_record.swaps).alternatives


def proposal(proposal_id: int, *, viewer: "Profile") -> Proposal | None:
    """A proposal of a round under review that the viewer directs."""
    return (
        Proposal.objects.filter(
            pk=proposal_id,
            run__round__state__in=REVIEWED,
            run__round__programme__in=policies.programmes_with(viewer, Right.REVIEW),
        )
        .select_related("run__round__programme", "mentee__profile", "mentor__profile")
        .first()
    )


def approved(round: Round, *, run: MatchingRun) -> list[Proposal]:
    """What a publication of this run tells: approved, and not ruled out meanwhile."""
    found = list(proposals(run).filter(approval__isnull=False).order_by("pk"))
    apart = ruled_out(round, proposals=found)
    return [proposal for proposal in found if proposal.pk not in apart]


def mentor_application(round: Round, *, handle: str) -> Application | None:
    mentors = applications(round).filter(side=Application.Side.MENTOR)
    return mentors.filter(profile__handle=handle).first()


def mentee_application(application_id: int, *, viewer: "Profile") -> Application | None:
    """A mentee who is in, of a round under review that the viewer reviews."""
    return (
        Application.objects.filter(
            pk=application_id,
            side=Application.Side.MENTEE,
            state=Application.State.IN,
            round__state__in=REVIEWED,
            round__programme__in=policies.programmes_with(viewer, Right.REVIEW),
        )
        .select_related("round__programme", "profile")
        .first()
    )


def applications(round: Round) -> QuerySet[Application]:
    """Of those who take part: no drafts, nobody who waits for admission or has withdrawn."""
    return (
        Application.objects.filter(round=round, state=Application.State.IN)
        .select_related("profile")
        .order_by("profile__handle", "pk")
    )


def given(
    round: Round, *, with_also: Override | None = None, only: Collection[int] | None = None
) -> Given:
    """What a run of this round starts from now: applications, settings and the director's pins.

    ``with_also`` is a decision that is not stored yet; ``only`` names applications.
    """
    which = _is_here & ~Q(profile__in=resting(round.programme))
    if only is not None:
        which &= Q(pk__in=only)
    applied = list(applications(round).filter(which))
    zones = {application.profile.time_zone for application in applied}
    mondays = reference_weeks(round.starts_on, round.ends_on, zones)
    by_side = {
        side: [application for application in applied if application.side == side]
        for side in Application.Side
    }
    everybody = Given(
        mentees=tuple(
            mentee_of(application.profile, application.answers, mondays=mondays)
            for application in by_side[Application.Side.MENTEE]
        ),
        mentors=tuple(
            mentor_of(application.profile, application.answers, mondays=mondays)
            for application in by_side[Application.Side.MENTOR]
        ),
        options=_options(round, applied, also=[with_also] if with_also else []),
    )
    together = together_already(round, applied, everybody)
    must_not = {**together, **everybody.options.must_not}
    options = replace(everybody.options, must_not=must_not)
    return _in_mode(replace(everybody, options=options), round)


def given_of_decided(decision: Override) -> Given:
    """The same of those only about whom something is decided, or would be by this decision."""
    round = decision.run.round
    record = [*Override.objects.filter(run__round=round, kind__in=DECIDE_PAIRS), decision]
    named = {pk for one in record for pk in (one.mentee_id, one.mentor_id, one.becomes_id) if pk}
    return given(round, with_also=decision, only=named)


def _in_mode(everybody: Given, round: Round) -> Given:
    if round.mode == Round.Mode.RANKS:
        return modes.as_mentees_rank(everybody)
    if round.mode == Round.Mode.SUGGESTIONS:
        return modes.as_suggestions(everybody, at_most=round.suggestions)
    if round.mode == Round.Mode.CHOICE:
        return modes.as_directors_choose(everybody)
    return everybody


_is_here = Q(profile__account__is_active=True, profile__account__departure=None)
"""Who is leaving, or has left, is matched with nobody."""


def ruled_out(
    round: Round, *, proposals: Iterable[Proposal], record: Sequence[Override] | None = None
) -> set[int]:
    """Proposals that cannot be any more: one of the two has withdrawn since the run, or
    something was declared or decided that keeps them apart. ``record`` if it was read before."""
    proposals = list(proposals)
    applied = [(one.mentee.profile_id, one.mentor.profile_id) for one in proposals]
    apart = kept_apart(round)
    apart.update(round.declared_relations.values_list("mentee", "mentor"))
    parted = {(one.mentee_id, one.mentor_id) for one in partings(round, record=record)}
    rest = resting(round.programme)
    return {
        proposal.pk
        for proposal, pair in zip(proposals, applied, strict=True)
        if pair in apart
        or (proposal.mentee_id, proposal.mentor_id) in parted
        or not (proposal.mentee.is_in and proposal.mentor.is_in)
        or not rest.isdisjoint(pair)
    }


def _options(round: Round, applied: Iterable[Application], *, also: Sequence[Override]) -> Options:
    record = [*deciding(round), *also]
    pins, forbidden = decided(record)
    here = {(application.profile.handle, application.side) for application in applied}
    declared = {
        (relation.mentee.handle, relation.mentor.handle): Barrier(relation.barrier)
        for relation in round.declared_relations.select_related("mentee", "mentor")
    }
    barred = private_barriers(round, applied) | forbidden | declared
    settings = {
        "places_per_mentor": round.programme.mentor_capacity,
        **{name: value for name, value in round.settings.items() if value is not None},
        "must_not": [[list(pair), barrier.value] for pair, barrier in barred.items()],
        "pins": [_pair_document(pair) for pair in pins if _both(pair, here)],
        "existing": [_pair_document(pair) for pair in _existing(round, applied)],
    }
    return from_document(Options, settings)


def _both(pair: Pair, here: set[tuple[str, str]]) -> bool:
    return {(pair.mentee, "mentee"), (pair.mentor, "mentor")} <= here


def _pair_document(pair: Pair) -> dict[str, str]:
    return {"mentee": pair.mentee, "mentor": pair.mentor, "role": pair.role.value}


def _existing(round: Round, applied: Iterable[Application]) -> set[Pair]:
    """Approved matches of the round before whose two people both applied again."""
    if round.follows is None:
        return set()
    here = {(application.profile.handle, application.side) for application in applied}
    before = current_run(round.follows)
    applied_again = [profile for profile, side in here if side == Application.Side.MENTEE]
    approved_before = Q(approval__isnull=False, mentee__profile__handle__in=applied_again)
    kept = proposals(before).filter(approved_before) if before else ()
    pairs = {
        Pair(
            mentee=proposal.mentee.profile.handle,
            mentor=proposal.mentor.profile.handle,
            role=Role(proposal.role),
        )
        for proposal in kept
    }
    return {pair for pair in pairs if _both(pair, here)}
