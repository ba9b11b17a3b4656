"""Different accounts of the last six hours, counted as they come: one more costs a few look-ups.

Nothing depends on the order within the six hours: of each account the latest hour is kept in
which something holds of it.
"""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass

from corridor.algorithms.surge.levels import Counts
from corridor.algorithms.surge.usual import WINDOW_HOURS


@dataclass(frozen=True, kw_only=True)
class Contact:
    """A stranger answered, quoted, named, flagged or wrote to her."""

    hour: int
    """Hours since a moment that stays the same."""
    account: Hashable
    is_new: bool = False
    is_hostile: bool = False
    threatens: bool = False
    quote: Hashable = None
    """The quote of her post by which the stranger came, if any."""
    server: Hashable = None
    """Another server that the account is from; None for our own, which is no common source."""


Latest = dict[Hashable, int]
"""The latest hour of each account."""


class Window:
    """What happened to one person in the six hours that end with the latest one."""

    def __init__(self, hour: int) -> None:
        self.hour = hour
        self._strangers: Latest = {}
        self._new: Latest = {}
        self._hostile: Latest = {}
        self._threatening: Latest = {}
        self._flaggers: Latest = {}
        self._of_quote: defaultdict[Hashable, Latest] = defaultdict(dict)
        self._of_server: defaultdict[Hashable, Latest] = defaultdict(dict)
        self._by_hour: defaultdict[int, set[Hashable]] = defaultdict(set)

    @property
    def hours(self) -> range:
        return range(self.hour - WINDOW_HOURS + 1, self.hour + 1)

    def see(self, contact: Contact) -> None:
        hour, account = contact.hour, contact.account
        if hour not in self.hours:
            return
        self._by_hour[hour].add(account)
        _keep_latest(self._strangers, account, hour)
        for holds, latest in (
            (contact.is_new, self._new),
            (contact.is_hostile, self._hostile),
            (contact.threatens, self._threatening),
        ):
            if holds:
                _keep_latest(latest, account, hour)
        if contact.quote is not None:
            _keep_latest(self._of_quote[contact.quote], account, hour)
        if contact.server is not None:
            _keep_latest(self._of_server[contact.server], account, hour)

    def see_flag(self, flagger: Hashable, hour: int) -> None:
        if hour in self.hours:
            _keep_latest(self._flaggers, flagger, hour)

    def move_to(self, hour: int) -> dict[int, int]:
        """Strangers of each hour that is left behind and in which there were any."""
        self.hour = hour
        first = self.hours.start
        left = {one: len(self._by_hour.pop(one)) for one in sorted(self._by_hour) if one < first}
        for latest in self._all():
            for account in [one for one, seen in latest.items() if seen < first]:
                del latest[account]
        for source in (self._of_quote, self._of_server):
            for name in [name for name, latest in source.items() if not latest]:
                del source[name]
        return left

    def counts(self) -> Counts:
        return Counts(
            strangers=len(self._strangers),
            new=len(self._new),
            hostile=len(self._hostile),
            threatening=len(self._threatening),
            flaggers=len(self._flaggers),
            of_one_post=max(map(len, self._of_quote.values()), default=0),
            of_one_server=max(map(len, self._of_server.values()), default=0),
        )

    def _all(self) -> list[Latest]:
        return [
            self._strangers,
            self._new,
            self._hostile,
            self._threatening,
            self._flaggers,
            *self._of_quote.values(),
            *self._of_server.values(),
        ]


def _keep_latest(latest: Latest, account: Hashable, hour: int) -> None:
    latest[account] = max(hour, latest.get(account, hour))
