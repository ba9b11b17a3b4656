"""Small tables about pairs and people: last round's files, pins, forbidden pairs."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from corridor.algorithms.matching.options import Barrier, Pair
from corridor.algorithms.matching.people import Role
from corridor.programmes.intake import values
from corridor.programmes.intake.columns import Columns
from corridor.programmes.intake.directory import Directory, Sides, Stranger
from corridor.programmes.intake.fields import Field
from corridor.programmes.intake.pair_tables import open_pairs
from corridor.programmes.intake.sources import Source
from corridor.programmes.intake.tables import Reading, Row


@dataclass(frozen=True, kw_only=True)
class Line:
    """A row, and how to say what is wrong with it."""

    source: Source
    columns: Columns
    row: Row
    reading: Reading

    def text(self, of: Field) -> str:
        return self.columns.text(self.row, of)

    def problem(self, text: str, of: Field) -> None:
        self.reading.notes.problem(
            self.source.name, text, line=self.row.line, column=self.columns.title(of)
        )

    def warn(self, text: str, of: Field) -> None:
        self.reading.notes.warn(
            self.source.name, text, line=self.row.line, column=self.columns.title(of)
        )

    def find(self, of: Field, directory: Directory, *, may_be_gone: bool) -> str:
        """Nobody is an empty text, and has been reported."""
        text = self.text(of)
        if not text:
            self.problem(_("Empty; an id, an e-mail address or a name is expected."), of)
            return ""
        try:
            return directory.find(text)
        except Stranger as stranger:
            is_problem = not may_be_gone or stranger.is_misspelt
            (self.problem if is_problem else self.warn)(str(stranger), of)
            return ""


def read_pins(source: Source, sides: Sides, reading: Reading) -> frozenset[Pair]:
    """Raises InputRejected, as all of these do, for a file that is no such table."""
    return frozenset(pair for _line, pair in named_pairs(source, sides, reading))


def read_existing(source: Source, sides: Sides, reading: Reading) -> frozenset[Pair]:
    """Whoever has left is passed over with a warning."""
    lines = named_pairs(source, sides, reading, may_be_gone=True)
    return frozenset(pair for _line, pair in lines)


def read_forbids(source: Source, sides: Sides, reading: Reading) -> dict[tuple[str, str], Barrier]:
    """A name that nobody has is refused: a slip of the pen would lose what must not be."""
    forbidden = {}
    for line in _lines(source, reading, (Field.MENTEE, Field.MENTOR)):
        mentee = line.find(Field.MENTEE, sides.mentees, may_be_gone=False)
        mentor = line.find(Field.MENTOR, sides.mentors, may_be_gone=False)
        if mentee and mentor:
            forbidden[mentee, mentor] = values.barrier(line.text(Field.REASON))
    return forbidden


def read_waiting(source: Source, sides: Sides, reading: Reading) -> dict[str, int]:
    """Mentee -> rounds waited, from the unmatched.csv of the last round."""
    waited: dict[str, int] = {}
    for line in _lines(source, reading, (Field.MENTEE, Field.WAITED)):
        mentee = line.find(Field.MENTEE, sides.mentees, may_be_gone=True)
        try:
            rounds = values.whole_number(line.text(Field.WAITED), most=values.MOST_ROUNDS)
        except values.NotAValue as error:
            line.problem(str(error), Field.WAITED)
            continue
        if mentee:
            waited[mentee] = max(rounds, waited.get(mentee, 0))
    return waited


def named_pairs(
    source: Source, sides: Sides, reading: Reading, *, may_be_gone: bool = False
) -> Iterator[tuple[Line, Pair]]:
    """What is wrong in a line has been reported, and the line is left out."""
    for line in _lines(source, reading, (Field.MENTEE, Field.MENTOR)):
        mentee = line.find(Field.MENTEE, sides.mentees, may_be_gone=may_be_gone)
        mentor = line.find(Field.MENTOR, sides.mentors, may_be_gone=may_be_gone)
        role = _role(line)
        if mentee and mentor and role:
            yield line, Pair(mentee=mentee, mentor=mentor, role=role)


def _role(line: Line) -> Role | None:
    text = line.text(Field.ROLE)
    if not text:
        return Role.MENTOR
    try:
        return next(iter(values.roles([text])))
    except (values.NotAValue, StopIteration):
        line.problem(_("mentor, coach or sponsor is expected."), Field.ROLE)
        return None


def _lines(source: Source, reading: Reading, needed: tuple[Field, ...]) -> Iterator[Line]:
    table, columns = open_pairs(source, reading, needed)
    if columns:
        for row in table.rows:
            yield Line(source=source, columns=columns, row=row, reading=reading)
