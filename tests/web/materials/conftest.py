from tests.web.applying.conftest import *  # noqa: F403 - pytest finds fixtures by name
