"""Tokens end in one place, so that whatever is open for them hears of it."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from oauth2_provider.models import AccessToken, Grant

from corridor.kernel import events
from corridor.mastodon_api.events import AppsSignedOut


@transaction.atomic
def revoke(tokens: QuerySet[Any, Any]) -> int:
    """How many."""
    ids = list(tokens.order_by("pk").values_list("pk", flat=True))
    if ids:
        AccessToken.objects.filter(pk__in=ids).delete()
        events.publish(AppsSignedOut(token_ids=ids))
    return len(ids)


@transaction.atomic
def sign_out_everywhere(account_id: int) -> int:
    """Each app, and whatever code is on its way to one."""
    Grant.objects.filter(user=account_id).delete()
    return revoke(AccessToken.objects.filter(user=account_id))
