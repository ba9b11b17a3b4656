"""What the web server serves: made once, before processes are forked, so that they share it."""

from functools import cache

from corridor.config.pages_and_apps import PagesAndApps
from corridor.mastodon_api.lane import ReadingLane


@cache
def served() -> ReadingLane:
    return ReadingLane(PagesAndApps())
