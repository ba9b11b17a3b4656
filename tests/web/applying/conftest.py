from tests.programmes.applying.conftest import *  # noqa: F403 - pytest finds fixtures by name
from tests.programmes.stage import *  # noqa: F403 - pytest finds fixtures by name
