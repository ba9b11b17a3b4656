"""One person's hours, as they pass: what is happening now, beside what is usual for her."""

from collections.abc import Hashable

from corridor.algorithms.surge.levels import Counts, Level, Surge, weigh
from corridor.algorithms.surge.usual import WINDOW_HOURS, Usual
from corridor.algorithms.surge.window import Contact, Window


class Watch:
    """Begins in ``hour``, with what was usual six hours before: contacts since then are noted.

    Hours become usual once they leave the window, so that an attack does not raise the bar for
    itself; hours in which a shield was offered never do, however long it lasts.
    """

    def __init__(
        self, *, hour: int, usual: Usual | None = None, attacked_to: int | None = None
    ) -> None:
        """`attacked_to`: the last hour under attack that is known already."""
        self.usual = usual or Usual()
        self._window = Window(hour)
        known = range(self.begins_at, self.begins_at if attacked_to is None else attacked_to + 1)
        self._under_attack: set[int] = set(known)

    @property
    def begins_at(self) -> int:
        """The first hour that is not yet part of what is usual."""
        return self._window.hours.start

    @property
    def attacked_to(self) -> int | None:
        """To be kept with `usual` and `begins_at`: a watch begun with the three goes on."""
        return max(self._under_attack, default=None)

    @classmethod
    def since(cls, hour: int, *, usual: Usual, attacked_to: int | None) -> "Watch":
        """Goes on where `begins_at` was `hour`; contacts since then are told again."""
        return cls(hour=hour + WINDOW_HOURS - 1, usual=usual, attacked_to=attacked_to)

    @property
    def counts(self) -> Counts:
        return self._window.counts()

    def note(self, contact: Contact) -> Surge:
        """What is told later than six hours afterwards changes nothing."""
        self._move_to(contact.hour)
        self._window.see(contact)
        return self._weighed()

    def note_flag(self, *, by: Hashable, hour: int) -> Surge:
        """Somebody flagged her, or what a stranger wrote to her."""
        self._move_to(hour)
        self._window.see_flag(by, hour)
        return self._weighed()

    def at(self, hour: int) -> Surge:
        self._move_to(hour)
        return self._weighed()

    def _weighed(self) -> Surge:
        surge = weigh(self._window.counts(), usual=self.usual.of_window)
        if surge.level >= Level.SHIELD:
            self._under_attack.update(self._window.hours)
        return surge

    def _move_to(self, hour: int) -> None:
        if hour <= self._window.hour:
            return
        learned = self._window.hours.start
        strangers = self._window.move_to(hour)
        first = self._window.hours.start
        attacked = {one for one in self._under_attack if one < first}
        self._under_attack -= attacked
        for one in sorted({*strangers, *attacked}):
            self.usual = self.usual.after_silence(hours=one - learned)
            if one not in attacked:
                self.usual = self.usual.after(strangers[one])
            learned = one + 1
        self.usual = self.usual.after_silence(hours=first - learned)
