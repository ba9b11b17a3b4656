"""Amara and Dr Osei, who work together and meet; and what came to them by mail."""

import pytest
from django.core import mail

from tests.mentoring.conftest import *  # noqa: F403 - pytest finds fixtures by name
from tests.mentoring.meetings.arranging import *  # noqa: F403 - the same
from tests.people.verifying import *  # noqa: F403 - the same


@pytest.fixture
def subjects():
    """`subjects(amara)`: of her mails, oldest first."""

    def look(profile):
        return [one.subject for one in mail.outbox if one.to == [profile.account.email]]

    return look
