"""How tests join: what somebody types, and the mails that come of it."""

import hmac
import re
import struct
from base64 import b32decode

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client

from corridor.people.actions import make_operator

GIVEN = {"name": "Kofi Mensah", "email": "kofi@example.org", "password1": "a quiet corridor"}


@pytest.fixture
def visitor(db):
    del db
    return Client()


@pytest.fixture
def fill_in(visitor):
    """Send the form of joining: `fill_in(name="Kofi")` with the rest as usual."""

    def send(client=visitor, **changes):
        return client.post("/join/", GIVEN | changes)

    return send


@pytest.fixture
def operator(prof_lindqvist):
    """Prof Lindqvist, who also runs the server."""
    make_operator(email="ingrid_lindqvist@example.org")
    prof_lindqvist.refresh_from_db()
    return prof_lindqvist


def code_from(message) -> str:
    return re.search(r"^    (\d{6})$", message.body, re.MULTILINE)[1]


def link_from(message) -> str:
    return re.search(r"http://localhost:8000(/\S+)", message.body)[1]


def type_code(client, code=None):
    return client.post("/join/code/", {"code": code or code_from(mail.outbox[-1])})


def account_of(email):
    return get_user_model().objects.filter(email=email).first()


def is_signed_in(client) -> bool:
    return client.get("/you/security/").status_code == 200


def app_shows(secret: str, at: float) -> str:
    """RFC 6238, with what every app takes for granted."""
    moment = struct.pack(">Q", int(at) // 30)
    digest = hmac.new(b32decode(secret), moment, "sha1").digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 10**6:06}"
