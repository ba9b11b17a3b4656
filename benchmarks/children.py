"""A measurement in a process of its own, on one thread: nothing left by another helps it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

LIBRARIES = ("OMP", "OPENBLAS", "MKL", "NUMBA")
ONE_THREAD = {f"{name}_NUM_THREADS": "1" for name in LIBRARIES} | {"POLARS_MAX_THREADS": "1"}


class NoAnswer(Exception):
    """It was killed, took too long or broke; in a few words."""


def answer_of_child(
    script: str, *words: str, python: Path | str = sys.executable, longest: float | None = None
) -> Any:
    """What the script printed last, as JSON; ``longest`` in seconds. Raises NoAnswer."""
    try:
        done = subprocess.run(  # noqa: S603 - our own scripts
            [python, script, *words],
            capture_output=True,
            text=True,
            timeout=longest,
            check=False,
            env={**os.environ, **ONE_THREAD},
        )
    except subprocess.TimeoutExpired as late:
        raise NoAnswer(f"not done after {longest} s") from late
    if done.returncode:
        raise NoAnswer((done.stderr.strip().splitlines() or ["killed"])[-1][:60])
    return json.loads(done.stdout.splitlines()[-1])
