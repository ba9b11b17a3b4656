"""Home while what lies behind it grows: follows without posts, and older posts of everybody.

One community is made, copied, and the copy grows. Home is the same page of both, byte for byte,
and both servers are asked in turn, so that whatever else the computer does hits both.
"""

import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from benchmarks import timelines_crowd as crowds
from benchmarks.timelines_crowd import TOKEN, Size
from benchmarks.timelines_load import Server, get, load, serving
from corridor.mastodon_api.models import RenderedPost
from corridor.people.models import Follow, Profile
from corridor.posts.models import Bookmark, Boost, Kudos, Post, TagUse, TimelineEntry

HOME = "/api/v1/timelines/home?limit=20"
MINE = {"Authorization": f"Bearer {TOKEN}", "Host": "localhost"}
ROUNDS = 5
"""Of which the quickest counts."""
POSTS, TIMES, SILENT = 5_000, 100, 1_990
MILLISECONDS_APART = 30_000
ID_OF_MILLISECOND = 16
OLDER: Mapping[type[Model], tuple[str, ...]] = {
    Post: ("id", "thread"),
    Boost: ("id", "post_id"),
    TagUse: ("post_id",),
    Kudos: ("post_id",),
    Bookmark: ("post_id",),
    RenderedPost: ("post_id",),
}
"""What is there once more for older posts, and its numbers that move with them."""


class Growth(NamedTuple):
    few: str
    many: str
    grow: Callable[[Size], None]


def measure_growth(size: Size, seconds: float) -> None:
    call_command("build_assets", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    small = replace(size, people=2_050, follows=10, posts=POSTS, readers=1)
    made = _file("made")
    _open(made)
    call_command("migrate", interactive=False, verbosity=0)
    crowds.make(small, timezone.now())
    for growth in (
        Growth("10 follows", "2,000 follows", follow_silent_people),
        Growth("5,000 posts", "500,000 posts", lay_older_posts),
    ):
        _compare(growth, small, made, seconds)


def follow_silent_people(size: Size) -> None:
    """Of whom nothing stands on the reader's timeline."""
    ids, now = _people(), timezone.now()
    others = ids[size.follows + 1 : size.follows + 1 + SILENT]
    facts = {"asked_at": now, "accepted_at": now}
    crowds.write(Follow, (Follow(follower_id=ids[0], followed_id=pk, **facts) for pk in others))


@transaction.atomic
def lay_older_posts(size: Size) -> None:
    """All posts as often again as it takes, each time older, with all that people did to them."""
    first = Post.objects.order_by("pk").values_list("pk", flat=True)[0]
    span = (POSTS * MILLISECONDS_APART) << ID_OF_MILLISECOND
    with connection.cursor() as cursor:
        for turn in reversed(range(1, TIMES)):
            for model, moved in OLDER.items():
                cursor.execute(_copying(model, moved, by=turn * span, since=first))
    TimelineEntry.objects.all().delete()
    crowds.make_entries(_people(), size)


def _copying(model: type[Model], moved: tuple[str, ...], *, by: int, since: int) -> str:
    """Numbers that SQLite counts itself are left to it."""
    names = [one.column for one in model._meta.concrete_fields]
    kept = [name for name in names if name != "id" or "id" in moved]
    said = [f"{name} - {by}" if name in moved else f'"{name}"' for name in kept]
    post = "id" if model is Post else "post_id"
    table = model._meta.db_table
    columns = ", ".join(f'"{name}"' for name in kept)
    copied = f"SELECT {', '.join(said)} FROM {table} WHERE {post} >= {since}"  # noqa: S608 - all ours
    return f"INSERT INTO {table} ({columns}) {copied}"


def _compare(growth: Growth, size: Size, made: Path, seconds: float) -> None:
    connection.close()
    small, grown = _file(growth.few), _file(growth.many)
    for path in (small, grown):
        shutil.copy(made, path)
    _open(grown)
    growth.grow(size)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    connection.close()
    with ExitStack() as running:
        servers = [
            running.enter_context(serving(DATABASE_URL=f"sqlite:///{path}"))
            for path in (small, grown)
        ]
        _tell(growth, servers, seconds)
    for path in (small, grown):
        path.unlink()


def _tell(growth: Growth, servers: list[Server], seconds: float) -> None:
    pages = [get(f"{server.base}{HOME}", MINE)[2] for server in servers]
    assert pages[0] == pages[1], "what grows changes the page"
    took: list[list[float]] = [[], []]
    for _ in range(ROUNDS):
        for times, server in zip(took, servers, strict=True):
            times.append(load(server, HOME, MINE, seconds=seconds).server_ms)
    few, many = (min(times) for times in took)
    print(f"{f'home, {growth.few}':34}{few:6.3f} ms")
    print(f"{f'home, {growth.many}':34}{many:6.3f} ms{many / few:10.2f} times, the same page")


def _people() -> list[int]:
    return list(Profile.objects.order_by("pk").values_list("pk", flat=True))


def _file(name: str) -> Path:
    return Path(os.environ["DATA_DIR"]) / f"{name.replace(' ', '-')}.sqlite3"


def _open(path: Path) -> None:
    connection.close()
    connection.settings_dict["NAME"] = str(path)
