"""Which of several best assignments it is, where the values have no room for the lottery.

Prices tell all of them: each uses only pairs that pay their request best, serves every request
that still gains, and fills every place that is dearer than it costs (complementary slackness).
Among those the lottery chooses, so that no solver's own way of going about it decides.
"""

import numpy as np

from corridor.algorithms.matching import lottery
from corridor.algorithms.matching.assignment import assign
from corridor.algorithms.matching.certificate import certify
from corridor.algorithms.matching.market import Assignment, Market

MOST_BITS = 40
BITS_IN_ALL = 58


def draw(
    market: Market, best: Assignment, *, row_keys: lottery.Keys, column_keys: lottery.Keys
) -> Assignment:
    """For plain markets; the prices stay, and prove whichever is drawn."""
    price = best.prices.mentor
    row = np.repeat(np.arange(market.rows), np.diff(market.start))
    gain = market.reward[row] + market.worth - price[market.mentor]
    profit = np.zeros(market.rows, dtype=np.int64)
    np.maximum.at(profit, row, gain)
    tight = np.flatnonzero(gain == profit[row])

    dear = np.repeat(price, np.diff(market.slot_start)) - market.slot_cost
    usable = np.concatenate(([0], np.cumsum(dear >= 0)))[market.slot_start].astype(np.int64)
    most = min(market.rows, len(market.slot_cost))
    bits = min(MOST_BITS, BITS_IN_ALL - most.bit_length())
    must = (most << bits) + 1
    drawn = assign(
        Market(
            start=np.searchsorted(row[tight], np.arange(market.rows + 1)).astype(np.int64),
            mentor=market.mentor[tight],
            worth=lottery.tickets(
                row_keys[row[tight]], column_keys[market.mentor[tight]], bits=bits
            ),
            reward=np.where(profit > 0, 2 * must, must),
            slot_start=usable,
            slot_cost=np.where(dear[dear >= 0] > 0, 0, must),
        )
    )
    found = Assignment(mentor=drawn.mentor, prices=best.prices)
    return found if certify(market, found).is_optimal else best
