"""One thread reads what happened and hands it to the connections of this process.

While nobody listens it reads nothing.
"""

import asyncio
import logging
import threading
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING

from django.db import DatabaseError, close_old_connections, connections
from django.utils import timezone

from corridor.mastodon_api.callers import Caller
from corridor.mastodon_api.errors import ApiError
from corridor.mastodon_api.streaming.deliveries import Deliveries
from corridor.mastodon_api.streaming.journal import Journal
from corridor.mastodon_api.streaming.listeners import Listener, listening, still_good
from corridor.mastodon_api.streaming.waking import Bell

if TYPE_CHECKING:
    from corridor.mastodon_api.streaming.channels import Channel

logger = logging.getLogger(__name__)

BETWEEN_CHECKS = 2.0
"""Seconds between one check of tokens and the next, while nothing happens."""
MOST_OF_ONE = 25
"""Connections of one member, on all her devices."""
MOST = 10_000


class Hub:
    def __init__(self) -> None:
        self.listeners: set[Listener] = set()
        self.journal = Journal()
        self.lock = threading.Lock()
        self.somebody = threading.Event()
        self.thread: threading.Thread | None = None

    def admit(self, token: str) -> Caller:
        """In a thread of the database. What happens after this is told. Raises ApiError."""
        now = timezone.now()
        caller = listening(token, now=now)
        self._check_room(caller)
        with self.lock:
            if not self.journal.is_open:
                self.journal.begin(now=now)
        return caller

    def add(self, listener: Listener) -> None:
        self.listeners.add(listener)
        self.somebody.set()
        if self.thread is None:
            loop = asyncio.get_running_loop()
            self.thread = threading.Thread(target=self._read, args=[loop], daemon=True)
            self.thread.start()

    def remove(self, listener: Listener) -> None:
        self.listeners.discard(listener)

    def _check_room(self, caller: Caller) -> None:
        now_open = list(self.listeners)
        hers = sum(one.caller.viewer_id == caller.viewer_id for one in now_open)
        if hers >= MOST_OF_ONE or len(now_open) >= MOST:
            raise ApiError(429, "Too many open streams")

    def _read(self, loop: asyncio.AbstractEventLoop) -> None:
        """Where it fails for good, apps are told to come back, and find another that reads."""
        try:
            self._keep_reading(loop)
        finally:
            self.thread = None
            for one in list(self.listeners):
                loop.call_soon_threadsafe(one.close)

    def _keep_reading(self, loop: asyncio.AbstractEventLoop) -> None:
        bell, checked = Bell(), monotonic()
        while not loop.is_closed():
            if not self.listeners:
                self._rest()
            bell.wait()
            is_check = monotonic() - checked >= BETWEEN_CHECKS
            checked = monotonic() if is_check else checked
            try:
                close_old_connections()
                self._look(loop, is_check=is_check)
            except DatabaseError as error:
                logger.warning("The database does not answer: %s", type(error).__name__)
                connections.close_all()

    def _rest(self) -> None:
        """Until somebody listens."""
        connections.close_all()
        self.somebody.clear()
        with self.lock:
            if not self.listeners:
                self.journal.end()
        while not self.listeners:
            self.somebody.wait(timeout=1)

    def _look(self, loop: asyncio.AbstractEventLoop, *, is_check: bool) -> None:
        now = timezone.now()
        with self.lock:
            events = self.journal.fresh(now=now)
        listeners = list(self.listeners)
        if events or is_check:
            listeners = self._with_good_tokens(listeners, loop, now)
        if not events:
            return
        deliveries = Deliveries(events, {one.caller.member.pk for one in listeners})
        for alike in _alike(listeners).values():
            self._tell(alike, deliveries, loop, now)

    def _with_good_tokens(
        self, listeners: list[Listener], loop: asyncio.AbstractEventLoop, now: datetime
    ) -> list[Listener]:
        """Nothing that happened since is told for a token that was taken back."""
        ids = {one.caller.token_id for one in listeners if one.caller.token_id is not None}
        good = still_good(ids, now=now)
        for one in listeners:
            if one.caller.token_id not in good:
                loop.call_soon_threadsafe(one.close)
        return [one for one in listeners if one.caller.token_id in good]

    def _tell(
        self,
        alike: Collection[Listener],
        deliveries: Deliveries,
        loop: asyncio.AbstractEventLoop,
        now: datetime,
    ) -> None:
        first = next(iter(alike))
        channels: dict[Channel, None] = {}
        for one in alike:
            channels.update(one.channels)
        for message in deliveries.to(replace(first.caller, now=now), list(channels)):
            for one in alike:
                if message.channel in one.channels:
                    loop.call_soon_threadsafe(one.tell, message)


def _alike(listeners: Collection[Listener]) -> dict[object, list[Listener]]:
    """Whoever sees the same: one look-up serves all devices of a member."""
    found: dict[object, list[Listener]] = {}
    for one in listeners:
        found.setdefault((one.caller.viewer_id, one.caller.scopes), []).append(one)
    return found
