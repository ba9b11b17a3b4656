"""A line that fills up, on terminals only."""

import os
import sys
from types import TracebackType
from typing import Self

from corridor.programmes.wording import STEPS

WIDTH = 28


class ProgressBar:
    """Used as a Progress within ``with``; leaves the terminal as it was."""

    def __init__(self) -> None:
        self._is_shown = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._green, self._plain = ("", "") if "NO_COLOR" in os.environ else ("\x1b[32m", "\x1b[0m")
        self._last = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._last:
            print("\r\x1b[2K", end="", file=sys.stderr, flush=True)

    def __call__(self, step: str, done: float) -> None:
        if not self._is_shown:
            return
        filled = round(max(0.0, min(1.0, done)) * WIDTH)
        bar = f"{self._green}{'█' * filled}{self._plain}{'░' * (WIDTH - filled)}"
        line = f"{bar} {STEPS.get(step, step)} {done:4.0%}"
        if line != self._last:
            self._last = line
            print(f"\r\x1b[2K{line}", end="", file=sys.stderr, flush=True)
