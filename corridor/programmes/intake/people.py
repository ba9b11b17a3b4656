"""From forms to people: everybody found, everybody they name looked up, or every error listed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from corridor.algorithms.matching.options import Barrier, Pair
from corridor.algorithms.matching.people import Mentee, Mentor
from corridor.algorithms.matching.week import free_quarters, reference_weeks
from corridor.programmes.intake.acquaintances import Acquaintances
from corridor.programmes.intake.columns import (
    Columns,
    recognised,
    report_absent,
    settle,
    understand,
)
from corridor.programmes.intake.directory import Sides
from corridor.programmes.intake.drafts import NAMED, Draft, Form, read_drafts
from corridor.programmes.intake.fields import Field, plain
from corridor.programmes.intake.mapping import NOTHING_MAPPED, Mapped
from corridor.programmes.intake.problems import Notes
from corridor.programmes.intake.sources import Source
from corridor.programmes.intake.tables import Column, Reading, Table, read_table

STAGE_GROUP = "Career stage"
MOST_TITLES = 8
MOST_OF_A_TITLE = 30
MENTEES = (True, False)
MENTORS = (False, True)


@dataclass(frozen=True, kw_only=True)
class PeopleFile:
    source: Source
    side: tuple[bool, bool] | None = None
    """``MENTEES``, ``MENTORS``, or None for a file with a column that says it."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the director says beside the files."""

    start_on: date
    end_on: date
    """First and last day of the programme: daylight saving changes in between."""
    mapped: Mapped = NOTHING_MAPPED
    groups: tuple[str, ...] = ()
    """Titles of columns to audit; the values travel apart from the people."""
    time_zone: str = ""
    """Of whoever does not say."""


@dataclass(frozen=True, kw_only=True)
class Intake:
    mentees: Sequence[Mentee]
    mentors: Sequence[Mentor]
    must_not: Mapping[tuple[str, str], Barrier]
    existing: frozenset[Pair]
    audit: Mapping[str, Mapping[str, str]]
    """Group column -> mentee -> what she said."""
    sides: Sides = field(repr=False)
    elsewhere: Mapping[str, int] = field(default_factory=dict)
    """Mentor -> mentees of other programmes, who are no earlier matches of this one."""

    @property
    def names(self) -> Mapping[str, str]:
        """Id -> name, on both sides; whoever gave no name is called by id."""
        return {person.id: person.name or person.id for person in (*self.mentees, *self.mentors)}


def a_year_from(first: date) -> date:
    """The last day of a programme of which only the first is known."""
    return date(first.year + 1, first.month, min(first.day, 28))


def read_people(files: Sequence[PeopleFile], asked: Asked, reading: Reading) -> Intake:
    """Raises InputRejected with every error of every file; warnings are left in the notes."""
    tables = [read_table(file.source, reading, recognised(asked.mapped)) for file in files]
    notes = reading.notes
    report_absent(asked.mapped, tables, notes)
    drafts = [
        draft
        for file, table in zip(files, tables, strict=True)
        for draft in _drafts_of(file, table, asked, reading)
    ]
    _refuse_duplicates(drafts, reading)
    _warn_of_shared_addresses(drafts, notes)
    names = ", ".join(file.source.name for file in files)
    for side, text in (
        ("is_mentee", _("There is no mentee in it.")),
        ("is_mentor", _("There is no mentor in it.")),
    ):
        if not notes.problems and not any(getattr(draft, side) for draft in drafts):
            notes.problem(names, text)
    acquaintances = Acquaintances(drafts, notes)
    free = _free_of(drafts, asked, reading)
    notes.refuse_problems()
    return Intake(
        mentees=[
            _mentee(draft, free[at], acquaintances)
            for at, draft in enumerate(drafts)
            if draft.is_mentee
        ],
        mentors=[
            _mentor(draft, free[at], acquaintances)
            for at, draft in enumerate(drafts)
            if draft.is_mentor
        ],
        must_not=acquaintances.must_not,
        existing=acquaintances.existing,
        audit=_audit(drafts, asked),
        elsewhere={draft.id: draft.elsewhere for draft in drafts if draft.elsewhere},
        sides=Sides(acquaintances.mentees, acquaintances.mentors),
    )


def _drafts_of(file: PeopleFile, table: Table, asked: Asked, reading: Reading) -> Iterator[Draft]:
    columns = settle(table, understand(table, asked.mapped), asked.mapped, reading.notes)
    if not any(each in columns for each in NAMED):
        text = _("No column names the people: an id, an e-mail address or a name is expected.")
        text += " " + _there_are(table)
        reading.notes.problem(table.file, text, line=1)
        return
    if file.side is None and Field.SIDE not in columns:
        text = _("No column says who is a mentee and who a mentor (for example “role”).")
        text += " " + _there_are(table)
        reading.notes.problem(table.file, text, line=1)
        return
    _warn_of_missing(table, columns, file, reading)
    form = Form(
        file=table.file,
        columns=columns,
        notes=reading.notes,
        groups={} if file.side == MENTORS else _group_columns(table, asked, reading),
        side=file.side,
    )
    yield from read_drafts(form, table.rows)


def _there_are(table: Table) -> str:
    titles = [f"“{column.title[:MOST_OF_A_TITLE]}”" for column in table.columns]
    more = ["…"] if len(titles) > MOST_TITLES else []
    there = _("There are %(titles)s.") % {"titles": ", ".join(titles[:MOST_TITLES] + more)}
    return (
        there
        + " "
        + _(
            "`corridor match --headers FILE` shows how each is understood; a --map file says it of"
            " titles of your own."
        )
    )


