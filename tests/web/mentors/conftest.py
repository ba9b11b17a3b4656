"""Amara wishes for what Dr Osei offers."""

import pytest
from django.utils import timezone

from corridor.people import actions
from corridor.people.actions import NewOffer, NewWish
from tests.people.describing import *  # noqa: F403 - pytest finds fixtures by name


@pytest.fixture
def present(db):
    """Pages look at the clock: whoever is to be found was here today."""
    del db

    def visit(profile, **offer):
        actions.note_visit(profile=profile, today=timezone.now().date())
        new = NewOffer(**{"kind": "mentor"} | offer)
        actions.set_offers(profile=profile, offers=[new], by=profile)
        return profile

    return visit


@pytest.fixture
def osei(dr_osei, present):
    actions.set_languages(profile=dr_osei, languages=["English", "Twi"], by=dr_osei)
    return present(dr_osei, capacity=2, carries=1, topics=("first research project",))


@pytest.fixture
def wishing_amara(amara):
    wish = NewWish(kind="mentor", topics=("first research project", "publishing"), goal="A poster")
    actions.set_wishes(profile=amara, wishes=[wish], by=amara)
    return amara
