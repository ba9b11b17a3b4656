"""Publish facts about the domain. Who reacts is listed in config/subscriptions.py."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

Subscriptions = Mapping[type, Sequence[Callable[[Any], None]]]

_subscribers: dict[type, Sequence[Callable[[Any], None]]] = {}


def connect(subscriptions: Subscriptions) -> None:
    _subscribers.update(subscriptions)


def publish(event: object) -> None:
    """Every subscriber runs before this returns, inside the caller's transaction."""
    for subscriber in _subscribers.get(type(event), ()):
        subscriber(event)
