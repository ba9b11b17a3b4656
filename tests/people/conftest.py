from tests.people.describing import *  # noqa: F403 - pytest finds fixtures by name
