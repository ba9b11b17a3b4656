"""Which column holds what: titles understood, checkbox columns joined, doubts reported."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple

from django.utils.translation import gettext as _

from corridor.programmes.intake.fields import (
    SEVERAL,
    Field,
    field_of_title,
    looks_like_identity,
    plain,
)
from corridor.programmes.intake.mapping import Mapped
from corridor.programmes.intake.problems import Notes
from corridor.programmes.intake.tables import Column, Row, Table

CHECKED = frozenset({"1", "yes", "true", "checked", "x", "ja", "oui", "y"})
UNCHECKED = frozenset({"", "0", "no", "false", "unchecked", "n"})
OPTION_SHAPES = (
    re.compile(r"(?P<base>.+?)\s*\(choice=(?P<option>.+)\)", re.DOTALL),  # REDCap, labels
    re.compile(r"(?P<base>\w+?)___(?P<option>\w+)"),  # REDCap, raw
    re.compile(r"(?P<base>.+?)\s*\[(?P<option>[^\[\]]+)\]", re.DOTALL),  # Google Forms, grids
    re.compile(r"(?P<base>.+\?)\s+-\s+(?P<option>.+)", re.DOTALL),  # Qualtrics, grids
)
ORDINALS = {
    **{
        word: place for place, word in enumerate(["first", "second", "third", "fourth", "fifth"], 1)
    },
    **{
        f"{place}{end}": place
        for place, end in enumerate(["st", "nd", "rd", "th", "th", "th", "th", "th", "th", "th"], 1)
    },
    **{str(place): place for place in range(1, 21)},
}


NO_TEXTS: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class Understood:
    """A column, the field it fills, and the one answer it stands for if it is a checkbox."""

    column: Column
    field: Field | None
    option: str = ""
    is_sure: bool = True
    """Known by its whole title, or mapped; else by a phrase within it."""

    @property
    def place(self) -> int:
        """Which choice a column asks for; 0 if its title does not say."""
        words = plain(" ".join((*self.column.titles, self.option))).split()
        return next((ORDINALS[word] for word in words if word in ORDINALS), 0)


class Titled(NamedTuple):
    """An answer, and what stands above it."""

    text: str
    title: str


class Columns:
    """The columns of one table by field, in the order in which their cells are joined."""

    def __init__(self, understood: Sequence[Understood], mapped: Mapped) -> None:
        self.understood = tuple(understood)
        self._mapped = mapped
        self._of: dict[Field, list[Understood]] = {}
        for each in sorted(understood, key=lambda each: (each.place, each.column.at)):
            if each.field is not None:
                self._of.setdefault(each.field, []).append(each)

    def __contains__(self, field: object) -> bool:
        return field in self._of

    def title(self, *fields: Field) -> str:
        """Of the first of these fields that the table has."""
        return next((self._of[field][0].column.title for field in fields if field in self._of), "")

    def column(self, field: Field) -> Column:
        """The one that fills a field which the table has."""
        return self._of[field][0].column

    def text(self, row: Row, field: Field) -> str:
        return next(iter(self.texts(row, field)), "")

    def texts(self, row: Row, field: Field) -> Sequence[str]:
        """One text a filled column, answers translated by the map."""
        claims = self._of.get(field)
        if claims is None:
            return NO_TEXTS
        return [answer.text for answer in self.titled(row, field)]

    def titled(self, row: Row, field: Field) -> list[Titled]:
        """As ``texts``, each with the title of its column."""
        found = []
        for each in self._of[field]:
            cell = row.cell(each.column)
            answer = _answer(each, cell) if cell else ""
            if answer:
                text = self._mapped.value(field, answer)
                found.append(Titled(text=text, title=each.column.title))
        return found


def _answer(each: Understood, cell: str) -> str:
    if not each.option:
        return cell
    if cell.casefold() in CHECKED:
        return each.option
    if cell.casefold() in UNCHECKED:
        return ""
    if each.field is Field.FREE:
        return f"{each.option} {cell}"
    return cell


def understand(table: Table, mapped: Mapped, *, of_pairs: bool = False) -> list[Understood]:
    return [_understand(column, mapped, of_pairs=of_pairs) for column in table.columns]


def settle(table: Table, understood: Sequence[Understood], mapped: Mapped, notes: Notes) -> Columns:
    """One column for a field that can have only one; what stays in doubt is a problem."""
    kept: list[Understood] = []
    for field in Field:
        claims = [each for each in understood if each.field is field]
        if len(claims) > 1 and field not in SEVERAL and not all(each.option for each in claims):
            sure = [each for each in claims if each.is_sure]
            if len(sure) != 1:
                _report_doubt(table.file, field, sure or claims, notes)
            claims = (sure or claims)[:1]
        kept += claims
    return Columns(kept, mapped)


def _report_doubt(file: str, field: Field, claims: Iterable[Understood], notes: Notes) -> None:
    titles = _(" and ").join(f"“{each.column.title}”" for each in claims)
    notes.problem(
        file,
        _(
            "%(titles)s could both be the %(field)s. Rename one, or say in a --map file"
            ' which is which (“title” = "%(field)s", or "ignore").'
        )
        % {"titles": titles, "field": field.value},
        line=1,
    )


def _understand(column: Column, mapped: Mapped, *, of_pairs: bool) -> Understood:
    for title in column.titles:
        if plain(title) in mapped.columns:
            return Understood(column=column, field=mapped.columns[plain(title)])
    for title in column.titles:
        base, option = _option(title)
        if base and plain(base) in mapped.columns:
            return Understood(column=column, field=mapped.columns[plain(base)], option=option)
    found = [_by_title(column, title, of_pairs=of_pairs) for title in column.titles]
    named = [each for each in found if each.field is not None]
    return (
        max(named, key=lambda each: each.is_sure)
        if named
        else Understood(column=column, field=None)
    )


def _by_title(column: Column, title: str, *, of_pairs: bool) -> Understood:
    base, option = _option(title)
    field, is_sure = field_of_title(base or title, of_pairs=of_pairs)
    if field is None and base:
        base, option = "", ""
        field, is_sure = field_of_title(title, of_pairs=of_pairs)
    if field is not None and not is_sure and looks_like_identity(title):
        field = None
    if field is None and not of_pairs and _is_nth_choice(title):
        field, is_sure = Field.CHOICES, True
    return Understood(column=column, field=field, option=option, is_sure=is_sure)


def _is_nth_choice(title: str) -> bool:
    words = plain(title).split()
    return len(words) > 1 and words[-1].isdigit() and words[0] in {"choice", "mentor", "preference"}


def report_absent(mapped: Mapped, tables: Sequence[Table], notes: Notes) -> None:
    """A column that fills a field and that no file has is a slip of the pen."""
    titles = {
        plain(title): title
        for table in tables
        for column in table.columns
        for whole in column.titles
        for title in (whole, _option(whole)[0])
    }
    files = ", ".join(table.file for table in tables)
    filling = [key for key, field in mapped.columns.items() if field is not None]
    for key in (key for key in filling if key not in titles):
        near = get_close_matches(key, titles, n=1)
        text = _("%(files)s has no such column.") % {"files": files}
        if near:
            text += " " + _("The nearest is “%(title)s”.") % {"title": titles[near[0]]}
        notes.problem(mapped.file, text, column=mapped.titles[key])


def _option(title: str) -> tuple[str, str]:
    for shape in OPTION_SHAPES:
        match = shape.fullmatch(title)
        if match:
            return match["base"].strip(), match["option"].strip()
    return "", ""


def recognised(mapped: Mapped, *, of_pairs: bool = False) -> Callable[[str], bool]:
    """A test for ``read_table``: is this title one that is known?"""

    def is_known(title: str) -> bool:
        base, _option_named = _option(title)
        return (
            plain(title) in mapped.columns
            or field_of_title(title, of_pairs=of_pairs)[0] is not None
            or bool(base and field_of_title(base, of_pairs=of_pairs)[0])
        )

    return is_known
