"""Words of evidence without what might identify a patient.

What she keeps may be shown to an employer or the police: a patient has no part in that. The words
as they were lie sealed beside, for her alone.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from corridor.algorithms.patient_details import CLEAR, NOTE, Context, check

if TYPE_CHECKING:
    from corridor.people.models import Profile

SAID = frozenset({"words", "note"})
"""Keys of a record under which somebody's words stand."""


def masked(value: Any, *, own: frozenset[str], also: Sequence[str] = ()) -> Any:
    """The same document, with a mark in place of what might identify a patient.

    `also`: names and numbers that she knows to be a patient's, however they are written.
    """
    if isinstance(value, Mapping):
        return {
            key: _without(also, _masked_words(held, own))
            if key in SAID and isinstance(held, str)
            else masked(held, own=own, also=also)
            for key, held in value.items()
        }
    if isinstance(value, list):
        return [masked(one, own=own, also=also) for one in value]
    return value


def own_of(owner: "Profile") -> frozenset[str]:
    """Her own name is no patient's."""
    return frozenset({owner.display_name, owner.handle, owner.account.email})


def _masked_words(text: str, own: frozenset[str]) -> str:
    checked = check(text, context=Context(own=own))
    if checked.state == CLEAR:
        return text
    kept, at = [], 0
    for found in sorted(checked.findings, key=lambda one: one.start):
        if found.state == NOTE or found.start < at:
            continue
        kept += [text[at : found.start], _mark()]
        at = found.end
    return "".join([*kept, text[at:]])


def _without(also: Sequence[str], text: str) -> str:
    wanted = [re.escape(one.strip()) for one in also if one.strip()]
    return re.sub("|".join(wanted), _mark(), text, flags=re.IGNORECASE) if wanted else text


def _mark() -> str:
    return _("[patient detail]")
