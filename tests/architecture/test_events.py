"""Every fact a context publishes has a listener in the table."""

import inspect
from importlib import import_module
from pathlib import Path

from corridor.config.subscriptions import SUBSCRIPTIONS


def published_events():
    for path in Path("corridor").glob("*/events.py"):
        if path.parent.name != "kernel":
            module = import_module(".".join(path.with_suffix("").parts))
            for _, event in inspect.getmembers(module, inspect.isclass):
                if event.__module__ == module.__name__:
                    yield event


def test_every_event_has_a_listener():
    assert set(published_events()) == set(SUBSCRIPTIONS)
