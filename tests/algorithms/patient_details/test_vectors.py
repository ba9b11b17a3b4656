"""The server says of shared examples what stands there; `tests/web` asks the browser the same."""

from corridor.algorithms.patient_details import Context, check
from tests.algorithms.patient_details.vectors import VECTORS


def test_the_server_says_what_stands_in_the_examples():
    wrong = []
    for vector in VECTORS:
        context = Context(
            place=vector["place"],
            own=frozenset(vector["own"]),
            hemisphere=vector.get("hemisphere", ""),
        )
        said = check(vector["text"], context=context)
        findings = [
            [one.start, one.end, one.kind, one.state, one.rule, one.suggestion]
            for one in said.findings
        ]
        if (said.state, findings) != (vector["state"], vector["findings"]):
            wrong.append((vector["text"], said.state, findings))

    assert wrong == []


def test_examples_show_every_state_and_every_context_that_matters():
    assert {vector["state"] for vector in VECTORS} == {"clear", "look_again", "stop"}
    assert {vector["place"] for vector in VECTORS} == {"post", "reply", "message", "case"}
