"""Time zones as people write them, as IANA names."""

import re
from difflib import get_close_matches
from functools import lru_cache
from zoneinfo import available_timezones

from django.utils.translation import gettext as _

from corridor.programmes.intake.fields import plain
from corridor.programmes.intake.windows_zones import ZONES

NAMES = {
    "America/New_York": "et | est | edt | eastern | eastern time | us eastern"
    " | eastern standard time | eastern daylight time | us canada eastern | eastern time us canada",
    "America/Chicago": "ct | cdt | central | central time | us central | central standard time"
    " | central time us canada | central daylight time",
    "America/Denver": "mt | mst | mdt | mountain | mountain time | us mountain"
    " | mountain standard time | mountain time us canada",
    "America/Phoenix": "arizona",
    "America/Los_Angeles": "pt | pst | pdt | pacific | pacific time | us pacific"
    " | pacific standard time | pacific time us canada",
    "America/Anchorage": "akst | akdt | alaska | alaska time",
    "Pacific/Honolulu": "hst | hawaii | hawaii time",
    "America/Sao_Paulo": "brt | brasilia | brasilia time",
    "Europe/London": "uk | uk time | united kingdom | england | british time | gmt bst",
    "Europe/Dublin": "ireland | irish time",
    "Europe/Paris": "cet | cest | central european time | central europe | mez | france",
    "Europe/Berlin": "germany | deutschland",
    "Europe/Athens": "eet | eest | eastern european time",
    "Europe/Moscow": "msk | moscow time",
    "Africa/Lagos": "wat | west africa time | nigeria",
    "Africa/Accra": "ghana",
    "Africa/Nairobi": "eat | east africa time | kenya",
    "Africa/Maputo": "cat | central africa time",
    "Africa/Johannesburg": "sast | south africa | south africa standard time",
    "Asia/Kolkata": "india | indian standard time | india standard time",
    "Asia/Karachi": "pkt | pakistan",
    "Asia/Kathmandu": "npt | nepal",
    "Asia/Manila": "philippines",
    "Asia/Singapore": "sgt",
    "Asia/Hong_Kong": "hkt",
    "Asia/Tokyo": "jst | japan",
    "Asia/Seoul": "kst | korea",
    "Australia/Sydney": "aest | aedt",
    "Australia/Perth": "awst",
    "Australia/Adelaide": "acst | acdt",
    "Pacific/Auckland": "nzst | nzdt | new zealand",
    "UTC": "utc | gmt | z | zulu | greenwich mean time",
}
AMBIGUOUS = {
    "ist": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
    "cst": ("America/Chicago", "Asia/Shanghai", "America/Havana"),
    "bst": ("Europe/London", "Asia/Dhaka"),
    "ast": ("America/Halifax", "Asia/Riyadh"),
    "gst": ("Asia/Dubai", "Atlantic/South_Georgia"),
    "sst": ("Asia/Singapore", "Pacific/Pago_Pago"),
    "wst": ("Australia/Perth", "Pacific/Apia"),
    "ect": ("America/Guayaquil", "Europe/Paris"),
}
ODD_OFFSETS = {
    "+03:30": "Asia/Tehran",
    "+04:30": "Asia/Kabul",
    "+05:30": "Asia/Kolkata",
    "+05:45": "Asia/Kathmandu",
    "+06:30": "Asia/Yangon",
    "+08:45": "Australia/Eucla",
    "+09:30": "Australia/Darwin",
    "-09:30": "Pacific/Marquesas",
}
"""Zones that keep these offsets all year; whole hours have zones of their own (Etc/GMT-2)."""

_OFFSET = re.compile(
    r"(?:utc|gmt)?\s*([+\-\u2212\u2013])\s*(\d{1,2})(?:[:.]?(\d{2}))?", re.IGNORECASE
)
_LEADING = re.compile(r"^\(?\s*(?:utc|gmt)\s*[^\s)]*\)?\s*[\-\u2013:]?\s*(?=\D)", re.IGNORECASE)
MOST_HOURS_EAST = 14
MOST_HOURS_WEST = 12


class NotAZone(ValueError):
    """``args[0]`` says what to write."""


@lru_cache(maxsize=4096)
def find_zone(text: str) -> str:
    """Raises NotAZone."""
    if "/" in text and text in available_zones():
        return text
    named = _by_name(text) or _by_first_city(_LEADING.sub("", text)) or _by_offset(text)
    if named:
        return named
    if plain(text) in AMBIGUOUS:
        zones = AMBIGUOUS[plain(text)]
        raise NotAZone(
            _("“%(text)s” is the name of several time zones: write %(zones)s.")
            % {"text": text, "zones": _(" or ").join(zones)}
        )
    near = get_close_matches(plain(text), _cities(), n=1, cutoff=0.75)
    hint = _(" Did you mean %(zone)s?") % {"zone": _cities()[near[0]]} if near else ""
    raise NotAZone(
        _("“%(text)s” is no known time zone; write for example Europe/London or UTC+2.")
        % {"text": text}
        + hint
    )


@lru_cache(maxsize=1)
def available_zones() -> frozenset[str]:
    return frozenset(available_timezones())


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    """Plain city, or whole name, -> zone; the whole names come last, so that they win."""
    zones = sorted(zone for zone in available_zones() if "/" in zone and "Etc" not in zone)
    cities = {plain(zone.rsplit("/", 1)[1]): zone for zone in zones if zone.count("/") == 1}
    return cities | {plain(zone): zone for zone in zones}


@lru_cache(maxsize=1)
def _by_words() -> dict[str, str]:
    windows = {name: zone for zone, name in ZONES.items() if zone in available_zones()}
    return windows | {
        plain(word): zone for zone, words in NAMES.items() for word in words.split("|")
    }


def _by_name(text: str) -> str:
    words = plain(text)
    if not words or words in AMBIGUOUS:
        return ""
    found = _by_words().get(words) or _cities().get(words)
    if found:
        return found
    inside = re.findall(r"[A-Za-z]+/[A-Za-z_/]+", text)
    return next((zone for zone in inside if zone in available_zones()), "")


def _by_first_city(text: str) -> str:
    """Windows lists the cities of a zone: “(UTC+01:00) Amsterdam, Berlin, Bern”."""
    return _by_name(text) or next(filter(None, map(_by_name, text.split(","))), "")


def _by_offset(text: str) -> str:
    match = _OFFSET.fullmatch(text.strip()) or _OFFSET.match(text.strip().lstrip("("))
    if not match:
        return ""
    sign = "+" if match[1] == "+" else "-"
    hours, minutes = int(match[2]), int(match[3] or 0)
    if minutes:
        return ODD_OFFSETS.get(f"{sign}{hours:02}:{minutes:02}", "")
    if hours > (MOST_HOURS_EAST if sign == "+" else MOST_HOURS_WEST):
        return ""
    # The names count westward: Etc/GMT-2 is two hours ahead of UTC.
    return "UTC" if hours == 0 else f"Etc/GMT{'-' if sign == '+' else '+'}{hours}"
