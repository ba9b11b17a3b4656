"""What a web server loads in each of its processes; tests and commands do not."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corridor.config.settings")

application = get_wsgi_application()

from corridor.config.warming import warm_up_later  # noqa: E402 - needs the registry

warm_up_later()
