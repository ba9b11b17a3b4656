"""Labelled posts from templates, the same ones each time.

    python -m tests.algorithms.patient_details.sets.making dev phi > phi.jsonl

`dev` is what rules are tuned on, `held` is only measured. Both share no template.
"""

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.algorithms.patient_details.sets.fillings import DATES, NUMBERS, PHONES, WORDS
from tests.algorithms.patient_details.sets.names import NAMES

HERE = Path(__file__).parent
SPLITS = ("dev", "held")
WRITTEN = ("sixty", "written", "last", "numbers")
LABEL = re.compile(r"\[([A-Z_]+)\|([^\]]*)\]")
GAP = re.compile(r"\{([a-z]+)\}")
CLEAN_EACH, PHI_EACH, NAMES_EACH = 6, 12, 36


def posts(split: str, kind: str) -> Iterator[dict[str, object]]:
    """Kind is clean or phi."""
    lines = (HERE / f"{kind}.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if line.startswith(f"{split}\t"):
            yield from _of_template(f"{kind}{number}", line.split("\t")[1:], kind)


def written(name: str) -> Iterator[dict[str, object]]:
    """Posts written out one by one: sixty before there were rules, others since."""
    lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if not line.startswith("#"):
            state, family, template = line.split("\t")
            said = "clear" if state == "clean" else state
            yield {"id": f"{name}{number}", "state": said, "family": family, **_labelled(template)}


def _of_template(key: str, said: list[str], kind: str) -> Iterator[dict[str, object]]:
    *state, family, template = said
    is_named = "{full}" in template or "{first}" in template
    times = CLEAN_EACH if kind == "clean" else NAMES_EACH if is_named else PHI_EACH
    locales = list(NAMES)
    for turn in range(times):
        rng = random.Random(f"{key}-{turn}")
        locale = locales[turn % len(locales)]
        yield {
            "id": f"{key}-{turn}",
            "state": state[0] if state else "clear",
            "family": family,
            "locale": locale if kind == "phi" else "",
            "form": "full" if "{full}" in template else "first",
            **_labelled(_filled(template, locale, rng)),
        }


def _filled(template: str, locale: str, rng: random.Random) -> str:
    return GAP.sub(lambda gap: _drawn(gap[1], locale, rng), template)


def _labelled(text: str) -> dict[str, object]:
    plain, spans, at = "", [], 0
    for label in LABEL.finditer(text):
        plain += text[at : label.start()]
        spans.append({"start": len(plain), "end": len(plain) + len(label[2]), "cls": label[1]})
        plain += label[2]
        at = label.end()
    return {"text": plain + text[at:], "spans": spans}


def _drawn(what: str, locale: str, rng: random.Random) -> str:
    firsts, lasts = (words.split() for words in NAMES[locale])
    if what in WORDS:
        return rng.choice(WORDS[what])
    if what in NUMBERS:
        return str(rng.randint(*NUMBERS[what]))
    drawn = {
        "first": lambda: rng.choice(firsts),
        "full": lambda: f"{rng.choice(firsts)} {rng.choice(lasts)}",
        "last": lambda: rng.choice(lasts),
        "other": lambda: rng.choice(lasts),
        "date": lambda: _date(rng),
        "phone": lambda: _phone(rng),
        "email": lambda: f"{rng.choice('abehk')}.{rng.choice('wlzo')}{rng.randint(2, 99)}@ex.org",
        "i": lambda: rng.choice("BCDFGHJKLMNPRSTVW"),
        "j": lambda: rng.choice("BCDFGHJKLMNPRSTVW"),
    }
    return drawn[what]()


def _phone(rng: random.Random) -> str:
    area, line = rng.randint(201, 989), rng.randint(1000, 9999)
    return rng.choice(PHONES).format(area=area, line=line)


def _date(rng: random.Random) -> str:
    month, day, number = rng.choice(WORDS["month"]), rng.randint(4, 20), rng.randint(1, 12)
    return rng.choice(DATES).format(day=day, month=month, number=number)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("split", choices=(*SPLITS, *WRITTEN))
    parser.add_argument("kind", choices=("clean", "phi"), nargs="?", default="phi")
    args = parser.parse_args()
    made = written(args.split) if args.split in WRITTEN else posts(args.split, args.kind)
    sys.stdout.writelines(json.dumps(post, ensure_ascii=False) + "\n" for post in made)


if __name__ == "__main__":
    main()
