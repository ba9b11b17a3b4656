"""The tie lottery: numbers that depend on names and the seed, and on nothing else.

Two matchings of equal worth are told apart by these numbers, so that the order of the rows in
a file, the machine and the solver make no difference, and nobody gains from an early name.
"""

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]


def keys(seed: str, ids: Sequence[str]) -> Keys:
    """One 64-bit number for each id, the same for ever for the same seed."""
    salt = blake2b(seed.encode(), digest_size=16).digest()
    digests = b"".join(blake2b(name.encode(), digest_size=8, key=salt).digest() for name in ids)
    return np.frombuffer(digests, dtype="<u8").astype(np.uint64)


def tickets(row_keys: Keys, column_keys: Keys, *, bits: int) -> NDArray[np.int64]:
    """A number below ``2**bits`` for each (row, column) given as two aligned arrays of keys.

    The mixing is splitmix64 (Steele, Lea & Flood 2014, doi 10.1145/2660193.2660195).
    """
    with np.errstate(over="ignore"):
        mixed = row_keys * np.uint64(0x9E3779B97F4A7C15) + column_keys
        mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        mixed ^= mixed >> np.uint64(31)
    return (mixed >> np.uint64(64 - bits)).astype(np.int64)
