"""What the directory knows of people, read for one page or for everybody with the same two queries.

Never of anybody's self-description, and of somebody who goes by another name not where she works.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from django.db.models import CharField, F, IntegerField, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast
from django_countries import countries

from corridor.algorithms.directory.people import Entry, Places
from corridor.algorithms.directory.words import words_of
from corridor.algorithms.matching.people import Role
from corridor.algorithms.matching.week import DAYS, Span
from corridor.people.choices import TagKind, Visibility
from corridor.people.models import (
    Away,
    Badge,
    FreeHours,
    Offer,
    OfferTopic,
    Profile,
    ProfileTag,
)
from corridor.people.queries.restrictions import is_limited
from corridor.people.queries.shields import is_shielded

AT_ONCE = 5_000
"""People read together where everybody is."""
OF_TOPIC = "offer__profile"


class Fact(NamedTuple):
    profile: int
    what: str
    text: str
    more: str
    number: int
    other_number: int


@dataclass(slots=True)
class Said:
    """What one person says of herself in tables of their own."""

    offers: dict[Role, Places] = field(default_factory=dict)
    topics: set[str] = field(default_factory=set)
    interests: set[str] = field(default_factory=set)
    languages: set[str] = field(default_factory=set)
    hours: list[Span] = field(default_factory=list)
    away: tuple[date, date] | None = None
    verified_until: datetime | None = None


class Known(NamedTuple):
    profile: Profile
    said: Said
    joined_at: datetime
    is_here: bool
    """Neither on her way out nor closed, as whoever has not shown her mailbox is: else nobody sees
    her.
    """

    @property
    def entry(self) -> Entry:
        profile, said = self.profile, self.said
        return Entry(
            id=profile.pk,
            offers=said.offers,
            stage=profile.career.rung if profile.career else None,
            specialty=profile.specialty,
            subspecialty=profile.subspecialty,
            institution="" if profile.is_pseudonymous else profile.institution,
            country=profile.country,
            interests=frozenset(said.interests),
            languages=frozenset(said.languages),
            covers=frozenset(said.topics),
            zone=profile.time_zone,
            hours=tuple(sorted(said.hours)),
            replies_within=profile.reply_within_days,
            seen_on=profile.seen_on or self.joined_at.date(),
            away=said.away,
            verified_until=said.verified_until,
            for_members_only=profile.visibility != Visibility.PUBLIC,
            is_listed=profile.is_listed and self.is_here,
        )

    @property
    def words(self) -> tuple[str, ...]:
        """What she is found by."""
        profile, said = self.profile, self.said
        specialty = profile.discipline
        return words_of(
            [
                profile.display_name,
                profile.handle.replace("_", " "),
                profile.bio,
                profile.subspecialty,
                *((specialty.name, *specialty.aliases) if specialty else ()),
                profile.grade,
                profile.career.name if profile.career else "",
                "" if profile.is_pseudonymous else profile.institution,
                countries.name(profile.country),
                *said.interests,
                *said.languages,
                *said.topics,
                # As a hashtag is written: #NerveBlocks.
                *(tag.replace(" ", "") for tag in said.interests | said.topics),
            ]
        )


def known(ids: Iterable[int]) -> dict[int, Known]:
    ids = list(ids)
    if not ids:
        return {}
    people = _known(Q(pk__in=ids), Q(profile__in=ids), Q(offer__profile__in=ids))
    return {one.profile.pk: one for one in people}


def everybody_known() -> Iterator[Known]:
    """In the order of ids, some thousands in memory at once."""
    after = 0
    while True:
        ids = list(
            Profile.objects.filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)
            [:AT_ONCE]
        )  # fmt: skip
        if not ids:
            return
        yield from _known(_between("pk", ids), _between("profile", ids), _between(OF_TOPIC, ids))
        after = ids[-1]


def _between(field: str, ids: list[int]) -> Q:
    return Q((f"{field}__gte", ids[0]), (f"{field}__lte", ids[-1]))


def _known(of_profiles: Q, of_facts: Q, of_topics: Q) -> Iterator[Known]:
    said: dict[int, Said] = defaultdict(Said)
    for fact in map(Fact._make, _facts(of_facts, of_topics)):
        _note(said[fact.profile], fact)
    profiles = Profile.objects.filter(of_profiles).select_related("account", "account__departure")
    is_kept_back = is_limited(OuterRef("pk")) | is_shielded(OuterRef("pk"))
    profiles = profiles.annotate(is_kept_back=is_kept_back).order_by("pk")
    return (_with(one, said[one.pk], is_kept_back=one.is_kept_back) for one in profiles)


def _with(profile: Profile, said: Said, *, is_kept_back: bool) -> Known:
    account = profile.account
    is_here = account.is_active and not hasattr(account, "departure") and not is_kept_back
    return Known(profile, said, account.joined_at, is_here)


def _facts(of_facts: Q, of_topics: Q) -> QuerySet[Any, Any]:
    """All of it in one query, since a page may take ten."""
    day = F("day") * Value(24 * 60)
    return union_of(
        ProfileTag.objects.filter(of_facts).values_list(
            "profile_id", text("tag"), "kind", "tag", number(0), number(0)
        ),
        Offer.objects.filter(of_facts).values_list(
            "profile_id", text("offer"), "kind", text(""), "capacity",
            F("carries") + F("carries_here"),
        ),
        OfferTopic.objects.filter(of_topics).values_list(
            "offer__profile_id", text("topic"), "topic", text(""), number(0), number(0)
        ),
        FreeHours.objects.filter(of_facts).values_list(
            "profile_id", text("hours"), text(""), text(""), F("start") + day, F("end") + day
        ),
        Away.objects.filter(of_facts).values_list(
            "profile_id", text("away"), written("starts_on"), written("ends_on"),
            number(0), number(0),
        ),
        Badge.objects.filter(of_facts, withdrawn_at=None).values_list(
            "profile_id", text("badge"), written("expires_at"), text(""), number(0), number(0)
        ),
    )  # fmt: skip


def union_of(first: QuerySet[Any, Any], *others: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    return first.order_by().union(*(other.order_by() for other in others), all=True)


def text(word: str) -> Value:
    return Value(word, output_field=CharField())


def number(value: int) -> Value:
    return Value(value, output_field=IntegerField())


def written(field: str) -> Cast:
    return Cast(field, CharField())


def _note(said: Said, fact: Fact) -> None:
    match fact.what:
        case "tag":
            tags = said.languages if fact.text == TagKind.LANGUAGE else said.interests
            tags.add(fact.more)
        case "offer":
            places = Places(capacity=fact.number, carries=fact.other_number)
            said.offers[Role(fact.text)] = places
        case "topic":
            said.topics.add(fact.text)
        case "hours":
            said.hours.append(span_of(fact))
        case "away":
            said.away = (
                date.fromisoformat(fact.text),
                date.fromisoformat(fact.more or str(date.max)),
            )
        case _:
            until = datetime.fromisoformat(fact.text[:19]).replace(tzinfo=UTC)
            said.verified_until = max(until, said.verified_until or until)


def span_of(fact: Fact) -> Span:
    day, start = divmod(fact.number, 24 * 60)
    return Span(DAYS[day], start, start + fact.other_number - fact.number)
