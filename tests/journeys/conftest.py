from tests.programmes.stage import *  # noqa: F403 - pytest finds fixtures by name
