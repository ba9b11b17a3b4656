"""Django's admin: for operators only, and silent about what people said in confidence."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import Client

from corridor.people import actions, queries
from tests.thoroughly import thoroughly
from tests.web.browser import accessibility_violations, scrolls_sideways

SEALED = ["Facet", "FacetIndex", "Claim", "MailboxProof", "Evaluation", "Block", "Mute", "Consent"]


@pytest.fixture
def operator(prof_lindqvist):
    actions.make_operator(email=prof_lindqvist.account.email)
    return prof_lindqvist


def test_a_visitor_signs_in_by_the_usual_door(db):
    del db
    response = Client().get("/operate/", follow=True)

    assert response.redirect_chain[-1][0].startswith("/sign-in/")


def test_it_is_not_there_for_anybody_else(signed_in, amara):
    response = signed_in(amara).get("/operate/people/account/", follow=True)

    assert response.status_code == 404


def test_operators_close_an_account_and_its_owner_is_out(signed_in, operator, amara):
    hers = signed_in(amara)

    signed_in(operator).post(f"/operate/people/account/{amara.account_id}/change/", {})

    assert hers.get("/you/").status_code == 302


def test_nobody_makes_people_by_hand(signed_in, operator):
    client = signed_in(operator)

    assert client.get("/operate/people/account/add/").status_code == 403
    assert client.get("/operate/people/profile/add/").status_code == 403


def test_looking_at_a_person_is_noted_in_her_log(signed_in, operator, amara):
    signed_in(operator).get(f"/operate/people/profile/{amara.pk}/change/")

    assert [noted.by for noted in queries.accesses(amara)] == [operator]


@pytest.mark.parametrize("model", SEALED)
def test_nothing_said_in_confidence_is_registered(model):
    assert not admin.site.is_registered(apps.get_model("people", model))


@pytest.mark.django_db(transaction=True)
def test_it_works_under_our_content_policy(open_page, operator, amara):
    page = open_page("/operate/", viewer=operator)
    for path in (
        "/operate/people/account/",
        f"/operate/people/account/{amara.account_id}/change/",
        "/operate/people/question/add/",
    ):
        page.goto(path)
        assert page.locator("#header").is_visible()
        assert not scrolls_sideways(page)


@pytest.mark.parametrize(
    "model",
    ["account.EmailAddress", "mfa.Authenticator", "socialaccount.SocialApp", "auth.Group"],
)
def test_nothing_that_opens_an_account_is_edited_by_hand(model):
    assert not admin.site.is_registered(apps.get_model(model))


def test_whoever_is_added_at_the_desk_is_there_since_then(signed_in, operator, amara, mallory, now):
    signed_in(operator).post("/operate/people/reviewer/add/", {"profile": amara.pk})

    assert queries.can_review_person(amara, mallory, today=now.date())


@pytest.mark.parametrize(
    ("width", "theme"), [(390, "dark"), pytest.param(1280, "light", marks=thoroughly)]
)
def test_its_lists_and_forms_are_accessible(open_page, operator, width, theme):
    page = open_page("/operate/", viewer=operator, width=width, theme=theme)
    for path in (
        "/operate/",
        "/operate/people/profile/",
        "/operate/people/account/",
        "/operate/people/emaildomain/add/",
        "/operate/people/reviewer/add/",
    ):
        page.goto(path)

        assert accessibility_violations(page) == []
