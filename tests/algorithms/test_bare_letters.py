import pytest

from corridor.algorithms.bare_letters import bare_letters


@pytest.mark.parametrize(
    ("text", "bare"),
    [("Médecin", "medecin"), ("ÉTUDIANTE", "etudiante"), ("Straße", "strasse"), ("ﬁrst", "first")],
)
def test_case_and_accents_make_no_difference(text, bare):
    assert bare_letters(text) == bare
