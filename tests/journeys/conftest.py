import pytest
from django.utils import timezone

from tests.programmes.stage import *  # noqa: F403 - pytest finds fixtures by name
from tests.web.mentors.conftest import *  # noqa: F403 - the same


@pytest.fixture
def now():
    """Pages go by the clock of the computer."""
    return timezone.now()
