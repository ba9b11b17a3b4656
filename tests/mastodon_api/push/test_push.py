"""Apps are woken when their member is told of something. The push service is recorded."""

import json
from base64 import urlsafe_b64decode
from datetime import UTC, datetime, timedelta

import http_ece
import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from django.utils import timezone
from oauth2_provider.models import AccessToken

from corridor.kernel import outbound_http
from corridor.kernel.outbound_http import AddressNotAllowed, Answer, NotReached
from corridor.mastodon_api.models import PushSubscription
from corridor.mastodon_api.push.delivering import TryAgain, deliver
from corridor.mastodon_api.push.keys import bytes_of, text_of
from corridor.people import actions as people
from corridor.posts import actions as posts
from tests.posts.conftest import *  # noqa: F403 - pytest finds fixtures by name

PLACE = "/api/v1/push/subscription"
ENDPOINT = "https://push.example/send/abc"
AUTH = bytes(range(16))


@pytest.fixture
def device():
    """The key that the app keeps."""
    return ec.generate_private_key(ec.SECP256R1())


@pytest.fixture
def asked(device):
    """What an app says when it subscribes."""
    point = device.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return {
        "subscription": {
            "endpoint": ENDPOINT,
            "keys": {"p256dh": text_of(point), "auth": text_of(AUTH)},
            "standard": True,
        },
        "data": {"alerts": {"mention": True, "favourite": True}},
    }


@pytest.fixture
def subscribe(app, asked):
    def ask(profile, **changes):
        said = {**asked, "subscription": {**asked["subscription"], **changes.pop("place", {})}}
        said["data"] = {**asked["data"], **changes}
        return app(profile).post(PLACE, said, content_type="application/json")

    return ask


@pytest.fixture
def service(monkeypatch):
    """The push service: what it was sent, and what it answers."""
    got = []

    def post(url, *, body, headers):
        got.append((url, body, headers))
        if isinstance(post.answer, Exception):
            raise post.answer
        return Answer(code=post.answer, text="")

    post.answer, post.got = 201, got
    monkeypatch.setattr(outbound_http, "post", post)
    return post


@pytest.fixture
def told(amara, dr_osei, says):
    """Amara is told of a reply, without a worker to tell her app: id of the notification."""
    says(dr_osei, "Well done @amara_nwosu")
    return amara.notifications.latest("pk").pk


def send(told):
    return deliver(PushSubscription.objects.get().pk, told, now=timezone.now())


def test_an_app_subscribes_and_reads_it_again(app, amara, subscribe):
    made = subscribe(amara).json()

    assert made["endpoint"] == ENDPOINT
    assert made["alerts"]["mention"] is True
    assert made["alerts"]["reblog"] is False
    assert made["server_key"] == settings.VAPID_PUBLIC_KEY
    assert app(amara).get(PLACE).json() == made


def test_a_form_subscribes_as_well(app, amara, asked):
    keys = asked["subscription"]["keys"]

    made = (
        app(amara)
        .post(
            PLACE,
            {
                "subscription[endpoint]": ENDPOINT,
                "subscription[keys][p256dh]": keys["p256dh"],
                "subscription[keys][auth]": keys["auth"],
                "data[alerts][follow]": "true",
                "data[policy]": "followed",
            },
        )
        .json()
    )

    assert (made["alerts"]["follow"], made["policy"], made["standard"]) == (True, "followed", False)


def test_what_it_wants_to_hear_of_is_changed_and_ended(app, amara, subscribe):
    subscribe(amara)
    mine = app(amara)

    changed = mine.put(
        PLACE, {"data": {"alerts": {"poll": True}}}, content_type="application/json"
    ).json()
    mine.delete(PLACE)

    assert [name for name, wanted in changed["alerts"].items() if wanted] == ["poll"]
    assert mine.get(PLACE).status_code == 404
    assert mine.put(PLACE, {}, content_type="application/json").status_code == 404


@pytest.mark.parametrize(
    "place",
    [
        {"endpoint": "http://push.example/send"},
        {"endpoint": "https://push.example:8443/send"},
        {"endpoint": "https://user:secret@push.example/"},
        {"endpoint": "file:///etc/passwd"},
        {"endpoint": "https://[broken"},
        {"endpoint": ""},
        {"keys": {"p256dh": "AAAA", "auth": text_of(AUTH)}},
        {"keys": {"p256dh": text_of(b"\x04" + b"\x01" * 64), "auth": text_of(AUTH)}},
        {"keys": {"p256dh": "é" * 20, "auth": "no"}},
        {"keys": "none"},
    ],
)
def test_what_cannot_be_pushed_to_is_refused(amara, subscribe, place):
    assert subscribe(amara, place=place).status_code == 422
    assert not PushSubscription.objects.exists()


def test_a_token_without_push_subscribes_to_nothing(app, amara, asked):
    refused = app(amara, scopes="read write").post(PLACE, asked, content_type="application/json")

    assert refused.status_code == 403


