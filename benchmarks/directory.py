"""The directory with a hundred thousand people: how long a page takes, and the index behind it.

    python benchmarks/directory.py                   100,000 people in SQLite: about five minutes
    python benchmarks/directory.py --people 10000
    DATABASE_URL=postgres://... python benchmarks/directory.py      an empty database of its own

The order is held against the definition in Python before anything is timed.
"""

import argparse
import os
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

for limit in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[limit] = "1"
sys.path[0] = str(Path(__file__).parents[1])
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="corridor-directory-")
os.environ["DJANGO_SETTINGS_MODULE"] = "corridor.config.settings"

import django

django.setup()

from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from benchmarks import people as crowds
from corridor.algorithms.directory.people import (
    LOOKING,
    Entry,
    Filters,
    Moment,
    as_mentee,
    as_mentor,
)
from corridor.algorithms.directory.search import BAND, LOAD, MOST_CARRIED, Page, search
from corridor.algorithms.matching.compatibility import compare
from corridor.algorithms.matching.week import DAYS
from corridor.algorithms.specialties import SPECIALTIES
from corridor.people import actions, queries
from corridor.people.choices import Kind, TagKind
from corridor.people.models import (
    Account,
    FreeHours,
    Offer,
    OfferTopic,
    Profile,
    ProfileTag,
    Wish,
    WishTopic,
)
from corridor.people.queries import Asked
from corridor.people.queries.directory_facts import everybody_known
from corridor.people.queries.directory_index import fresh_index
from corridor.people.queries.directory_viewer import looking

NOW = datetime(2026, 3, 20, 9, 0, tzinfo=UTC)
AT_ONCE = 5_000
SAMPLE = 3_000
"""People compared as Python objects; their time is scaled to all of them."""
NAMES = ("Adaeze", "Kwame", "Ingrid", "Rosa", "Miguel", "Priya", "Hanh", "Tomi", "Lucia", "Noor")
COUNTRIES = ("GB", "US", "DE", "NG", "IN", "AU", "BR", "SE", "CA", "GH")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, default=100_000)
    count = parser.parse_args().people
    call_command("migrate", interactive=False, verbosity=0)
    took("making the people", lambda: make(count))
    took("writing their entries (`corridor reindex`)", actions.refresh_all)
    before = memory()
    took("reading the index, once for a process", fresh_index)
    print(f"{'memory of the index':52}{memory() - before:9.0f} MB")
    viewer = seeking()
    check(viewer)
    measure(viewer)


def took(what: str, do: Callable[[], Any]) -> None:
    began = perf_counter()
    do()
    print(f"{what:52}{perf_counter() - began:9.1f} s", flush=True)


def memory() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def make(count: int) -> None:
    rng = random.Random("directory")
    for first in range(0, count, AT_ONCE):
        with transaction.atomic():
            make_some(range(first, min(count, first + AT_ONCE)), rng)


def make_some(numbers: range, rng: random.Random) -> None:
    accounts = Account.objects.bulk_create(
        Account(email=f"p{number}@example.org", password="!", joined_at=NOW)  # noqa: S106 - nobody's
        for number in numbers
    )
    profiles = Profile.objects.bulk_create(
        profile(number, account, rng) for number, account in zip(numbers, accounts, strict=True)
    )
    ProfileTag.objects.bulk_create(tag for one in profiles for tag in tags(one, rng))
    FreeHours.objects.bulk_create(hours for one in profiles for hours in free(one, rng))
    offers = Offer.objects.bulk_create(
        Offer(
            profile=one, kind=Kind.MENTORSHIP, capacity=rng.randint(1, 4), carries=rng.randint(0, 2)
        )
        for one in profiles
    )
    OfferTopic.objects.bulk_create(
        OfferTopic(offer=offer, topic=f"need {need}")
        for offer in offers
        for need in rng.sample(range(crowds.NEEDS), rng.randint(2, 6))
    )


def profile(number: int, account: Account, rng: random.Random) -> Profile:
    return Profile(
        account=account,
        handle=f"p{number}",
        display_name=f"Dr {rng.choice(NAMES)} {rng.choice(NAMES)}son {number}",
        bio="Glad to read a first draft, however rough.",
        stage=rng.choice(("PGY2", "PGY4", "FEL", "ATT", "ASC", "PRF")),
        specialty=rng.choice(SPECIALTIES).slug,
        institution=f"Hospital {rng.randrange(crowds.INSTITUTIONS)}",
        country=rng.choice(COUNTRIES),
        time_zone=rng.choices(crowds.ZONES, crowds.ZONE_WEIGHTS)[0],
        reply_within_days=rng.choice((2, 3, 7, 14)),
        seen_on=NOW.date() - timedelta(days=rng.randrange(20)),
    )


def tags(one: Profile, rng: random.Random) -> Iterator[ProfileTag]:
    for interest in rng.sample(range(crowds.INTERESTS), rng.randint(2, 6)):
        yield ProfileTag(profile=one, kind=TagKind.INTEREST, tag=f"interest {interest}")
    for language in {"en", *rng.choices(crowds.LANGUAGES, crowds.LANGUAGE_WEIGHTS, k=2)}:
        yield ProfileTag(profile=one, kind=TagKind.LANGUAGE, tag=language)


