"""The table of reminders is what the code looks for, what the page says, and what tests show."""

from pathlib import Path

from corridor.algorithms.reminders.table import OF, TABLE
from corridor.config.reminding import FINDERS
from corridor.reminders.wording import STOPS, TO, WORDS, table_for_documents
from tests.conversations.test_reminding import SHOWN as OF_MESSAGES
from tests.mentoring.reminding.test_what_is_due import SHOWN as OF_MENTORING
from tests.programmes.applying.test_reminding import SHOWN as OF_APPLICATIONS
from tests.programmes.consequences.test_appeals import SHOWN as OF_APPEALS
from tests.programmes.test_reminding import SHOWN as OF_MATCHES
from tests.reminders.test_badges import SHOWN as OF_BADGES
from tests.safety.test_reminding import SHOWN as OF_READINGS

PAGE = Path("docs/using/reminders.md")


def test_each_kind_is_declared_once_and_worded():
    assert len(OF) == len(TABLE)
    assert list(WORDS) == [one.kind for one in TABLE]
    assert {one.to for one in TABLE} <= set(TO)
    assert {stop for one in TABLE for stop in one.stops} <= set(STOPS)


def test_each_kind_has_somebody_who_finds_what_is_due():
    assert set(FINDERS) == {one.kind for one in TABLE if not one.is_timed}


def test_a_test_shows_each_stop_of_each_kind():
    shown = {
        **OF_APPEALS,
        **OF_APPLICATIONS,
        **OF_BADGES,
        **OF_MATCHES,
        **OF_MENTORING,
        **OF_MESSAGES,
        **OF_READINGS,
    }

    assert set(shown) == {
        (one.kind, stop) for one in TABLE if not one.is_timed for stop in one.stops
    }


def test_the_page_has_the_table_as_the_code_declares_it():
    table = table_for_documents(TABLE)

    assert table in PAGE.read_text(), f"{PAGE} lacks:\n{table}"
