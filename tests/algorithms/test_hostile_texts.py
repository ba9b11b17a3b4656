"""Whatever reads what people write takes time in proportion to its length, however it is made.

Rules of patient details, professional notes and hostile words have tests of their own.
"""

import random
import time

import pytest

from corridor.algorithms.bio_line.reading import read_line
from corridor.algorithms.hashtags import as_hashtag, hashtags
from corridor.algorithms.intents.reading import intents
from corridor.algorithms.named_fields import named_fields
from corridor.algorithms.picture_details import details
from corridor.algorithms.post_search import asked_posts
from corridor.algorithms.references import identifiers, with_addresses
from corridor.posts import markup

LENGTH, MILLISECONDS_EACH_CHARACTER = 20_000, 0.2
"""Some ten times what the slowest takes: only what grows faster than the text is beyond it."""
READERS = {
    "references": identifiers,
    "references with addresses": with_addresses,
    "hashtags": hashtags,
    "a hashtag": as_hashtag,
    "fields": named_fields,
    "searches": asked_posts,
    "lines about oneself": read_line,
    "intents": intents,
    "mentions": markup.mentions,
    "length": markup.length,
    "html": lambda text: markup.html(text, {}),
}
PIECES = [
    *("a", "A", " ", "1", "-", ".", "#", "@", "/", "(", ")", ":", "\n", "'", '"', "\u200b", "é"),
    *("10.1234/", "10.1056/a.", "PMID ", "https://", "http://a.b/", "a@b.", "@a@", "#a#", "(a"),
    *("from:", '"a', "MRN ", "DOB ", "Doe, J", "Jan 1 ", "12/12/", "A^B", "Ａ", "\u202e", "\u0301"),
    *("arXiv:", "NCT0", "PMC1", "doi:", "mentor ", "looking for ", "MS3 ", "PGY-"),
]


def hostile_texts():
    rng = random.Random(5)
    for piece in PIECES:
        yield piece * (LENGTH // len(piece))
    for _ in range(12):
        yield "".join(rng.choices(rng.sample(PIECES, 3), k=LENGTH))[:LENGTH]


@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
def test_time_grows_with_the_text_and_no_faster(read):
    assert too_slow(read, LENGTH) == {}


def test_what_is_read_in_a_picture_takes_no_longer():
    """Patterns and the rules of texts besides, on more than is read in any picture."""
    assert too_slow(lambda text: details([text]), LENGTH // 5) == {}


def too_slow(read, length):
    read("warm")
    slow = {}
    for whole in hostile_texts():
        text = whole[:length]
        begun = time.process_time()
        read(text)
        spent = 1000 * (time.process_time() - begun)
        if spent > MILLISECONDS_EACH_CHARACTER * len(text):
            slow[text[:20]] = round(spent)
    return slow
