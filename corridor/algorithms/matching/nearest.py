"""A binary heap of columns by distance, in which a column can come nearer."""

from corridor.algorithms.matching.books import Whole
from corridor.algorithms.matching.jit import inlined
from corridor.algorithms.matching.market import Ints, Longs


@inlined
def push(heap: Ints, where: Ints, size: Whole, key: Longs, column: Whole) -> Whole:
    """Insert a column, or move it up after its key fell; returns the new size."""
    at = where[column]
    if at < 0:
        at = size
        size += 1
    distance = key[column]
    while at > 0:
        parent = (at - 1) // 2
        if key[heap[parent]] <= distance:
            break
        heap[at] = heap[parent]
        where[heap[at]] = at
        at = parent
    heap[at] = column
    where[column] = at
    return size


@inlined
def pop(heap: Ints, where: Ints, size: Whole, key: Longs) -> Whole:
    """Take out the nearest column of ``size``; the caller counts one less."""
    top: Whole = heap[0]
    where[top] = -1
    size -= 1
    if size == 0:
        return top
    column = heap[size]
    distance = key[column]
    at = 0
    while True:
        child = 2 * at + 1
        if child >= size:
            break
        if child + 1 < size and key[heap[child + 1]] < key[heap[child]]:
            child += 1
        if key[heap[child]] >= distance:
            break
        heap[at] = heap[child]
        where[heap[at]] = at
        at = child
    heap[at] = column
    where[column] = at
    return top
