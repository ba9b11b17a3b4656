"""What others may want to know of apps."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class AppsSignedOut:
    """These tokens open nothing any more; whatever stays open for them closes."""

    token_ids: Sequence[int]
