"""Everybody knocks at every door of an area: who gets in?"""

from importlib import import_module
from itertools import product

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from corridor.config import urls

SHUT = {403, 404}
NO_DOOR = 405


def doors(area, **at):
    """`doors("mentoring", goal_id=3)`: name -> path, of each address of the area that has a number
    or a name in it. Where that differs from one to the next it is a dictionary, by the name.
    """
    found = {}
    for pattern in import_module(f"corridor.web.{area}.urls").urlpatterns:
        wanted = pattern.pattern.converters or pattern.pattern.regex.groupindex
        if not wanted:
            continue
        given = {key: at[key] for key in wanted}
        values = {
            key: one[pattern.name] if isinstance(one, dict) else one for key, one in given.items()
        }
        found[pattern.name] = reverse(pattern.name, kwargs={**values, **pattern.default_args})
    return found


def who_gets_in(paths, clients):
    """Whoever gets in -> the addresses, by GET and by POST. Nothing that is posted stays."""
    with pytest.MonkeyPatch.context() as patch:
        # What the page of the error says is asked of it elsewhere; to draw it takes a third of it.
        patch.setattr(urls, "handler404", lambda *_given, **_more: HttpResponse(status=404))
        return _found(paths, clients)


def _found(paths, clients):
    found = {}
    for (name, path), method in product(paths.items(), ("get", "post")):
        visitors = _knock(clients["visitor"], method, path)
        if visitors == NO_DOOR:
            continue
        answers = {
            who: visitors if who == "visitor" else _knock(client, method, path)
            for who, client in clients.items()
        }
        inside = " ".join(who for who, code in answers.items() if code not in SHUT)
        found.setdefault(inside, set()).add(f"{method.upper()} {name}")
    return found


def opens(*, get="", post=""):
    """As `who_gets_in` lists addresses."""
    return {f"GET {name}" for name in get.split()} | {f"POST {name}" for name in post.split()}


def _knock(client, method, path):
    with transaction.atomic():
        answer = getattr(client, method)(path)
        transaction.set_rollback(True)
    if answer.status_code == 302 and answer.url.startswith("/sign-in/"):
        return 403
    assert answer.status_code < 500, path
    return answer.status_code


def clients(signed_in, **people):
    return {"visitor": Client()} | {who: signed_in(one) for who, one in people.items()}
