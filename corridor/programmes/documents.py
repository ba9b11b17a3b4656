"""Values of the matching engine as JSON documents, and back: the same value comes out.

Types say how to read a document, so nothing in it names a class. A mapping becomes a list of
[key, value] pairs, since keys may be pairs themselves; sets are sorted, so that equal values
give equal documents.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from corridor.algorithms.matching.options import Options
from corridor.algorithms.matching.outcome import Alternative
from corridor.algorithms.matching.people import Mentee, Mentor

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
    kind: Any = type(value)
    return {name: to_document(getattr(value, name)) for name in _names(kind)}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _sorted(documents: Iterable[Any]) -> list[Any]:
    return sorted(documents, key=repr)


def from_document(kind: type[Value], document: Any) -> Value:
    """Raises KeyError or ValueError where the document is not of this kind."""
    return cast("Value", _reader(cast("Hashable", kind))(document))


Reader = Callable[[Any], Any]


@cache
def _reader(kind: Any) -> Reader:
    """What a type says of its documents is asked once; thousands of them are read."""
    if is_dataclass(kind):
        return _reader_of_fields(kind)
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _reader_of_choice(get_args(kind))
    if origin is not None:
        return _reader_of_collection(origin, get_args(kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return _as_it_is


def _as_it_is(document: Any) -> Any:
    return document


def _reader_of_fields(kind: Any) -> Reader:
    """A field that the document does not have yet keeps its default."""
    readers = [(name, _reader(hint)) for name, hint in get_type_hints(kind).items()]

    def read(document: Any) -> Any:
        return kind(**{name: of(document[name]) for name, of in readers if name in document})

    return read


def _reader_of_choice(kinds: tuple[Any, ...]) -> Reader:
    """Of the several kinds a value may have, at most one is made from a list or an object."""
    made = [kind for kind in kinds if get_origin(kind) is not None or is_dataclass(kind)]
    plain = [kind for kind in kinds if kind not in made and kind is not NoneType]
    of_made = _reader(made[0]) if made else None
    of_plain = _reader(plain[0]) if len(plain) == 1 else _as_it_is
    may_be_none = NoneType in kinds

    def read(document: Any) -> Any:
        if document is None and may_be_none:
            return None
        if of_made is not None and isinstance(document, list | dict):
            return of_made(document)
        return of_plain(document)

    return read


def _reader_of_collection(origin: Any, kinds: tuple[Any, ...]) -> Reader:
    if issubclass(origin, Mapping):
        key, held = _reader(kinds[0]), _reader(kinds[1])
        return lambda document: {key(pair[0]): held(pair[1]) for pair in document}
    if issubclass(origin, tuple) and kinds[-1] is not Ellipsis:
        several = [_reader(kind) for kind in kinds]
        return lambda document: tuple(
            read(item) for read, item in zip(several, document, strict=True)
        )
    made: Reader = frozenset if issubclass(origin, frozenset) else tuple
    each = _reader(kinds[0])
    if each is _as_it_is:
        return made
    return lambda document: made([each(item) for item in document])
