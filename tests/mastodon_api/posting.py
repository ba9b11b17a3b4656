"""What tests of posts over the API share."""

import json


def sent(client, path, method="post", **words):
    """As JSON: `sent(app(amara), "/api/v1/statuses", status="Hello")`."""
    return getattr(client, method)(path, json.dumps(words), content_type="application/json")


def said(answer):
    assert answer.status_code == 200, answer.content
    return answer.json()


def links(answer):
    """Addresses to the next piece of a list and the previous one."""
    return [
        link.split(">")[0].removeprefix("<http://localhost:8000")
        for link in answer.headers["Link"].split(", ")
    ]
