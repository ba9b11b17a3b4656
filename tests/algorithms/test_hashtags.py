"""Hashtags of any script."""

import pytest

from corridor.algorithms.hashtags import as_hashtag, hashtags


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("#MedEd and #FOAMed.", ["MedEd", "FOAMed"]),
        ("#Teaching #teaching", ["Teaching"]),
        ("#Ọ̀ṣun (#हिन्दी)", ["Ọ̀ṣun", "हिन्दी"]),
        ("#العربية، #中文", ["العربية", "中文"]),
        ("#Match2026 #1 #2026", ["Match2026"]),
        ("C#sharp &#39; https://example.org/#part ##twice", []),
        ("#with_line-break", ["with_line"]),
    ],
)
def test_hashtags_are_found(text, found):
    assert hashtags(text) == found


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("regional anaesthesia", "#RegionalAnaesthesia"),
        ("first-gen in medicine", "#FirstGenInMedicine"),
        ("POCUS", "#POCUS"),
        ("ọ̀rọ̀ ajé", "#Ọ̀rọ̀Ajé"),
        ("2026", ""),
        ("...", ""),
    ],
)
def test_words_become_hashtags(words, tag):
    assert as_hashtag(words) == tag
