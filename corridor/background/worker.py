"""A process that does tasks in a few threads, and routines as they come due."""

import logging
import os
import secrets
import socket
import threading
from collections.abc import Callable

from django.db import DatabaseError, close_old_connections, connections
from django.utils import timezone

from corridor.background import routines, tasks_kept

logger = logging.getLogger(__name__)

BETWEEN_LOOKS = 1.0
"""Seconds between looks at the rows, while there is nothing to do."""
BETWEEN_SIGNS = 15.0
BETWEEN_ROUTINES = 5.0


class Worker:
    def __init__(self, *, threads: int) -> None:
        self.name = f"{socket.gethostname()[:30]}-{os.getpid()}-{secrets.token_hex(4)}"
        self.threads = threads
        self.over = threading.Event()
        self.done = threading.Event()

    def stop(self) -> None:
        """What has begun is finished."""
        self.over.set()

    def run(self) -> None:
        """Until `stop`. Routines have a thread of their own: a long task keeps none waiting."""
        loops = [self._routines, *[self._tasks] * self.threads]
        working = [threading.Thread(target=self._loop, args=[loop]) for loop in loops]
        signing = threading.Thread(target=self._loop, args=[self._sign])
        _try(self._give_sign)
        for thread in (*working, signing):
            thread.start()
        for thread in working:
            thread.join()
        self.done.set()
        signing.join()

    def _loop(self, work: Callable[[], None]) -> None:
        try:
            work()
        finally:
            connections.close_all()  # those of this thread

    def _tasks(self) -> None:
        while not self.over.is_set():
            if not _try(self._do_one):
                self.over.wait(BETWEEN_LOOKS)

    def _do_one(self) -> bool:
        kept = tasks_kept.take(self.name, now=timezone.now())
        if kept is None:
            return False
        tasks_kept.do(kept)
        return True

    def _routines(self) -> None:
        while not self.over.is_set():
            _try(lambda: bool(routines.run_due(routines.connected(), now=timezone.now())))
            self.over.wait(BETWEEN_ROUTINES)

    def _sign(self) -> None:
        """Goes on while the last tasks are finished: nobody else shall begin them meanwhile."""
        while not self.done.wait(BETWEEN_SIGNS):
            _try(self._give_sign)
        _try(self._sign_off)

    def _sign_off(self) -> bool:
        tasks_kept.sign_off(self.name)
        return True

    def _give_sign(self) -> bool:
        now = timezone.now()
        tasks_kept.give_sign(self.name, now=now)
        tasks_kept.give_back(now=now)
        return True


def _try(work: Callable[[], bool]) -> bool:
    """A database that is away comes back."""
    try:
        close_old_connections()
        return work()
    except DatabaseError as error:
        logger.warning("The database does not answer: %s", type(error).__name__)
        connections.close_all()
        return False
