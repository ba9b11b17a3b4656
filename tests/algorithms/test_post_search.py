"""What somebody types into the search of posts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.post_search import AskedPosts, Has, Is, Where, asked_posts


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("", AskedPosts()),
        ("nerve blocks", AskedPosts(words=("nerve", "blocks"))),
        ('"nerve blocks" -spinal', AskedPosts(phrases=("nerve blocks",), words_not=("spinal",))),
        ("„nerve  blocks“ at", AskedPosts(phrases=("nerve blocks",), words=("at",))),
        ('-"nerve blocks"', AskedPosts(phrases_not=("nerve blocks",))),
        ('"nerve" -"spinal"', AskedPosts(words=("nerve",), words_not=("spinal",))),
        ('well-"known names"', AskedPosts(words=("well-",), phrases=("known names",))),
        ('"nerve blocks', AskedPosts(words=("nerve", "blocks"))),
        ('""', AskedPosts()),
        ("from:me", AskedPosts(by=("me",))),
        ("from:@Kwame_Osei -from:me", AskedPosts(by=("kwame_osei",), by_not=("me",))),
        ("has:media", AskedPosts(has=frozenset({Has.MEDIA}))),
        ("-has:POLL", AskedPosts(has_not=frozenset({Has.POLL}))),
        ("is:reply", AskedPosts(are=frozenset({Is.REPLY}))),
        ("in:library", AskedPosts(where=Where.LIBRARY)),
        ("language:de", AskedPosts(language="de")),
        ("before:2026-03-20", AskedPosts(until=date(2026, 3, 20))),
        ("after:2026-03-20", AskedPosts(since=date(2026, 3, 21))),
        ("during:2026-03-20", AskedPosts(since=date(2026, 3, 20), until=date(2026, 3, 21))),
        ("before:soon", AskedPosts(words=("before:soon",))),
        ("has:wings is:late in:space", AskedPosts(words=("has:wings", "is:late", "in:space"))),
        ("from: -", AskedPosts(words=("from:", "-"))),
        ("after:9999-12-31", AskedPosts(words=("after:9999-12-31",))),
    ],
)  # fmt: skip
def test_words_and_operators_are_told_apart(typed, asked):
    assert asked_posts(typed) == asked


def test_a_place_alone_asks_for_nothing():
    assert asked_posts("in:library").is_empty
    assert not asked_posts("in:library from:me").is_empty


@given(st.text())
def test_whatever_is_typed_is_understood_somehow(typed):
    assert isinstance(asked_posts(typed), AskedPosts)
