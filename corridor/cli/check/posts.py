"""Texts from a file, line by line; what cannot be read is named and never said again."""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

STANDARD_INPUT = "-"


class NotReadable(Exception):
    """The file is not there, or may not be read."""


@dataclass(frozen=True, kw_only=True)
class Span:
    start: int
    end: int
    cls: str


@dataclass(frozen=True, kw_only=True)
class Post:
    id: object
    text: str
    spans: tuple[Span, ...] = ()
    state: str = ""
    """What the check should say, where somebody labelled it."""
    family: str = ""
    locale: str = ""
    form: str = ""
    """Of the name in the text: full, first."""


@dataclass(frozen=True, kw_only=True)
class Unreadable:
    id: object
    number: int
    reason: str


def read_bytes(path: str) -> bytes:
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        reason = error.strerror or _("it cannot be read")
        raise NotReadable(f"{path}: {reason}") from error


def posts_in(content: bytes) -> Iterator[Post | Unreadable]:
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if line.strip():
            yield _post(line, number)


class _Refused(Exception):
    """The line is no post; says why, and nothing of what it holds."""


def _post(line: bytes, number: int) -> Post | Unreadable:
    said: dict[str, Any] = {}
    try:
        said = _object(line)
        return _labelled(said)
    except _Refused as refused:
        return Unreadable(id=said.get("id"), number=number, reason=str(refused))


def _object(line: bytes) -> dict[str, Any]:
    try:
        said = json.loads(line.decode())
    except UnicodeDecodeError:
        raise _Refused(_("is not UTF-8.")) from None
    except (ValueError, RecursionError):
        raise _Refused(_("is not JSON.")) from None
    if not isinstance(said, dict):
        raise _Refused(_("is no JSON object."))
    return said


def _labelled(said: Mapping[str, Any]) -> Post:
    text = said.get("text")
    if not isinstance(text, str):
        raise _Refused(_("has no text."))
    return Post(
        id=said.get("id"),
        text=text,
        spans=_spans(said, len(text)),
        state=str(said.get("state") or ""),
        family=str(said.get("family") or said.get("tmpl") or ""),
        locale=str(said.get("locale") or ""),
        form=str(said.get("form") or ""),
    )


def _spans(said: Mapping[str, Any], length: int) -> tuple[Span, ...]:
    listed = said.get("spans") or []
    spans = []
    for one in listed if isinstance(listed, list) else [None]:
        if not isinstance(one, dict):
            raise _Refused(_("has spans that are none."))
        start, end = one.get("start"), one.get("end")
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= length):
            raise _Refused(_("has spans that are none."))
        spans.append(Span(start=start, end=end, cls=str(one.get("cls", ""))))
    return tuple(spans)
