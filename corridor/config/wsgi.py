"""What a web server loads in each of its processes; tests and commands do not."""

import os

import django
from django.apps import apps

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corridor.config.settings")
if not apps.ready:  # in a forked process all is there
    django.setup(set_prefix=False)

from corridor.config.served import served
from corridor.config.warming import warm_up_later

application = served()

warm_up_later()
