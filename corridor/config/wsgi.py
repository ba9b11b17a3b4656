"""What a web server loads in each of its processes; tests and commands do not."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corridor.config.settings")
django.setup(set_prefix=False)

from corridor.config.pages_and_apps import PagesAndApps  # noqa: E402 - needs the registry
from corridor.config.warming import warm_up_later  # noqa: E402 - as above
from corridor.mastodon_api.lane import ReadingLane  # noqa: E402 - as above

application = ReadingLane(PagesAndApps())

warm_up_later()
