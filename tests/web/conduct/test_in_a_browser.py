"""What follows and what is done about it, on a phone and without scripts."""

from datetime import timedelta

import pytest
from django.utils import timezone

from corridor.programmes.actions import conduct, team
from corridor.programmes.choices import TeamRole
from corridor.programmes.models import TeamMember
from tests.programmes.consequences.stage import arrange, change
from tests.web.browser import flaws, follow

__all__ = ["arrange", "change"]

pytestmark = pytest.mark.django_db(transaction=True)
OWN = "/p/first-gen/conduct/falling-through/"
TEAM = "/p/first-gen/directing/consequences/"


def test_from_an_appeal_to_its_answer_without_scripts(open_page, resting, amara, prof_lindqvist):
    hers = open_page(OWN, viewer=amara, width=390, scripts=False)
    hers.get_by_label("What should somebody know").fill("I was on call.")
    follow(hers.get_by_role("button", name="Ask"))
    assert hers.get_by_text("Your appeal waits: nothing follows meanwhile").is_visible()

    director = open_page("/p/first-gen/directing/", viewer=prof_lindqvist, width=390, scripts=False)
    follow(director.get_by_role("link", name="When something falls through Appeals"))
    follow(director.get_by_role("link", name="Amara Nwosu waits"))
    director.get_by_label("Why? The person reads it").fill("On call is no fault.")
    follow(director.get_by_role("button", name="Grant it: nothing follows"))
    assert director.get_by_text("Nothing waits for you").is_visible()

    hers.reload()
    assert hers.get_by_text("Nothing follows").is_visible()
    assert hers.get_by_text("On call is no fault.").is_visible()


def test_pages_are_accessible(open_page, resting, pair, arrange, amara, dr_osei, prof_lindqvist):
    meeting = arrange(timezone.now() - timedelta(days=1))
    director = open_page(TEAM, viewer=prof_lindqvist)
    found = flaws(director)
    director.goto("/p/first-gen/directing/falling-through/")
    found += flaws(director)
    his = open_page(f"/meetings/{meeting.pk}/log/", viewer=dr_osei)
    found += flaws(his)
    his.get_by_label("No, it did not happen").check()
    his.get_by_label("because Amara Nwosu did not come").check()
    follow(his.get_by_role("button", name="Keep"))
    hers = open_page(f"/meetings/{meeting.pk}/", viewer=amara)
    found += flaws(hers)
    hers.goto(OWN)
    found += flaws(hers)
    hers.get_by_label("What should somebody know").fill("I was on call.")
    follow(hers.get_by_role("button", name="Ask"))
    director.goto(f"{TEAM}{resting.pk}/")
    found += flaws(director)
    assert found == []


def test_a_concern_that_nobody_has_is_passed_on_accessibly(
    open_page, pair, programme, amara, prof_lindqvist, join, now
):
    other = join(handle="other", display_name="Another")
    TeamMember.objects.create(programme=programme, profile=other, role=TeamRole.OWNER)
    new = conduct.NewConcern(words="He shouts.", to_id=prof_lindqvist.pk)
    concern = conduct.raise_concern(programme, new, by=amara, now=now)
    member = programme.team.get(profile=prof_lindqvist)
    team.leave_team(member, by=prof_lindqvist, now=now)

    page = open_page(f"/concerns/{concern.pk}/", viewer=amara, width=390, scripts=False)
    found = flaws(open_page(f"/concerns/{concern.pk}/", viewer=amara))
    follow(page.get_by_role("button", name="Tell Another in confidence"))

    assert found == []
    assert page.get_by_text("It waits to be read.").is_visible()
