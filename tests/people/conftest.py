from tests.people.describing import *  # noqa: F403 - pytest finds fixtures by name
from tests.people.verifying import *  # noqa: F403 - the same
