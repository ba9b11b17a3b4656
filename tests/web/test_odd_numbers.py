"""Every page and form of a whole community, asked with numbers that are none of its rows'."""

import re

import pytest
from django.db import transaction
from django.utils import timezone

from corridor.demo import community
from corridor.demo.cast import AMARA, DR_OSEI, MODERATOR, PROF_LINDQVIST
from corridor.people import queries as people
from tests.thoroughly import thoroughly
from tests.web.forms_found import walk

IN_ANSWERS = ["9" * 5000, "²"]
"""More than Python takes for a number, and what it calls a digit and takes for none."""
UNKNOWN = str(2**63)
"""More than a database takes for one."""
IN_ADDRESS = re.compile(r"(?<=/)\d+(?=/)")
WHO = [AMARA, DR_OSEI, PROF_LINDQVIST, MODERATOR]
SERVER_ERROR = 500
FEWEST_FORMS = 100


@pytest.fixture(scope="module")
def _seeded(django_db_setup, django_db_blocker):
    del django_db_setup
    with django_db_blocker.unblock(), transaction.atomic():
        community.seed(now=timezone.now())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def community_of_the_demo(_seeded, db, settings):
    del db
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.web.odd_answers.middleware"]


@thoroughly
def test_no_number_breaks_a_page_or_form(community_of_the_demo, signed_in):
    seen, broken, number_of_forms = set(), [], 0
    for who in WHO:
        client = signed_in(people.profile_by_handle(who.handle))
        client.raise_request_exception = False
        pages, forms = walk(client, seen)
        number_of_forms += len(forms)
        asked = [("GET", path, {}) for path in pages]
        asked += [(form.method, form.path, _body(form)) for form in forms]
        broken += [one for odd in IN_ANSWERS for one in _broken(client, asked, odd)]
        elsewhere = [
            (method, IN_ADDRESS.sub(UNKNOWN, path), body)
            for method, path, body in asked
            if IN_ADDRESS.search(path)
        ]
        broken += _broken(client, elsewhere, UNKNOWN)

    assert broken == []
    assert number_of_forms > FEWEST_FORMS


def _broken(client, asked, odd):
    return [
        (method, path[:100], odd[:20])
        for method, path, body in asked
        if _status(client, method, path, body, odd) >= SERVER_ERROR
    ]


def _body(form):
    body = {}
    for name, value in form.said:
        body.setdefault(name, []).append(value)
    return body


def _status(client, method, path, body, odd):
    ask = client.get if method == "GET" else client.post
    with transaction.atomic():
        answer = ask(path, body, headers={"Odd": odd.encode().decode("latin-1")})
        transaction.set_rollback(True)
    return answer.status_code
