"""Processes that begin and end together."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from types import FrameType

from django.utils.translation import gettext as _

PATIENCE = 20
"""Seconds that a process has to finish what it began."""
BETWEEN_LOOKS = 0.2


class Children:
    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = environment
        self.started: list[tuple[str, subprocess.Popen[bytes]]] = []
        self.is_over = False
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._stop)

    def start(self, *words: str) -> None:
        """A subcommand, in a session of its own: Ctrl+C reaches us alone, and we end them."""
        command = [sys.executable, "-m", "corridor.cli.main", *words, "--with", str(os.getpid())]
        child = subprocess.Popen(  # noqa: S603 - our own command
            command, env=dict(self.environment), stdin=subprocess.DEVNULL, start_new_session=True
        )
        self.started.append((" ".join(words[:3]), child))

    def wait(self) -> int:
        """Until a signal, or until one of them ends by itself: then all do."""
        ended = None
        while not self.is_over and ended is None:
            time.sleep(BETWEEN_LOOKS)
            ended = next((one for one in self.started if one[1].poll() is not None), None)
        self._end_all()
        if ended is None:
            return 0
        says = _("`corridor %(words)s` has ended by itself (%(status)s); so does the rest.")
        print(says % {"words": ended[0], "status": ended[1].returncode}, file=sys.stderr)
        return 1

    def _stop(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        self.is_over = True

    def _end_all(self) -> None:
        for _words, child in self.started:
            if child.poll() is None:
                child.terminate()
        until = time.monotonic() + PATIENCE
        for _words, child in self.started:
            try:
                child.wait(timeout=max(0.1, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
            # Whoever was killed did not end its own children; they are of its session.
            with suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)


def end_with(parent: int) -> None:
    """Where whoever started us is gone without a word, we go, too."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()