@pytest.mark.parametrize("standard", [True, False])
def test_the_app_opens_what_it_is_sent(amara, dr_osei, device, subscribe, service, told, standard):
    subscribe(amara, place={"standard": standard})

    assert send(told)

    [(url, body, headers)] = service.got
    opened = _open(body, headers, device)
    assert url == ENDPOINT
    assert opened["title"] == f"{dr_osei.display_name} named you"
    assert opened["body"] == "Well done @amara_nwosu"
    assert opened["notification_type"] == "mention"
    assert opened["notification_id"] == told
    assert opened["access_token"].startswith("token-of-amara_nwosu")
    assert headers["TTL"] == "172800"


def _open(body, headers, device):
    if headers["Content-Encoding"] == "aes128gcm":
        said = http_ece.decrypt(body, private_key=device, auth_secret=AUTH)
    else:
        words = dict(part.split("=", 1) for part in headers["Crypto-Key"].split(";"))
        said = http_ece.decrypt(
            body,
            salt=bytes_of(headers["Encryption"].removeprefix("salt=")),
            private_key=device,
            dh=bytes_of(words["dh"]),
            auth_secret=AUTH,
            version="aesgcm",
        )
    return json.loads(said)


def test_a_reply_wakes_the_app_by_itself(amara, dr_osei, subscribe, service, says):
    subscribe(amara)

    says(dr_osei, "Well done @amara_nwosu")

    assert [url for url, _, _ in service.got] == [ENDPOINT]


def test_the_service_sees_who_sends(amara, subscribe, service, told):
    subscribe(amara)

    send(told)

    scheme, _, rest = service.got[0][2]["Authorization"].partition(" t=")
    token, _, key = rest.partition(", k=")
    said, _, signature = token.rpartition(".")
    claims = json.loads(urlsafe_b64decode(said.split(".")[1] + "=="))
    assert scheme == "vapid"
    assert claims["aud"] == "https://push.example"
    assert datetime.fromtimestamp(claims["exp"], tz=UTC) < timezone.now() + timedelta(hours=24)
    assert _is_signed(said, signature, key)
    assert not _is_signed(f"{said}x", signature, key)


def _is_signed(said, signature, key):
    raw = bytes_of(signature)
    numbers = (int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), bytes_of(key))
    try:
        public.verify(encode_dss_signature(*numbers), said.encode(), ec.ECDSA(SHA256()))
    except InvalidSignature:
        return False
    return True


def test_what_the_app_does_not_want_is_not_sent(amara, subscribe, service, told):
    subscribe(amara, alerts={"favourite": True})

    assert not send(told)
    assert service.got == []


@pytest.mark.parametrize(
    ("policy", "follows", "sent"),
    [
        ("all", None, 1),
        ("none", None, 0),
        ("followed", None, 0),
        ("followed", "she follows", 1),
        ("follower", "she follows", 0),
        ("follower", "is followed", 1),
    ],
)
def test_it_says_from_whom(amara, dr_osei, subscribe, service, told, now, policy, follows, sent):
    subscribe(amara, policy=policy)
    if follows == "she follows":
        people.follow(follower=amara, followed=dr_osei, now=now)
    elif follows == "is followed":
        people.follow(follower=dr_osei, followed=amara, now=now)
    service.got.clear()

    send(told)

    assert len(service.got) == sent


def test_what_she_may_not_see_any_more_is_not_sent(amara, dr_osei, subscribe, service, told, now):
    subscribe(amara)
    people.block(blocker=amara, blocked=dr_osei, now=now)

    assert not send(told)
    assert service.got == []


def test_a_deleted_post_is_not_sent(amara, dr_osei, subscribe, service, says, now):
    subscribe(amara)
    post = says(dr_osei, "Well done @amara_nwosu")
    number = amara.notifications.get().pk
    posts.delete_post(post=post, by=dr_osei, now=now)
    service.got.clear()

    assert not send(number)


@pytest.mark.parametrize("code", [404, 410])
def test_a_subscription_that_is_over_is_removed(amara, subscribe, service, told, code):
    subscribe(amara)
    service.answer = code

    assert not send(told)
    assert not PushSubscription.objects.exists()


def test_an_address_inside_is_never_asked_again(amara, subscribe, service, told):
    subscribe(amara)
    service.answer = AddressNotAllowed("push.example")

    assert not send(told)
    assert not PushSubscription.objects.exists()


@pytest.mark.parametrize("answer", [500, 503, 429, NotReached("slow")])
def test_a_service_that_fails_is_tried_again(amara, subscribe, service, told, answer):
    subscribe(amara)
    service.answer = answer

    with pytest.raises(TryAgain):
        send(told)
    assert PushSubscription.objects.exists()


def test_a_refusal_is_final(amara, subscribe, service, told):
    subscribe(amara)
    service.answer = 413

    assert not send(told)
    assert PushSubscription.objects.exists()


def test_signing_the_app_out_ends_its_messages(amara, subscribe, service, told):
    subscribe(amara)

    AccessToken.objects.all().delete()

    assert not PushSubscription.objects.exists()


def test_the_token_lies_sealed(amara, subscribe):
    subscribe(amara)

    assert b"token-of" not in bytes(PushSubscription.objects.get().sealed_token)
