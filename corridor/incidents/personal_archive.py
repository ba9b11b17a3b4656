"""What incident files hold about their owner, for her own archive."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from corridor.incidents import queries
from corridor.incidents.choices import Feeling, Kind, Recipient
from corridor.incidents.models import Incident
from corridor.people.higher_contexts import HigherContext, Section

if TYPE_CHECKING:
    from corridor.people.models import Profile

WHEN = _("When")
ADDED = "It stands in the file of whoever she helped, whose it is."


def archive(profile: "Profile") -> Sequence[Section]:
    rows = Incident.objects.filter(owner=profile).select_related("owner__account").order_by("pk")
    files = [queries.opened(one) for one in rows]
    return [_incidents(files), _evidence(files), _letters(files), _check_ins(files)]


def _incidents(files: Sequence[queries.OpenedIncident]) -> Section:
    return Section(
        key="incidents",
        title=_("Incident files"),
        rows=[
            {
                "number": one.incident.pk,
                "opened_at": one.incident.opened_at,
                "closed_at": one.incident.closed_at,
                **one.own_words.as_document(),
            }
            for one in files
        ],
        labels={
            "number": _("Number"),
            "opened_at": _("Opened"),
            "closed_at": _("Closed"),
            "title": _("Name"),
            "began_on": _("Since"),
            "where": _("Where"),
            "what_happened": _("What happened"),
            "what_is_false": _("What is not true"),
            "what_i_want": _("What should happen"),
            "is_threatened": _("Threats"),
            "steps": _("Steps taken"),
            "closing": _("How it ended"),
        },
    )


def _evidence(files: Sequence[queries.OpenedIncident]) -> Section:
    """Files themselves are in the copy of each incident that she can download."""
    return Section(
        key="incident_evidence",
        title=_("Evidence in incident files"),
        rows=[_piece(one, whole.incident) for whole in files for one in whole.shown],
        labels={
            "incident": _("File"),
            "number": _("Number"),
            "kind": _("Kind"),
            "at": WHEN,
            "who": _("Who"),
            "where": _("Where"),
            "words": _("Words"),
            "note": _("Your note"),
            "files": _("Files"),
            "digest": _("Digest"),
        },
        choices={"kind": dict(Kind.choices)},
    )


def _piece(one: queries.OpenedPiece, incident: Incident) -> dict[str, Any]:
    kept = one.piece.kept
    said = kept.get("whole", kept["record"])
    return {
        "incident": incident.pk,
        "number": one.number,
        "kind": said["kind"],
        "at": said["happened_at"] or one.piece.at,
        "who": said["who"],
        "where": said["where"],
        "words": said["snapshot"].get("words", ""),
        "note": said["words"],
        "files": [f"{file['name']} {file['sha256']}" for file in said["files"]],
        "digest": one.piece.digest,
    }


def _letters(files: Sequence[queries.OpenedIncident]) -> Section:
    return Section(
        key="incident_letters",
        title=_("Letters that you adapted"),
        rows=[
            {
                "incident": whole.incident.pk,
                "recipient": str(one.recipient),
                "at": one.kept_at,
                "words": one.words,
            }
            for whole in files
            for one in queries.letters_kept(whole.incident)
        ],
        labels={
            "incident": _("File"),
            "recipient": _("To"),
            "at": WHEN,
            "words": _("Words"),
        },
        choices={"recipient": dict(Recipient.choices)},
    )


def _check_ins(files: Sequence[queries.OpenedIncident]) -> Section:
    return Section(
        key="check_ins",
        title=_("How you were"),
        rows=[
            {
                "incident": whole.incident.pk,
                "due_at": one.check_in.due_at,
                "answered_at": one.check_in.answered_at,
                "feeling": str(one.feeling) if one.feeling else "",
                "words": one.words,
            }
            for whole in files
            for one in queries.check_ins_of(whole.incident)
        ],
        labels={
            "incident": _("File"),
            "due_at": _("Asked"),
            "answered_at": _("Answered"),
            "feeling": _("How you were"),
            "words": _("Words"),
        },
        choices={"feeling": dict(Feeling.choices)},
    )


def forget(profile: "Profile", handle: str) -> None:
    """Her files go with all that is in them."""
    del handle
    Incident.objects.filter(owner=profile).delete()


ABOUT_PEOPLE = HigherContext(
    archive=archive,
    works_with=lambda _profile: frozenset(),
    forget=forget,
    holds={"incidents.Incident.owner": "incidents"},
    excuses={"incidents.Piece.by": ADDED},
)
