"""What a process loads that tells apps live what is new."""

import os

import django
from django.apps import apps

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corridor.config.settings")
if not apps.ready:  # in a forked process all is there
    django.setup(set_prefix=False)

from corridor.mastodon_api.streaming.application import application

__all__ = ["application"]
