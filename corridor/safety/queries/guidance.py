"""Cards, the installation's policy, and which of them somebody has read as they are now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from corridor.safety.guidance_cards import CARDS, POLICY, POLICY_TITLE, Card
from corridor.safety.models import CardRead, PolicyVersion

if TYPE_CHECKING:
    from corridor.people.models import Profile


@dataclass(frozen=True, kw_only=True)
class ShownCard:
    card: Card
    read_at: datetime | None
    """When this viewer said that she read this version."""
    was_read_before: bool
    """An earlier version: it changed since."""


@dataclass(frozen=True, kw_only=True)
class AskedCard:
    name: str
    version: int
    title: str

    @property
    def value(self) -> str:
        """As a form sends it."""
        return f"{self.name}:{self.version}"


def cards(viewer: "Profile | None") -> Sequence[ShownCard]:
    read = _read(viewer)
    return [_shown(card, read) for card in CARDS.values()]


def card(slug: str, *, viewer: "Profile | None") -> ShownCard | None:
    found = CARDS.get(slug)
    return None if found is None else _shown(found, _read(viewer))


def current_policy() -> PolicyVersion | None:
    """None where there is none, or none any more."""
    newest = PolicyVersion.objects.order_by("-version").first()
    return newest if newest is not None and newest.text else None


def policy_versions() -> QuerySet[PolicyVersion]:
    """Newest first."""
    return PolicyVersion.objects.select_related("by").order_by("-version")


def read_at(name: str, *, version: int, viewer: "Profile | None") -> datetime | None:
    return _read(viewer).get((name, version))


def cards_read(viewer: "Profile") -> QuerySet[CardRead]:
    return CardRead.objects.filter(profile=viewer, is_declined=False).order_by("pk")


def cards_to_ask_about(*names: str, viewer: "Profile") -> Sequence[AskedCard]:
    """Of these, whatever she has neither read as it is now nor declined to."""
    policy = current_policy() if POLICY in names else None
    known = [
        AskedCard(name=name, version=CARDS[name].version, title=str(CARDS[name].title))
        for name in names
        if name in CARDS
    ]
    if policy is not None:
        known.append(AskedCard(name=POLICY, version=policy.version, title=str(POLICY_TITLE)))
    rows = CardRead.objects.filter(profile=viewer, card__in=names).order_by("pk")
    answered = set(rows.values_list("card", "version"))
    return [one for one in known if (one.name, one.version) not in answered]


def _read(viewer: "Profile | None") -> Mapping[tuple[str, int], datetime]:
    if viewer is None:
        return {}
    rows = cards_read(viewer).values_list("card", "version", "at")
    return {(name, version): at for name, version, at in rows}


def _shown(card: Card, read: Mapping[tuple[str, int], datetime]) -> ShownCard:
    at = read.get((card.slug, card.version))
    before = any(name == card.slug for name, version in read if version != card.version)
    return ShownCard(card=card, read_at=at, was_read_before=before and at is None)
