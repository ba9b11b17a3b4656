"""What is said of filters."""

from datetime import datetime, timedelta
from typing import Annotated, Any

from ninja import Schema
from pydantic import BeforeValidator, Field

from corridor.mastodon_api.callers import Caller
from corridor.mastodon_api.given_posts import MaybeId


def _listed(said: Any) -> Any:
    """Rails also takes `a[0][b]`, which is a dictionary here."""
    if isinstance(said, dict):
        return list(said.values())
    return said if isinstance(said, list) else [said]


def _blank_is_none(said: Any) -> Any:
    return None if said == "" else said


Names = Annotated[list[str], BeforeValidator(_listed), Field(max_length=20)]
Seconds = Annotated[Annotated[int, Field(ge=0, le=10**9)] | None, BeforeValidator(_blank_is_none)]


class KeywordWords(Schema):
    id: MaybeId = None
    keyword: str | None = None
    whole_word: bool | None = None
    destroy: bool = Field(default=False, alias="_destroy")


Keywords = Annotated[list[dict[str, Any]], BeforeValidator(_listed), Field(max_length=200)]


def until(seconds: int | None, caller: Caller) -> datetime | None:
    return None if seconds is None else caller.now + timedelta(seconds=seconds)
