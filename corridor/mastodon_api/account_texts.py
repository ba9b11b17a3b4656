"""Accounts joined from prepared texts."""

from collections.abc import Iterable

from corridor.mastodon_api.entities.rows import ACCOUNT, Row, account, account_lacks
from corridor.mastodon_api.rendering import render_accounts
from corridor.people import queries as people


def account_texts(ids: Iterable[int]) -> dict[int, str]:
    """Mastodon's JSON of each; not asked who is looking: whoever asks for them says that."""
    wanted = set(ids)
    rows = _rows(wanted)
    lacking = {row[0] for row in rows if account_lacks(row)}
    if lacking:
        render_accounts(lacking)
        rows = _rows(wanted)
    return {row[0]: account(row) for row in rows}


def _rows(ids: set[int]) -> list[Row]:
    found = people.whole_profiles(ids).prefetch_related(None)
    return list(found.values_list(*ACCOUNT)) if ids else []
