"""A routine counts who turned to whom, and says where it is far more than usual.

Nothing is counted while posts are published: the routine reads what was said since it ran last,
a little of it twice, because what was begun first may be there last.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction

from corridor.algorithms import surge as algorithm
from corridor.algorithms.hostility import read
from corridor.algorithms.surge import Level, Usual, Watch
from corridor.kernel import events
from corridor.people import queries as people
from corridor.posts import queries as posts
from corridor.safety.actions.call_moderators import call_moderators
from corridor.safety.events import AttentionNoticed, ShieldOffered
from corridor.safety.models import Contact, Flag, Surge, SurgeClock, UsualContact

if TYPE_CHECKING:
    from corridor.posts.queries import Turning

WINDOW = timedelta(hours=6)
TWICE = timedelta(minutes=2)
MEMORY = timedelta(days=28)
NEW = timedelta(days=30)
ONLY = 1
Flaggings = AbstractSet[tuple[int, int]]
"""Who flagged, and in which hour."""


def watch_surges(*, now: datetime) -> int:
    """How many surges began or grew."""
    clock, is_first = SurgeClock.objects.get_or_create(pk=ONLY, defaults={"counted_to": now})
    since = max(clock.counted_to - TWICE, now - WINDOW)
    turnings = [] if is_first else posts.turned_since(since)
    flaggings = _flaggings(now)
    lasting = Surge.objects.filter(ended_at=None).order_by().values_list("profile", flat=True)
    concerned = {*_keep(turnings, now), *flaggings, *lasting}
    grown = sum(_weigh(pk, flaggings.get(pk, frozenset()), now) for pk in sorted(concerned))
    is_all = len({one.post_id for one in turnings}) < posts.MOST_TURNINGS
    SurgeClock.objects.filter(pk=ONLY).update(counted_to=now if is_all else turnings[-1].at)
    return grown


def hour_of(moment: datetime) -> int:
    return int(moment.timestamp()) // 3600


def _keep(turnings: "Iterable[Turning]", now: datetime) -> set[int]:
    """To whom strangers turned: their contacts are kept, an hour of each person one row."""
    to: defaultdict[int, list[Turning]] = defaultdict(list)
    for one in turnings:
        to[one.to].append(one)
    new = people.joined_since({one.by for one in turnings}, now - NEW)
    concerned = set()
    for profile_id, several in to.items():
        strangers = _strangers(several, profile_id, now)
        theirs = [one for one in several if one.by in strangers]
        if theirs:
            _write([_contact(one, is_new=one.by in new) for one in theirs])
            concerned.add(profile_id)
    return concerned


def _strangers(turnings: "Iterable[Turning]", profile_id: int, now: datetime) -> set[int]:
    """Whom she answers while they attack her is still a stranger."""
    ids = {one.by for one in turnings}
    return posts.strangers_among(ids, to=profile_id, now=now, before=now - WINDOW)


def _contact(one: "Turning", *, is_new: bool) -> Contact:
    reading = read(one.text)
    return Contact(
        profile_id=one.to,
        by_id=one.by,
        hour=hour_of(one.at),
        is_new=is_new,
        is_hostile=reading.is_hostile,
        threatens=reading.threatens,
        by_quote=one.by_quote,
    )


def _write(contacts: list[Contact]) -> None:
    """What held of somebody once within the hour goes on holding."""
    Contact.objects.bulk_create(contacts, ignore_conflicts=True)
    for one in contacts:
        more: dict[str, Any] = {
            name: True for name in ("is_hostile", "threatens") if getattr(one, name)
        }
        if one.by_quote is not None:
            more["by_quote"] = one.by_quote
        if more:
            kept = Contact.objects.filter(profile=one.profile_id, by=one.by_id, hour=one.hour)
            kept.update(**more)


def _flaggings(now: datetime) -> Mapping[int, Flaggings]:
    """Of whom something was flagged, or of what was said to whom: each of the last six hours."""
    found: defaultdict[int, set[tuple[int, int]]] = defaultdict(set)
    flags = Flag.objects.filter(at__gt=now - WINDOW).exclude(by=None).order_by("pk")
    rows = list(flags.values_list("by", "at", "case__about", "case__post_number"))
    said_to: defaultdict[int, set[int]] = defaultdict(set)
    for turning in posts.turned_in([number for *_, number in rows]):
        said_to[turning.post_id].add(turning.to)
    for by, at, about, number in rows:
        for profile_id in {about, *said_to[number]} - {None}:
            found[profile_id].add((by, hour_of(at)))
    return found


@transaction.atomic
def _weigh(profile_id: int, flaggings: Flaggings, now: datetime) -> bool:
    """Whether a surge around her began or grew."""
    kept = UsualContact.objects.select_for_update().filter(profile=profile_id).first()
    kept = kept or _learned(profile_id, now)
    watch = Watch.since(
        kept.begins_at, usual=Usual(kept.total, kept.weight), attacked_to=kept.attacked_to
    )
    contacts = Contact.objects.filter(profile=profile_id, hour__gte=kept.begins_at)
    for one in contacts.order_by("hour", "pk"):
        watch.note(_as_noted(one))
    for by, hour in sorted(flaggings):
        watch.note_flag(by=by, hour=hour)
    found = watch.at(hour_of(now))
    kept.begins_at, kept.attacked_to = watch.begins_at, watch.attacked_to
    kept.total, kept.weight = watch.usual.total, watch.usual.weight
    kept.save()
    Contact.objects.filter(profile=profile_id, hour__lt=kept.begins_at).delete()
    return _changed(profile_id, found.level, watch, now)


def _as_noted(one: Contact) -> algorithm.Contact:
    return algorithm.Contact(
        hour=one.hour,
        account=one.by_id,
        is_new=one.is_new,
        is_hostile=one.is_hostile,
        threatens=one.threatens,
        quote=one.by_quote,
    )


def _learned(profile_id: int, now: datetime) -> UsualContact:
    """What was usual for her in the weeks before she was watched."""
    begins_at = hour_of(now - WINDOW) + 1
    since = max(people.joined_at(profile_id), now - MEMORY)
    before = [
        one for one in posts.turned_to(profile_id, since=since) if hour_of(one.at) < begins_at
    ]
    strangers = _strangers(before, profile_id, now) if before else set()
    by_hour: defaultdict[int, set[int]] = defaultdict(set)
    for one in before:
        if one.by in strangers:
            by_hour[hour_of(one.at)].add(one.by)
    usual, learned = Usual(), min(hour_of(since), begins_at)
    for hour in sorted(by_hour):
        usual = usual.after_silence(hours=hour - learned).after(len(by_hour[hour]))
        learned = hour + 1
    usual = usual.after_silence(hours=begins_at - learned)
    return UsualContact(
        profile_id=profile_id, begins_at=begins_at, total=usual.total, weight=usual.weight
    )


def _changed(profile_id: int, level: Level, watch: Watch, now: datetime) -> bool:
    """What was offered stays offered until the surge is over."""
    lasting = Surge.objects.filter(profile=profile_id, ended_at=None).first()
    if level == Level.QUIET:
        if lasting is not None:
            lasting.ended_at = now
            lasting.save(update_fields=["ended_at"])
        return False
    before = Level.QUIET if lasting is None else Level(lasting.level)
    if level <= before:
        return False
    grown = lasting or Surge(profile_id=profile_id, began_at=now)
    grown.level, grown.at, grown.usual = level, now, watch.usual.of_window
    for name, count in asdict(watch.counts).items():
        setattr(grown, name, count)
    grown.save()
    _tell(grown, before=before)
    return True


def _tell(surge: Surge, *, before: Level) -> None:
    """Who keeps a shield up already needs no offer; moderators look all the same."""
    if people.shield_of(surge.profile_id) is None:
        if before < Level.SHIELD <= surge.level:
            events.publish(ShieldOffered(profile_id=surge.profile_id, at=surge.at))
        elif surge.level == Level.NOTICE:
            events.publish(AttentionNoticed(profile_id=surge.profile_id, at=surge.at))
    if surge.level >= Level.MODERATORS:
        call_moderators(surge)
