"""Pages, streams and what happens in the background, without a process that only watches.

Memory is shared until somebody writes to it. Whoever only watches writes to none, and keeps all of
it as it was before the others wrote to theirs: so the one that watches does the background's work.
"""

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from functools import partial
from importlib import import_module
from typing import Any, TypeVar

from django.utils.translation import gettext as _
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.mp import MPServer

from corridor.background.worker import Worker
from corridor.cli.parts import PATIENCE, WORKER, Part

BETWEEN_LOOKS = 0.2
Kind = TypeVar("Kind", bound=MPServer)
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def serve_alone(part: Part) -> None:
    _settled(MPServer, part).serve(target_loader=partial(_load, os.getpid()))


def serve_together(parts: Sequence[Part], *, threads: int) -> int:
    """Until a signal, or until one of them ends by itself: then all do."""
    if sys.platform == "linux":  # elsewhere that is not safe, and nothing is shared
        multiprocessing.set_start_method("fork", force=True)
    together = _Together(Worker(threads=threads))
    together.serve(parts)
    sys.stdout.flush()
    if together.working.is_alive():  # and would keep us from ending
        os._exit(together.status)
    return together.status


class _Meanwhile(MPServer):
    """Its processes started, it turns to what is to be done meanwhile, and ends with that."""

    meanwhile: Callable[[], None]

    def startup(self, spawn_target: Any, target_loader: Any) -> None:
        super().startup(spawn_target, target_loader)
        with ExitStack() as failing:  # as where another took the port a moment ago
            failing.callback(self.shutdown)
            self.meanwhile()
            failing.pop_all()
        self.signal_handler_interrupt()

    def shutdown(self, exit_code: int = 0) -> None:
        with suppress(SystemExit):  # how it ended is said where all of it ends
            super().shutdown(exit_code)


class _Together:
    def __init__(self, worker: Worker) -> None:
        self.worker = worker
        self.working = threading.Thread(target=worker.run, name="working")
        self.servers: list[tuple[Part, _Meanwhile]] = []
        self.is_over = False
        self.status = 0

    def serve(self, parts: Sequence[Part]) -> None:
        """One within the other; threads of the worker begin when all processes are forked."""
        if not parts:
            self._work()
            return
        part, *rest = parts
        server = _settled(_Meanwhile, part)
        server.meanwhile = partial(self.serve, rest)
        self.servers.append((part, server))
        server.serve(target_loader=partial(_load, os.getpid()))

    def _work(self) -> None:
        for number in ENDINGS:
            signal.signal(number, self._stop)
        # Until here a signal was told to the server that began last.
        if any(one.interrupt_signal or one.reload_signal for _part, one in self.servers):
            self.is_over = True
        self.working.start()
        while not self.is_over:
            time.sleep(BETWEEN_LOOKS)
            self._look()
        self.worker.stop()
        for _part, server in self.servers:
            for process in server.wrks:
                process.terminate()
        self.working.join(timeout=PATIENCE)

    def _stop(self, *_: object) -> None:
        self.is_over = True

    def _look(self) -> None:
        if not self.working.is_alive():
            self._end_by_itself(WORKER, 1)
        for part, server in self.servers:
            for number in server.interrupt_children:
                self._end_by_itself(part.words, server.wrks[number].inner.exitcode)

    def _end_by_itself(self, words: str, status: int) -> None:
        self.is_over, self.status = True, 1
        says = _("`corridor %(words)s` has ended by itself (%(status)s); so does the rest.")
        print(says % {"words": words, "status": status}, file=sys.stderr)


def _settled(kind: type[Kind], part: Part) -> Kind:
    return kind(
        part.target,
        address=part.host,
        port=part.port,
        interface=Interfaces(part.interface),
        log_level=LogLevels.warning,
        **part.options,
    )


def _load(parent: int, target: str) -> Any:
    """In a session of its own: Ctrl+C reaches the parent alone, which ends it."""
    os.setsid()
    for number in ENDINGS:  # of the parent's, which would only note it
        signal.signal(number, signal.SIG_DFL)
    end_with(parent)
    module, _colon, name = target.partition(":")
    return getattr(import_module(module), name)


def end_with(parent: int) -> None:
    """Where whoever started us is gone without a word, we go, too."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()
