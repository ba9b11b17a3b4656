"""How PostgreSQL goes about a page of a timeline."""

from datetime import timedelta

import pytest
from django.db import connection

from corridor.kernel.ids import first_id
from corridor.posts import queries as posts
from corridor.posts.models import Bookmark, Kudos, Post, TimelineEntry

MANY = 400


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite makes no such tables")
def test_what_somebody_ever_marked_is_not_read_for_twenty_posts(amara, dr_osei, now):
    numbers = [first_id(now - timedelta(minutes=n)) for n in range(MANY)]
    Post.objects.bulk_create(Post(id=pk, author=dr_osei, at=now, thread=pk) for pk in numbers)
    TimelineEntry.objects.bulk_create(
        TimelineEntry(profile=amara, entry=pk, post_id=pk) for pk in numbers
    )
    for model in (Kudos, Bookmark):
        model.objects.bulk_create(model(profile=amara, post_id=pk, at=now) for pk in numbers)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    page = posts.home(amara.pk, now=now).annotate(**posts.marks(amara.pk, post="post__"))

    plan = page.order_by("-entry")[:20].explain(verbose=True)

    assert "hashed" not in plan
    assert "kudos" in plan
