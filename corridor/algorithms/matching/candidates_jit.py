"""Compile what the search for candidates calls for every pair."""

from typing import Any, cast

from corridor.algorithms.matching.jit import HAS_NUMBA, Kernel, inlined

if HAS_NUMBA:
    import numba

    def borrowing(kernel: Kernel) -> Kernel:
        """Inlined, and without counting who holds an array; the kernel must not make one.

        The arrays come in tuples, and numba counts at every use of one that is in a tuple: that
        took longer than scoring the pair. The caller holds them all until the search returns.
        """
        bare: dict[str, Any] = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True, "_nrt": False}
        uncounted = numba.njit(cache=True, nogil=True, forceinline=True, **bare)
        return cast("Kernel", uncounted(kernel))

else:
    borrowing = inlined
