"""Whatever an app sends to any address of the API: an answer, never a breakdown, and nothing of
what is somebody else's. `HOSTILE_EXAMPLES` says how often each is tried.
"""

import json
import os
from datetime import UTC, datetime
from urllib.parse import quote, urlencode

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, note, settings

from corridor.mastodon_api.api import api
from tests.mastodon_api.hostile.stage import SECRET, count_hers, furnish
from tests.mastodon_api.hostile.words import Description

EXAMPLES = int(os.environ.get("HOSTILE_EXAMPLES", "3"))
DOCUMENT = api.get_openapi_schema(path_prefix="/api/")
OPERATIONS = Description(DOCUMENT, ["1"]).operations()
often = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


TOPICS = sorted({tag for _method, _path, operation in OPERATIONS for tag in operation["tags"]})


@pytest.mark.parametrize("topic", TOPICS)
def test_anything_is_answered_and_nothing_is_given_away(topic, db):
    del db
    stage = furnish(datetime.now(UTC))
    description = Description(DOCUMENT, list(stage.numbers))
    before = count_hers()
    assert all(before.values())
    for method, path, operation in OPERATIONS:
        if topic in operation["tags"]:
            asked = description.requests(path, operation)
            _is_sound(stage, f"{method.upper()} {path}", asked, before)


def _is_sound(stage, address, requests, before):
    @often
    @given(request=requests)
    def ask(request):
        note(address)
        with transaction.atomic():
            answer = _asked(stage, address, request)
            assert _is_answer(answer)
            assert SECRET not in answer.content.decode()
            assert count_hers() == before
            transaction.set_rollback(True)

    ask()


def _asked(stage, address, request):
    method, _, path = address.partition(" ")
    client = {
        "amara": stage.app,
        "visitor": Client,
        "nobody": lambda: Client(headers={"Authorization": "Bearer nobodys"}),
    }[request["who"]]()
    named = {name: quote(_sendable(text), safe="") for name, text in request["named"].items()}
    where = path.format(**named)
    if request["query"]:
        where += f"?{urlencode(_flat(request['query']))}"
    body, kind = _written(request["body"], request["kind"])
    return client.generic(method, where, body, content_type=kind)


def _written(body, kind):
    if kind == "json":
        return json.dumps(body).encode(), "application/json"
    pairs = _flat(body)
    if kind == "form":
        return urlencode(pairs).encode(), "application/x-www-form-urlencoded"
    parts = "".join(
        f'--edge\r\nContent-Disposition: form-data; name="{quote(name, safe="[]")}"'
        f"\r\n\r\n{text}\r\n"
        for name, text in pairs
    )
    return f"{parts}--edge--\r\n".encode(), "multipart/form-data; boundary=edge"


def _flat(value, name=""):
    """As forms say what is nested: `poll[options][]`."""
    if isinstance(value, dict):
        return [
            pair
            for key, inner in value.items()
            for pair in _flat(inner, f"{name}[{_sendable(key)}]" if name else _sendable(key))
        ]
    if isinstance(value, list):
        return [pair for inner in value for pair in _flat(inner, f"{name}[]")]
    return [(name, "" if value is None else _sendable(str(value)))]


def _sendable(text):
    return text.encode("utf-8", "replace").decode()


def _is_answer(answer):
    """In JSON, with a sentence where it is refused."""
    assert answer.status_code < 500, answer.content
    assert answer.headers["Content-Type"].startswith("application/json"), answer.content
    said = answer.json()
    assert isinstance(said, list | dict)
    if answer.status_code >= 400:
        assert isinstance(said["error"], str)
        assert said["error"]
    return True
