"""Sections that are columns of rows: said once here, read all in one way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Field, Model
from django.utils.functional import Promise

from corridor.people.higher_contexts import Section


@dataclass(frozen=True, kw_only=True)
class Column:
    key: str
    """Never changes: programs read it."""
    label: str | Promise
    lookup: str


@dataclass(frozen=True, kw_only=True)
class Plain:
    key: str
    title: str | Promise
    model: type[Model]
    owner: str
    """The column that names her."""
    columns: Sequence[Column]
    is_one: bool = False


def plain_section(plain: Plain, owner: Model) -> Section:
    lookups = [column.lookup for column in plain.columns]
    rows = plain.model._base_manager.filter(**{plain.owner: owner.pk}).order_by("pk")
    keys = [column.key for column in plain.columns]
    return Section(
        key=plain.key,
        title=plain.title,
        rows=[dict(zip(keys, row, strict=True)) for row in rows.values_list(*lookups)],
        labels={column.key: column.label for column in plain.columns},
        choices={column.key: _choices(plain.model, column.lookup) for column in plain.columns},
        is_one=plain.is_one,
    )


def _choices(model: type[Model], lookup: str) -> Mapping[Any, str | Promise]:
    """None for what is reached through another model: that is a handle."""
    if lookup not in {field.name for field in model._meta.concrete_fields}:
        return {}
    field = model._meta.get_field(lookup)
    return dict(field.flatchoices) if isinstance(field, Field) else {}


def columns(**labels: Any) -> list[Column]:
    """``key=label``, or ``key=(label, lookup)`` where the row is reached another way."""
    return [
        Column(key=key, label=said[0], lookup=said[1])
        if isinstance(said, tuple)
        else Column(key=key, label=said, lookup=key)
        for key, said in labels.items()
    ]
