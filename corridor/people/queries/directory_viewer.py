"""What the directory needs to know of whoever looks: what she seeks, whom she set aside."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import F, Value

from corridor.algorithms.directory.people import Seeker
from corridor.algorithms.matching.people import Role
from corridor.algorithms.matching.week import Span
from corridor.people.choices import Kind, TagKind
from corridor.people.models import (
    Awaiting,
    Dismissal,
    FreeHours,
    Profile,
    ProfileTag,
    Wish,
    WishTopic,
)
from corridor.people.queries.directory_facts import Fact, number, span_of, text, union_of


@dataclass(slots=True)
class Wished:
    kind: Kind
    goal: str = ""
    needs: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Looking:
    viewer: Profile | None
    wishes: dict[Kind, Wished] = field(default_factory=dict)
    interests: set[str] = field(default_factory=set)
    languages: set[str] = field(default_factory=set)
    hours: list[Span] = field(default_factory=list)
    dismissed: list[int] = field(default_factory=list)
    """Newest first."""
    awaited: list[int] = field(default_factory=list)
    """Newest first."""

    @property
    def seeker(self) -> Seeker:
        viewer = self.viewer
        if viewer is None:
            return Seeker()
        return Seeker(
            wishes=frozenset(Role(kind.value) for kind in self.wishes),
            needs=frozenset(need for wish in self.wishes.values() for need in wish.needs),
            interests=frozenset(self.interests),
            languages=frozenset(self.languages),
            stage=viewer.career.rung if viewer.career else None,
            specialty=viewer.specialty,
            institution=viewer.institution,
            zone=viewer.time_zone,
            hours=tuple(sorted(self.hours)),
        )


def looking(viewer: Profile | None) -> Looking:
    """One query."""
    found = Looking(viewer)
    if viewer is not None:
        for fact in _facts(viewer):
            _note(found, fact)
    return found


def _facts(viewer: Profile) -> Sequence[Fact]:
    of_viewer, day = viewer.pk, F("day") * Value(24 * 60)
    rows = union_of(
        Wish.objects.filter(profile=of_viewer).values_list(
            "profile_id", text("wish"), "kind", "goal", number(0), number(0)
        ),
        WishTopic.objects.filter(wish__profile=of_viewer).values_list(
            "wish__profile_id", text("need"), "wish__kind", "topic", number(0), number(0)
        ),
        ProfileTag.objects.filter(profile=of_viewer).values_list(
            "profile_id", text("tag"), "kind", "tag", number(0), number(0)
        ),
        FreeHours.objects.filter(profile=of_viewer).values_list(
            "profile_id", text("hours"), text(""), text(""), F("start") + day, F("end") + day
        ),
        Dismissal.objects.filter(by=of_viewer).values_list(
            "by_id", text("dismissed"), text(""), text(""), "pk", "mentor_id"
        ),
        Awaiting.objects.filter(by=of_viewer).values_list(
            "by_id", text("awaited"), text(""), text(""), "pk", "mentor_id"
        ),
    )
    facts = [Fact._make(row) for row in rows]
    return sorted(facts, key=lambda fact: (fact.what, fact.text, -fact.number, fact.more))


def _note(found: Looking, fact: Fact) -> None:
    match fact.what:
        case "wish":
            kind = Kind(fact.text)
            found.wishes.setdefault(kind, Wished(kind)).goal = fact.more
        case "need":
            kind = Kind(fact.text)
            found.wishes.setdefault(kind, Wished(kind)).needs.append(fact.more)
        case "tag":
            tags = found.languages if fact.text == TagKind.LANGUAGE else found.interests
            tags.add(fact.more)
        case "hours":
            found.hours.append(span_of(fact))
        case "dismissed":
            found.dismissed.append(fact.other_number)
        case _:
            found.awaited.append(fact.other_number)
