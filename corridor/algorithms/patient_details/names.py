"""What of a run of capitalised words is a name or a place, by what it is not.

No list of names: whoever is listed nowhere would be found nowhere. Words that are no names
(ordinary ones, eponyms of diseases, countries) are lists of the pack, and what is left is a name
because of where it stands.
"""

import re
from collections.abc import Iterator

from corridor.algorithms.patient_details.pack import Pack
from corridor.algorithms.patient_details.reading import Reading

WORD = re.compile(r"[^ ,]{1,40}")


def name_in(
    reading: Reading, span: tuple[int, int], pack: Pack, *, is_sure: bool
) -> tuple[int, int, int] | None:
    """Start and end of the name in a part of the text, and how many words it has.

    Where it stands may make it sure that an eponym is somebody's name.
    """
    words = _name_words(reading.text, span, pack)
    names = [word for _, _, word in words if word not in pack.words["titles"]]
    has_title = len(names) < len(words)
    if not names or (not has_title and all(len(word) == 1 for word in names)):
        return None
    first, last = words[0][0], words[-1][1]
    if not has_title and not is_sure and all(word in pack.words["eponyms"] for word in names):
        return None
    if not has_title and any(word in pack.words["institutions"] for word in names[1:]):
        return None
    if not has_title and pack.eponym.match(reading.lower, last):
        return None
    if reading.text.endswith("'s", first, last):
        last -= 2
    return first, last, len(words)


def place_in(reading: Reading, span: tuple[int, int], pack: Pack) -> tuple[int, int, int] | None:
    """Start and end of the place in a part of the text, and how many words it has."""
    words = _place_words(reading.text, span, pack)
    while words and words[-1][2] in pack.words["joining"]:
        words.pop()
    bare = [word for _, _, word in words]
    if not bare or bare[0] in pack.words["titles"]:
        return None
    if all(word in pack.words["wide_places"] for word in bare):
        return None
    if len(bare) == 1 and bare[0] in pack.words["no_places"]:
        return None
    if pack.eponym.match(reading.lower, words[-1][1]):
        return None
    return words[0][0], words[-1][1], len(words)


def _name_words(text: str, span: tuple[int, int], pack: Pack) -> list[tuple[int, int, str]]:
    """The longest row of words that are not ordinary."""
    titles, surnames = pack.words["titles"], pack.words["surnames_too"]
    rows: list[list[tuple[int, int, str]]] = [[]]
    for first, last, word in _words(text, span):
        row = rows[-1]
        follows_title = bool(row) and row[-1][2] in titles
        is_surname = row and text[first].isupper() and (word in surnames or follows_title)
        if word in pack.words["ordinary"] and word not in titles and not is_surname:
            rows.append([])
        else:
            row.append((first, last, word))
    kept = max(rows, key=len)
    while kept and kept[-1][2] in pack.words["particles"] and text[kept[-1][0]].islower():
        kept.pop()
    return kept


def _place_words(text: str, span: tuple[int, int], pack: Pack) -> list[tuple[int, int, str]]:
    """As for names, but ordinary words with a capital belong to it: a Neurology Center."""
    kept: list[tuple[int, int, str]] = []
    for first, last, word in _words(text, span):
        if word in pack.words["calendar"]:
            break
        if not kept and word in pack.words["ordinary"] and word not in pack.words["of_places"]:
            continue
        kept.append((first, last, word))
    return kept


def _words(text: str, span: tuple[int, int]) -> Iterator[tuple[int, int, str]]:
    for found in WORD.finditer(text, *span):
        bare = found[0].rstrip(".;:").lower().removesuffix("'s")
        yield found.start(), found.end(), bare
