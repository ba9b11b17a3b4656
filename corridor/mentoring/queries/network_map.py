"""Who helps somebody with what, and what nobody helps her with; for her, and whom she shows it."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from corridor.algorithms.developer_networks import Developer, Measures, covered, measures
from corridor.mentoring.circle_choices import SeatState
from corridor.mentoring.map_words import OF_TOPIC, Arena, Need, Strength
from corridor.mentoring.models import (
    OPEN,
    OPEN_CIRCLE,
    Circle,
    MapReader,
    NotedDeveloper,
    Relationship,
)
from corridor.people import policies as relations
from corridor.people import queries as people
from corridor.people.choices import Kind

if TYPE_CHECKING:
    from corridor.people.models import Profile


@dataclass(frozen=True, kw_only=True)
class OnMap:
    key: str
    name: str
    developer: Developer
    relationship: Relationship | None = None
    circle: Circle | None = None

    @property
    def is_outside(self) -> bool:
        return self.relationship is None and self.circle is None

    @property
    def needs(self) -> list[Need]:
        return [need for need in Need if need.value in self.developer.needs]

    @property
    def arena(self) -> str:
        return str(Arena(self.developer.arena).label) if self.developer.arena else ""

    @property
    def strength(self) -> str:
        said = self.developer.strength
        return str(Strength(said).label) if said is not None else ""


@dataclass(frozen=True, kw_only=True)
class NetworkMap:
    people: list[OnMap]
    wished: frozenset[Need]
    """What she says on her profile that she seeks, as needs."""
    measures: Measures
    helped: dict[Need, tuple[str, ...]]

    @property
    def gaps(self) -> list[Need]:
        """Those she seeks first."""
        open_ones = [need for need in Need if not self.helped[need]]
        return sorted(open_ones, key=lambda need: need not in self.wished)


def network_map(owner: "Profile") -> NetworkMap:
    noted = list(NotedDeveloper.objects.filter(owner=owner).order_by("pk"))
    wished = _wished(owner)
    found = [*_of_relationships(owner, noted), *_of_circles(owner, noted), *_outside(noted)]
    developers = [one.developer for one in found]
    helped = covered(developers, [need.value for need in Need])
    is_said = any(one.knows for one in developers)
    return NetworkMap(
        people=found,
        wished=wished,
        measures=measures(developers, is_said_who_knows=is_said),
        helped={need: helped[need.value] for need in Need},
    )


def map_reader(owner: "Profile") -> Relationship | None:
    """Of the relationship whose mentor reads it."""
    row = MapReader.objects.filter(owner=owner, relationship__state__in=OPEN)
    found = row.select_related("relationship__mentor").first()
    return None if found is None else found.relationship


def shows_map(relationship: Relationship, *, viewer: "Profile") -> bool:
    """Its mentor is let read it."""
    if viewer.pk != relationship.mentor_id or relationship.state not in OPEN:
        return False
    return MapReader.objects.filter(relationship=relationship).exists()


def map_shown_in(
    relationship: Relationship, *, viewer: "Profile", today: date
) -> NetworkMap | None:
    """For its mentor, while the two work together and nothing stands between them."""
    if not shows_map(relationship, viewer=viewer):
        return None
    if relations.are_apart(relationship.mentor, relationship.mentee, today=today):
        return None
    return network_map(relationship.mentee)


def _wished(owner: "Profile") -> frozenset[Need]:
    _, wishes = people.offers_and_wishes(owner)
    topics = {one.topic for wish in wishes for one in wish.topics.all()}
    needs = {OF_TOPIC[topic] for topic in topics if topic in OF_TOPIC}
    if any(wish.kind == Kind.SPONSORSHIP for wish in wishes):
        needs.add(Need.SPONSOR)
    return frozenset(needs)


def _of_relationships(owner: "Profile", noted: list[NotedDeveloper]) -> list[OnMap]:
    """Where she has said nothing: what the mentor offers to help with, and the roles they have."""
    said = {one.relationship_id: one for one in noted if one.relationship_id}
    rows = Relationship.objects.filter(mentee=owner, state__in=OPEN).select_related("mentor")
    whole = rows.prefetch_related("roles", "mentor__offers__topics").order_by("opened_at", "pk")
    return [
        OnMap(
            key=f"r{one.pk}",
            name=one.mentor.display_name,
            developer=_developer(f"r{one.pk}", said.get(one.pk), usual=_usual(one)),
            relationship=one,
        )
        for one in whole
    ]


def _usual(one: Relationship) -> frozenset[str]:
    roles = {span.role for span in one.roles.all() if span.ended_at is None}
    topics = {held.topic for offer in one.mentor.offers.all() for held in offer.topics.all()}
    needs = {OF_TOPIC[topic].value for topic in topics if topic in OF_TOPIC}
    needs.discard(Need.SPONSOR.value)
    if Kind.SPONSORSHIP.value in roles:
        needs.add(Need.SPONSOR.value)
    return frozenset(needs)


def _of_circles(owner: "Profile", noted: list[NotedDeveloper]) -> list[OnMap]:
    said = {one.circle_id: one for one in noted if one.circle_id}
    rows = Circle.objects.filter(
        seats__profile=owner,
        seats__state=SeatState.IN,
        seats__leads=False,
        state__in=OPEN_CIRCLE,
    )
    return [
        OnMap(
            key=f"c{one.pk}",
            name=one.name,
            developer=_developer(f"c{one.pk}", said.get(one.pk), usual=frozenset()),
            circle=one,
        )
        for one in rows.order_by("made_at", "pk")
    ]


def _outside(noted: list[NotedDeveloper]) -> list[OnMap]:
    return [
        OnMap(
            key=f"n{one.pk}",
            name=str(one.words["name"]),
            developer=_developer(f"n{one.pk}", one, usual=frozenset()),
        )
        for one in noted
        if not one.relationship_id and not one.circle_id
    ]


def _developer(key: str, noted: NotedDeveloper | None, *, usual: frozenset[str]) -> Developer:
    if noted is None:
        return Developer(key=key, needs=usual)
    words = noted.words
    return Developer(
        key=key,
        arena=words["arena"],
        strength=words["strength"],
        needs=frozenset(words["needs"]),
        knows=frozenset(words["knows"]),
    )
