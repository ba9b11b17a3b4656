"""What is read from posts, by hand: precision first, so doubt reads nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.intents import LONGEST_TEXT, Intent, intents

SEEKS = {
    "#AnesMentors looking for a mentor in regional": ("mentor", "regional"),
    "Looking for a mentor in regional anesthesia #AnesMentors": ("mentor", "regional anesthesia"),
    "First-gen MS3 here, looking for a mentor for fellowship applications. #AnesMentors": (
        "mentor",
        "fellowship applications",
    ),
    "Hi everyone! I'm looking for a coach for interview practice #AnesMentors": (
        "coach",
        "interview practice",
    ),
    "Seeking a sponsor for invited talks #AnesMentors": ("sponsor", "invited talks"),
    "I am searching for a research mentor #AnesMentors": ("mentor", ""),
    "Medical student here looking for a mentor #AnesMentors": ("mentor", ""),
    "I need a mentor in critical care, please #AnesMentors": ("mentor", "critical care"),
    "Would love a mentor. #AnesMentors": ("mentor", ""),
    "I'd love a mentor in obstetric anesthesia! #AnesMentors": ("mentor", "obstetric anesthesia"),
    "In search of mentorship in pain medicine #AnesMentors": ("mentor", "pain medicine"),
    "Hoping to find a mentor through #AnesMentors": ("mentor", ""),
    "PGY2, new city, new hospital. Looking for mentorship #AnesMentors": ("mentor", ""),
    "ISO mentor, pediatric anesthesia #AnesMentors": ("mentor", ""),
    "As an IMG I am looking for a mentor about visa and licensing #AnesMentors": (
        "mentor",
        "visa and licensing",
    ),
    "I’m looking for a mentor on publishing #AnesMentors": ("mentor", "publishing"),
    "Still looking for a coach! #AnesMentors": ("coach", ""),
    "I could use a mentor for board exams #AnesMentors": ("mentor", "board exams"),
    "@first_gen #AnesMentors I am seeking a mentor": ("mentor", ""),
    "Looking for a mentor in regional anesthesia before I apply #AnesMentors": (
        "mentor",
        "regional anesthesia",
    ),
    "Looking for my first mentor in cardiac anesthesia #AnesMentors": (
        "mentor",
        "cardiac anesthesia",
    ),
}
OFFERS = {
    "Happy to mentor students in regional anesthesia #AnesMentors": "mentor",
    "Attending here, glad to mentor anybody in pain medicine. #AnesMentors": "mentor",
    "I can coach interview practice #AnesMentors": "coach",
    "Offering mentorship to first-generation students #AnesMentors": "mentor",
    "Taking on two new mentees this spring #AnesMentors": "mentor",
    "I have room for a mentee #AnesMentors": "mentor",
    "Available as a mentor for board exams #AnesMentors": "mentor",
    "Count me in as a mentor #AnesMentors": "mentor",
    "I'd love to mentor a resident #AnesMentors": "mentor",
    "Willing to sponsor early-career faculty for committee work #AnesMentors": "sponsor",
    "Looking for mentees interested in simulation #AnesMentors": "mentor",
    "Open to mentoring #AnesMentors": "mentor",
    "Offering coaching on teaching skills #AnesMentors": "coach",
}
NOTHING = [
    "#AnesMentors are great",
    "#AnesMentors changed my career",
    "I am not looking for a mentor #AnesMentors",
    "I'm no longer looking for a mentor #AnesMentors",
    "I don't need a mentor, I need sleep #AnesMentors",
    "Are you looking for a mentor? Join #AnesMentors",
    "Looking for a mentor? #AnesMentors is for you",
    "If you are looking for a mentor, apply by Friday #AnesMentors",
    "Students looking for a mentor can apply here #AnesMentors",
    "Anyone looking for a mentor should see #AnesMentors",
    "My student is looking for a mentor in regional #AnesMentors",
    "My friend needs a mentor #AnesMentors",
    "She is looking for a mentor #AnesMentors",
    "We are looking for mentors for our programme #AnesMentors",
    "When I was looking for a mentor, nobody answered #AnesMentors",
    "Two years ago I was looking for a mentor #AnesMentors",
    "I found a mentor through #AnesMentors",
    "How to find a mentor: a thread #AnesMentors",
    "Why everyone needs a mentor #AnesMentors",
    "Looking for a mentor is hard #AnesMentors",
    "“I am looking for a mentor” is the hardest sentence in medicine #AnesMentors",
    'He said "happy to mentor" and left #AnesMentors',
    "Looking for a mentor for my cat #AnesMentors",
    "Seeking a mentor who does my laundry lol #AnesMentors",
    "Need a mentor, asking for a friend #AnesMentors",
    "Looking for a sponsor for my charity marathon #AnesMentors",
    "Our gold sponsors make #AnesMentors possible",
    "Need a running coach before the 10k #AnesMentors",
    "Sitting in coach class on the way to #AnesMentors",
    "I can't mentor anybody this year #AnesMentors",
    "Nobody is happy to mentor these days #AnesMentors",
    "You should be happy to mentor #AnesMentors",
    "Thanks to all who mentor #AnesMentors",
    "Does anyone offer mentorship in pain? #AnesMentors",
    "Congratulations to Dr Osei, mentor of the year! #AnesMentors",
    "A good mentor listens #AnesMentors",
    "Reminder: applications close on Sunday #AnesMentors",
    "I was happy to mentor last year #AnesMentors",
    "Who can mentor a first-gen student? #AnesMentors",
    "> I am looking for a mentor\nGood luck! #AnesMentors",
    "Tired of looking for a mentor #AnesMentors",
    "The department is seeking a mentor for its residents #AnesMentors",
]


def test_who_looks_for_somebody_is_understood():
    read = {text: intents(text) for text in SEEKS}

    assert read == {
        text: (Intent(seeks=True, role=role, about=about),) for text, (role, about) in SEEKS.items()
    }


def test_who_offers_is_understood():
    read = {text: [(one.seeks, one.role) for one in intents(text)] for text in OFFERS}

    assert read == {text: [(False, role)] for text, role in OFFERS.items()}


@pytest.mark.parametrize("text", NOTHING)
def test_doubt_reads_nothing(text):
    assert intents(text) == ()


def test_somebody_may_seek_and_offer_at_once():
    both = intents(
        "Looking for a sponsor for invited talks. Happy to mentor students! #AnesMentors"
    )

    assert [(one.seeks, one.role) for one in both] == [(True, "sponsor"), (False, "mentor")]


def test_a_treatise_says_nothing():
    assert intents("Looking for a mentor. " + "x" * LONGEST_TEXT) == ()


@given(st.text(max_size=400))
def test_whatever_is_written_is_read_without_failing(text):
    for one in intents(text + " looking for a mentor"):
        assert one.role in {"mentor", "coach", "sponsor"}
