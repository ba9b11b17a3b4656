"""What writing costs: what people do most by an app, and a post's way into home timelines."""

import http.client
import os
from collections.abc import Callable, Iterator
from time import process_time
from urllib.parse import urlencode, urlsplit

from django.db import connection, transaction
from django.utils import timezone

from benchmarks.timelines_crowd import NOBODY_KNOWS, TOKEN, Crowd, write
from benchmarks.timelines_load import EMPTY_VIEW, Server, cpu, cpu_of_postgresql, load, serving
from corridor.people import queries as people
from corridor.people.models import Account, Follow, Profile
from corridor.posts import fan_out
from corridor.posts.actions import NewPost, publish_post
from corridor.posts.models import Post, TimelineEntry

TIMES = 60
WARMING = 8
FOLLOWERS = 1_050
TEXT = "Who else reads about the airway on call? #MedTwitter with @u00007"
MINE = {"Authorization": f"Bearer {TOKEN}", "Host": "localhost"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
Request = tuple[str, dict[str, str]]


def measure_writes(crowd: Crowd, seconds: float) -> None:
    database = urlsplit(os.environ.get("DATABASE_URL", "")).path.strip("/")
    deeds = deeds_of(crowd)
    connection.close()
    print(f"{'':34}{'server':>9}{'database':>10}{'to the empty view':>20}")
    with serving(database) as server:
        asked = load(
            server,
            EMPTY_VIEW,
            {**MINE, "Cookie": "the-lane=leaves-this-to-the-view"},
            seconds=seconds,
        )
        empty = asked.server_ms / 1e3
        told("empty view", empty, asked.database_ms / 1e3, empty)
        for what, requests in deeds.items():
            told(what, *cost(server, requests), empty)
    with transaction.atomic():
        author = Profile.objects.get(pk=crowd.celebrity)
        give_followers(author, FOLLOWERS)
        written = publish_post(NewPost(text="To many"), by=author, now=timezone.now())
        count = TimelineEntry.objects.filter(entry=written.pk).count()
        assert count == 1 + Follow.objects.filter(followed=author).count() > FOLLOWERS, count
        TimelineEntry.objects.filter(entry=written.pk).delete()
        told(f"fan-out to {FOLLOWERS:,} followers", *fan(written, database), empty)
        transaction.set_rollback(True)
    connection.close()


def deeds_of(crowd: Crowd) -> dict[str, Iterator[Request]]:
    followed = Follow.objects.filter(follower=crowd.reader).values("followed")
    seen = Post.objects.filter(author__in=followed).order_by("-pk")
    kudos = seen.exclude(kudos__profile=crowd.reader).values_list("pk", flat=True)
    unseen = Profile.objects.exclude(pk__in=followed).exclude(pk=crowd.reader).order_by("pk")
    newest = list(seen.values_list("pk", flat=True)[:200])
    strangers = list(unseen.values_list("pk", flat=True)[:200])
    marked = [f"/api/v1/statuses/{pk}" for pk in newest]
    return {
        "post with tag and mention": posts(),
        "kudos": ((f"/api/v1/statuses/{pk}/favourite", {}) for pk in list(kudos[:200])),
        "boost": ((f"{one}/reblog", {}) for one in marked),
        "bookmark": ((f"{one}/bookmark", {}) for one in marked),
        "follow": ((f"/api/v1/accounts/{pk}/follow", {}) for pk in strangers),
    }


def posts() -> Iterator[Request]:
    number = 0
    while True:
        number += 1
        yield "/api/v1/statuses", {"status": f"{TEXT} {number}"}


def cost(server: Server, requests: Iterator[Request]) -> tuple[float, float]:
    """CPU time of one, of the server and of PostgreSQL."""
    send(server, requests, WARMING)
    before, asked = cpu(server), cpu_of_postgresql(server.database)
    send(server, requests, TIMES)
    took, database_took = cpu(server) - before, cpu_of_postgresql(server.database) - asked
    return took / TIMES, database_took / TIMES


def send(server: Server, requests: Iterator[Request], times: int) -> None:
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    for _ in range(times):
        path, words = next(requests)
        line.request("POST", path, urlencode(words), {**MINE, **FORM})
        answer = line.getresponse()
        said = answer.read()
        assert answer.status == 200, said
    line.close()


def give_followers(author: Profile, wanted: int) -> None:
    """New ones, until there are so many."""
    now = timezone.now()
    have = people.followers_of(author.pk).count()
    write(
        Account,
        (
            Account(email=f"fan{n}@example.org", password=NOBODY_KNOWS, joined_at=now)
            for n in range(wanted - have)
        ),
    )
    fans = Account.objects.filter(email__startswith="fan").order_by("pk")
    write(
        Profile,
        (
            Profile(account=account, handle=f"fan{n:05}", display_name=f"Fan {n}")
            for n, account in enumerate(fans)
        ),
    )
    profiles = Profile.objects.filter(account__in=fans)
    write(
        Follow,
        (Follow(follower=one, followed=author, asked_at=now, accepted_at=now) for one in profiles),
    )


def fan(written: Post, database: str) -> tuple[float, float]:
    """In this process; taken back each time."""

    def once() -> None:
        sid = transaction.savepoint()
        fan_out.write_post(written)
        transaction.savepoint_rollback(sid)

    return timed(once, database)


def timed(do: Callable[[], None], database: str, times: int = 20) -> tuple[float, float]:
    do()
    began, asked = process_time(), cpu_of_postgresql(database)
    for _ in range(times):
        do()
    took, database_took = process_time() - began, cpu_of_postgresql(database) - asked
    return took / times, database_took / times


def told(what: str, seconds: float, database: float, empty: float) -> None:
    ratio = (seconds + database) / empty
    print(f"{what:34}{1e3 * seconds:6.2f} ms{1e3 * database:7.2f} ms{ratio:20.1f}")
