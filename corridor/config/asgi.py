"""What a process loads that tells apps live what is new."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corridor.config.settings")
django.setup(set_prefix=False)

from corridor.mastodon_api.streaming.application import application  # noqa: E402 - needs the registry

__all__ = ["application"]
