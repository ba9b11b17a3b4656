import pytest
from django.utils import timezone

from tests.context_notes.conftest import *  # noqa: F403 - pytest finds fixtures by name


@pytest.fixture
def now():
    """Pages go by the clock, and notes can be rated for two weeks."""
    return timezone.now()
