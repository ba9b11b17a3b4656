"""The rule pack is well formed, and its patterns take time that grows as the text does."""

import hashlib
import json
import random
import re
import time
from importlib.resources import files
from re import _parser as parser  # what a pattern means, as `re` reads it

import pytest

from corridor.algorithms.patient_details import check
from corridor.algorithms.patient_details.pack import WEIGHT, expanded, read_pack, shipped_pack
from corridor.algorithms.patient_details.suggestions import BUILDERS

DOCUMENT = json.loads(
    (files("corridor.algorithms.patient_details") / "rules.json").read_text(encoding="utf-8")
)
PLACES = {"post", "reply", "message", "case", "alt_text"}
SAFE_HARBOR = {
    "NAME", "GEO", "DATE", "PHONE", "FAX", "EMAIL", "SSN", "MRN", "HEALTH_PLAN", "ACCOUNT",
    "LICENSE", "VEHICLE", "DEVICE", "URL", "IP", "BIOMETRIC", "PHOTO", "OTHER_ID",
}  # fmt: skip
MAY_SAY = {
    "id", "kind", "state", "why", "suggest", "patterns", "label", "value", "cue", "cased",
    "is_name", "is_sure", "is_place", "digits", "words", "has", "needs", "unless", "raise",
    "contexts",
}  # fmt: skip


def every_pattern():
    for rule in DOCUMENT["rules"]:
        for source in [*rule.get("patterns", []), rule.get("label"), rule.get("value")]:
            if source:
                yield rule["id"], expanded(source, DOCUMENT["macros"])
    for name, cue in DOCUMENT["cues"].items():
        for source in [*cue["patterns"], *cue.get("cased", [])]:
            yield name, expanded(source, DOCUMENT["macros"])
    yield "eponym", expanded(DOCUMENT["macros"]["eponym"], DOCUMENT["macros"])


def test_the_pack_covers_all_eighteen_classes():
    classes = {said["class"] for said in DOCUMENT["kinds"].values()}
    assert classes == {*SAFE_HARBOR, "CONTEXT"}  # what identifies without an identifier
    kinds = {rule["kind"] for rule in DOCUMENT["rules"]}
    assert kinds == set(DOCUMENT["kinds"])


def test_every_rule_says_what_it_is_and_nothing_else():
    wrong = []
    for rule in DOCUMENT["rules"]:
        sources = [bool(rule.get("patterns")), "label" in rule, "cue" in rule]
        if sum(sources) != 1 or ("label" in rule) != ("value" in rule):
            wrong.append((rule["id"], "needs patterns, or a label and a value, or a cue"))
        if not set(rule) <= MAY_SAY or rule["state"] not in WEIGHT:
            wrong.append((rule["id"], "unknown words"))
        if rule["suggest"] not in BUILDERS or not set(rule.get("contexts", [])) <= PLACES:
            wrong.append((rule["id"], "unknown suggestion or context"))

    assert wrong == []
    names = [rule["id"] for rule in DOCUMENT["rules"]]
    assert len(names) == len(set(names))


def test_conditions_name_cues_that_are_there_and_no_cue_is_idle():
    pack = shipped_pack()
    named = {pack.softened_by, *(rule.cue for rule in pack.rules if rule.cue)}
    for rule in pack.rules:
        raised = rule.raised.needs if rule.raised else ()
        for condition in (*rule.needs, *rule.unless, *raised):
            named.update(condition.cues)

    assert named == set(pack.cues)


def test_a_reason_says_possible_and_never_compliant():
    reasons = {rule["id"]: rule["why"] for rule in DOCUMENT["rules"]}
    sure = {"phone", "email"}  # that somebody can read them is certain

    assert [name for name, why in reasons.items() if "Possible" not in why] == sorted(
        sure, reverse=True
    )
    assert not re.search("complian|hipaa|safe to", " ".join(reasons.values()), re.IGNORECASE)


def test_patterns_say_what_browsers_understand_alike():
    """No flags, named groups, back references, nor classes of Unicode."""
    odd = re.compile(
        r"(?<!\\)\(\?[aiLmsux#P]|(?<!\\)\(\?\(|\\[1-9dDsSwWAZ]|\*|\+\+|\?\+|[^\x00-\x7f\ue000]"
    )
    plain = [(name, re.sub(r"\[[^\]]*\]", "[]", source)) for name, source in every_pattern()]

    assert [name for name, source in plain if odd.search(source)] == []


def test_every_repeat_is_bounded():
    """What a pattern can try from one place in the text has a limit, so time grows with length."""
    unbounded = [name for name, source in every_pattern() if most_steps(source) is None]

    assert unbounded == []


def most_steps(source) -> int | None:
    """The longest text a pattern can read, or None where there is no limit."""
    longest = parser.parse(source).getwidth()[1]
    return longest if longest < 100_000 else None


def test_a_pattern_without_a_bound_is_noticed():
    assert most_steps("(?:a+)+b") is None
    assert most_steps("(?:a{1,9}){1,9}b") == 82


@pytest.mark.parametrize("scope", ["nowhere", "nearby:40", ""])
def test_a_condition_that_looks_nowhere_is_refused(scope):
    rule = {**DOCUMENT["rules"][0], "needs": [f"patient@{scope}"]}

    with pytest.raises(ValueError, match="looks at no"):
        read_pack({**DOCUMENT, "rules": [rule]})


PIECES = [
    "A", "a", " ", "1", "-", ".", "Aa ", "de la ", "patient ", "MRN ", "a@", "a.", "1.", "Jane ",
    "St. ", "in ", "94-year-old ", "my ", "the ", "the only ", "/", "'s mum ", "1:", "O'", "Mr ",
    ", ", "I told ", "https://", "fax ", "was ", "a-", "é", "\u200b", "Ж", "\n", "#", "(", "12/",
    "from ",
]  # fmt: skip
LENGTH, MILLISECONDS_EACH_CHARACTER = 20_000, 0.2


def hostile_texts():
    rng = random.Random(5)
    for piece in PIECES:
        yield piece * (LENGTH // len(piece))
    for _ in range(12):
        few = rng.sample(PIECES, 3)
        yield "".join(rng.choices(few, k=LENGTH))[:LENGTH]


def test_time_grows_with_the_text_and_no_faster():
    """Twenty times what is usual: only what grows faster than the text is beyond it."""
    check("warm")
    for text in hostile_texts():
        begun = time.process_time()
        check(text)
        spent = 1000 * (time.process_time() - begun)

        assert spent < MILLISECONDS_EACH_CHARACTER * len(text), repr(text[:40])


DIGESTS = {"2026.11.1": "afb846f5e79e02d5f291f3ea21676fa4005a42f464dd8c6fae7253267adf4f9c"}
"""Of the rules without their version, which says to browsers and reports which rules they had."""


def test_rules_that_change_have_another_version():
    rules = {name: said for name, said in DOCUMENT.items() if name != "version"}
    text = json.dumps(rules, sort_keys=True, ensure_ascii=True)

    assert {DOCUMENT["version"]: hashlib.sha256(text.encode()).hexdigest()} == DIGESTS
