"""What a programme gives people to read and to learn, for whom, before which meeting."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from corridor.people import queries as people
from corridor.programmes.choices import RoundState, Side
from corridor.programmes.models import Application, FinishedMaterial, Material, Programme
from corridor.programmes.queries.tables import Table, moment

if TYPE_CHECKING:
    from datetime import date

    from corridor.people.models import Profile


@dataclass(frozen=True, kw_only=True)
class ToRead:
    material: Material
    finished: FinishedMaterial | None

    @property
    def asks_again(self) -> bool:
        """She finished it while nobody else saw that, and it is training now."""
        told = self.finished
        return told is not None and self.material.is_training and not told.is_for_team


@dataclass(frozen=True, kw_only=True)
class Trained:
    """Of those in a round that is not over, without whoever is kept apart from the viewer."""

    finished: "Sequence[Profile]"
    open: "Sequence[Profile]"

    @property
    def everybody(self) -> int:
        return len(self.finished) + len(self.open)


def sides(programme: Programme, profile: "Profile") -> set[Side]:
    """On which she takes part, or did in an earlier round."""
    rows = Application.objects.filter(
        round__programme=programme, profile=profile, state=Application.State.IN
    )
    return {Side(side) for side in rows.values_list("side", flat=True)}


def shown(programme: Programme) -> QuerySet[Material]:
    return programme.materials.filter(is_shelved=False)


def to_read(
    programme: Programme, *, viewer: "Profile", for_sides: Collection[Side]
) -> Sequence[ToRead]:
    """Those for these sides: from the start on first, then by meeting."""
    meant = Q(side="") | Q(side__in=for_sides)
    rows = list(shown(programme).filter(meant)) if for_sides else []
    done = FinishedMaterial.objects.filter(material__in=rows, profile=viewer)
    finished = {one.material_id: one for one in done} if rows else {}
    return [ToRead(material=one, finished=finished.get(one.pk)) for one in rows]


def next_to_read(
    programme: Programme, *, viewer: "Profile", side: Side, meeting: int
) -> Sequence[ToRead]:
    """What this side has not finished by its meeting number so and so, the latest asked first."""
    rows = to_read(programme, viewer=viewer, for_sides=[side])
    due = [
        one
        for one in rows
        if one.finished is None
        and (one.material.meeting is None or one.material.meeting <= meeting)
    ]
    return sorted(due, key=lambda one: -(one.material.meeting or 0))


def trained(material: Material, *, viewer: "Profile", today: "date") -> Trained:
    """Who has finished a training, and who has not, by name."""
    rows = Application.objects.filter(
        round__programme=material.programme, state=Application.State.IN
    ).exclude(round__state=RoundState.FINISHED)
    if material.side:
        rows = rows.filter(side=material.side)
    apart = people.kept_from(viewer, today=today)
    done = set(material.finished.filter(is_for_team=True).values_list("profile", flat=True))
    everybody = {one.profile_id: one.profile for one in rows.select_related("profile")}
    named = sorted(
        (one for pk, one in everybody.items() if pk not in apart),
        key=lambda one: (one.display_name, one.pk),
    )
    return Trained(
        finished=[one for one in named if one.pk in done],
        open=[one for one in named if one.pk not in done],
    )


def tables_of_materials(programme: Programme, *, apart: Collection[int]) -> Sequence[Table]:
    """What there is to read, and who finished the trainings; what else people read is theirs."""
    finished = (
        FinishedMaterial.objects.filter(material__programme=programme, is_for_team=True)
        .exclude(profile__in=apart)
        .select_related("material", "profile")
    )
    return [
        Table(
            name="materials",
            columns={
                "material": "Number",
                "title": "Title",
                "text": "Text",
                "address": "Address elsewhere",
                "side": "For whom; empty for both",
                "meeting": "Before which meeting; empty: from the start on",
                "is_training": "Whether the team sees who has finished it",
                "is_shown": "Whether it is shown at present",
            },
            rows=[
                (
                    one.pk,
                    one.title,
                    one.words,
                    one.address,
                    one.side,
                    one.meeting,
                    one.is_training,
                    not one.is_shelved,
                )
                for one in programme.materials.all()
            ],
        ),
        Table(
            name="trainings_finished",
            columns={"material": "Number", "title": "Title", "handle": "Who", "at": "When"},
            rows=[
                (one.material_id, one.material.title, one.profile.handle, moment(one.at))
                for one in finished
            ],
        ),
    ]
