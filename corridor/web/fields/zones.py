"""Time zones as people look for them: continent by continent."""

from functools import cache
from itertools import groupby
from zoneinfo import available_timezones

from django import forms

CONTINENTS = frozenset(
    {
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    }
)


@cache
def zone_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    zones = sorted(zone for zone in available_timezones() if zone.split("/")[0] in CONTINENTS)
    return [
        ("UTC", [("UTC", "UTC")]),
        *(
            (continent, [(zone, _city(zone)) for zone in group])
            for continent, group in groupby(zones, key=lambda zone: zone.split("/")[0])
        ),
    ]


class ZoneField(forms.ChoiceField):
    """A zone that somebody has already stays to be chosen, listed or not."""

    def __init__(self, *, current: str, guess: bool, **kwargs: object) -> None:
        choices: list[object] = list(zone_choices())
        listed = {zone for _, zones in zone_choices() for zone, _ in zones}
        if current not in listed:
            choices.insert(0, (current, current))
        # The browser's own zone is proposed where nobody has chosen one yet.
        attrs = {"data-guess": ""} if guess and current == "UTC" else {}
        super().__init__(
            choices=choices,  # type: ignore[arg-type]  # groups and single ones, as Django takes them
            widget=forms.Select(attrs=attrs),
            **kwargs,  # type: ignore[arg-type]
        )


def _city(zone: str) -> str:
    return zone.partition("/")[2].replace("_", " ")
