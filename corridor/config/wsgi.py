"""What a web server loads in each of its processes; tests and commands do not."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corridor.config.settings")

_django = get_wsgi_application()

from corridor.config.warming import warm_up_later  # noqa: E402 - needs the registry
from corridor.mastodon_api.lane import ReadingLane  # noqa: E402 - as above

application = ReadingLane(_django)

warm_up_later()
