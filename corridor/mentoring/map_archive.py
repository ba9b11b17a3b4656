"""The map of her network in the archive of one person."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from corridor.mentoring.map_words import Arena, Strength
from corridor.mentoring.models import MapReader, NotedDeveloper
from corridor.people.higher_contexts import Section

if TYPE_CHECKING:
    from corridor.people.models import Profile

HOLDS: Mapping[str, str] = {
    "mentoring.NotedDeveloper.owner": "network_map",
    "mentoring.MapReader.owner": "network_map",
}


def sections(profile: "Profile") -> Sequence[Section]:
    rows = NotedDeveloper.objects.filter(owner=profile).order_by("pk")
    readers = MapReader.objects.filter(owner=profile)
    reader = readers.values_list("relationship", flat=True).first()
    return [
        Section(
            key="network_map",
            title=_("People on your network map"),
            rows=[
                {
                    "relationship": one.relationship_id,
                    "circle": one.circle_id,
                    "shown_in": reader,
                    "changed_at": one.changed_at,
                    **one.words,
                }
                for one in rows
            ],
            labels={
                "relationship": _("Relationship"),
                "circle": _("Circle"),
                "shown_in": _("Relationship whose mentor reads it"),
                "changed_at": _("When"),
                "name": _("Name"),
                "arena": _("Where you know them from"),
                "strength": _("How close"),
                "needs": _("What they help you with"),
                "knows": _("Whom they know"),
            },
            choices={"arena": dict(Arena.choices), "strength": dict(Strength.choices)},
        )
    ]


def forget(profile: "Profile") -> None:
    NotedDeveloper.objects.filter(owner=profile).delete()
    MapReader.objects.filter(owner=profile).delete()
