"""Whatever the check may say, translators are given."""

from corridor.algorithms.patient_details import Context, check
from corridor.algorithms.patient_details.pack import shipped_pack
from corridor.posts.actions import doubtful_words
from corridor.posts.patient_words import REASONS, SUGGESTIONS, translated
from tests.algorithms.patient_details.vectors import VECTORS


def test_every_reason_and_every_suggestion_can_be_translated():
    said = set()

    for vector in VECTORS:
        for hemisphere in ("north", "south", ""):
            place = Context(
                place=vector["place"],
                hemisphere=hemisphere,
                say=lambda words: said.add(words) or words,
            )
            check(vector["text"], context=place)

    assert {rule.why for rule in shipped_pack().rules} == set(REASONS)
    assert said <= {*REASONS, *SUGGESTIONS}
    assert said - set(REASONS)
    assert translated() == {}  # English says it as the check does


def test_suggestions_have_the_seasons_of_their_author(amara):
    amara.country, amara.time_zone = "AU", "Australia/Hobart"
    (doubtful,) = doubtful_words(
        [("text", "Our patient died on 14 March 2024.")], place="post", by=amara
    )

    assert doubtful.checked.findings[0].suggestion == "in the autumn of 2024"
