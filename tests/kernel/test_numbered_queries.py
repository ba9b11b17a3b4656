"""Queries that are compiled once and asked with some numbers, few or many."""

import pytest

from corridor.kernel.compiled import CompiledForNumbers
from corridor.posts.models import Tag


@pytest.fixture
def numbers(db):
    del db
    made = Tag.objects.bulk_create(Tag(name=f"tag{number}") for number in range(95))
    return [tag.pk for tag in made]


@pytest.fixture
def tags():
    def build(numbers, name):
        return Tag.objects.filter(pk__in=numbers).exclude(name=name).values_list("pk")

    return CompiledForNumbers(build, name=str)


@pytest.mark.parametrize("count", [0, 1, 2, 19, 20, 21, 40, 41, 95])
def test_each_number_is_found_once(numbers, tags, count):
    found = tags.rows(numbers[:count], {"name": "none of them"})

    assert sorted(row[0] for row in found) == sorted(numbers[:count])


def test_what_else_is_asked_holds(numbers, tags):
    found = tags.rows(numbers[:3], {"name": "tag1"})

    assert sorted(row[0] for row in found) == [numbers[0], numbers[2]]


def test_numbers_that_nothing_has_find_nothing(numbers, tags):
    assert tags.rows([numbers[-1] + 1], {"name": ""}) == []


def test_sizes_are_compiled_when_they_are_needed(numbers, tags, django_assert_num_queries):
    with django_assert_num_queries(3):
        tags.rows(numbers, {"name": ""})
