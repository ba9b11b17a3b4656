"""What somebody types to find posts: words, and Mastodon's operators with a colon in them.

Every word must begin a word of the post; words in quotation marks must follow one another in it.
Operators that are not understood, and dates that are none, are words. A minus in front asks for
what is not so.
"""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

MOST_PARTS = 30
PART = re.compile(r"(?P<no>-?)(?:(?P<what>[a-z]+):)?(?P<value>\S+)", re.IGNORECASE)
MARKS = '"“”„«»'
QUOTED = re.compile(rf"(?P<no>(?<!\S)-)?[{MARKS}](?P<said>[^{MARKS}]*)[{MARKS}]")
ALONE = str.maketrans(dict.fromkeys(MARKS, " "))
A_DAY = timedelta(days=1)


class Has(StrEnum):
    MEDIA = "media"
    IMAGE = "image"
    VIDEO = "video"
    AUDIO = "audio"
    POLL = "poll"


class Is(StrEnum):
    REPLY = "reply"
    SENSITIVE = "sensitive"


class Where(StrEnum):
    ALL = "all"
    LIBRARY = "library"
    """Own posts and those with which she had to do."""
    PUBLIC = "public"


@dataclass(frozen=True, kw_only=True)
class AskedPosts:
    """`..._not` is what must not be so."""

    words: tuple[str, ...] = ()
    words_not: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    phrases_not: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    """Handles, small letters; "me" is whoever looks."""
    by_not: tuple[str, ...] = ()
    has: frozenset[Has] = frozenset()
    has_not: frozenset[Has] = frozenset()
    are: frozenset[Is] = frozenset()
    are_not: frozenset[Is] = frozenset()
    language: str = ""
    since: date | None = None
    until: date | None = None
    """The first day that is too late."""
    where: Where = Where.ALL

    @property
    def is_empty(self) -> bool:
        return self == AskedPosts(where=self.where)

    @property
    def has_words_alone(self) -> bool:
        return self == AskedPosts(words=self.words)


@dataclass(kw_only=True)
class _Parts:
    words: list[str] = field(default_factory=list)
    words_not: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    phrases_not: list[str] = field(default_factory=list)
    by: list[str] = field(default_factory=list)
    by_not: list[str] = field(default_factory=list)
    has: set[Has] = field(default_factory=set)
    has_not: set[Has] = field(default_factory=set)
    are: set[Is] = field(default_factory=set)
    are_not: set[Is] = field(default_factory=set)
    language: str = ""
    since: list[date] = field(default_factory=list)
    until: list[date] = field(default_factory=list)
    where: Where = Where.ALL


def asked_posts(typed: str) -> AskedPosts:
    parts = _Parts()
    rest = QUOTED.sub(lambda quoted: _read_phrase(quoted, parts), typed)
    for written in rest.translate(ALONE).split()[:MOST_PARTS]:
        _read(written, parts)
    return AskedPosts(
        words=tuple(parts.words),
        words_not=tuple(parts.words_not),
        phrases=tuple(parts.phrases[:MOST_PARTS]),
        phrases_not=tuple(parts.phrases_not[:MOST_PARTS]),
        by=tuple(parts.by),
        by_not=tuple(parts.by_not),
        has=frozenset(parts.has),
        has_not=frozenset(parts.has_not),
        are=frozenset(parts.are),
        are_not=frozenset(parts.are_not),
        language=parts.language,
        since=max(parts.since, default=None),
        until=min(parts.until, default=None),
        where=parts.where,
    )


def _read_phrase(quoted: re.Match[str], parts: _Parts) -> str:
    """One word in quotation marks is a word."""
    said = quoted["said"].split()
    if len(said) <= 1:
        return f" {quoted['no'] or ''}{' '.join(said)} "
    (parts.phrases_not if quoted["no"] else parts.phrases).append(" ".join(said))
    return " "


def _read(written: str, parts: _Parts) -> None:
    read = PART.fullmatch(written)
    if read is None or not _is_operator(read, parts):
        no = written.startswith("-") and len(written) > 1
        (parts.words_not if no else parts.words).append(
            written.removeprefix("-") if no else written
        )


def _is_operator(read: re.Match[str], parts: _Parts) -> bool:
    """Whether it was one; what it says is among the parts then."""
    no, value = bool(read["no"]), read["value"].lower()
    match (read["what"] or "").lower():
        case "from" if handle := value.removeprefix("@"):
            (parts.by_not if no else parts.by).append(handle)
        case "has" if value in frozenset(Has):
            (parts.has_not if no else parts.has).add(Has(value))
        case "is" if value in frozenset(Is):
            (parts.are_not if no else parts.are).add(Is(value))
        case "in" if value in frozenset(Where) and not no:
            parts.where = Where(value)
        case "language" if not no:
            parts.language = value
        case "before" | "after" | "during" as when if not no:
            return _is_time(when, value, parts)
        case _:
            return False
    return True


def _is_time(when: str, value: str, parts: _Parts) -> bool:
    try:
        day = date.fromisoformat(value)
        after = day + A_DAY
    except (ValueError, OverflowError):
        return False
    if when == "before":
        parts.until.append(day)
    else:
        parts.since.append(after if when == "after" else day)
    if when == "during":
        parts.until.append(after)
    return True
