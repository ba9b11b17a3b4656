"""Tags of languages that browsers know."""

import pytest
from django.conf.global_settings import LANGUAGES

from corridor.algorithms.languages import is_language


@pytest.mark.parametrize("tag", ["en", "EN", "yo", "zh-Hant", "pt-BR", "ckb", "tok", "de-CH-1996"])
def test_languages_that_people_post_in_are_known(tag):
    assert is_language(tag)


@pytest.mark.parametrize(
    "tag", ["", "e", "xx", "xx-nope", "qqq", "english", "en_GB", "en-", "de-CH-x-very-long", "é"]
)
def test_what_is_no_language_is_none(tag):
    assert not is_language(tag)


def test_all_that_the_composer_offers_are_languages():
    assert [code for code, _name in LANGUAGES if not is_language(code)] == []
