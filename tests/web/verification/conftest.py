from tests.people.verifying import *  # noqa: F403 - pytest finds fixtures by name
