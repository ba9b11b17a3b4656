from tests.programmes.consequences.stage import *  # noqa: F403 - pytest finds fixtures by name
