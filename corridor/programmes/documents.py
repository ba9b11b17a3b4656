"""Values of the matching engine as JSON documents, and back: the same value comes out.

Types say how to read a document, so nothing in it names a class. A mapping becomes a list of
[key, value] pairs, since keys may be pairs themselves; sets are sorted, so that equal values
give equal documents.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from corridor.algorithms.matching.options import Options
from corridor.algorithms.matching.outcome import Alternative
from corridor.algorithms.matching.people import Mentee, Mentor, Role

Value = TypeVar("Value")


@dataclass(frozen=True, kw_only=True)
class Given:
    """Everything a run depends on."""

    mentees: tuple[Mentee, ...]
    mentors: tuple[Mentor, ...]
    options: Options


@dataclass(frozen=True, kw_only=True)
class Swaps:
    """What else could be done for one match, as the engine worked it out in the run."""

    mentee: str
    mentor: str
    role: Role
    alternatives: tuple[Alternative, ...]


def to_document(value: Any) -> Any:
    if value is None or isinstance(value, str | int | float):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, Mapping):
        return _sorted([to_document(key), to_document(held)] for key, held in value.items())
    if isinstance(value, AbstractSet):
        return _sorted(to_document(item) for item in value)
    if isinstance(value, Sequence):
        return [to_document(item) for item in value]
    return {field.name: to_document(getattr(value, field.name)) for field in fields(value)}


def _sorted(documents: Iterable[Any]) -> list[Any]:
    return sorted(documents, key=repr)


def from_document(kind: type[Value], document: Any) -> Value:
    """Raises KeyError or ValueError where the document is not of this kind."""
    return cast("Value", _read(kind, document))


def _read(kind: Any, document: Any) -> Any:
    if is_dataclass(kind):
        return _read_fields(kind, document)
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _read_choice(get_args(kind), document)
    if origin is not None:
        return _read_collection(origin, get_args(kind), document)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(document)
    return document


def _read_fields(kind: Any, document: dict[str, Any]) -> Any:
    """A field that the document does not have yet keeps its default."""
    return kind(
        **{
            name: _read(hint, document[name])
            for name, hint in _hints(kind).items()
            if name in document
        }
    )


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _read_choice(kinds: tuple[Any, ...], document: Any) -> Any:
    """Of the several kinds a value may have, at most one is made from a list or an object."""
    if document is None and NoneType in kinds:
        return None
    made = [kind for kind in kinds if get_origin(kind) is not None or is_dataclass(kind)]
    if isinstance(document, list | dict) and made:
        return _read(made[0], document)
    plain = [kind for kind in kinds if kind not in made and kind is not NoneType]
    return _read(plain[0], document) if len(plain) == 1 else document


def _read_collection(origin: Any, kinds: tuple[Any, ...], document: Any) -> Any:
    if issubclass(origin, Mapping):
        key, held = kinds
        return {_read(key, pair[0]): _read(held, pair[1]) for pair in document}
    if issubclass(origin, frozenset):
        return frozenset(_read(kinds[0], item) for item in document)
    if issubclass(origin, tuple) and kinds[-1] is not Ellipsis:
        return tuple(_read(kind, item) for kind, item in zip(kinds, document, strict=True))
    return tuple(_read(kinds[0], item) for item in document)
