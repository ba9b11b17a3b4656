"""A short list that keeps its worst entry at hand, compiled."""

from typing import NamedTuple

from corridor.algorithms.matching.candidates_jit import borrowing
from corridor.algorithms.matching.market import Ints, Longs


class Heap(NamedTuple):
    """The best so far, the worst of them first."""

    worth: Ints
    ticket: Longs
    position: Ints
    fit: Ints


@borrowing
def is_worse(heap: Heap, one: int, other: int) -> bool:
    if heap.worth[one] != heap.worth[other]:
        return bool(heap.worth[one] < heap.worth[other])
    return bool(heap.ticket[one] > heap.ticket[other])


@borrowing
def swap(heap: Heap, one: int, other: int) -> None:
    heap.worth[one], heap.worth[other] = heap.worth[other], heap.worth[one]
    heap.ticket[one], heap.ticket[other] = heap.ticket[other], heap.ticket[one]
    heap.position[one], heap.position[other] = heap.position[other], heap.position[one]
    heap.fit[one], heap.fit[other] = heap.fit[other], heap.fit[one]


@borrowing
def offer(heap: Heap, size: int, worth: int, ticket: int, position: int, fit: int) -> int:
    """Keeps the pair if it is among the best; returns how many are kept."""
    places = len(heap.worth)
    if size == places and (
        worth < heap.worth[0] or (worth == heap.worth[0] and ticket > heap.ticket[0])
    ):
        return size
    at = size if size < places else 0
    heap.worth[at], heap.ticket[at] = worth, ticket
    heap.position[at], heap.fit[at] = position, fit
    if size < places:
        while at > 0 and is_worse(heap, at, (at - 1) // 2):
            swap(heap, at, (at - 1) // 2)
            at = (at - 1) // 2
        return size + 1
    while 2 * at + 1 < places:
        child = 2 * at + 1
        if child + 1 < places and is_worse(heap, child + 1, child):
            child += 1
        if not is_worse(heap, child, at):
            break
        swap(heap, child, at)
        at = child
    return size
