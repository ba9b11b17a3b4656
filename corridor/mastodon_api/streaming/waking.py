"""How the process that tells live learns that something was noted: from Redis, or by looking.

What happened is in the database either way; Redis only says that there is something.
"""

import logging
import threading
from functools import cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction

if TYPE_CHECKING:
    from redis import Redis

logger = logging.getLogger(__name__)

CALL = "corridor:something-was-noted"
BETWEEN_LOOKS = 0.25
"""Seconds, without Redis."""
LONGEST_WAIT = 2.0
"""Seconds, with it: tokens are looked at, too, and a call may be lost."""
TOGETHER = 0.02
"""Seconds in which what happens at the same time is read as one."""


def ring() -> None:
    """When the transaction is done."""
    if settings.REDIS_URL:
        transaction.on_commit(_ring)


def _ring() -> None:
    from redis import RedisError  # noqa: PLC0415 - 7 MB in every process, where there is none

    try:
        _redis(settings.REDIS_URL).publish(CALL, "")
    except RedisError as error:
        logger.warning("Redis does not answer: %s", type(error).__name__)


class Bell:
    """One thread waits at it."""

    def __init__(self) -> None:
        self._calls: Any = None

    def wait(self) -> None:
        """Until something was noted, or it is time to look anyway."""
        if not settings.REDIS_URL:
            _pause(BETWEEN_LOOKS)
            return
        from redis import RedisError  # noqa: PLC0415 - as above

        try:
            self._wait_for_call()
        except RedisError as error:
            logger.warning("Redis does not answer: %s", type(error).__name__)
            self._calls = None
            _pause(BETWEEN_LOOKS)

    def _wait_for_call(self) -> None:
        """Raises RedisError."""
        if self._calls is None:
            connection: Any = _redis(settings.REDIS_URL)  # whose hints leave this out
            calls = connection.pubsub(ignore_subscribe_messages=True)
            calls.subscribe(CALL)
            self._calls = calls
            return  # what was noted before is looked for at once
        if self._calls.get_message(timeout=LONGEST_WAIT):
            _pause(TOGETHER)
            while self._calls.get_message(timeout=0):
                pass


def _pause(seconds: float) -> None:
    threading.Event().wait(seconds)


@cache
def _redis(url: str) -> "Redis":
    from redis import Redis  # noqa: PLC0415 - as above

    return Redis.from_url(url, socket_connect_timeout=1)
