"""Compile hot loops where numba can be imported; run them as they stand where it cannot."""

import os
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar, cast

Kernel = TypeVar("Kernel", bound=Callable[..., Any])

try:
    import numba
except ImportError:
    HAS_NUMBA = False

    def njit(kernel: Kernel) -> Kernel:
        return kernel

    inlined = njit

else:
    HAS_NUMBA = True

    def _kept_in() -> Path:
        """A folder for compiled code that belongs to this very source.

        By itself numba notices a changed kernel, but not a change in another file it calls.
        """
        here = Path(__file__).parent
        digest = blake2b(digest_size=8)
        for source in sorted(here.glob("*.py")):
            digest.update(source.read_bytes())
        return here / "__pycache__" / f"kernels-{digest.hexdigest()}"

    settings: Any = numba.config
    if not settings.CACHE_DIR and os.access(Path(__file__).parent, os.W_OK):
        settings.CACHE_DIR = str(_kept_in())

    def njit(kernel: Kernel) -> Kernel:
        """Compiled without the interpreter lock, and kept on disk between runs."""
        return cast("Kernel", numba.njit(cache=True, nogil=True)(kernel))

    def inlined(kernel: Kernel) -> Kernel:
        """For the innermost calls: handing over arrays costs more than what they do."""
        bare: dict[str, Any] = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True}
        into_callers = numba.njit(cache=True, nogil=True, forceinline=True, **bare)
        return cast("Kernel", into_callers(kernel))
