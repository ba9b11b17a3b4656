"""What writing costs: a status by an app, and its way into home timelines."""

import http.client
import os
from collections.abc import Callable
from time import process_time
from urllib.parse import urlencode, urlsplit

from django.db import connection, transaction
from django.utils import timezone

from benchmarks.timelines_crowd import TOKEN, Crowd
from benchmarks.timelines_load import Server, cpu, cpu_of_postgresql, serving
from corridor.people import queries as people
from corridor.people.models import Profile
from corridor.posts import fan_out
from corridor.posts.actions import NewPost, publish_post
from corridor.posts.models import Post, TimelineEntry

TIMES = 60
TEXT = "Who else reads about the airway on call? #MedTwitter with @u00007"


def measure_writes(crowd: Crowd) -> None:
    database = urlsplit(os.environ.get("DATABASE_URL", "")).path.strip("/")
    with serving(database) as server:
        post(server, 6)
        before, asked = cpu(server), cpu_of_postgresql(database)
        post(server, TIMES)
        took, database_took = cpu(server) - before, cpu_of_postgresql(database) - asked
    told("post with tag and mention", took / TIMES, database_took / TIMES)
    author = Profile.objects.get(pk=crowd.celebrity)
    readers = people.followers_of(author.pk).count() + 1
    with transaction.atomic():
        written = publish_post(NewPost(text="To many"), by=author, now=timezone.now())
        assert TimelineEntry.objects.filter(entry=written.pk).count() == readers
        TimelineEntry.objects.filter(entry=written.pk).delete()
        fan(written)
        transaction.set_rollback(True)
    connection.close()


def post(server: Server, times: int) -> None:
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    headers = {
        "Authorization": f"Bearer {TOKEN}",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    for number in range(times):
        body = urlencode({"status": f"{TEXT} {number}"})
        line.request("POST", "/api/v1/statuses", body, headers)
        answer = line.getresponse()
        said = answer.read()
        assert answer.status == 200, said
    line.close()


def fan(written: Post) -> None:
    """In this process, ten times; taken back each time."""

    def once() -> None:
        sid = transaction.savepoint()
        fan_out.write_post(written)
        transaction.savepoint_rollback(sid)

    readers = people.followers_of(written.author_id).count() + 1
    database = connection.settings_dict["NAME"] if connection.vendor == "postgresql" else ""
    took, database_took = timed(once, str(database))
    told(f"fan-out to {readers - 1:,} followers", took, database_took)


def timed(do: Callable[[], None], database: str, times: int = 20) -> tuple[float, float]:
    do()
    began, asked = process_time(), cpu_of_postgresql(database)
    for _ in range(times):
        do()
    took, database_took = process_time() - began, cpu_of_postgresql(database) - asked
    return took / times, database_took / times


def told(what: str, seconds: float, database: float) -> None:
    print(f"{what:34}{1e3 * seconds:6.2f} ms{1e3 * database:7.2f} ms")
