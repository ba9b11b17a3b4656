"""Dr Osei offers places; Amara, the first of her family at university, looks for somebody."""

import html5lib
import pytest
from django.utils import timezone

from corridor.mentoring.actions import Hello, say_hello
from corridor.people.choices import Kind
from tests.people.verifying import *  # noqa: F403 - pytest finds fixtures by name
from tests.web.mentors.conftest import *  # noqa: F403 - the same

THREE = {
    "who": "Third year, first in my family at university.",
    "why": "Your thread on blocks made me like anatomy.",
    "ask": "Could you tell me how you chose your elective?",
    "role": "mentor",
}


@pytest.fixture
def said(osei, amara):
    """Her hello to him waits."""
    three = Hello(who=THREE["who"], why=THREE["why"], ask=THREE["ask"])
    now = timezone.now()
    return say_hello(three, mentor=osei, role=Kind.MENTORSHIP, by=amara, now=now).pk


@pytest.fixture
def read():
    def read_(client, path, status=200):
        answer = client.get(path)
        assert answer.status_code == status
        html5lib.HTMLParser(strict=True).parse(answer.text)
        return answer.text

    return read_
