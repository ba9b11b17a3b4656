from tests.incidents.conftest import *  # noqa: F403 - pytest finds fixtures by name
