"""What a colleague would quietly point out, and what she would not."""

import json
import re
from pathlib import Path

import pytest

from corridor.algorithms.professional_notes import KINDS, document, notes_in
from tests.algorithms.patient_details.test_rule_pack import most_steps

HERE = Path(__file__).parent
VECTORS = [json.loads(line) for line in (HERE / "vectors.jsonl").read_text("utf-8").splitlines()]
CLEAN = [
    line for line in (HERE / "clean.txt").read_text("utf-8").splitlines() if line and line[0] != "#"
]


def test_the_server_says_what_stands_in_the_examples():
    wrong = [
        (one["text"], found)
        for one in VECTORS
        if (found := notes_in(one["text"], place=one["place"])) != one["kinds"]
    ]

    assert wrong == []
    assert {kind for one in VECTORS for kind in one["kinds"]} == set(KINDS)


def test_what_bothers_nobody_is_left_alone():
    """At most one in a hundred."""
    alarmed = []
    for line in CLEAN:
        place = "reply" if line.startswith("reply: ") else "post"
        if notes_in(line.removeprefix("reply: "), place=place):
            alarmed.append(line)

    assert len(CLEAN) >= 90
    assert len(alarmed) <= 1, alarmed


def test_patterns_say_what_browsers_understand_alike_and_are_bounded():
    from corridor.algorithms.patient_details.pack import expanded  # noqa: PLC0415 - for this alone

    said = document()
    sources = [
        expanded(source, said["macros"])
        for cue in said["cues"].values()
        for source in [*cue["patterns"], *cue.get("cased", [])]
    ]
    odd = re.compile(r"\(\?[aiLmsux#P]|\\[1-9dDsSwWAZ]|\*|\+\+")

    assert [one for one in sources if odd.search(re.sub(r"\[[^\]]*\]", "[]", one))] == []
    assert [one for one in sources if most_steps(one) is None] == []


@pytest.mark.parametrize("piece", ["you should take ", "@a hate ", "Ozempic ", "amazing ", "a"])
def test_time_grows_with_the_text_and_no_faster(piece):
    import time  # noqa: PLC0415 - for this alone

    text = piece * (20_000 // len(piece))
    notes_in("warm")
    begun = time.process_time()
    notes_in(text, place="reply")

    assert time.process_time() - begun < 4
