"""Everything that serving needs, loaded once, before the processes that serve are forked.

They share what was loaded: memory is copied only where one of them writes.
"""

import gc
from functools import cache
from importlib import import_module

PARTS = (
    "corridor.cli.together",
    "corridor.background.worker",
    "corridor.mastodon_api.lane",
    "corridor.mastodon_api.streaming.application",
)
PAGES = "corridor.config.warming"


@cache
def preload() -> None:
    """No thread is started and no database stays open: neither would survive a fork."""
    from django.db import connections  # noqa: PLC0415 - help needs none of this
    from django.urls import get_resolver  # noqa: PLC0415 - as above

    for name in PARTS:
        import_module(name)
    import_module(PAGES).prepare()
    get_resolver()._populate()  # noqa: SLF001 - all views
    connections.close_all()
    gc.collect()
    gc.freeze()  # what is never collected is never written to
