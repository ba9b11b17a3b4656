from tests.mastodon_api.conftest import *  # noqa: F403 - pytest finds fixtures by name
from tests.safety.conftest import *  # noqa: F403 - as above
