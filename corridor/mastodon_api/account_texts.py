"""Accounts joined from prepared texts."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from corridor.kernel.compiled import Compiled, CompiledSeveral
from corridor.mastodon_api.entities.rows import ACCOUNT, account, account_lacks
from corridor.mastodon_api.rendering import render_accounts
from corridor.people import queries as people


def account_texts(ids: Iterable[int]) -> dict[int, str]:
    """Mastodon's JSON of each; not asked who is looking: whoever asks for them says that."""
    wanted = sorted(set(ids))
    rows = _rows().rows(wanted)
    lacking = {row[0] for row in rows if account_lacks(row)}
    if lacking:
        render_accounts(lacking)
        rows = _rows().rows(wanted)
    return {row[0]: account(row) for row in rows}


@cache
def _rows() -> CompiledSeveral[Any]:
    def build(ids: Sequence[int]) -> Any:
        return people.whole_profiles(ids).prefetch_related(None).values_list(*ACCOUNT)

    return CompiledSeveral(Compiled, build, int)
