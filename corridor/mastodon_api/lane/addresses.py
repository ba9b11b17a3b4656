"""Which addresses the lane knows, and what may stand in them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from corridor.mastodon_api import reads
from corridor.mastodon_api.paging import LARGEST_ID, Piece
from corridor.mastodon_api.reads import Read

V1 = "/api/v1/"
EXACT = {f"{V1}timelines/home": reads.HOME, f"{V1}timelines/public": reads.PUBLIC}
UNDER = {
    f"{V1}accounts/": reads.ACCOUNT,
    f"{V1}statuses/": reads.STATUS,
    f"{V1}timelines/list/": reads.ON_LIST,
    f"{V1}timelines/tag/": reads.TAGGED,
}
PARAMETER = re.compile(r"(?:^|&)(max_id|since_id|min_id|limit)=([0-9]{1,19})(?=&|$)")
WORDS = {int: re.compile(r"[0-9]{1,18}\Z"), str: re.compile(r"\w{1,100}\Z")}
AS_USUAL, MOST = 20, 40


class NotForTheLane(Exception):
    """The ordinary view answers this."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    read: Read
    path: str
    named: Mapping[str, Any]
    piece: Piece
    pairs: list[tuple[str, str]]


def asked_of(variables: Mapping[str, Any]) -> Asked:
    """Raises NotForTheLane where there is anything in the address that is not known."""
    if "HTTP_COOKIE" in variables or variables.get("SCRIPT_NAME"):
        raise NotForTheLane
    return _asked(variables["PATH_INFO"], variables["QUERY_STRING"])


@lru_cache(maxsize=1024)
def _asked(raw_path: str, query: str) -> Asked:
    path = _text(raw_path)
    read, word = _read(path)
    pairs = _pairs(query)
    places = {name: int(text) for name, text in pairs}
    limit = places.pop("limit", AS_USUAL)
    is_odd = limit < 1 or any(number > LARGEST_ID for number in places.values())
    if is_odd or (pairs and not read.by):
        raise NotForTheLane
    named = {name: _named(word, kind) for name, kind in read.names}
    piece = Piece(places=places, limit=min(limit, MOST))
    return Asked(read=read, path=path, named=named, piece=piece, pairs=pairs)


def _text(path: str) -> str:
    """WSGI hands over bytes of UTF-8 as if they were Latin-1."""
    if path.isascii():
        return path
    try:
        return path.encode("latin-1").decode()
    except UnicodeError as unknown:
        raise NotForTheLane from unknown


def _read(path: str) -> tuple[Read, str]:
    read = EXACT.get(path)
    if read is not None:
        return read, ""
    start, slash, word = path.rpartition("/")
    read = UNDER.get(start + slash)
    if read is None:
        raise NotForTheLane
    return read, word


def _pairs(query: str) -> list[tuple[str, str]]:
    """Each once, and nothing else."""
    if not query:
        return []
    pairs: list[tuple[str, str]] = PARAMETER.findall(query)
    if len(dict(pairs)) != query.count("&") + 1:
        raise NotForTheLane
    return pairs


def _named(word: str, kind: type) -> Any:
    if not WORDS[kind].match(word):
        raise NotForTheLane
    return int(word) if kind is int else word.casefold()
