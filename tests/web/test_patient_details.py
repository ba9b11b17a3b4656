"""The check in the browser says what the server says: of shared examples, and of all our posts."""

import json
import random
from importlib.resources import files
from pathlib import Path

import pytest

from corridor.algorithms import professional_notes
from corridor.algorithms.patient_details import Context, check
from tests.algorithms.patient_details.sets.making import SPLITS, WRITTEN, posts, written
from tests.algorithms.patient_details.vectors import VECTORS
from tests.algorithms.professional_notes.test_notes import VECTORS as NOTES

PIECES = [
    *(
        "pt ",
        "patient ",
        "Jane ",
        "Doe",
        "Mr ",
        "O'Hora's ",
        "mum ",
        "MRN ",
        "4471902 ",
        "sepsis. ",
        "in ",
        "bed 4 ",
    ),
    *(
        "94-year-old ",
        "on 14 March ",
        "from ",
        "Duluth, ",
        "St. ",
        "I told ",
        "her ",
        "today",
        "@ab ",
        "a.b@c.de ",
    ),
    *(
        "é",
        "e\u0301",
        "\u200b",
        "ß",
        "İ",
        "ǅ",
        "Ж",
        "и",
        "王",
        "ア",
        "٤",
        "½",
        "ﬁ",
        "𝐉",
        "🙏🏽",
        "\ud800",
        "\x85",
        "\x1f",
    ),
    *(
        "\u2028",
        "\n",
        "\t",
        "\u00a0",
        "\u202e",
        " ",
        ". ",
        "'",
        "-",
        "(",
        "/",
        "\u0345",
        "ª",
        "ʰ",
        "ǆ",
        "\u1680",
    ),
]
SCRIPT = Path("corridor/web/static/scripts/patient_details.js").read_text(encoding="utf-8")
RULES = (files("corridor.algorithms.patient_details") / "rules.json").read_text(encoding="utf-8")
ASK = """([rules, texts]) => {
  const check = checker(JSON.parse(rules));
  const places = (text, at) => [...text.slice(0, at)].length;
  return texts.map(({ text, place, own, hemisphere }) => {
    const said = check(text, { place, own, hemisphere });
    return [said.state, said.findings.map((one) => [
      places(text, one.start), places(text, one.end),
      one.kind, one.state, one.rule, one.suggestion])];
  });
}"""


@pytest.fixture(scope="module")
def page(chromium):
    page = chromium.new_page()
    page.add_script_tag(content=f"{SCRIPT}\nwindow.checker = checker;", type="module")
    page.wait_for_function("'checker' in window")
    yield page
    page.close()


@pytest.fixture(scope="module")
def browser_says(page):
    return lambda texts: page.evaluate(ASK, [RULES, texts])


def test_the_browser_says_what_stands_in_the_examples(browser_says):
    said = browser_says(VECTORS)

    wrong = [
        (vector["text"], *one)
        for vector, one in zip(VECTORS, said, strict=True)
        if one != [vector["state"], vector["findings"]]
    ]
    assert wrong == []


def test_the_browser_notes_what_the_server_notes(page):
    texts = [{"text": one["text"], "place": one["place"], "own": []} for one in NOTES]

    said = page.evaluate(ASK, [json.dumps(professional_notes.document()), texts])

    kinds = [sorted({found[2] for found in findings}) for _state, findings in said]
    assert kinds == [one["kinds"] for one in NOTES]
    assert {state for state, _findings in said} == {"clear"}


def test_the_browser_and_the_server_agree_on_every_post(browser_says):
    made = [post for split in SPLITS for kind in ("clean", "phi") for post in posts(split, kind)]
    made += [post for name in WRITTEN for post in written(name)]
    texts = [
        {"text": text, "place": "post", "own": []}
        for text in [*(post["text"] for post in made), *odd_texts()]
    ]

    said = browser_says(texts)

    wrong = [
        (text["text"], one)
        for text, one in zip(texts, said, strict=True)
        if one != server_says(text["text"])
    ]
    assert wrong == []


def odd_texts():
    """Words of posts and letters of all kinds, drawn anew each time in the same way."""
    rng = random.Random(8)
    for _ in range(400):
        yield "".join(rng.choices(PIECES, k=rng.randint(1, 30)))


def server_says(text):
    said = check(text, context=Context())
    return [
        said.state,
        [
            [one.start, one.end, one.kind, one.state, one.rule, one.suggestion]
            for one in said.findings
        ],
    ]
