from tests.reminders.conftest import *  # noqa: F403 - pytest finds fixtures by name
