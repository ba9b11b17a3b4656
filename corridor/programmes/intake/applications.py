"""A director's file of people who take part, row by row as applications."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from corridor.programmes.answers import Answers, FreeTime
from corridor.programmes.intake.columns import recognised, settle, understand
from corridor.programmes.intake.drafts import Draft, Form, read_drafts
from corridor.programmes.intake.fields import Field
from corridor.programmes.intake.mapping import NOTHING_MAPPED
from corridor.programmes.intake.problems import Notes
from corridor.programmes.intake.sources import Limits, Source
from corridor.programmes.intake.tables import Reading, read_table

LIMITS = Limits(size=500_000, unpacked=20 << 20, rows=2_000, columns=200, cell=5_000)


@dataclass(frozen=True, kw_only=True)
class AppliedRow:
    file: str
    line: int
    email: str
    side: str
    answers: Answers
    named: Mapping[str, tuple[str, ...]]
    """``choices`` and ``avoid`` as the file names people, not looked up yet."""


def read_applications(source: Source, notes: Notes, *, side: str) -> list[AppliedRow]:
    """``side`` is of whoever does not say. Raises InputRejected with every error of the file."""
    reading = Reading(notes=notes, limits=LIMITS)
    table = read_table(source, reading, recognised(NOTHING_MAPPED))
    columns = settle(table, understand(table, NOTHING_MAPPED), NOTHING_MAPPED, notes)
    if Field.EMAIL not in columns:
        text = _("No column holds e-mail addresses: people are found, or invited, by them.")
        notes.problem(table.file, text, line=1)
        notes.refuse_problems()
    default = None if Field.SIDE in columns else (side == "mentee", side == "mentor")
    form = Form(file=table.file, columns=columns, notes=notes, side=default)
    rows = [row for draft in read_drafts(form, table.rows) for row in _rows(draft, notes)]
    _refuse_twice(rows, notes)
    notes.refuse_problems()
    return rows


def _rows(draft: Draft, notes: Notes) -> Iterator[AppliedRow]:
    if not draft.email:
        title = draft.columns.title(Field.EMAIL)
        text = _("Empty; an e-mail address is expected.")
        notes.problem(draft.file, text, line=draft.line, column=title)
        return
    named = {
        "choices": tuple(one.text for one in draft.references.get(Field.CHOICES, ())),
        "avoid": tuple(one.text for one in draft.references.get(Field.AVOID, ())),
    }
    for side, is_one in (("mentee", draft.is_mentee), ("mentor", draft.is_mentor)):
        if is_one:
            yield AppliedRow(
                file=draft.file,
                line=draft.line,
                email=draft.email.lower(),
                side=side,
                answers=_answers(draft),
                named=named,
            )


def _answers(draft: Draft) -> Answers:
    return Answers(
        grade=draft.stage.name if draft.stage else "",
        languages=draft.languages,
        interests=draft.interests,
        experience=draft.experience,
        free=tuple(FreeTime(day=span.day, start=span.start, end=span.end) for span in draft.spans),
        needs=draft.needs,
        wishes=draft.wishes,
        shares=draft.shares,
        top=draft.top,
        covers=draft.covers,
        offers=frozenset(draft.offers),
        capacity=draft.capacity,
        carries=draft.carries,
        experience_capacity=draft.experience_capacity,
    )


def _refuse_twice(rows: list[AppliedRow], notes: Notes) -> None:
    first: dict[tuple[str, str], int] = {}
    for row in rows:
        line = first.setdefault((row.email, row.side), row.line)
        if line != row.line:
            text = _("“%(email)s” is here twice as %(side)s, first in line %(line)d: keep one.")
            where = {"email": row.email, "side": row.side, "line": line}
            notes.problem(row.file, text % where, line=row.line)
