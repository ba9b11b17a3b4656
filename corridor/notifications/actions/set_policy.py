"""Somebody says what happens with news from people whom she does not know."""

from collections.abc import Mapping

from corridor.notifications.choices import Treatment
from corridor.notifications.models import Policy


def set_policy(wishes: Mapping[str, Treatment], *, by: int) -> Policy:
    """`wishes`: names of columns; the others stay as they are."""
    policy, _ = Policy.objects.update_or_create(profile_id=by, defaults=dict(wishes))
    return policy
