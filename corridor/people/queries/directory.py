"""Mentors for whoever looks: who has room, in the order of how well they fit, and why."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.conf import settings

from corridor.algorithms.directory.index import TagKind
from corridor.algorithms.directory.people import (
    LOOKING,
    Filters,
    Moment,
    as_mentee,
    as_mentor,
)
from corridor.algorithms.directory.search import Cursor, Found, Page, search
from corridor.algorithms.matching import Compatibility, Role
from corridor.algorithms.matching.compatibility import compare
from corridor.people.models import Profile
from corridor.people.queries.descriptions import holders_of
from corridor.people.queries.directory_facts import Known, known
from corridor.people.queries.directory_index import fresh_index
from corridor.people.queries.directory_viewer import Looking, Wished, looking
from corridor.people.queries.directory_words import found_by
from corridor.people.queries.relations import kept_from

ON_A_PAGE = 20
WITHOUT_ROOM = 3
MOST_CHOICES = 60
SET_ASIDE = 20
"""Those of whom somebody said "not for me" that one page still shows, to be taken back."""
OLDEST_CURSOR = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What somebody asked the directory for; empty values ask nothing."""

    words: str = ""
    role: Role | None = None
    specialty: str = ""
    subspecialty: str = ""
    country: str = ""
    language: str = ""
    interest: str = ""
    topic: str = ""
    rungs_above: tuple[int, int | None] | None = None
    """At least and at most so many rungs above the viewer; above the first where she has none."""
    replies_within: int | None = None
    is_outside: bool = False
    overlap_minutes: int = 0
    is_verified: bool = False
    with_full: bool = False
    with_away: bool = False
    experiences: tuple[str, ...] = ()
    """Values of `experience_options`."""


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    profile: Profile
    known: Known
    compatibility: Compatibility | None
    """None where nobody, or nothing, was compared."""
    away_until: date | None
    """None where she is here; the last day there is where she did not say."""
    is_verified: bool
    is_elsewhere: bool
    """Both institutions are known and they are not the same."""

    @property
    def free(self) -> int:
        return sum(places.free for places in self.known.said.offers.values())

    @property
    def capacity(self) -> int:
        return sum(places.capacity for places in self.known.said.offers.values())

    @property
    def carries(self) -> int:
        return sum(places.carries for places in self.known.said.offers.values())


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What filters offer: as many as anybody reads, of what people in the directory say."""

    countries: list[str]
    languages: list[str]
    interests: list[str]
    topics: list[str]
    subspecialties: list[str]


@dataclass(frozen=True, kw_only=True)
class Mentors:
    suggestions: tuple[Suggestion, ...]
    without_room: tuple[Suggestion, ...]
    """Good fits who are full or away; only beside the first page."""
    awaited: tuple[Suggestion, ...]
    """Those the viewer wants to be told of."""
    set_aside: tuple[Profile, ...]
    finds_viewer: bool
    """The words are hers as well; she is not shown to herself."""
    total: int
    following: Cursor | None
    wishes: tuple[Wished, ...]
    choices: Choices


def mentors(
    *, viewer: Profile | None, asked: Asked, now: datetime, after: Cursor | None = None
) -> Mentors:
    looks = looking(viewer)
    directory = _Directory(looks, now, asked)
    after = after if after and _is_recent(after, now.date()) else None
    found = directory.found(directory.filters, after=after)
    without = () if after else directory.without_room((*found.ids, *looks.awaited))
    aside = tuple(looks.dismissed[:SET_ASIDE])
    shown = directory.shown((*found.ids, *without, *looks.awaited, *aside))
    return Mentors(
        suggestions=_those(shown, found.ids),
        without_room=_those(shown, without),
        awaited=_those(shown, looks.awaited),
        set_aside=tuple(one.profile for one in _those(shown, aside)),
        finds_viewer=viewer is not None and viewer.pk in (directory.by_words or ()),
        total=found.total,
        following=found.cursor,
        wishes=tuple(looks.wishes.values()),
        choices=directory.choices(),
    )


class _Directory:
    """One visit: the index, who looks, and what she asked for."""

    def __init__(self, looks: Looking, now: datetime, asked: Asked) -> None:
        self.index = fresh_index()
        self.seeker = looks.seeker
        self.viewer = looks.viewer
        self.now = now
        self.moment = Moment(now=now, silent_after_days=settings.SILENT_AFTER_DAYS)
        self.apart = kept_from(looks.viewer, today=now.date())
        own = {looks.viewer.pk} if looks.viewer else set()
        without = frozenset({*self.apart, *looks.dismissed, *own})
        self.by_words = found_by(asked.words)
        self.filters = self._filters(asked, without)

    def found(
        self, filters: Filters, *, after: Cursor | None = None, most: int = ON_A_PAGE
    ) -> Found:
        page = Page(
            most=most,
            lottery=self.viewer.handle if self.viewer else "",
            day=after.day if after else self.now.date(),
            after=after,
        )
        return search(self.index, self.seeker, filters, page=page, moment=self.moment)

    def without_room(self, elsewhere: Iterable[int]) -> tuple[int, ...]:
        """Good fits to wait for, besides those shown elsewhere on the page.

        Nobody fits a visitor, who cannot wait either.
        """
        if not self.seeker.wishes:
            return ()
        filters = replace(
            self.filters,
            with_room=False,
            with_full=True,
            with_away=True,
            without=self.filters.without | frozenset(elsewhere),
        )
        return self.found(filters, most=WITHOUT_ROOM).ids

    def choices(self) -> Choices:
        index, is_member = self.index, self.viewer is not None

        def common(kind: TagKind) -> list[str]:
            return index.common(kind, most=MOST_CHOICES, for_members=is_member)

        with index.lock:
            return Choices(
                countries=index.named("country", for_members=is_member),
                languages=common(TagKind.LANGUAGE),
                interests=common(TagKind.INTEREST),
                topics=common(TagKind.NEED),
                subspecialties=common(TagKind.SUBSPECIALTY),
            )

    def shown(self, ids: Iterable[int]) -> dict[int, Suggestion]:
        people = {one: it for one, it in known(ids).items() if self._may_see(it)}
        mondays = self.index.mondays(self.now.date(), self.seeker.zone)
        mentee = as_mentee(self.seeker, mondays)
        can_compare = bool(self.seeker.wishes)
        return {
            one: self._suggestion(
                it, compare(mentee, as_mentor(it.entry, mondays), LOOKING) if can_compare else None
            )
            for one, it in people.items()
        }

    def _may_see(self, it: Known) -> bool:
        entry = it.entry
        is_shown = self.viewer is not None or not entry.for_members_only
        return entry.is_listed and is_shown and entry.id not in self.apart

    def _suggestion(self, it: Known, compatibility: Compatibility | None) -> Suggestion:
        entry, today = it.entry, self.now.date()
        is_away = entry.away is not None and entry.away[0] <= today < entry.away[1]
        hers, theirs = self.seeker.institution.casefold(), entry.institution.casefold()
        return Suggestion(
            profile=it.profile,
            known=it,
            compatibility=compatibility,
            away_until=entry.away[1] if entry.away and is_away else None,
            is_verified=entry.verified_until is not None and entry.verified_until > self.now,
            is_elsewhere=bool(hers and theirs) and hers != theirs,
        )

    def _filters(self, asked: Asked, without: frozenset[int]) -> Filters:
        least, most = asked.rungs_above or (None, None)
        rung = self.seeker.stage or 0
        return Filters(
            role=asked.role,
            specialty=asked.specialty,
            subspecialty=asked.subspecialty,
            country=asked.country,
            language=asked.language,
            interest=asked.interest,
            topic=asked.topic,
            least_stage=None if least is None else rung + least,
            most_stage=None if most is None else rung + most,
            replies_within=asked.replies_within,
            outside=self.seeker.institution if asked.is_outside else "",
            overlap_minutes=asked.overlap_minutes if self.seeker.hours else 0,
            is_verified=asked.is_verified,
            with_full=asked.with_full,
            with_away=asked.with_away,
            among=self._among(asked),
            without=without,
            for_members=self.viewer is not None,
        )

    def _among(self, asked: Asked) -> frozenset[int] | None:
        if not asked.experiences:
            return self.by_words
        holders = frozenset(holders_of(asked.experiences, viewer=self.viewer, now=self.now))
        return holders if self.by_words is None else holders & self.by_words


def _those(shown: dict[int, Suggestion], ids: Iterable[int]) -> tuple[Suggestion, ...]:
    """Whoever went away since the index was read is left out."""
    return tuple(shown[one] for one in ids if one in shown)


def _is_recent(cursor: Cursor, today: date) -> bool:
    """An old address begins anew: the lottery of that day is long over."""
    return today - OLDEST_CURSOR <= cursor.day <= today
