from tests.films import *  # noqa: F403 - pytest finds fixtures by name
