"""Processes that begin and end together."""

import argparse
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.process import BaseProcess
from types import FrameType
from typing import Any

import django
from django.apps import apps
from django.utils.translation import gettext as _

PATIENCE = 20
"""Seconds that a process has to finish what it began."""
BETWEEN_LOOKS = 0.2
Run = Callable[[argparse.Namespace], int]
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Children:
    def __init__(self) -> None:
        """Forked where that is safe, so that they share what is loaded by now."""
        self.how: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        self.started: list[tuple[str, BaseProcess]] = []
        self.is_over = False
        for number in ENDINGS:
            signal.signal(number, self._stop)

    def start(self, words: str, run: Run, args: argparse.Namespace) -> None:
        """In a session of its own: Ctrl+C reaches us alone, and we end them.

        `words`: how it would be started alone.
        """
        child = self.how.Process(target=_run, args=(run, args, os.getpid()))
        child.start()
        self.started.append((words, child))

    def wait(self) -> int:
        """Until a signal, or until one of them ends by itself: then all do."""
        ended = None
        while not self.is_over and ended is None:
            time.sleep(BETWEEN_LOOKS)
            ended = next((one for one in self.started if not one[1].is_alive()), None)
        self._end_all()
        if ended is None:
            return 0
        says = _("`corridor %(words)s` has ended by itself (%(status)s); so does the rest.")
        print(says % {"words": ended[0], "status": ended[1].exitcode}, file=sys.stderr)
        return 1

    def _stop(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        self.is_over = True

    def _end_all(self) -> None:
        for _words, child in self.started:
            if child.is_alive():
                child.terminate()
        until = time.monotonic() + PATIENCE
        for _words, child in self.started:
            child.join(timeout=max(0.1, until - time.monotonic()))
            if child.is_alive():
                child.kill()
                child.join()
            # Whoever was killed did not end its own children; they are of its session.
            with suppress(ProcessLookupError):
                os.killpg(_number(child), signal.SIGKILL)


def _number(child: BaseProcess) -> int:
    if child.pid is None:
        raise ProcessLookupError
    return child.pid


def _run(run: Run, args: argparse.Namespace, parent: int) -> None:
    """Nothing is read or loaded anew that the parent has: what is touched is copied."""
    if not apps.ready:  # spawned
        django.setup()
    end_with(parent)
    os.setsid()
    for number in ENDINGS:
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.exit(run(args))


def end_with(parent: int) -> None:
    """Where whoever started us is gone without a word, we go, too."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()
