"""A case that nobody flagged: very many turn on one person."""

import html5lib
import pytest
from django.utils import timezone

from corridor.posts.actions import NewPost, publish_post
from corridor.safety.actions import call_moderators
from corridor.safety.models import Surge


@pytest.fixture
def surge_case(amara, mallory):
    now = timezone.now()
    publish_post(NewPost(text="@amara_nwosu You're not a real doctor"), by=mallory, now=now)
    surge = Surge.objects.create(
        profile=amara, level=3, began_at=now, at=now, strangers=44, usual=0.3, new=9, hostile=20
    )
    return call_moderators(surge)


@pytest.fixture
def desk(signed_in, moderator):
    return signed_in(moderator())


def test_it_says_why_it_is_there_and_what_was_said(desk, surge_case):
    answer = desk.get(f"/queue/{surge_case.pk}/")

    assert answer.status_code == 200
    html5lib.HTMLParser(strict=True).parse(answer.text)
    assert "44 people without an earlier tie turned to her within six hours" in answer.text
    assert "There are 44 of them." in answer.text
    assert "You&#x27;re not a real doctor" in answer.text
    assert "very many turn on" in desk.get("/queue/").text


def test_no_measure_fits_the_one_it_happens_to(desk, surge_case):
    page = desk.get(f"/queue/{surge_case.pk}/").text
    assert 'value="nothing"' in page
    for measure in ("nudge", "limit", "freeze", "suspend", "remove", "label"):
        assert f'value="{measure}"' not in page

    said = {"measure": "suspend", "reason": "harassment", "words": "No"}
    desk.post(f"/queue/{surge_case.pk}/decision/", said)

    surge_case.refresh_from_db()
    assert surge_case.closed_at is None


def test_it_is_closed_without_action(desk, surge_case):
    desk.post(f"/queue/{surge_case.pk}/decision/", {"measure": "nothing", "reason": "harassment"})

    surge_case.refresh_from_db()
    assert surge_case.closed_at is not None


def test_she_herself_finds_no_page(signed_in, surge_case, amara, moderator):
    moderator()

    assert signed_in(amara).get(f"/queue/{surge_case.pk}/").status_code == 404
