"""How a page is cited: BibTeX, RIS, CSL-JSON and a plain sentence.

BibTeX keeps a name in braces whole, and CSL calls such a name literal: what somebody calls
herself is never cut into parts of a name that she did not say.
"""

import json
import re
import unicodedata
from dataclasses import dataclass
from datetime import date

SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, kw_only=True)
class Citable:
    author: str
    title: str
    published_on: date
    """Of this version."""
    version: int
    url: str
    publisher: str
    language: str = ""

    @property
    def key(self) -> str:
        """osei2026awake: letters that every program takes."""
        words = [_plain(self.author).split()[-1:], _plain(self.title).split()[:1]]
        name, word = ("".join(part) for part in words)
        return f"{name}{self.published_on.year}{word}" or "tutorial"


def bibtex(cited: Citable) -> str:
    fields = {
        "author": f"{{{_escaped(cited.author)}}}",
        "title": f"{{{_escaped(cited.title)}}}",
        "howpublished": _escaped(cited.publisher),
        "year": str(cited.published_on.year),
        "day": str(cited.published_on.day),
        "version": str(cited.version),
        "note": f"Version {cited.version}, {cited.published_on.isoformat()}",
        "url": cited.url,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    month = f"  month = {MONTHS[cited.published_on.month - 1]},"
    return "\n".join([f"@misc{{{cited.key},", *lines, month, "}", ""])


def ris(cited: Citable) -> str:
    """https://refdb.sourceforge.net/manual-0.9.6/sect1-ris-format.html"""
    on = cited.published_on
    lines = [
        ("TY", "ELEC"),
        ("AU", cited.author),
        ("TI", cited.title),
        ("PB", cited.publisher),
        ("PY", str(on.year)),
        ("DA", f"{on:%Y/%m/%d}/"),
        ("ET", str(cited.version)),
        ("UR", cited.url),
        ("LA", cited.language),
        ("ER", ""),
    ]
    kept = [(tag, " ".join(value.split())) for tag, value in lines if value or tag == "ER"]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in kept)


def csl_json(cited: Citable) -> str:
    """https://docs.citationstyles.org/en/stable/specification.html"""
    on = cited.published_on
    item = {
        "id": cited.key,
        "type": "webpage",
        "title": cited.title,
        "author": [{"literal": cited.author}],
        "issued": {"date-parts": [[on.year, on.month, on.day]]},
        "version": str(cited.version),
        "publisher": cited.publisher,
        "URL": cited.url,
    }
    if cited.language:
        item["language"] = cited.language
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"


def plain(cited: Citable) -> str:
    on = cited.published_on
    title = cited.title if cited.title[-1:] in ".?!" else f"{cited.title}."
    said = f"{on.day} {on:%B %Y}"
    return (
        f"{cited.author}. {title} {cited.publisher}, {said}, version {cited.version}. {cited.url}\n"
    )


def _escaped(text: str) -> str:
    return "".join(SPECIAL.get(letter, letter) for letter in " ".join(text.split()))


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9 ]", "", bare)
