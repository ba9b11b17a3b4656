"""Second readings as their author sees them, and as whoever reads them does."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from corridor.people import queries as people
from corridor.posts import actions as posting
from corridor.posts import queries as posts
from corridor.safety import policies
from corridor.safety.choices import ENDED_UNPOSTED, OPEN_READINGS
from corridor.safety.models import SecondReading
from corridor.safety.what_is_read import About, about_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.people.models import Profile
    from corridor.posts.actions import MayIdentifyPatient, NewPost
    from corridor.posts.models import Attachment, Post


@dataclass(frozen=True, kw_only=True)
class WholeReading:
    """All that lies before its reader, or its author."""

    reading: SecondReading
    about: About
    post: "NewPost"
    words: str
    """To the reader."""
    answer: str
    refusal: "MayIdentifyPatient | None"
    """What was found in it; None where nothing was."""
    pictures: "Sequence[Attachment]"
    replies_to: "Post | None"
    """As far as whoever looks may read it."""


def readings_waiting(viewer: "Profile", *, today: date) -> QuerySet[SecondReading]:
    """What has waited longest comes first."""
    rows = policies.readings_for(viewer, today=today).select_related("author")
    return rows.order_by("asked_at", "pk")


def reading_to_read(reading_id: int, *, viewer: "Profile", today: date) -> SecondReading | None:
    return readings_waiting(viewer, today=today).filter(pk=reading_id).first()


def has_to_read(viewer: "Profile") -> bool:
    """She has the right, or somebody sent her something: the page is there for her."""
    named = SecondReading.objects.filter(wanted=viewer, state__in=OPEN_READINGS).order_by()
    return policies.rights_to_read(viewer).union(named.values_list("wanted")).exists()


def own_readings(viewer: "Profile") -> QuerySet[SecondReading]:
    """Newest first."""
    return SecondReading.objects.filter(author=viewer).order_by("-begun_at", "-pk")


def own_reading(reading_id: int, *, viewer: "Profile") -> SecondReading | None:
    found = own_readings(viewer).filter(pk=reading_id)
    return found.select_related("author", "wanted", "changes", "version").first()


def whole_reading(
    reading: SecondReading, *, viewer: "Profile", now: datetime
) -> WholeReading | None:
    """None once it was let pass: what it said is a post then."""
    said = reading.said
    if "post" not in said:
        return None
    new = posting.from_words(said["post"])
    parent = new.in_reply_to and posts.post_shown(new.in_reply_to, viewer_id=viewer.pk, now=now)
    about = about_of(reading)
    return WholeReading(
        reading=reading,
        about=about,
        post=new,
        words=said["words"],
        answer=said["answer"],
        refusal=posting.refusal_of(new, by=reading.author),
        pictures=_pictures(reading, about),
        replies_to=parent or None,
    )


def _pictures(reading: SecondReading, about: About) -> "list[Attachment]":
    """With the words that they are to have."""
    meant = {one.attachment: one.alt for one in about.descriptions if one.alt is not None}
    found = list(reading.attachments.order_by("position", "id"))
    for one in found:
        one.alt = meant.get(one.pk, one.alt)
    return found


def reading_of_thread(version_id: int, *, viewer: "Profile") -> SecondReading | None:
    """The one that is open or came back, to be sent again."""
    rows = own_readings(viewer).filter(version=version_id)
    return rows.filter(state__in=[*OPEN_READINGS, *ENDED_UNPOSTED]).first()


def may_be_asked(author: "Profile", *, today: date) -> "Sequence[Profile]":
    """Whom she works with, as she may name one."""
    apart = people.kept_from(author, today=today)
    ids = people.ids_here(people.works_with(author) - apart - {author.pk})
    return list(people.whole_profiles(ids).order_by("display_name", "pk"))


def has_second_readers(author: "Profile", *, today: date) -> bool:
    return bool(policies.second_readers_for(author, today=today))
