"""Guidance as people meet it."""

import pytest
from django.utils import timezone

from corridor.safety import actions, guidance_cards
from corridor.safety.choices import Queue
from tests.web.browser import flaws, follow

pytestmark = pytest.mark.django_db(transaction=True)


def test_pages_are_accessible(open_page, amara, mallory):
    now = timezone.now()
    actions.appoint_moderator(mallory, queues=[Queue.RULES], now=now, is_lead=True)
    actions.keep_policy("Photographs of patients need the form of the ward.", by=mallory, now=now)
    page = open_page("/guidance/", viewer=amara, width=390)
    assert flaws(page) == []

    for path in ("/guidance/policy/", *(f"/guidance/{slug}/" for slug in guidance_cards.CARDS)):
        page.goto(path)
        assert flaws(page) == []


def test_a_card_is_read_without_scripts(open_page, amara):
    page = open_page("/guidance/case-post/", viewer=amara, width=390, scripts=False)
    follow(page.get_by_role("button", name="I have read it"))
    assert page.get_by_text("You read").is_visible()
