"""Compile hot loops where numba can be imported; run them as they stand where it cannot."""

from collections.abc import Callable
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

    def njit(kernel: Kernel) -> Kernel:
        """Compiled without the interpreter lock, and kept on disk between runs."""
        return cast("Kernel", numba.njit(cache=True, nogil=True)(kernel))

    def inlined(kernel: Kernel) -> Kernel:
        """For the innermost calls: handing over arrays costs more than what they do."""
        settings: dict[str, Any] = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True}
        into_callers = numba.njit(cache=True, nogil=True, forceinline=True, **settings)
        return cast("Kernel", into_callers(kernel))
