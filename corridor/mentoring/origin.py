"""Where a relationship comes from, as whoever opens it says; contexts above have no other way."""

from dataclasses import dataclass
from datetime import date

from corridor.mentoring.choices import OriginKind


@dataclass(frozen=True, kw_only=True)
class Origin:
    kind: OriginKind
    programme_name: str = ""
    programme_address: str = ""
    """The slug; empty where there is no programme."""
    round_name: str = ""
    until: date | None = None
    """The day it is meant to end."""
    agreement_text: str = ""
    """What the programme asks both to agree to; empty: our own template."""
    months: int | None = None
    cadence: str = ""
    """How often they meet, in the programme's words."""
    asks_reviews: bool = True
    """Whether both are asked at its beginning, half-way and at its end how it goes."""
    places: int | None = None
    """How many mentees the mentor takes through this; counts where she makes no offer."""
