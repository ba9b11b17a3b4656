"""What in a draft a colleague would quietly point out: it never holds anything up.

Rules in the form of those for patient details, read by the same engine here and in the browser;
`docs/algorithms/professional-notes.md` says which, with figures.
"""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from corridor.algorithms import patient_details
from corridor.algorithms.patient_details import Context, check
from corridor.algorithms.patient_details.pack import Pack, read_pack

INTEREST, ADVICE, ANGER, DRINK = "interest", "advice", "anger", "drink"
KINDS = (INTEREST, ADVICE, ANGER, DRINK)


def notes_in(text: str, *, place: str = "post") -> list[str]:
    """Kinds, each once, in the order in which they begin in the text. `place`: as of `Context`."""
    found = check(text, context=Context(place=place), pack=_pack()).findings
    return list(dict.fromkeys(one.kind for one in found))


def document() -> dict[str, Any]:
    """The rules with what they share with those for patient details, as the engine reads them."""
    shared = _read(patient_details.__name__)
    own = _read(__name__)
    macros = {"eponym": shared["macros"]["eponym"]} | own["macros"]
    words = {"abbreviations": shared["words"]["abbreviations"]} | own["words"]
    return {**own, "fold": shared["fold"], "macros": macros, "words": words}


@cache
def _pack() -> Pack:
    return read_pack(document())


def _read(package: str) -> Any:
    return json.loads((files(package) / "rules.json").read_text(encoding="utf-8"))
