"""What templates of the desk look up."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import template

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.safety.models import Unsealing

register = template.Library()


@register.filter
def of(told: Mapping[int, Any], key: int) -> Any:
    """What is told of one of them, if anything is."""
    return told.get(key)


@register.filter
def asked_of(flag_id: int, unsealings: "list[Unsealing]") -> "list[Unsealing]":
    return [one for one in unsealings if one.flag_id == flag_id and one.answered_at is None]


@register.filter
def asked_by(unsealings: "list[Unsealing]", viewer: "Profile") -> bool:
    return any(one.asked_by_id == viewer.pk for one in unsealings)
