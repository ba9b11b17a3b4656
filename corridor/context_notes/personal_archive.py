"""What context notes hold about one person, for her own archive."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from corridor.context_notes.choices import Answer, State
from corridor.context_notes.models import ContextNote, NoteAppeal, NoteFlag, NoteRating
from corridor.people.higher_contexts import HigherContext, Section

if TYPE_CHECKING:
    from corridor.people.models import Profile

DESK = "Work of the desk is told without the names of moderators."


def archive(profile: "Profile") -> Sequence[Section]:
    return [_notes(profile), _answers(profile), _ratings(profile), _flags(profile)]


def _notes(profile: "Profile") -> Section:
    rows = ContextNote.objects.filter(author=profile).order_by("pk")
    appeals = {one.note_id: one.said for one in NoteAppeal.objects.filter(note__in=rows)}
    return Section(
        key="context_notes",
        title=_("Context notes that you wrote"),
        rows=[
            {
                "post": one.post_id,
                "at": one.written_at,
                "field": one.field_name,
                "text": one.text,
                "state": one.state.value,
                "settled_at": one.settled_at,
                "withheld_because": one.withheld_because,
                "appeal": appeals.get(one.pk, {}).get("words", ""),
                "appeal_answer": appeals.get(one.pk, {}).get("answer", ""),
            }
            for one in rows
        ],
        labels={
            "post": _("Post"),
            "at": _("When"),
            "field": _("Specialty"),
            "text": _("Words"),
            "state": _("Where it stands"),
            "settled_at": _("Settled"),
            "withheld_because": _("Why moderators took it away"),
            "appeal": _("Your appeal"),
            "appeal_answer": _("Answer"),
        },
        choices={"state": dict(State.choices)},
    )


def _answers(profile: "Profile") -> Section:
    rows = ContextNote.objects.filter(post__author=profile).exclude(answered_at=None)
    return Section(
        key="answers_to_notes",
        title=_("Your answers to notes on your posts"),
        rows=list(rows.order_by("pk").values("post", "answered_at", "answer")),
        labels={"post": _("Post"), "answered_at": _("When"), "answer": _("Words")},
    )


def _ratings(profile: "Profile") -> Section:
    rows = NoteRating.objects.filter(rater=profile).order_by("pk")
    return Section(
        key="note_ratings",
        title=_("Context notes that you rated"),
        rows=list(rows.values("note", "at", "answer", "reasons")),
        labels={
            "note": _("Note"),
            "at": _("When"),
            "answer": _("Answer"),
            "reasons": _("Reasons"),
        },
        choices={"answer": dict(Answer.choices)},
    )


def _flags(profile: "Profile") -> Section:
    rows = NoteFlag.objects.filter(by=profile).order_by("pk")
    return Section(
        key="flagged_notes",
        title=_("Context notes that you flagged"),
        rows=[
            {
                "note": one.note_id,
                "at": one.at,
                "words": one.said["words"],
                "heard_at": one.heard_at,
                "answer": one.said["answer"],
            }
            for one in rows
        ],
        labels={
            "note": _("Note"),
            "at": _("When"),
            "words": _("Words"),
            "heard_at": _("When you were told what came of it"),
            "answer": _("Answer"),
        },
    )


def forget(profile: "Profile", handle: str) -> None:
    """Rows go with the profile."""
    del profile, handle


ABOUT_PEOPLE = HigherContext(
    archive=archive,
    works_with=lambda _profile: frozenset(),
    forget=forget,
    holds={
        "context_notes.ContextNote.author": "context_notes",
        "context_notes.NoteFlag.by": "flagged_notes",
        "context_notes.NoteRating.rater": "note_ratings",
    },
    excuses={
        "context_notes.ContextNote.withheld_by": DESK,
        "context_notes.NoteAppeal.decided_by": DESK,
    },
)
