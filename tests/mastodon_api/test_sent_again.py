"""What an app sends again at the same moment is done once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections
from django.test import Client

from corridor.posts.models import Post


@pytest.mark.skipif(
    connection.vendor == "sqlite", reason="Threads share a database in memory without waiting"
)
@pytest.mark.django_db(transaction=True)
def test_a_post_sent_four_times_at_once_is_one(app, amara):
    header = app(amara).defaults["HTTP_AUTHORIZATION"]

    def send(_time):
        try:
            client = Client(headers={"Authorization": header, "Idempotency-Key": "k"})
            answer = client.post("/api/v1/statuses", {"status": "Blocks"})
            return answer.status_code, answer.json()["id"]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=4) as threads:
        answers = set(threads.map(send, range(4)))

    [(status, number)] = answers
    assert status == 200
    assert [str(post.pk) for post in Post.objects.all()] == [number]
