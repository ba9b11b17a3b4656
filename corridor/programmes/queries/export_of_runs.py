"""How matches came about, as tables: forms, runs, what was proposed, and who decided what."""

from collections.abc import Collection

from corridor.programmes.models import (
    ApplicationMove,
    MatchingRun,
    Override,
    Programme,
    Proposal,
    Question,
)
from corridor.programmes.queries.tables import Table, moment


def how_matches_came_about(programme: Programme, *, apart: Collection[int]) -> list[Table]:
    """Without people of ``apart``: the caller keeps away from them, or they from her."""
    runs = (
        MatchingRun.objects.filter(round__programme=programme)
        .select_related("round", "by", "record")
        .order_by("round__opens_on", "round", "number")
    )
    return [
        _forms(programme),
        _moves(programme, apart),
        *_of_runs(list(runs)),
        _proposals(programme, apart),
        _decisions(programme, apart),
    ]


def certificates(programme: Programme, *, apart: Collection[int]) -> dict[str, object]:
    """Name of its file -> the proof of a run; circles have none.

    A proof names everybody and is none without one of them: where somebody of ``apart`` is in the
    round, it is left out.
    """
    runs = MatchingRun.objects.filter(round__programme=programme).select_related("record")
    runs = runs.exclude(round__applications__profile__in=apart)
    return {
        f"round-{run.round_id}-run-{run.number}": run.record.certificate
        for run in runs.order_by("round", "number")
        if run.record.certificate
    }


def _forms(programme: Programme) -> Table:
    questions = Question.objects.filter(version__programme=programme).select_related("version")
    return Table(
        name="forms",
        columns={
            "side": "Whom it asks: mentee or mentor",
            "version": "Number of the version; a later one is made once somebody has answered",
            "made_at": "When this version was made, in UTC",
            "position": "Place in the form",
            "key": "The same in every version that has this question",
            "kind": "Kind of answer",
            "field": "What the matching reads of it; empty for what only people read",
            "question": "In the words of the programme",
            "help": "What stands below the question",
            "is_required": "It must be answered",
            "options": "The list to choose from, one a line",
            "least": "At least so many letters, entries, or this number",
            "most": "At most so many letters, entries, or this number",
            "is_retired": "It is not asked any more; answers from before stay",
        },
        rows=[
            (
                one.version.side,
                one.version.number,
                moment(one.version.made_at),
                one.position,
                one.key,
                one.kind,
                one.field,
                one.label,
                one.help_text,
                one.is_required,
                one.options,
                one.least,
                one.most,
                one.is_retired,
            )
            for one in questions.order_by("version__side", "version__number", "position", "pk")
        ],
    )


def _moves(programme: Programme, apart: Collection[int]) -> Table:
    moves = (
        ApplicationMove.objects.filter(application__round__programme=programme)
        .exclude(application__profile__in=apart)
        .exclude(application__state="draft")
        .select_related("application__round", "application__profile", "by")
    )
    return Table(
        name="decisions_on_applications",
        columns={
            "round": "Name of the round",
            "handle": "Of whoever applied",
            "side": "mentee or mentor",
            "move": "What was done, such as send, admit, decline or withdraw",
            "state": "Where it led",
            "by": "Handle of who did it; empty where a place came free",
            "at": "In UTC",
        },
        rows=[
            (
                one.application.round.name,
                one.application.profile.handle,
                one.application.side,
                one.name,
                one.state,
                one.by.handle if one.by and one.by.pk not in apart else "",
                moment(one.at),
            )
            for one in moves.order_by("at", "pk")
        ],
    )


def _of_runs(runs: Collection[MatchingRun]) -> list[Table]:
    told, weights = [], []
    for run in runs:
        proof = run.record.outcome.get("proof") or {}
        options = run.record.given["options"]
        told.append(
            (
                run.round.name,
                run.number,
                run.name,
                run.by.handle,
                moment(run.at),
                moment(run.chosen_at),
                len(run.record.outcome["matches"]),
                bool(proof.get("is_optimal")),
                options.get("seed", ""),
                f"round-{run.round_id}-run-{run.number}" if run.record.certificate else "",
            )
        )
        weights += [
            (run.round.name, run.number, criterion, weight)
            for criterion, weight in options.get("weights", ())
        ]
    return [
        Table(
            name="runs",
            columns={
                "round": "Name of the round",
                "run": "Number in the round",
                "name": "What a director calls it",
                "by": "Handle of who ran it",
                "at": "In UTC",
                "chosen_at": "Since when it is the one that is reviewed; empty for the newest",
                "proposals": "Matches that it proposed",
                "is_optimal": "It is proven that no other matching is worth more",
                "seed": "What lots were drawn by",
                "certificate": "Name of its proof, in certificates/",
            },
            rows=told,
        ),
        Table(
            name="weights",
            columns={
                "round": "Name of the round",
                "run": "Number in the round",
                "criterion": "What was weighed",
                "weight": "How much it counted",
            },
            rows=weights,
        ),
    ]


def _proposals(programme: Programme, apart: Collection[int]) -> Table:
    proposals = (
        Proposal.objects.filter(run__round__programme=programme)
        .exclude(mentee__profile__in=apart)
        .exclude(mentor__profile__in=apart)
        .select_related("run__round", "mentee__profile", "mentor__profile", "approval__by")
    )
    rows = []
    for one in proposals.order_by("run__round", "run__number", "pk"):
        approval = getattr(one, "approval", None)
        rows.append(
            (
                one.run.round.name,
                one.run.number,
                one.mentee.profile.handle,
                one.mentor.profile.handle,
                one.role,
                one.fit,
                one.needs_look,
                one.circle,
                approval.by.handle if approval else "",
                moment(approval.at if approval else None),
            )
        )
    return Table(
        name="proposals",
        columns={
            "round": "Name of the round",
            "run": "Number of the run in the round",
            "mentee": "Handle",
            "mentor": "Handle",
            "role": "mentor, coach or sponsor",
            "fit": "0 to 10,000",
            "needs_look": "Something stands out",
            "circle": "Number of the circle in its run; empty for a match of two",
            "approved_by": "Handle of the director who approved it",
            "approved_at": "In UTC",
        },
        rows=rows,
    )


def _decisions(programme: Programme, apart: Collection[int]) -> Table:
    overrides = (
        Override.objects.filter(run__round__programme=programme)
        .exclude(mentee__profile__in=apart)
        .exclude(mentor__profile__in=apart)
        .select_related(
            "run__round", "by", "mentee__profile", "mentor__profile", "becomes__profile"
        )
    )
    return Table(
        name="decisions_on_matches",
        columns={
            "round": "Name of the round",
            "run": "Number of the run that was looked at",
            "at": "In UTC",
            "by": "Handle of the director",
            "kind": "approve, withdraw, swap, forbid, allow, hold, release or note",
            "mentee": "Handle",
            "mentor": "Handle",
            "role": "mentor, coach or sponsor",
            "becomes": "Handle of the mentor given instead, by a swap",
            "words": "What the director wrote into the record",
        },
        rows=[
            (
                one.run.round.name,
                one.run.number,
                moment(one.at),
                one.by.handle,
                one.kind,
                one.mentee.profile.handle,
                one.mentor.profile.handle,
                one.role,
                _handle(one, apart),
                one.text,
            )
            for one in overrides.order_by("at", "pk")
        ],
    )


def _handle(swap: Override, apart: Collection[int]) -> str:
    becomes = swap.becomes
    return "" if becomes is None or becomes.profile_id in apart else becomes.profile.handle
