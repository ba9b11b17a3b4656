"""Figures of a year, as a page, a table and JSON, for anybody."""

from datetime import UTC, datetime, timedelta

import html5lib
import pytest

from corridor.safety.choices import Measure, Reason


@pytest.fixture
def decided(says, flags, amara, mallory, moderator, decides):
    by = moderator()
    for day in range(6):
        at = datetime(2025, 6, 1 + day, 12, tzinfo=UTC)
        case = flags(amara, says(mallory), Reason.SPAM, at=at - timedelta(hours=2)).case
        decides(case, by, Measure.NUDGE, at=at, reason=Reason.SPAM)


def test_a_year_as_a_page_a_table_and_json(client, decided):
    page = client.get("/transparency/2025/")
    html5lib.HTMLParser(strict=True).parse(page.text)
    assert "What moderators decided in 2025" in page.text
    assert 'href="/transparency/2025.csv"' in page.text
    assert 'href="/transparency/2025/"' in client.get("/transparency/").text

    told = client.get("/transparency/2025.json").json()
    assert (told["decisions"], told["automatic_decisions"], told["is_over"]) == (6, 0, True)
    assert told["decisions_by_reason"]["spam"] == 6
    assert told["median_hours_to_decision"] == 2
    assert told["appeals"] == 0

    rows = client.get("/transparency/2025.csv").text.splitlines()
    assert rows[0] == "figure,of,number"
    assert "reason,spam,6" in rows
    assert "decisions,,6" in rows
    assert "median_hours_to_decision,,2.0" in rows


def test_small_numbers_are_told_nowhere(
    client, decided, says, flags, amara, mallory, moderator, decides
):
    at = datetime(2025, 7, 1, tzinfo=UTC)
    decides(flags(amara, says(mallory), at=at).case, moderator(), Measure.LABEL, at=at, note="x")

    told = client.get("/transparency/2025.json").json()

    assert (told["decisions"], told["decisions_by_measure"]["label"]) == (None, None)
    assert "measure,label,<5" in client.get("/transparency/2025.csv").text


@pytest.mark.parametrize("path", ["1999/", "1999.csv", "1999.json", "9999/", "99999999999/"])
def test_other_years_are_not_there(client, decided, path):
    assert client.get(f"/transparency/{path}").status_code == 404


def test_rules_are_named_in_a_decision(signed_in, moderator, case, mallory, settings):
    settings.RULES = ["Be kind", "No patients"]
    desk = signed_in(moderator())
    assert "Against which rules of this place" in desk.get(f"/queue/{case.pk}/").text
    body = {"measure": "remove", "reason": "rules", "words": "See the rule.", "rules": ["2", "9"]}
    desk.post(f"/queue/{case.pk}/decision/", body)

    client = signed_in(mallory)
    page = client.get(
        client.get("/you/decisions/").text.split('class="pad" href="')[1].split('"')[0]
    )
    html5lib.HTMLParser(strict=True).parse(page.text)
    assert "Rule: No patients" in page.text
    assert "Rule: Be kind" not in page.text
    assert "I know when your shift ends" in page.text
    assert "It counts until" in page.text
