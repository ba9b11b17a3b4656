"""Why somebody is shown, as the few words of a chip."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corridor.people.queries import Suggestion

MOST_TAGS = 3
MOST_CHIPS = 5


@dataclass(frozen=True, kw_only=True)
class Chip:
    icon: str
    words: str | SafeString
    """Escaped where it has markup."""
    kind: str = ""


def chips_of(suggestion: Suggestion, *, needs: int) -> list[Chip]:
    """What she asked for first, then heaviest first; ``needs`` is how many she named."""
    compared = suggestion.compatibility
    if compared is None:
        return []
    made = [
        _CHIPS[reason.code](dict(reason.values), needs)
        for reason in compared.reasons
        if reason.code in _CHIPS
    ]
    if suggestion.is_elsewhere:
        made.append(Chip(icon="map-pin", words=_("Outside your institution")))
    chips = sorted(made, key=lambda chip: chip.kind != "go")[:MOST_CHIPS]
    if suggestion.free and not suggestion.carries and suggestion.away_until is None:
        words = _("Open to a first mentee")
        chips.append(Chip(icon="hand-heart", words=words, kind="look"))
    return chips


def _covers(values: Mapping[str, Any], needs: int) -> Chip:
    words = format_html(
        _("Helps with <b>{covered} of {needs}</b>: {tags}"),
        covered=len(values["tags"]),
        needs=needs,
        tags=_listed(values["tags"]),
    )
    return Chip(icon="check", words=words, kind="go")


def _interests(values: Mapping[str, Any], _needs: int) -> Chip:
    words = format_html(_("Both care about <b>{tags}</b>"), tags=_listed(values["tags"]))
    return Chip(icon="sparkles", words=words)


def _specialty(_values: Mapping[str, Any], _needs: int) -> Chip:
    return Chip(icon="stethoscope", words=_("Same specialty"))


def _stage(values: Mapping[str, Any], _needs: int) -> Chip:
    rungs = values["rungs"]
    words = ngettext("<b>{n}</b> stage ahead of you", "<b>{n}</b> stages ahead of you", rungs)
    return Chip(icon="arrow-up", words=format_html(words, n=rungs))


def _hours(values: Mapping[str, Any], _needs: int) -> Chip:
    hours = f"{values['minutes'] / 60:g}"
    words = format_html(_("<b>{hours} h</b> a week in common"), hours=hours)
    return Chip(icon="clock", words=words)


def _languages(values: Mapping[str, Any], _needs: int) -> Chip:
    tags = _listed(tuple(tag.title() for tag in values["tags"]))
    return Chip(icon="languages", words=format_html(_("You both speak {tags}"), tags=tags))


def _listed(tags: tuple[str, ...]) -> str:
    more = len(tags) - MOST_TAGS
    shown = ", ".join(tags[:MOST_TAGS])
    return _("%(tags)s and %(n)d more") % {"tags": shown, "n": more} if more > 0 else shown


_CHIPS: Mapping[str, Callable[[Mapping[str, Any], int], Chip]] = {
    "covers": _covers,
    "shares_interests": _interests,
    "same_specialty": _specialty,
    "stage_ahead": _stage,
    "shared_hours": _hours,
    "shared_languages": _languages,
}
"""Codes of `matching.compatibility`; choices and experience play no part in the directory."""
