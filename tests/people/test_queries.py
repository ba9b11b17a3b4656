from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser

from corridor.people import queries


def test_whoever_is_signed_in_has_a_profile(amara):
    account = get_user_model().objects.get(profile=amara)

    assert queries.profile_of(account) == amara


def test_a_visitor_has_no_profile(db):
    assert queries.profile_of(AnonymousUser()) is None


def test_an_unknown_handle_belongs_to_nobody(db):
    assert queries.profile_by_handle("nobody") is None
