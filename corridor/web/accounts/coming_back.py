"""Who asked to leave and signs in before the day stays."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from corridor.people import actions, queries


def come_back(request: HttpRequest, user: Any, **kwargs: Any) -> None:
    """Listens to Django's `user_logged_in`."""
    del kwargs
    if queries.leaves_at(user) is None:
        return
    actions.come_back(account=user)
    # A sign-in by a program has no page to say it on.
    messages.success(
        request, _("You stay. Nothing was deleted, and others see you again."), fail_silently=True
    )
