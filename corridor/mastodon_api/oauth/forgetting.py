"""Apps that registered and that nobody uses: anybody may register one, so they would pile up."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef
from oauth2_provider.models import AccessToken, Application, Grant

UNUSED_FOR = timedelta(days=30)
"""Apps in browsers keep what they registered with while somebody thinks about it."""
MOST_AT_ONCE = 1_000


def forget_unused_apps(*, now: datetime) -> int:
    """Of registered apps those that nobody has let in; answers how many. Codes that are over go."""
    Grant.objects.filter(expires__lte=now).delete()
    tokens = AccessToken.objects.filter(application=OuterRef("pk")).order_by()
    let_in = tokens.filter(user__isnull=False, expires__gt=now)
    lately = tokens.filter(created__gt=now - UNUSED_FOR)
    asked = Grant.objects.filter(application=OuterRef("pk")).order_by()
    unused = Application.objects.filter(
        ~Exists(let_in),
        ~Exists(lately),
        ~Exists(asked),
        registered__isnull=False,
        created__lte=now - UNUSED_FOR,
    )
    ids = list(unused.order_by("pk").values_list("pk", flat=True)[:MOST_AT_ONCE])
    Application.objects.filter(pk__in=ids).delete()
    return len(ids)
