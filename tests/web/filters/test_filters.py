"""Words that somebody does not want to see, on pages."""

import pytest

from corridor.posts import queries

FILTERS = "/you/filters/"
GIVEN = {
    "words": "Step 1\n*shelf*\n\n",
    "title": "",
    "contexts": ["home", "notifications"],
    "action": "hide",
    "days": "7",
}


@pytest.fixture
def mine(signed_in, amara):
    return signed_in(amara)


@pytest.fixture
def kept(mine, amara):
    mine.post(FILTERS, GIVEN)
    return queries.own_filters(amara.pk).get()


def words(amara):
    one = queries.own_filters(amara.pk).get()
    return [(word.keyword, word.is_whole_word) for word in one.keywords.all()]


def test_a_filter_is_made_of_lines(mine, amara, kept):
    page = mine.get(FILTERS).content.decode()

    assert (kept.title, kept.contexts, kept.action) == (
        "Step 1",
        ["home", "notifications"],
        "hide",
    )
    assert words(amara) == [("Step 1", True), ("shelf", False)]
    assert kept.expires_at is not None
    assert "Step 1" in page
    assert "until " in page


def test_it_is_changed_and_stays_until_when_it_was(mine, amara, kept):
    address = f"{FILTERS}{kept.pk}/"
    page = mine.get(address).content.decode()
    assert "*shelf*" in page

    mine.post(address, GIVEN | {"words": "*shelf*\nosce", "title": "Exams", "days": "as-it-is"})

    after = queries.own_filters(amara.pk).get()
    assert (after.title, after.expires_at) == ("Exams", kept.expires_at)
    assert words(amara) == [("shelf", False), ("osce", True)]


def test_an_ended_filter_can_be_brought_back(mine, amara, kept):
    mine.post(f"{FILTERS}{kept.pk}/end/")
    page = mine.get(FILTERS).content.decode()
    assert not queries.own_filters(amara.pk).exists()
    ended = page.split('name="ended" value="')[1].split('"')[0]

    mine.post(f"{FILTERS}undo/", {"ended": ended})

    after = queries.own_filters(amara.pk).get()
    assert (after.title, after.expires_at) == (kept.title, kept.expires_at)
    assert words(amara) == [("Step 1", True), ("shelf", False)]


def test_what_others_ended_is_not_brought_back(mine, signed_in, mallory, kept):
    mine.post(f"{FILTERS}{kept.pk}/end/")
    ended = mine.get(FILTERS).content.decode().split('name="ended" value="')[1].split('"')[0]

    assert signed_in(mallory).post(f"{FILTERS}undo/", {"ended": ended}).status_code == 404
    assert signed_in(mallory).post(f"{FILTERS}undo/", {"ended": "made up"}).status_code == 404


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"words": " \n * "}, "Write at least one word."),
        ({"words": "x" * 101}, "At most 100 letters a line."),
        ({"words": "\n".join(f"w{number}" for number in range(201))}, "At most 200 lines."),
        ({"contexts": []}, "Choose at least one place."),
        ({"action": "burn"}, "Select a valid choice."),
        ({"days": "1000"}, "Select a valid choice."),
    ],
)
def test_what_cannot_be_a_filter_is_refused_in_words(mine, amara, changes, said):
    refused = mine.post(FILTERS, GIVEN | changes)

    assert refused.status_code == 422
    assert said in refused.content.decode()
    assert not queries.own_filters(amara.pk).exists()


def test_nobody_reaches_the_filters_of_others(signed_in, mallory, kept):
    hers = signed_in(mallory)

    assert hers.get(f"{FILTERS}{kept.pk}/").status_code == 404
    assert hers.post(f"{FILTERS}{kept.pk}/end/").status_code == 404
    assert "Step 1" not in hers.get(FILTERS).content.decode()


def test_the_page_takes_few_queries(mine, kept, django_assert_num_queries):
    with django_assert_num_queries(6):
        mine.get(FILTERS)


def test_it_may_hold_for_strangers_alone(mine, amara):
    mine.post(FILTERS, GIVEN | {"whose": "strangers"})

    kept = queries.own_filters(amara.pk).get()
    assert kept.for_strangers
    assert "strangers only" in mine.get(FILTERS).text
    mine.post(f"{FILTERS}{kept.pk}/", GIVEN | {"whose": ""})
    assert not queries.own_filters(amara.pk).get().for_strangers
