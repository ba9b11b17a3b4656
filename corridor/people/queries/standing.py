"""How a viewer stands to several people at once, as far as she may know."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from corridor.people.models import Block, Endorsement, Follow, Mute, PersonNote
from corridor.people.queries.seen import people_named


@dataclass(frozen=True, kw_only=True)
class Standing:
    follow: Follow | None = None
    """Hers, perhaps not answered."""
    follow_back: Follow | None = None
    is_blocked: bool = False
    """By the viewer; what the other did is not told."""
    mute: Mute | None = None
    note: str = ""
    is_endorsed: bool = False

    @property
    def follows(self) -> bool:
        return self.follow is not None and self.follow.accepted_at is not None

    @property
    def is_followed(self) -> bool:
        return self.follow_back is not None and self.follow_back.accepted_at is not None


def standings(ids: Iterable[int], *, viewer_id: int, now: datetime) -> dict[int, Standing]:
    """In the order asked for, without those of whom she may not know."""
    wanted = list(dict.fromkeys(ids))
    there = people_named(viewer_id, today=now.date()).filter(pk__in=wanted)
    known = set(there.values_list("pk", flat=True))
    rows = Follow.objects.filter(
        Q(follower=viewer_id, followed__in=known) | Q(follower__in=known, followed=viewer_id)
    )
    follows = {(row.follower_id, row.followed_id): row for row in rows.order_by("pk")}
    blocks = Block.objects.filter(blocker=viewer_id, blocked__in=known)
    blocked = set(blocks.values_list("blocked", flat=True))
    in_force = Mute.objects.filter(Q(until=None) | Q(until__gt=now), muter=viewer_id)
    mutes = {mute.muted_id: mute for mute in in_force.filter(muted__in=known).order_by("pk")}
    noted = PersonNote.objects.filter(by=viewer_id, about__in=known)
    notes = dict(noted.values_list("about", "text"))
    shown = Endorsement.objects.filter(by=viewer_id, profile__in=known)
    endorsed = set(shown.values_list("profile", flat=True))
    return {
        pk: Standing(
            follow=follows.get((viewer_id, pk)),
            follow_back=follows.get((pk, viewer_id)),
            is_blocked=pk in blocked,
            mute=mutes.get(pk),
            note=notes.get(pk, ""),
            is_endorsed=pk in endorsed,
        )
        for pk in wanted
        if pk in known
    }
