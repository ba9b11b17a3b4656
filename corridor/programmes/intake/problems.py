"""What is wrong with a file, said so that whoever made the file can mend it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MOST_LISTED = 1_000
"""Beyond these, problems are only counted: the first ones usually explain the rest."""


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Where, and what is expected there."""

    file: str
    text: str
    line: int | None = None
    """Row number as the spreadsheet shows it, the header being a row like any other."""
    column: str = ""

    def __str__(self) -> str:
        where = [self.file]
        if self.line is not None:
            where.append(_("line %(line)d") % {"line": self.line})
        if self.column:
            where.append(_("column “%(column)s”") % {"column": self.column})
        return ", ".join(where) + ": " + self.text


class InputRejected(Exception):
    """The files cannot be used; ``problems`` lists every error, ``more`` counts those left out."""

    def __init__(self, problems: tuple[Problem, ...], more: int = 0) -> None:
        super().__init__(problems)
        self.problems = problems
        self.more = more

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def lines(self) -> Iterator[str]:
        for problem in self.problems:
            yield str(problem)
        if self.more:
            yield ngettext("… and %(n)d more problem", "… and %(n)d more problems", self.more) % {
                "n": self.more
            }


@dataclass
class Notes:
    """Problems and warnings gathered while reading; nothing is raised before all is read."""

    problems: list[Problem] = field(default_factory=list)
    more: int = 0
    warnings: list[Problem] = field(default_factory=list)

    def problem(self, file: str, text: str, *, line: int | None = None, column: str = "") -> None:
        if len(self.problems) >= MOST_LISTED:
            self.more += 1
            return
        self.problems.append(Problem(file=file, text=text, line=line, column=column))

    def warn(self, file: str, text: str, *, line: int | None = None, column: str = "") -> None:
        if len(self.warnings) < MOST_LISTED:
            self.warnings.append(Problem(file=file, text=text, line=line, column=column))

    def refuse_problems(self) -> None:
        """Raises InputRejected."""
        if self.problems:
            raise InputRejected(tuple(self.problems), self.more)


def rejected(file: str, text: str) -> InputRejected:
    return InputRejected((Problem(file=file, text=text),))
