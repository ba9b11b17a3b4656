"""The circles of a run as the review board shows them."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from statistics import median
from typing import NamedTuple

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corridor.algorithms.matching.options import Circles
from corridor.algorithms.matching.outcome import Circle, Joiner
from corridor.algorithms.matching.week import MINUTES_PER_SLOT
from corridor.programmes.wording import enumerated, points
from corridor.web.programmes.shown import Chip, Party, Row, Swap

TIMES_SHOWN = 3


class Member(NamedTuple):
    """A mentee of a circle; a row for each of its mentors."""

    rows: Sequence[Row]

    @property
    def row(self) -> Row:
        return self.rows[0]


class CircleShown:
    def __init__(self, circle: Circle, rows: Sequence[Row], *, meets: str) -> None:
        self.number = circle.number
        self.rows = rows
        self.meets = meets
        """When and in what language, in words."""

    @property
    def proposal(self) -> int:
        """Any of its proposals stands for the circle."""
        return self.rows[0].proposal.pk

    @cached_property
    def mentors(self) -> list[Party]:
        return list(dict.fromkeys(row.mentor for row in self.rows))

    @property
    def led_by(self) -> str:
        return enumerated([mentor.name for mentor in self.mentors])

    @cached_property
    def members(self) -> list[Member]:
        rows: dict[int, list[Row]] = {}
        for row in self.rows:
            rows.setdefault(row.proposal.mentee_id, []).append(row)
        by_name = sorted(rows.values(), key=lambda hers: hers[0].mentee.name.casefold())
        return [Member(hers) for hers in by_name]

    @property
    def is_approved(self) -> bool:
        return all(row.is_approved for row in self.rows)

    @property
    def needs_look(self) -> bool:
        return any(row.proposal.needs_look for row in self.rows)

    @property
    def fit(self) -> str:
        return points(int(median(row.match.fit for row in self.rows)))

    @property
    def chips(self) -> list[Chip]:
        return list(dict.fromkeys(chip for row in self.rows for chip in row.chips))

    @property
    def size(self) -> str:
        n = len(self.members)
        return ngettext("%(n)d mentee", "%(n)d mentees", n) % {"n": n}


class CircleGroup(NamedTuple):
    title: str
    circles: Sequence[CircleShown]


def meets(circle: Circle, *, least: int, starts_on: date) -> str:
    """The hours that all share in the first week of the round, where the reader is."""
    told = []
    if circle.free:
        times = list(_times(circle.free[0], least=least, starts_on=starts_on))
        shown = "; ".join(times[:TIMES_SHOWN])
        more = len(times) - TIMES_SHOWN
        if more > 0:
            shown += " " + ngettext("and %(n)d more", "and %(n)d more", more) % {"n": more}
        told.append(
            _("Could meet %(times)s (your time, in the first week).") % {"times": shown}
            if times
            else _("Share no hour in the first week.")
        )
    if circle.languages:
        languages = enumerated([language.title() for language in circle.languages])
        told.append(_("All speak %(languages)s.") % {"languages": languages})
    return " ".join(told) or _("Nobody said their hours or languages.")


def _times(free: int, *, least: int, starts_on: date) -> Iterator[str]:
    """Stretches of at least so many minutes."""
    monday = starts_on - timedelta(days=starts_on.weekday())
    midnight = datetime.combine(monday, time(), tzinfo=UTC)
    begin, slots = 0, max(1, -(-least // MINUTES_PER_SLOT))
    while free >> begin:
        begin += ((free >> begin) & -(free >> begin)).bit_length() - 1
        rest = free >> begin
        length = (~rest & (rest + 1)).bit_length() - 1
        if length >= slots:
            starts = midnight + timedelta(minutes=MINUTES_PER_SLOT * begin)
            yield _span(starts, starts + timedelta(minutes=MINUTES_PER_SLOT * length))
        begin += length


def _span(starts: datetime, ends: datetime) -> str:
    starts, ends = timezone.localtime(starts), timezone.localtime(ends)
    return f"{date_format(starts, 'D H:i')}\u2013{date_format(ends, 'H:i')}"


def other_circles(
    row: Row, shown: Sequence[CircleShown], outcome: Sequence[Circle], sizes: Circles
) -> tuple[Swap, ...]:
    """Where else the mentee could sit, the best fit first."""
    circle_of = {circle.number: circle for circle in shown}
    found = [
        (joiner, circle)
        for circle in outcome
        for joiner in circle.could_join
        if joiner.mentee == row.match.mentee
    ]
    found.sort(key=lambda one: (-one[0].fit, one[1].number))
    own = next(len(circle.mentees) for circle in outcome if circle.number == row.match.circle)
    return tuple(
        _swap(joiner, circle, circle_of[circle.number].led_by, sizes, own=own)
        for joiner, circle in found
    )


def _swap(joiner: Joiner, circle: Circle, led_by: str, sizes: Circles, *, own: int) -> Swap:
    seats = {"n": len(circle.mentees), "most": sizes.largest}
    moves = [
        _("There is a seat in it: nobody has to leave.")
        if len(circle.mentees) < sizes.largest
        else _("It is full: the matching finds somebody in it another circle, or none.")
    ]
    if own - 1 < sizes.smallest:
        text = _("The circle left behind has too few: the matching fills or closes it.")
        moves.append(text)
    return Swap(
        handle=circle.mentors[0],
        name=_("Circle %(number)d, %(mentors)s") % {"number": circle.number, "mentors": led_by},
        fit=points(joiner.fit),
        choice=_("%(n)d of %(most)d seats taken") % seats,
        moves=tuple(moves),
        loss="",
    )
