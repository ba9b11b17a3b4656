"""Who asks, by one query that also tells what she may and whether anything is to be left out."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from corridor.mastodon_api import scopes
from corridor.mastodon_api.callers import bearer, checksum
from corridor.mastodon_api.lane import stamps
from corridor.mastodon_api.lane.addresses import NotForTheLane
from corridor.mastodon_api.reads import Read
from corridor.mastodon_api.tokens import bearer_of
from corridor.mastodon_api.uses import noted_today


class Reader(NamedTuple):
    """A `callers.Viewer`."""

    viewer_id: int | None
    now: datetime
    stamp: stamps.Stamp
    filters: str = ""


def reader_of(
    variables: Mapping[str, Any], read: Read, database: Any, *, is_stamped: bool
) -> Reader:
    """Raises NotForTheLane for whoever is refused.

    `is_stamped`: whether the state of the database is of interest.
    """
    now = datetime.now(UTC)
    stamp = stamps.of_sqlite(database) if is_stamped else None
    header = variables.get("HTTP_AUTHORIZATION", "")
    if not header:
        if not read.visitors:
            raise NotForTheLane
        return Reader(viewer_id=None, now=now, stamp=stamp)
    besides = stamps.IN_QUERY if is_stamped and stamps.is_in_query(database) else None
    kept = bearer_of(checksum(bearer(header)), now=now, database=database, besides=besides)
    if kept is None or kept.profile_id is None or not _allows(kept.scope, read.scope):
        raise NotForTheLane
    if not noted_today.has(kept.token_id, now.date()):
        raise NotForTheLane
    return Reader(
        viewer_id=kept.profile_id,
        now=now,
        stamp=stamp if besides is None else kept.besides,
        filters=kept.filters,
    )


@lru_cache(maxsize=1024)
def _allows(scope: str, needed: str) -> bool:
    return scopes.includes(scope.split(), needed)
