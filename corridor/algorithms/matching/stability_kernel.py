"""Deferred acceptance as one loop over integers, so that it can be compiled.

Every argument is indexed and nothing else, which is why lists do as well as arrays.
"""

from typing import Any


def propose(people: Any, pairs: Any, limits: Any, state: Any) -> None:  # noqa: C901, PLR0912, PLR0915 - one compiled loop, read as a whole
    """Fill ``state``: the pair each row holds in the end, or -1.

    Each row asks its best mentor who has not yet refused it. A mentor keeps the best of those
    who asked, as far as her places and limits reach. Ties fall to the higher ``row key xor
    column key``, for both sides alike, so that a tie is a common wish and not a quarrel.
    """
    start, mentee, row_key, column_key, slot_start = people
    mentor, mentee_score, mentor_score = pairs
    limit_start, limit_of, left = limits
    held, tried, slot_row, slot_score, load, bar, waiting = state

    rows = len(start) - 1
    for row in range(rows):
        waiting[row] = rows - 1 - row
    top = rows
    while top > 0:
        row = waiting[top - 1]
        last = tried[row]
        best = -1
        below = mentee_score[last] if last >= 0 else -1
        best_score = -1
        for at in range(start[row], start[row + 1]):
            score = mentee_score[at]
            if score < best_score or (last >= 0 and score > below):
                continue
            if last >= 0 and score == below:
                last_key = row_key[row] ^ column_key[mentor[last]]
                if (row_key[row] ^ column_key[mentor[at]]) >= last_key:
                    continue
            if score == best_score:
                best_key = row_key[row] ^ column_key[mentor[best]]
                if (row_key[row] ^ column_key[mentor[at]]) < best_key:
                    continue
            # A full mentor's least match only ever improves, so a refusal seen now is for good.
            if mentor_score[at] < bar[mentor[at]]:
                continue
            best = at
            best_score = score
        if best < 0:
            top -= 1
            continue
        tried[row] = best
        column = mentor[best]
        first = slot_start[column]
        places = slot_start[column + 1] - first
        limits_here = limit_start[best + 1] - limit_start[best] if len(limit_start) > 0 else 0

        refused = places == 0
        if len(mentee) > 0:
            for slot in range(first, first + load[column]):
                if mentee[slot_row[slot]] == mentee[row]:
                    refused = True
        # Look at every full limit before anybody is sent away: a row that one of them refuses
        # must displace nobody.  ``nth == limits_here`` stands for the places as a whole.
        for look in range(0 if limits_here > 0 else 1, 2):
            if refused:
                break
            for nth in range(limits_here + 1):
                limit = -1 if nth == limits_here else limit_of[limit_start[best] + nth]
                is_full = load[column] == places if limit < 0 else left[limit] == 0
                if not is_full:
                    continue
                worst_slot = -1
                for slot in range(first, first + load[column]):
                    if limit >= 0:
                        inside = False
                        other = held[slot_row[slot]]
                        for k in range(limit_start[other], limit_start[other + 1]):
                            if limit_of[k] == limit:
                                inside = True
                        if not inside:
                            continue
                    if worst_slot >= 0:
                        if slot_score[slot] > slot_score[worst_slot]:
                            continue
                        if slot_score[slot] == slot_score[worst_slot] and (
                            row_key[slot_row[slot]] ^ column_key[column]
                        ) >= (row_key[slot_row[worst_slot]] ^ column_key[column]):
                            continue
                    worst_slot = slot
                if worst_slot < 0:
                    refused = True
                    break
                loser = slot_row[worst_slot]
                if slot_score[worst_slot] > mentor_score[best] or (
                    slot_score[worst_slot] == mentor_score[best]
                    and (row_key[loser] ^ column_key[column]) >= (row_key[row] ^ column_key[column])
                ):
                    refused = True
                    break
                if look == 0:
                    continue
                if limits_here > 0:
                    worst = held[loser]
                    for k in range(limit_start[worst], limit_start[worst + 1]):
                        left[limit_of[k]] += 1
                held[loser] = -1
                load[column] -= 1
                slot_row[worst_slot] = slot_row[first + load[column]]
                slot_score[worst_slot] = slot_score[first + load[column]]
                # The row that is placed leaves the stack below; the loser takes its place.
                waiting[top - 1] = loser
                waiting[top] = row
                top += 1
        if refused:
            continue
        top -= 1
        held[row] = best
        slot_row[first + load[column]] = row
        slot_score[first + load[column]] = mentor_score[best]
        load[column] += 1
        if load[column] == places:
            bar[column] = slot_score[first]
            for slot in range(first + 1, first + places):
                bar[column] = min(bar[column], slot_score[slot])
        for nth in range(limits_here):
            left[limit_of[limit_start[best] + nth]] -= 1
