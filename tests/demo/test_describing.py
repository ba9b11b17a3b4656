"""What the demo's people say of themselves comes from what they have lived through."""

from corridor.demo.describing import QUESTION_OF
from corridor.demo.interests import EXPERIENCE
from corridor.people import queries


def test_every_experience_of_the_demo_is_an_answer_in_the_same_words(db):
    worded = {option.value: option.wording for option in queries.experience_options()}

    assert {experience: worded[".".join(QUESTION_OF[experience])] for experience in EXPERIENCE} == {
        experience: experience for experience in EXPERIENCE
    }
