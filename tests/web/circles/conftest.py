from tests.mentoring.circles.conftest import *  # noqa: F403 - pytest finds fixtures by name
from tests.mentoring.conftest import *  # noqa: F403 - as above
