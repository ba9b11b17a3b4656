"""A director's own words for columns and answers: the file given with --map."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from django.utils.translation import gettext as _

from corridor.programmes.intake.fields import Field, plain
from corridor.programmes.intake.problems import Notes
from corridor.programmes.intake.sources import Source

IGNORE = "ignore"
LARGEST = 1 << 20


@dataclass(frozen=True, kw_only=True)
class Mapped:
    columns: Mapping[str, Field | None] = field(default_factory=dict)
    """Plain title -> field; None for a column that is to be left out."""
    values: Mapping[tuple[Field, str], str] = field(default_factory=dict)
    """(field, plain answer) -> what it stands for."""
    file: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Plain title -> as the map writes it."""

    def value(self, of: Field, answer: str) -> str:
        return self.values.get((of, plain(answer)), answer) if self.values else answer


NOTHING_MAPPED = Mapped()


def read_map(source: Source) -> Mapped:
    """Raises InputRejected."""
    notes = Notes()
    content = _content(source, notes)
    mapped = Mapped(
        columns=_columns(source, content.get("columns", {}), notes),
        values=_values(source, content.get("values", {}), notes),
        file=source.name,
        titles=_titles(content.get("columns")),
    )
    for key in sorted(content.keys() - {"columns", "values"}):
        text = _("There is no section “%(key)s”; there are columns and values.") % {"key": key}
        notes.problem(source.name, text)
    notes.refuse_problems()
    return mapped


def _content(source: Source, notes: Notes) -> dict[str, object]:
    with source.open() as stream:
        raw = stream.read(LARGEST)
    try:
        text = raw.decode("utf-8-sig")
        parsed = json.loads(text) if source.name.lower().endswith(".json") else tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        reason = _("This is not a map that can be read (TOML or JSON): %(reason)s.")
        notes.problem(source.name, reason % {"reason": error})
        parsed = {}
    notes.refuse_problems()
    if isinstance(parsed, dict):
        return parsed
    notes.problem(source.name, _("A map has the sections columns and values."))
    return {}


def _columns(source: Source, given: object, notes: Notes) -> dict[str, Field | None]:
    columns: dict[str, Field | None] = {}
    for title, name in _entries(source, given, notes):
        if not isinstance(name, str):
            notes.problem(source.name, _("The name of a field is expected."), column=title)
        elif name == IGNORE:
            columns[plain(title)] = None
        else:
            columns[plain(title)] = _field(source, name, notes)
    return columns


def _titles(given: object) -> dict[str, str]:
    return {plain(str(title)): str(title) for title in given} if isinstance(given, dict) else {}


def _values(source: Source, given: object, notes: Notes) -> dict[tuple[Field, str], str]:
    values: dict[tuple[Field, str], str] = {}
    for name, answers in _entries(source, given, notes):
        field_named = _field(source, name, notes)
        for answer, meaning in _entries(source, answers, notes):
            if field_named and isinstance(meaning, str | int):
                values[field_named, plain(answer)] = str(meaning)
    return values


def _entries(source: Source, given: object, notes: Notes) -> list[tuple[str, object]]:
    if isinstance(given, dict):
        return [(str(key), value) for key, value in given.items()]
    notes.problem(source.name, _("A section of entries “from = to” is expected."))
    return []


def _field(source: Source, name: str, notes: Notes) -> Field | None:
    try:
        return Field(name)
    except ValueError:
        near = get_close_matches(name, [*Field, IGNORE], n=1)
        hint = _(" Did you mean “%(near)s”?") % {"near": near[0]} if near else ""
        text = _("There is no field “%(name)s”.") % {"name": name} + hint
        notes.problem(source.name, text)
        return None
