"""A PDF with what it shows, and nothing of who made it, when and with what.

It is read by qpdf in a process of its own, which ends when it takes too long or too much memory,
or falls over, and knows no secret of ours: a file breaks no more than the request that brought it.
"""

import subprocess
import sys
from pathlib import Path

BEGINNING = b"%PDF-"
PATIENCE = 40
"""Seconds on the clock; the process ends itself after half as many of work."""
HOME = Path(__file__).parents[3]
"""Where `corridor` lies."""
LOCKED, BROKEN = 3, 4
"""How the process ends where it has nothing to give back."""


class PdfIsLocked(Exception):
    """It asks for a password, or forbids something."""


class PdfIsBroken(Exception):
    """It cannot be read as it stands, or only by guessing."""


def bare_pdf(content: bytes) -> bytes:
    """Written anew. Raises PdfIsLocked or PdfIsBroken."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "corridor.kernel.bare_pdf.taking_out"],
            cwd=HOME,
            env={},
            input=content,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired as endless:
        raise PdfIsBroken from endless
    if done.returncode == LOCKED:
        raise PdfIsLocked
    if done.returncode != 0 or not done.stdout.startswith(BEGINNING):
        raise PdfIsBroken
    return done.stdout
