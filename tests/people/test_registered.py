"""A copy of somebody who joined is what joining writes."""

import pytest
from django.db import transaction

from corridor.people.actions import NewPerson
from tests.people.registered import registered
from tests.stored import every_stored_value


@pytest.mark.parametrize("facts", [{}, {"specialty": "anaesthesia", "country": "GH"}])
def test_a_copy_holds_what_joining_writes(db, now, facts):
    person = NewPerson(email="efua@example.org", handle="efua", display_name="Efua", **facts)
    with transaction.atomic():
        registered(person, now=now)
        written = what_is_stored()
        transaction.set_rollback(True)

    copy = registered(person, now=now)

    assert what_is_stored() == written
    assert copy.account.check_password("corridor-conversation")


def test_what_becomes_of_one_copy_is_not_seen_in_the_next(db, now):
    person = NewPerson(email="efua@example.org", handle="efua", display_name="Efua")
    for _ in range(2):
        with transaction.atomic():
            registered(person, now=now).photo.name = "another.webp"
            transaction.set_rollback(True)

    assert registered(person, now=now).photo.name == ""


def what_is_stored():
    """But for numbers of rows, which differ."""
    return sorted(value for value in every_stored_value() if not value.isdigit())
