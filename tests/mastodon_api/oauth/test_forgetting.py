"""Apps that registered and that nobody uses do not stay for ever."""

from datetime import timedelta

import pytest
from django.utils import timezone
from oauth2_provider.models import AccessToken, Application, Grant

from corridor.mastodon_api.oauth.forgetting import UNUSED_FOR, forget_unused_apps


@pytest.fixture
def later():
    return timezone.now() + UNUSED_FOR + timedelta(minutes=1)


def test_an_app_that_nobody_let_in_is_forgotten_after_a_month(pocket, later):
    assert forget_unused_apps(now=timezone.now()) == 0
    assert Application.objects.exists()

    assert forget_unused_apps(now=later) == 1
    assert not Application.objects.exists()


def test_its_own_tokens_are_no_use_of_it(pocket, exchange, later):
    exchange(pocket, grant_type="client_credentials", redirect_uri=None)

    assert forget_unused_apps(now=later) == 1
    assert not AccessToken.objects.exists()


def test_an_app_that_somebody_let_in_stays(amara, pocket, token_for, later):
    token_for(amara, pocket)

    assert forget_unused_apps(now=later) == 0
    assert Application.objects.exists()


def test_codes_that_are_over_go(amara, pocket, code_for, later):
    code_for(amara, pocket)

    forget_unused_apps(now=timezone.now())
    assert Grant.objects.exists()
    forget_unused_apps(now=later)
    assert not Grant.objects.exists()
