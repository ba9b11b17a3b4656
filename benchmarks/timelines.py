"""Timelines as apps read them: CPU time a request, beside an empty view and an empty lane.

    python benchmarks/timelines.py                    5,000 posts: about a minute and a half
    python benchmarks/timelines.py --full             50,000 posts, 2,000 people, and growth
    DATABASE_URL=postgres://... python benchmarks/timelines.py      an empty database of its own

Fails where the reading lane and the ordinary view differ in a byte.
"""

import argparse
import os
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

sys.path[0] = str(Path(__file__).parents[1])
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="corridor-timelines-")
os.environ["DJANGO_SETTINGS_MODULE"] = "corridor.config.settings"
os.environ["API_RATE_LIMIT"] = "1000000000"
os.environ.setdefault("PUBLIC_URL", "http://localhost:8000")
os.environ["PYTHONPATH"] = sys.path[0]

import django

django.setup()

from django.core.management import call_command
from django.db import connection, connections
from django.utils import timezone

from benchmarks import timelines_crowd as crowds
from benchmarks.timelines_crowd import TAG, TOKEN, Crowd, Size
from benchmarks.timelines_growth import measure_growth
from benchmarks.timelines_load import (
    EMPTY_VIEW,
    Load,
    Server,
    get,
    load,
    memory,
    serving,
    serving_nothing,
)
from benchmarks.timelines_writes import measure_writes

MINE = {"Authorization": f"Bearer {TOKEN}", "Host": "localhost"}
ORDINARY = {**MINE, "Cookie": "the-lane=leaves-this-to-the-view"}
DATABASE = urlsplit(os.environ.get("DATABASE_URL", "")).path.strip("/")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--full", action="store_true", help="the size of the bars, and growth")
    parser.add_argument("--seconds", type=float, default=2, help="of load for each question")
    parser.add_argument("--only", choices=["reads", "writes", "growth"], action="append")
    asked = parser.parse_args()
    parts = asked.only or (["reads", "writes", "growth"] if asked.full else ["reads", "writes"])
    size = Size() if asked.full else Size(people=400, posts=5_000, readers=10)
    if {"reads", "writes"} & {*parts}:
        crowd = begin(size, timezone.now())
        print(f"{connection.vendor}: {size}, {crowd.entries} entries of home timelines")
        if "reads" in parts:
            measure_reads(crowd, asked.seconds)
        if "writes" in parts:
            measure_writes(crowd, asked.seconds)
    if "growth" in parts and DATABASE:
        print("growth is measured on SQLite only")
    elif "growth" in parts:
        measure_growth(size, asked.seconds)


def begin(size: Size, now: datetime) -> Crowd:
    call_command("migrate", interactive=False, verbosity=0)
    call_command("build_assets", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    crowd = crowds.make(size, now)
    connections.close_all()
    return crowd


def reads_of(crowd: Crowd) -> dict[str, str]:
    return {
        "home, 20": "/api/v1/timelines/home?limit=20",
        "tag, 20": f"/api/v1/timelines/tag/{TAG}?limit=20",
        "public, 20": "/api/v1/timelines/public?limit=20",
        "one status": f"/api/v1/statuses/{crowd.newest}",
        "home, nothing since": f"/api/v1/timelines/home?since_id={crowd.newest + (10**9 << 16)}",
    }


def measure_reads(crowd: Crowd, seconds: float) -> None:
    reads = reads_of(crowd)
    print(f"{'':34}{'server':>9}{'database':>10}{'a second':>10}")
    with serving_nothing() as server:
        told("empty lane: the web server alone", load(server, "/", MINE, seconds=seconds))
    with serving(DATABASE) as server:
        for path in reads.values():
            check(server, path)
        told("empty view", load(server, EMPTY_VIEW, ORDINARY, seconds=seconds))
        for what, path in reads.items():
            told(what, load(server, path, MINE, seconds=seconds))
        path = reads["home, 20"]
        mark = get(f"{server.base}{path}", MINE)[1]["etag"]
        has = {**MINE, "If-None-Match": mark}
        assert get(f"{server.base}{path}", has)[0] == 304
        told("home, If-None-Match", load(server, path, has, seconds=seconds))
        for what in ("home, 20", "tag, 20", "one status"):
            told(f"{what}, ordinary view", load(server, reads[what], ORDINARY, seconds=seconds))
        account = "/api/v1/accounts/lookup?acct=u00007"
        told("an account by its handle", load(server, account, MINE, seconds=seconds))
        held = memory(server)
        print(f"{'memory of the server (PSS)':34}{held.own:6.0f} MB")
        print(f"{'of the file of the database':34}{held.of_database:6.0f} MB")


def check(server: Server, path: str) -> None:
    """The first answers teach the lane its headers, one in each worker."""
    url = f"{server.base}{path}"
    for _ in range(40):
        get(url, MINE)
    lane, view = get(url, MINE), get(url, ORDINARY)
    for answer in (lane, view):
        answer[1].pop("x-ratelimit-remaining", None)
        answer[1].pop("date", None)
    assert lane == view, f"lane and view differ at {path}"


def told(what: str, measured: Load) -> None:
    print(
        f"{what:34}{measured.server_ms:6.3f} ms{measured.database_ms:7.3f} ms"
        f"{measured.per_second:10.0f}"
    )


if __name__ == "__main__":
    main()
