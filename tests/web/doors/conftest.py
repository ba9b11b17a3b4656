from tests.mentoring.circles.conftest import *  # noqa: F403 - pytest finds fixtures by name
from tests.mentoring.conftest import *  # noqa: F403 - as above
from tests.mentoring.meetings.arranging import *  # noqa: F403 - as above
from tests.people.verifying import *  # noqa: F403 - as above
from tests.programmes.stage import *  # noqa: F403 - as above
