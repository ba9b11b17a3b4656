"""Pages hear live by tokens that may do little and end soon."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from oauth2_provider.models import AccessToken

from corridor.mastodon_api.callers import checksum


def test_who_is_signed_in_gets_one_that_reads_posts_and_ends_soon(signed_in, amara):
    given = signed_in(amara).post("/you/live-pass/").json()

    kept = AccessToken.objects.get(token_checksum=checksum(given["access_token"]))
    assert kept.scope == "read:statuses"
    assert kept.expires < timezone.now() + timedelta(minutes=16)
    assert given["streaming"].endswith("/api/v1/streaming")


@pytest.mark.parametrize(
    ("method", "path"),
    [("get", "/api/v1/notifications"), ("get", "/api/v1/lists"), ("post", "/api/v1/statuses")],
)
def test_it_opens_nothing_else(signed_in, amara, method, path):
    token = signed_in(amara).post("/you/live-pass/").json()["access_token"]

    answer = getattr(Client(), method)(path, headers={"Authorization": f"Bearer {token}"})

    assert answer.status_code == 403


def test_visitors_and_other_sites_get_none(amara):
    assert Client().post("/you/live-pass/").status_code == 403
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(amara.account)

    assert strict.post("/you/live-pass/").status_code == 403
    assert not AccessToken.objects.exists()


def test_old_ones_go_with_the_next_and_none_is_an_app(signed_in, amara):
    client = signed_in(amara)
    client.post("/you/live-pass/")
    AccessToken.objects.update(expires=timezone.now() - timedelta(seconds=1))

    client.post("/you/live-pass/")

    assert AccessToken.objects.count() == 1
    assert "No app is signed in" in client.get("/you/apps/").content.decode()
