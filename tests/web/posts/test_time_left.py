"""How long a poll stays open, as one would say it."""

from datetime import timedelta

from corridor.web.templatetags.posts import time_left


def test_it_is_rounded(now):
    said = {
        "1 minute": timedelta(seconds=20),
        "10 minutes": timedelta(minutes=9, seconds=55),
        "1 hour": timedelta(minutes=59, seconds=50),
        "5 hours": timedelta(hours=5, minutes=20),
        "23 hours": timedelta(hours=23, minutes=10),
        "1 day": timedelta(hours=23, minutes=59, seconds=58),
        "30 hours": timedelta(hours=30),
        "3 days": timedelta(days=2, hours=23, minutes=59),
        "14 days": timedelta(days=13, hours=23),
    }

    assert {time_left(now + left, now): left for left in said.values()} == said
