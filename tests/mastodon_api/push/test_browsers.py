"""Browsers that tell somebody what is new, without an app."""

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.test import Client
from oauth2_provider.models import AccessToken

from corridor.kernel import sealing
from corridor.mastodon_api.models import PushSubscription
from corridor.mastodon_api.oauth.revoking import sign_out_everywhere
from corridor.mastodon_api.push.delivering import PURPOSE, subscriptions_of
from corridor.mastodon_api.push.keys import text_of

ALL, NEW = "/notifications/browsers/", "/notifications/browsers/new/"
POINT = (
    ec.generate_private_key(ec.SECP256R1())
    .public_key()
    .public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
)
ENDPOINT = "https://updates.push.services.mozilla.com/wpush/v2/abc"
PLACE = {"endpoint": ENDPOINT, "p256dh": text_of(POINT), "auth": text_of(bytes(16))}


@pytest.fixture
def client(signed_in, amara):
    return signed_in(amara)


def test_a_browser_that_she_lets_in_is_woken_for_her(client, amara, now):
    page = client.post(NEW, PLACE, follow=True).text

    assert "This browser tells you from now on." in page
    assert "<span>Firefox</span>" in page
    [subscription] = PushSubscription.objects.all()
    assert subscriptions_of(amara.pk, now=now) == [subscription.pk]
    assert "mention" in subscription.alerts.split()
    assert "favourite" not in subscription.alerts.split()


def test_what_it_holds_opens_nothing(client):
    client.post(NEW, PLACE)
    [kept] = PushSubscription.objects.select_related("token")
    token = sealing.unseal(bytes(kept.sealed_token), purpose=PURPOSE, place=str(kept.token_id))

    for path in ("/api/v1/timelines/home", "/api/v1/notifications", "/api/v1/preferences"):
        answer = Client().get(path, headers={"Authorization": f"Bearer {token}"})
        assert answer.status_code == 403


def test_letting_it_in_again_is_still_one(client):
    client.post(NEW, PLACE)
    client.post(NEW, PLACE)

    assert PushSubscription.objects.count() == AccessToken.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"endpoint": ""},
        {"endpoint": "http://127.0.0.1/wake"},
        {"endpoint": "ftp://push.example/"},
        {"p256dh": "x"},
        {"auth": ""},
    ],
)
def test_an_address_that_does_not_work_is_refused(client, wrong):
    page = client.post(NEW, PLACE | wrong, follow=True).text

    assert "This browser cannot be woken" in page
    assert not AccessToken.objects.exists()


def test_she_ends_it_and_nobody_else_does(client, signed_in, mallory):
    client.post(NEW, PLACE)
    [kept] = PushSubscription.objects.all()
    signed_in(mallory).post(f"{ALL}{kept.pk}/end/")
    assert "Firefox" in client.get(ALL).text

    page = client.post(f"{ALL}{kept.pk}/end/", follow=True).text

    assert "That browser is not woken any more." in page
    assert not AccessToken.objects.exists()


def test_a_new_password_ends_it_and_it_is_none_of_the_apps(client, amara):
    client.post(NEW, PLACE)
    assert "No app is signed in" in client.get("/you/apps/").text

    sign_out_everywhere(amara.account_id)

    assert not PushSubscription.objects.exists()


def test_visitors_have_none(db):
    assert Client().post(NEW, PLACE).status_code == 302
    assert not PushSubscription.objects.exists()


def test_the_worker_is_a_script_that_leads_to_activity(client):
    answer = client.get("/push-worker.js")

    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert 'openWindow("/notifications/")' in answer.text
    assert ALL in client.get("/notifications/settings/").text
