"""What others may want to know of helpers."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class HelperAsked:
    """Somebody would like somebody else to be a helper of hers."""

    owner_id: int
    helper_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class HelperAgreed:
    owner_id: int
    helper_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class HelperWithdrawn:
    """She is no helper any more, or never became one."""

    owner_id: int
    helper_id: int


@dataclass(frozen=True, kw_only=True)
class HelperCalled:
    """Somebody may be under attack, and had agreed beforehand that this helper is told."""

    owner_id: int
    helper_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class HelperActed:
    """A helper did something for somebody."""

    owner_id: int
    helper_id: int
    at: datetime
