"""The line in a bio: written within its limit, read back as it was, and never a stumbling block."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from corridor.algorithms.bio_line.line import BLUESKY, MASTODON, SHORT, write_line
from corridor.algorithms.bio_line.reading import read_line
from corridor.algorithms.bio_line.words import ROLES, Gives, Line, Seeks, plain_topic, plain_topics
from corridor.algorithms.hashtags import as_hashtag

OSEI = Line(
    gives=(Gives(role="mentor", topics=("regional anaesthesia", "first-gen"), places=1),),
    seeks=(Seeks(role="sponsor", topics=("invited talks",)),),
    tags=("nerve blocks",),
)


def test_the_line_says_what_is_given_and_sought():
    assert write_line(OSEI, limit=MASTODON) == (
        "Willing to mentor: regional anaesthesia, first-gen. 1 place."
        " Seeking a sponsor: invited talks."
        " #WillingToMentor #SeekingSponsor #NerveBlocks"
    )


@pytest.mark.parametrize(
    ("limit", "text"),
    [
        (
            SHORT,
            (
                "Willing to mentor: regional anaesthesia, first-gen. 1 place."
                " Seeking a sponsor: invited talks. #WillingToMentor #SeekingSponsor #NerveBlocks"
            ),
        ),
        (
            126,
            (
                "Willing to mentor: regional anaesthesia. 1 place."
                " Seeking a sponsor: invited talks. #WillingToMentor #SeekingSponsor"
            ),
        ),
        (
            101,
            (
                "Willing to mentor: regional anaesthesia. 1 place. Seeking a sponsor."
                " #WillingToMentor #SeekingSponsor"
            ),
        ),
        (80, "Willing to mentor. 1 place. Seeking a sponsor. #WillingToMentor #SeekingSponsor"),
        (71, "Willing to mentor. Seeking a sponsor. #WillingToMentor #SeekingSponsor"),
        (40, "#WillingToMentor #SeekingSponsor"),
        (20, "#WillingToMentor"),
        (5, ""),
    ],
)
def test_what_does_not_fit_is_left_out_in_order(limit, text):
    assert write_line(OSEI, limit=limit) == text


def test_somebody_full_says_so():
    full = Line(gives=(Gives(role="coach", places=0),))

    assert write_line(full, limit=BLUESKY) == "Willing to coach. No place now. #WillingToCoach"


def test_whoever_neither_gives_nor_seeks_has_no_sentence():
    assert write_line(Line(tags=("sepsis",)), limit=SHORT) == "#Sepsis"
    assert write_line(Line(), limit=SHORT) == ""


@pytest.mark.parametrize(
    ("bio", "line"),
    [
        (
            "Anaesthetist, cyclist. Happy to mentor in airway management, exams! She/her",
            Line(gives=(Gives(role="mentor", topics=("airway management", "exams")),)),
        ),
        (
            "MS3 | looking for a mentor | #MedStudentTwitter",
            Line(seeks=(Seeks(role="mentor"),), tags=("MedStudentTwitter",)),
        ),
        (
            "#OpenToMentor #seekingsponsor #FOAMed",
            Line(gives=(Gives(role="mentor"),), seeks=(Seeks(role="sponsor"),), tags=("FOAMed",)),
        ),
        (
            "WILLING TO COACH: Speaking, Writing. 3 places.",
            Line(gives=(Gives(role="coach", topics=("speaking", "writing"), places=3),)),
        ),
        ("I was unwilling to mentor; not looking for a coach", Line()),
        ("Mentoring changed my life.", Line()),
        ("", Line()),
    ],
)
def test_bios_that_people_wrote_are_understood(bio, line):
    assert read_line(bio) == line


topics = some.lists(some.text(max_size=12).filter(plain_topic), max_size=4).map(
    lambda texts: plain_topics(tuple(texts))
)
gives = some.builds(
    Gives, role=some.sampled_from(ROLES), topics=topics, places=some.none() | some.integers(0, 99)
)
seeks = some.builds(Seeks, role=some.sampled_from(ROLES), topics=topics)


def of_each_role(ones):
    found = {one.role: one for one in ones}
    return tuple(found[role] for role in ROLES if role in found)


tags = some.lists(some.text(max_size=10).filter(as_hashtag), max_size=4)
lines = some.builds(
    Line,
    gives=some.lists(gives, max_size=3).map(of_each_role),
    seeks=some.lists(seeks, max_size=3).map(of_each_role),
    tags=tags.map(tuple),
)


@given(lines)
def test_what_is_written_whole_is_read_back(line):
    text = write_line(line, limit=100_000)

    again = read_line(text)
    assert (again.gives, again.seeks) == (line.gives, line.seeks)


@given(lines, some.sampled_from([SHORT, BLUESKY, MASTODON]))
def test_a_shortened_line_is_within_its_limit_and_adds_nothing(line, limit):
    text = write_line(line, limit=limit)

    assert len(text) <= limit
    again = read_line(text)
    for kept, whole in ((again.gives, line.gives), (again.seeks, line.seeks)):
        said = {one.role: set(one.topics) for one in whole}
        assert all(set(one.topics) <= said[one.role] for one in kept)


@given(
    some.text(max_size=400)
    | some.lists(
        some.sampled_from(
            ["willing to mentor", ":", ",", ". ", "#", "Seeking a coach", "3 places", "in "]
        ),
        max_size=60,
    ).map("".join)
)
def test_any_text_is_read_without_stumbling(bio):
    line = read_line(bio)

    assert all(one.role in ROLES for one in (*line.gives, *line.seeks))
    assert len(line.gives) <= 3


def test_a_hostile_bio_is_read_in_no_time():
    bio = "willing to mentor: " + "a, " * 100_000 + "#" * 100_000

    assert len(read_line(bio).gives[0].topics) == 1