def free(one: Profile, rng: random.Random) -> Iterator[FreeHours]:
    for day in rng.sample(range(len(DAYS)), rng.randint(1, 4)):
        start = rng.choice((720, 1020, 1080, 1110))
        yield FreeHours(profile=one, day=day, start=start, end=start + rng.choice((60, 120, 180)))


def seeking() -> Profile:
    account = Account.objects.create(email="amara@example.org", password="!", joined_at=NOW)  # noqa: S106 - nobody's
    viewer = Profile.objects.create(
        account=account,
        handle="amara",
        display_name="Amara Nwosu",
        stage="MS3",
        specialty=SPECIALTIES[1].slug,
        institution="Hospital 1",
        time_zone="Europe/London",
    )
    ProfileTag.objects.bulk_create(
        ProfileTag(profile=viewer, kind=kind, tag=tag)
        for kind, tag in (("interest", "interest 1"), ("interest", "interest 2"),
                          ("interest", "interest 3"), ("language", "en"), ("language", "fr"))
    )  # fmt: skip
    FreeHours.objects.bulk_create(
        FreeHours(profile=viewer, day=day, start=1080, end=1260) for day in (0, 1, 3)
    )
    wish = Wish.objects.create(profile=viewer, kind=Kind.MENTORSHIP)
    WishTopic.objects.bulk_create(WishTopic(wish=wish, topic=f"need {one}") for one in (1, 2, 3))
    return viewer


def sample() -> list[Entry]:
    entries = []
    for known in everybody_known():
        if known.said.offers:
            entries.append(known.entry)
        if len(entries) == SAMPLE:
            break
    return entries


def check(viewer: Profile) -> None:
    """The first of the sample are those with the highest standing, by the definition."""
    seeker, index, entries = looking(viewer).seeker, fresh_index(), sample()
    mondays = index.mondays(NOW.date(), seeker.zone)
    mentee = as_mentee(seeker, mondays)
    bands = {}
    for one in entries:
        carried = sum(places.carries for places in one.offers.values())
        fit = compare(mentee, as_mentor(one, mondays), LOOKING).fit
        if any(places.free for places in one.offers.values()):
            bands[one.id] = max(0, fit - LOAD * min(carried, MOST_CARRIED)) // BAND
    found = search(
        index,
        seeker,
        Filters(among=frozenset(bands)),
        page=Page(most=len(bands), lottery="", day=NOW.date()),
        moment=Moment(now=NOW, silent_after_days=30),
    )
    assert [bands[one] for one in found.ids] == sorted(bands.values(), reverse=True)


def measure(viewer: Profile) -> None:
    seeker, index = looking(viewer).seeker, fresh_index()
    page, moment = Page(most=20, lottery="amara", day=NOW.date()), Moment(
        now=NOW, silent_after_days=30
    )  # fmt: skip
    fast = timed(lambda: search(index, seeker, Filters(), page=page, moment=moment))
    slow = in_objects(viewer) * len(index.ids()) / SAMPLE
    print(f"{'fit-sorted search, all people':52}{1e3 * fast:9.1f} ms")
    print(f"{'the same by `compare`, one Python object each':52}{1e3 * slow:9.1f} ms")
    print(f"{'ratio':52}{slow / fast:9.0f} x")
    for what, asked in (
        ("the whole page of queries, signed in", Asked()),
        ("the same with a word that 1 in 10 has", Asked(words="ingr")),
        ("the same with a word that everybody has", Asked(words="dr")),
        ("the same with filters", Asked(country="GB", interest="interest 7", overlap_minutes=120)),
    ):
        with CaptureQueriesContext(connection) as asking:
            queries.mentors(viewer=viewer, asked=asked, now=NOW)
        seconds = timed(lambda asked=asked: queries.mentors(viewer=viewer, asked=asked, now=NOW))
        print(f"{what:52}{1e3 * seconds:9.1f} ms{len(asking):4} queries")
    mentor = Profile.objects.get(handle="p7")
    actions.set_interests(profile=mentor, interests=["interest 9"], by=mentor)
    took("bringing the index up to date after one change", fresh_index)


def in_objects(viewer: Profile) -> float:
    """Seconds for the sample; the objects are made beforehand."""
    seeker, index = looking(viewer).seeker, fresh_index()
    mondays = index.mondays(NOW.date(), seeker.zone)
    mentee = as_mentee(seeker, mondays)
    mentors = [as_mentor(one, mondays) for one in sample()]
    return timed(
        lambda: sorted(mentors, key=lambda one: -compare(mentee, one, LOOKING).fit), times=3
    )


def timed(do: Callable[[], Any], *, times: int = 9) -> float:
    do()
    seconds = []
    for _ in range(times):
        began = perf_counter()
        do()
        seconds.append(perf_counter() - began)
    return median(seconds)


if __name__ == "__main__":
    main()
