"""How often attacks are noticed, and applause, quarrels and ordinary days taken for one.

    python benchmarks/surge.py                    # half a minute of CPU
    python benchmarks/surge.py --people 300 --events 100

Seeded people are written to by strangers as usual, hour by hour for 56 days, of which the first
28 are not counted; then events are laid upon days of theirs. All assumptions stand in `CROWDS`
and `Ordinary`; nothing was measured on real attacks.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

# Run as a script, this folder would stand in front with its own names.
sys.path[0] = str(Path(__file__).parents[1])

from corridor.algorithms.surge import Contact, Level, Usual, Watch

SEED = 5
MISTAKEN = 0.08
"""Of harmless texts that are read as hostile."""
DAYS, LEARNED_DAYS = 56, 28


@dataclass(frozen=True, kw_only=True)
class Crowd:
    """Strangers who come because of one event."""

    name: str
    fewest: int
    most: int
    hostile: float
    new: float
    hours: float
    """Mean until a stranger comes: the sum of two exponential times."""
    caught: float = 0.35
    """Of hostile texts that are read as such."""
    bar: str = ""


CROWDS = (
    Crowd(name="attack, 6-8", fewest=6, most=8, hostile=0.7, new=0.3, hours=3),
    Crowd(name="attack, 12-20", fewest=12, most=20, hostile=0.7, new=0.3, hours=3, bar=">= .6"),
    Crowd(
        name="  text catches .15", fewest=12, most=20, hostile=0.7, new=0.3, hours=3, caught=0.15
    ),
    Crowd(name="  over a day", fewest=12, most=20, hostile=0.7, new=0.3, hours=12),
    Crowd(name="attack, 40-80", fewest=40, most=80, hostile=0.7, new=0.3, hours=3, bar=">= .95"),
    Crowd(
        name="  text catches .15", fewest=40, most=80, hostile=0.7, new=0.3, hours=3, caught=0.15
    ),
    Crowd(name="  over a day", fewest=40, most=80, hostile=0.7, new=0.3, hours=12),
    Crowd(
        name="heated debate, 20-40",
        fewest=20,
        most=40,
        hostile=0.12,
        new=0.05,
        hours=6,
        bar="<= .10",
    ),
    Crowd(
        name="joyful viral, 20-150",
        fewest=20,
        most=150,
        hostile=0.02,
        new=0.06,
        hours=8,
        bar="<= .05",
    ),
)


@dataclass(frozen=True, kw_only=True)
class Ordinary:
    """Strangers of ordinary days: more by day, more on some days than on others."""

    a_window: float
    """The mean of six hours."""
    new: float = 0.05
    hostile: float = 0.01

    def contacts(self, rng: random.Random, days: int) -> Iterator[Contact]:
        for day in range(days):
            busy = rng.gammavariate(4, 1 / 4)
            for hour in range(24):
                by_day = 1.4 if 8 <= hour < 22 else 0.44
                mean = self.a_window / 6 * busy * by_day
                for number in range(poisson(rng, mean)):
                    yield Contact(
                        hour=24 * day + hour,
                        account=("ordinary", day, hour, number),
                        is_new=rng.random() < self.new,
                        is_hostile=reads_as_hostile(rng, self.hostile, 0.35),
                    )


def poisson(rng: random.Random, mean: float) -> int:
    count, at = 0, rng.expovariate(1) if mean else 1.0
    while at < mean:
        count += 1
        at += rng.expovariate(1)
    return count


def reads_as_hostile(rng: random.Random, hostile: float, caught: float) -> bool:
    return rng.random() < (caught if rng.random() < hostile else MISTAKEN)


def crowd_contacts(crowd: Crowd, rng: random.Random, begins: int) -> list[Contact]:
    return [
        Contact(
            hour=begins + int(rng.gammavariate(2, crowd.hours / 2)),
            account=("crowd", number),
            is_new=rng.random() < crowd.new,
            is_hostile=reads_as_hostile(rng, crowd.hostile, crowd.caught),
        )
        for number in range(rng.randint(crowd.fewest, crowd.most))
    ]


def person(rng: random.Random) -> Ordinary:
    """Half of all people get fewer than one stranger in three days, one in a hundred 14 a day."""
    return Ordinary(a_window=min(rng.lognormvariate(-2.6, 1.6), 20))


def levels(contacts: list[Contact], watch: Watch) -> list[tuple[int, Level]]:
    return [(one.hour, watch.note(one).level) for one in sorted(contacts, key=lambda one: one.hour)]


def lived(ordinary: Ordinary, rng: random.Random, days: int) -> tuple[Watch, list[Contact]]:
    """Her first weeks, learned, and what follows."""
    contacts = list(ordinary.contacts(rng, days))
    begins = 24 * LEARNED_DAYS
    watch = Watch(hour=0, usual=Usual())
    levels([one for one in contacts if one.hour < begins], watch)
    watch.at(begins)
    return watch, [one for one in contacts if one.hour >= begins]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    noticed: float
    offered: float
    hours: float | None
    """Median from the beginning of the event until the shield is offered."""


def outcome(crowd: Crowd, *, events: int, rng: random.Random) -> Outcome:
    highest, waits = [], []
    for _ in range(events):
        watch, ordinary = lived(person(rng), rng, LEARNED_DAYS + 3)
        begins = 24 * LEARNED_DAYS + rng.randrange(24)
        found = levels([*ordinary, *crowd_contacts(crowd, rng, begins)], watch)
        highest.append(max(level for _, level in found))
        offered = [hour - begins for hour, level in found if level >= Level.SHIELD]
        waits += offered[:1]
    return Outcome(
        noticed=sum(level >= Level.NOTICE for level in highest) / events,
        offered=sum(level >= Level.SHIELD for level in highest) / events,
        hours=median(waits) if waits else None,
    )


def background(*, people: int, rng: random.Random) -> tuple[float, float]:
    """Days on which something is noticed, and offered, of a thousand."""
    noticed = offered = 0
    for _ in range(people):
        watch, contacts = lived(person(rng), rng, DAYS)
        found = levels(contacts, watch)
        noticed += len({hour // 24 for hour, level in found if level >= Level.NOTICE})
        offered += len({hour // 24 for hour, level in found if level >= Level.SHIELD})
    days = people * (DAYS - LEARNED_DAYS)
    return 1000 * noticed / days, 1000 * offered / days


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=3000)
    parser.add_argument("--events", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    print(f"{'event':<22}{'notice':>8}{'shield':>8}{'hours':>7}  bar for the shield")
    for crowd in CROWDS:
        rng = random.Random(f"{asked.seed} {crowd.name} {crowd.fewest}")
        result = outcome(crowd, events=asked.events, rng=rng)
        hours = "" if result.hours is None else f"{result.hours:.0f}"
        print(
            f"{crowd.name:<22}{result.noticed:8.2f}{result.offered:8.2f}{hours:>7}  {crowd.bar}",
            flush=True,
        )
    noticed, offered = background(people=asked.people, rng=random.Random(asked.seed))
    print(f"ordinary days, of 1,000: {noticed:.2f} notices (bar 1), {offered:.3f} shields")
    for crowd in (100, 10_000):
        print(f"one more stranger after {crowd:,}: {microseconds_after(crowd):.0f} µs of CPU")


def microseconds_after(crowd: int) -> float:
    """Each from one of many servers, of which there are a tenth as many as strangers."""
    watch = Watch(hour=0)
    more = 1000
    for number in range(crowd + more):
        if number == crowd:
            began = time.process_time()
        watch.note(Contact(hour=0, account=number, server=number % max(1, crowd // 10)))
    return (time.process_time() - began) / more * 1e6


if __name__ == "__main__":
    main()
