"""Languages as people write them: by code, by name in five languages, within a sentence.

The names are those of Unicode CLDR, kept in languages.txt.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from corridor.programmes.intake.fields import plain

NAMES = Path(__file__).with_name("languages.txt")
ALSO = {
    "zh": "mandarin | mandarin chinese | putonghua",
    "es": "castilian | castellano",
    "fa": "farsi | dari",
    "nl": "flemish | flamand | flamisch",
    "no": "bokmal | nynorsk | norwegian bokmal | norwegian nynorsk | nb | nn",
    "sw": "swahili | kiswahili",
    "ro": "moldovan",
    "zu": "isizulu",
    "xh": "isixhosa",
    "en": "eng", "fr": "fra | fre", "de": "deu | ger", "pt": "por", "it": "ita", "ar": "ara",
    "ase": "asl", "bfi": "british sign language | bsl", "asf": "auslan",
}  # fmt: skip
"""Code -> further names."""
WITHOUT_A_NAME = {"bfi": "british sign language", "asf": "auslan"}
"""Languages that CLDR does not name."""
_MOST_WORDS = 4
_WORDS_BETWEEN = re.compile(r"\s+(?:and|und|et|y|e|plus|sowie)\s+", re.IGNORECASE)


def known_languages(texts: Iterable[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """English names in lower case, and the entries that name no known language.

    An unknown entry counts as a language of its own, so that whoever writes the same shares it.
    """
    return _known(tuple(texts))


@lru_cache(maxsize=4096)
def _known(texts: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    found: set[str] = set()
    unknown: list[str] = []
    for entry in _entries(texts):
        named = _named(entry)
        found |= named
        if not named:
            unknown.append(entry)
            found.add(entry.lower())
    return frozenset(found), tuple(dict.fromkeys(unknown))


def _entries(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for part in re.split(r"[;,/&|+\n]", re.sub(r"\(.*?\)", "", text)):
            entry = " ".join(part.split())
            if _by_name().get(plain(entry)):
                yield entry
                continue
            cut = (word.strip(" .") for word in _WORDS_BETWEEN.split(f" {entry} "))
            yield from (word for word in cut if word and plain(word) not in _NOBODYS)


_NOBODYS = frozenset({"n a", "na", "none", "nil", "no preference", "not applicable", "any"})


def _named(entry: str) -> set[str]:
    """The whole entry as a code or a name, or the names that stand in it as words."""
    words = plain(entry).split()
    whole = _by_name().get(" ".join(words)) or _by_code().get(words[0] if _is_tag(entry) else "")
    if whole:
        return {whole}
    found: set[str] = set()
    at = 0
    while at < len(words):
        for length in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            name = _by_name().get(" ".join(words[at : at + length]))
            if name:
                found.add(name)
                at += length
                break
        else:
            at += 1
    return found


def _is_tag(entry: str) -> bool:
    """“en”, “en-GB”, “pt_BR”, “zh-Hant-TW”."""
    return re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*", entry) is not None


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    lines = NAMES.read_text(encoding="utf-8").splitlines()
    rows = [tuple(line.split("|")) for line in lines if not line.startswith("#")]
    return tuple(sorted(rows, key=lambda row: (len(row[0]), row[0])))


@cache
def _by_code() -> dict[str, str]:
    return {row[0]: row[1].lower() for row in _rows()} | WITHOUT_A_NAME


@cache
def _by_name() -> dict[str, str]:
    """Names in English win over those that another language has for another one."""
    codes = _by_code()
    names = {plain(name): codes[code] for code, also in ALSO.items() for name in also.split("|")}
    for row in _rows():
        names.setdefault(plain(row[1]), codes[row[0]])
    for row in _rows():
        for name in row[2:]:
            names.setdefault(plain(name), codes[row[0]])
    return {name: language for name, language in names.items() if name}
