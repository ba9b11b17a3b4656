"""One row of a form as far as it can be understood alone: names of others are not looked up yet."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from django.utils.translation import gettext as _

from corridor.algorithms.careers import Career
from corridor.algorithms.matching.people import Criterion, Role
from corridor.algorithms.matching.week import MINUTES_PER_SLOT, Span
from corridor.programmes.intake import hours, values, zones
from corridor.programmes.intake.columns import Columns, Titled
from corridor.programmes.intake.fields import Field
from corridor.programmes.intake.languages import known_languages
from corridor.programmes.intake.problems import Notes
from corridor.programmes.intake.tables import Column, Row

Value = TypeVar("Value")

REFERENCES = (
    Field.CHOICES,
    Field.AVOID,
    Field.EVALUATORS,
    Field.DIRECTORS,
    Field.READERS,
    Field.BLOCKED,
    Field.CONFLICTS,
    Field.EXISTING,
)
"""Fields whose cells name other people."""

WISHED = (
    (Field.MENTORS_WISHED, Role.MENTOR),
    (Field.COACHES_WISHED, Role.COACH),
    (Field.SPONSORS_WISHED, Role.SPONSOR),
)
BOTH = (True, True)
ONE_MENTOR: Mapping[Role, int] = {Role.MENTOR: 1}
AS_MENTOR: Mapping[Role, int | None] = {Role.MENTOR: None}
NOTHING_NAMED: Mapping[Field, Sequence[Titled]] = {}
NAMED = (Field.ID, Field.EMAIL, Field.NAME, Field.LAST_NAME, Field.FIRST_NAME)


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    file: str
    columns: Columns
    line: int
    id: str
    name: str
    email: str
    is_mentee: bool
    is_mentor: bool
    stage: Career | None
    specialty: str
    institutions: frozenset[str]
    interests: frozenset[str]
    languages: frozenset[str]
    spans: tuple[Span, ...]
    time_zone: str
    needs: frozenset[str]
    covers: frozenset[str]
    wishes: Mapping[Role, int]
    offers: Mapping[Role, int | None]
    experience: frozenset[str]
    shares: frozenset[str]
    top: Criterion | None
    waited: int
    capacity: int
    carries: int
    elsewhere: int
    """Those of ``carries`` who are in other programmes."""
    experience_capacity: int | None
    references: Mapping[Field, Sequence[Titled]]
    groups: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Form:
    """How the rows of one table are to be read."""

    file: str
    columns: Columns
    notes: Notes
    groups: Mapping[str, Column] = field(default_factory=dict)
    side: tuple[bool, bool] | None = None
    """Mentee, mentor; None where a column says it row by row."""


class Cells:
    """The fields of one row; what cannot be read becomes a problem and its default."""

    def __init__(self, form: Form, row: Row) -> None:
        self.form = form
        self.row = row

    def text(self, field: Field) -> str:
        return self.form.columns.text(self.row, field)

    def texts(self, *fields: Field) -> tuple[str, ...]:
        columns = self.form.columns
        return tuple(
            text for each in fields if each in columns for text in columns.texts(self.row, each)
        )

    def read(self, of: Field, reader: Callable[[str], Value], default: Value) -> Value:
        text = self.text(of)
        return self.attempt((of,), lambda: reader(text), default) if text else default

    def attempt(self, of: tuple[Field, ...], reader: Callable[[], Value], default: Value) -> Value:
        try:
            return reader()
        except (values.NotAValue, zones.NotAZone, hours.NotHours) as error:
            self.problem(str(error), *of)
            return default

    def number(self, of: Field, *, most: int) -> int | None:
        return self.read(of, lambda text: values.whole_number(text, most=most), None)

    def warn(self, text: str, *of: Field) -> None:
        self.form.notes.warn(
            self.form.file, text, line=self.row.line, column=self.form.columns.title(*of)
        )

    def problem(self, text: str, *of: Field) -> None:
        self.form.notes.problem(
            self.form.file, text, line=self.row.line, column=self.form.columns.title(*of)
        )


def read_drafts(form: Form, rows: Iterator[Row]) -> Iterator[Draft]:
    for row in rows:
        cells = Cells(form, row)
        side = form.side or _side(cells)
        if form.side:
            _refuse_other_side(cells, form.side)
        one = _identity(cells)
        draft = _draft(cells, one, side or BOTH)  # every error of a row is told, whoever it is
        if one and side:
            yield draft


def _side(cells: Cells) -> tuple[bool, bool] | None:
    text = cells.text(Field.SIDE)
    if not text:
        cells.problem(_("Empty; mentee, mentor or both is expected."), Field.SIDE)
        return None
    return cells.attempt((Field.SIDE,), lambda: values.sides(text), None)


def _refuse_other_side(cells: Cells, side: tuple[bool, bool]) -> None:
    """A column may say other things of people: only what names the other side is a slip."""
    try:
        said = values.sides(cells.text(Field.SIDE)) if Field.SIDE in cells.form.columns else side
    except values.NotAValue:
        return
    if not any(one and other for one, other in zip(said, side, strict=True)):
        text = _("“%(text)s” does not belong in this file, which is read as that of the %(side)s.")
        role = _("mentees") if side[0] else _("mentors")
        cells.problem(text % {"text": cells.text(Field.SIDE)[:40], "side": role}, Field.SIDE)


def _identity(cells: Cells) -> str:
    columns = cells.form.columns
    if Field.ID in columns:
        one = cells.text(Field.ID)
    elif Field.EMAIL in columns:
        one = cells.text(Field.EMAIL).casefold() or _name(cells)
    else:
        one = _name(cells)
    if not one:
        cells.problem(_("Empty; every person needs an id, an e-mail address or a name."), *NAMED)
    return one


def _name(cells: Cells) -> str:
    whole = cells.text(Field.NAME)
    parts = (cells.text(Field.FIRST_NAME), cells.text(Field.LAST_NAME))
    return " ".join((whole or " ".join(filter(None, parts))).split())


def _draft(cells: Cells, one: str, side: tuple[bool, bool]) -> Draft:
    is_mentee, is_mentor = side
    spans, zone = _free(cells)
    capacity, carries, elsewhere = _places(cells) if is_mentor else (0, 0, 0)
    form = cells.form
    return Draft(
        file=form.file,
        columns=form.columns,
        line=cells.row.line,
        id=one,
        name=_name(cells),
        email=cells.text(Field.EMAIL).casefold(),
        is_mentee=is_mentee,
        is_mentor=is_mentor,
        stage=cells.read(Field.STAGE, values.career, None),
        specialty=values.one_tag(cells.text(Field.SPECIALTY)),
        institutions=values.institutions(cells.texts(Field.INSTITUTION)),
        interests=values.tags(cells.texts(Field.INTERESTS)),
        languages=_languages(cells),
        spans=spans,
        time_zone=zone,
        needs=values.tags(cells.texts(Field.NEEDS, Field.TOPICS)) if is_mentee else frozenset(),
        covers=values.tags(cells.texts(Field.COVERS, Field.TOPICS)) if is_mentor else frozenset(),
        wishes=_wishes(cells) if is_mentee else {},
        offers=_offers(cells) if is_mentor else {},
        experience=values.tags(cells.texts(Field.EXPERIENCE)),
        shares=values.tags(cells.texts(Field.SHARES)) if is_mentee else frozenset(),
        top=cells.read(Field.TOP, values.criterion, None) if is_mentee else None,
        waited=cells.number(Field.WAITED, most=values.MOST_ROUNDS) or 0 if is_mentee else 0,
        capacity=capacity,
        carries=carries,
        elsewhere=elsewhere,
        experience_capacity=cells.number(Field.EXPERIENCE_CAPACITY, most=values.MOST_MENTEES),
        references={
            each: named
            for each in REFERENCES
            if each in form.columns and (named := form.columns.titled(cells.row, each))
        }
        or NOTHING_NAMED,
        groups={name: cells.row.cell(column) for name, column in form.groups.items()},
    )


def _languages(cells: Cells) -> frozenset[str]:
    languages, unknown = known_languages(cells.texts(Field.LANGUAGES))
    for entry in unknown:
        text = _("“%(text)s” is no known language: only who writes the same will share it.")
        cells.warn(text % {"text": entry[:40]}, Field.LANGUAGES)
    return languages


def _free(cells: Cells) -> tuple[tuple[Span, ...], str]:
    texts = cells.texts(Field.FREE)
    spans: list[Span] = []
    for text in texts:
        spans += cells.attempt((Field.FREE,), partial(hours.find_spans, text), ())
    if any(minute % MINUTES_PER_SLOT for span in spans for minute in span[1:]):
        text = _("Time is counted in whole quarters of an hour: what is cut off does not count.")
        cells.warn(text, Field.FREE)
    return tuple(dict.fromkeys(spans)), cells.read(Field.TIME_ZONE, zones.find_zone, "")


def _places(cells: Cells) -> tuple[int, int, int]:
    """Mentees in all, those already there, and those of other programmes among them.

    One place where nothing is said.
    """
    elsewhere = cells.number(Field.CARRIES_ELSEWHERE, most=values.MOST_MENTEES) or 0
    carries = (cells.number(Field.CARRIES, most=values.MOST_MENTEES) or 0) + elsewhere
    capacity = cells.number(Field.CAPACITY, most=values.MOST_MENTEES)
    if capacity is not None and carries > capacity:
        text = _("More mentees already (%(carries)d) than mentees in all (%(capacity)d).")
        cells.warn(text % {"carries": carries, "capacity": capacity}, Field.CARRIES)
    if capacity is not None:
        return capacity, carries, elsewhere
    places = cells.number(Field.NEW_PLACES, most=values.MOST_MENTEES)
    return carries + (1 if places is None else places), carries, elsewhere


def _wishes(cells: Cells) -> Mapping[Role, int]:
    fields = (Field.ROLES_WISHED, Field.ROLES)
    named = _roles(cells, fields)
    wishes = {role: 1 if number is None else number for role, number in named.items()}
    for each, role in WISHED:
        number = cells.number(each, most=values.MOST_WISHES)
        if number is not None:
            wishes[role] = number
    if any(number > values.MOST_WISHES for number in wishes.values()):
        text = _("At most %(most)d people in one role can be asked for.")
        cells.problem(text % {"most": values.MOST_WISHES}, *fields)
    if not wishes:
        return ONE_MENTOR
    if not any(wishes.values()):
        cells.problem(
            _("At least one mentor, coach or sponsor is expected."), *fields, WISHED[0][0]
        )
    return {role: number for role, number in wishes.items() if number}


def _offers(cells: Cells) -> Mapping[Role, int | None]:
    fields = (Field.ROLES_OFFERED, Field.ROLES)
    offers = _roles(cells, fields)
    return {role: number for role, number in offers.items() if number != 0} or AS_MENTOR


def _roles(cells: Cells, fields: tuple[Field, ...]) -> dict[Role, int | None]:
    nothing: dict[Role, int | None] = {}
    return cells.attempt(fields, lambda: values.roles(cells.texts(*fields)), nothing)
