"""Who asks, by one query that also tells what she may and whether anything is to be left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db.models import OuterRef
from django.utils import timezone
from oauth2_provider.models import AccessToken

from corridor.mastodon_api import scopes
from corridor.mastodon_api.callers import bearer, checksum
from corridor.mastodon_api.compiled import Compiled
from corridor.mastodon_api.lane import stamps
from corridor.mastodon_api.lane.addresses import NotForTheLane
from corridor.mastodon_api.reads import Read
from corridor.posts import queries as posts


@dataclass(frozen=True, kw_only=True)
class Reader:
    """A `callers.Viewer`."""

    viewer_id: int | None
    now: datetime
    stamp: stamps.Stamp
    has_filters: bool = False


def reader_of(variables: Mapping[str, Any], read: Read, database: Any) -> Reader:
    """Raises NotForTheLane for whoever is refused."""
    now = timezone.now()
    stamp = stamps.of_sqlite(database)
    header = variables.get("HTTP_AUTHORIZATION", "")
    if not header:
        if not read.visitors:
            raise NotForTheLane
        return Reader(viewer_id=None, now=now, stamp=stamp)
    query = _tokens(has_stamp=stamps.is_in_query(database))
    found = query.rows({"checksum": checksum(bearer(header)), "now": now}, database)
    if not found:
        raise NotForTheLane
    scope, viewer_id, may_sign_in, departure, has_filters, *asked = found[0]
    if viewer_id is None or not may_sign_in or departure is not None:
        raise NotForTheLane
    if not _allows(scope, read.scope):
        raise NotForTheLane
    return Reader(
        viewer_id=viewer_id,
        now=now,
        stamp=asked[0] if asked else stamp,
        has_filters=bool(has_filters),
    )


@lru_cache(maxsize=2)
def _tokens(*, has_stamp: bool) -> Compiled:
    def build(checksum: str, now: datetime) -> Any:
        kept = AccessToken.objects.filter(token_checksum=checksum, expires__gt=now).order_by()
        filters = posts.has_filters(OuterRef("user__profile"))
        columns = ["scope", "user__profile", "user__is_active", "user__departure"]
        told = kept.annotate(has_filters=filters)
        if has_stamp:
            told = told.annotate(stamp=stamps.IN_QUERY)
            return told.values_list(*columns, "has_filters", "stamp")
        return told.values_list(*columns, "has_filters")

    return Compiled(build, checksum=str, now=datetime)


@lru_cache(maxsize=1024)
def _allows(scope: str, needed: str) -> bool:
    return scopes.includes(scope.split(), needed)
