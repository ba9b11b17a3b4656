from tests.web.conduct.conftest import *  # noqa: F403 - pytest finds fixtures by name
