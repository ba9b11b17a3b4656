import pytest
from django.utils import timezone

from tests.mentoring.conftest import *  # noqa: F403 - pytest finds fixtures by name
from tests.mentoring.office_hours.conftest import *  # noqa: F403 - as above


@pytest.fixture
def now():
    """As requests have it: what is offered lies ahead of them."""
    return timezone.now().replace(microsecond=0)