def _warn_of_missing(table: Table, columns: Columns, file: PeopleFile, reading: Reading) -> None:
    if file.side != MENTEES and not (Field.CAPACITY in columns or Field.NEW_PLACES in columns):
        text = _("No column says how many mentees a mentor can take: one place each is assumed.")
        reading.notes.warn(table.file, text)


def _group_columns(table: Table, asked: Asked, reading: Reading) -> dict[str, Column]:
    found: dict[str, Column] = {}
    for group in asked.groups:
        fitting = [
            column for column in table.columns if plain(group) in map(plain, column.titles)
        ] or [
            column
            for column in table.columns
            if any(f" {plain(group)} " in f" {plain(title)} " for title in column.titles)
        ]
        if len(fitting) == 1:
            found[group] = fitting[0]
            continue
        titles = ", ".join(f"“{column.title}”" for column in (fitting or table.columns)[:30])
        text = _(
            "“%(group)s”, to report coverage by, fits no column or several; there are %(titles)s."
        )
        reading.notes.problem(table.file, text % {"group": group, "titles": titles}, line=1)
    return found


def _refuse_duplicates(drafts: Sequence[Draft], reading: Reading) -> None:
    for side in ("is_mentee", "is_mentor"):
        first: dict[str, Draft] = {}
        for draft in drafts:
            if not getattr(draft, side):
                continue
            other = first.setdefault(draft.id.casefold(), draft)
            if other is not draft:
                text = _("“%(id)s” is here twice, first in %(file)s, line %(line)d: keep one.")
                if Field.ID not in draft.columns and draft.id == draft.name:
                    text += " " + _("If these are two people, add a column of ids or of e-mails.")
                reading.notes.problem(
                    draft.file,
                    text % {"id": draft.id, "file": other.file, "line": other.line},
                    line=draft.line,
                )


def _warn_of_shared_addresses(drafts: Sequence[Draft], notes: Notes) -> None:
    """Whoever names somebody by an address of two people means the first of them."""
    first: dict[str, Draft] = {}
    for draft in drafts:
        other = first.setdefault(draft.email, draft)
        if draft.email and draft.id.casefold() != other.id.casefold():
            text = _("“%(email)s” is also the address of “%(id)s” in %(file)s, line %(line)d.")
            where = {"id": other.id, "file": other.file, "line": other.line}
            title = draft.columns.title(Field.EMAIL)
            notes.warn(
                draft.file, text % {"email": draft.email, **where}, line=draft.line, column=title
            )


def _free_of(drafts: Sequence[Draft], asked: Asked, reading: Reading) -> list[tuple[int, ...]]:
    """Masks of free quarters of each draft; nobody's week can be placed without a time zone."""
    zones = {draft.time_zone for draft in drafts if draft.spans} - {""}
    nobody_says = not zones
    lost = [draft for draft in drafts if draft.spans and not draft.time_zone]
    default = asked.time_zone or ("UTC" if nobody_says else "")
    if lost and not asked.time_zone:
        _report_lost(lost, reading, nobody_says=nobody_says)
    mondays = reference_weeks(asked.start_on, asked.end_on, zones | {default or "UTC"})
    known: dict[tuple[object, str], tuple[int, ...]] = {}
    free: list[tuple[int, ...]] = []
    for draft in drafts:
        zone = draft.time_zone or default or "UTC"
        if not draft.spans:
            free.append(())
            continue
        if (draft.spans, zone) not in known:
            known[draft.spans, zone] = free_quarters(draft.spans, zone=zone, mondays=mondays)
        free.append(known[draft.spans, zone])
    return free


def _report_lost(lost: Sequence[Draft], reading: Reading, *, nobody_says: bool) -> None:
    if nobody_says:
        text = _("Nobody’s time zone is given: everybody is taken to live in the same one.")
        reading.notes.warn(lost[0].file, text)
        return
    for draft in lost:
        text = _("Hours without a time zone: write one, or give --time-zone for whoever says none.")
        reading.notes.problem(draft.file, text, line=draft.line)


def _mentee(draft: Draft, free: tuple[int, ...], known: Acquaintances) -> Mentee:
    return Mentee(
        **_on_either_side(draft, free),
        choices=known.choices_of_mentee(draft),
        avoid=known.avoided_by_mentee(draft),
        needs=draft.needs,
        wishes=draft.wishes,
        shares=draft.shares,
        top=draft.top,
        waited=draft.waited,
    )


def _mentor(draft: Draft, free: tuple[int, ...], known: Acquaintances) -> Mentor:
    return Mentor(
        **_on_either_side(draft, free),
        choices=known.choices_of_mentor(draft),
        avoid=known.avoided_by_mentor(draft),
        covers=draft.covers,
        offers=frozenset(draft.offers),
        capacity=draft.capacity,
        role_capacity={role: n for role, n in draft.offers.items() if n is not None},
        carries=draft.carries,
        experience_capacity=draft.experience_capacity,
    )


def _on_either_side(draft: Draft, free: tuple[int, ...]) -> dict[str, Any]:
    return {
        "id": draft.id,
        "name": draft.name,
        "stage": draft.stage.rung if draft.stage else None,
        "stage_name": draft.stage.name if draft.stage else "",
        "specialty": draft.specialty,
        "institutions": draft.institutions,
        "interests": draft.interests,
        "languages": draft.languages,
        "free": free,
        "experience": draft.experience,
    }


def _audit(drafts: Iterable[Draft], asked: Asked) -> dict[str, dict[str, str]]:
    mentees = [draft for draft in drafts if draft.is_mentee]
    audit = {
        group: {draft.id: draft.groups[group] for draft in mentees if draft.groups.get(group)}
        for group in asked.groups
    }
    stages = {draft.id: draft.stage.name for draft in mentees if draft.stage}
    return {STAGE_GROUP: stages, **audit} if stages else audit
