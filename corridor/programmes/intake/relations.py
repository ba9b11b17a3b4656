"""Small tables about pairs and people: last round's files, pins, forbidden pairs."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from corridor.algorithms.matching.options import Barrier, Pair
from corridor.algorithms.matching.people import Role
from corridor.programmes.intake import values
from corridor.programmes.intake.columns import Columns
from corridor.programmes.intake.directory import Directory, Stranger
from corridor.programmes.intake.fields import Field
from corridor.programmes.intake.pair_tables import open_pairs
from corridor.programmes.intake.people import Intake
from corridor.programmes.intake.sources import Source
from corridor.programmes.intake.tables import Reading, Row


@dataclass(frozen=True, kw_only=True)
class _Line:
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


def read_pins(source: Source, intake: Intake, reading: Reading) -> frozenset[Pair]:
    """Raises InputRejected, as all of these do, for a file that is no such table."""
    return frozenset(_pairs(source, intake, reading, may_be_gone=False))


def read_existing(source: Source, intake: Intake, reading: Reading) -> frozenset[Pair]:
    """Whoever has left is passed over with a warning."""
    return frozenset(_pairs(source, intake, reading, may_be_gone=True))


def read_forbids(
    source: Source, intake: Intake, reading: Reading
) -> dict[tuple[str, str], Barrier]:
    forbidden = {}
    for line in _lines(source, reading, (Field.MENTEE, Field.MENTOR)):
        mentee = line.find(Field.MENTEE, intake.mentee_directory, may_be_gone=True)
        mentor = line.find(Field.MENTOR, intake.mentor_directory, may_be_gone=True)
        if mentee and mentor:
            forbidden[mentee, mentor] = values.barrier(line.text(Field.REASON))
    return forbidden


def read_waiting(source: Source, intake: Intake, reading: Reading) -> dict[str, int]:
    """Mentee -> rounds waited, from the unmatched.csv of the last round."""
    waited: dict[str, int] = {}
    for line in _lines(source, reading, (Field.MENTEE, Field.WAITED)):
        mentee = line.find(Field.MENTEE, intake.mentee_directory, may_be_gone=True)
        try:
            rounds = values.whole_number(line.text(Field.WAITED), most=values.MOST_ROUNDS)
        except values.NotAValue as error:
            line.problem(str(error), Field.WAITED)
            continue
        if mentee:
            waited[mentee] = max(rounds, waited.get(mentee, 0))
    return waited


def _pairs(
    source: Source, intake: Intake, reading: Reading, *, may_be_gone: bool
) -> Iterator[Pair]:
    for line in _lines(source, reading, (Field.MENTEE, Field.MENTOR)):
        mentee = line.find(Field.MENTEE, intake.mentee_directory, may_be_gone=may_be_gone)
        mentor = line.find(Field.MENTOR, intake.mentor_directory, may_be_gone=may_be_gone)
        role = _role(line)
        if mentee and mentor and role:
            yield Pair(mentee=mentee, mentor=mentor, role=role)


def _role(line: _Line) -> Role | None:
    text = line.text(Field.ROLE)
    if not text:
        return Role.MENTOR
    try:
        return next(iter(values.roles([text])))
    except (values.NotAValue, StopIteration):
        line.problem(_("mentor, coach or sponsor is expected."), Field.ROLE)
        return None


def _lines(source: Source, reading: Reading, needed: tuple[Field, ...]) -> Iterator[_Line]:
    table, columns = open_pairs(source, reading, needed)
    if columns:
        for row in table.rows:
            yield _Line(source=source, columns=columns, row=row, reading=reading)
