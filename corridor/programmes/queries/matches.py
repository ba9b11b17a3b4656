"""Matches that are told: for the two whom each is about, and for directors of the round."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from corridor.algorithms.matching.outcome import Compatibility
from corridor.algorithms.matching.people import Role
from corridor.mentoring import queries as mentoring
from corridor.programmes import policies
from corridor.programmes.answers import Answers
from corridor.programmes.documents import from_document
from corridor.programmes.models import (
    AnswerLink,
    Application,
    Match,
    NextBest,
    Programme,
    Publication,
    Round,
)
from corridor.programmes.policies import Right
from corridor.programmes.states import OPEN_MATCH
from corridor.programmes.talk import Talk

if TYPE_CHECKING:
    from corridor.people.models import Profile

WHOLE = ("round__programme", "mentee__profile__account", "mentor__profile__account")


def matches_of(viewer: "Profile") -> QuerySet[Match]:
    """Hers on both sides: those that wait for an answer first, then the newest."""
    return (
        Match.objects.filter(Q(mentee__profile=viewer) | Q(mentor__profile=viewer))
        .select_related(*WHOLE, "relationship")
        .annotate(
            is_over=Case(
                When(state__in=OPEN_MATCH, then=Value(0)),
                default=Value(1),
                output_field=IntegerField(),
            )
        )
        .order_by("is_over", "answer_by", "-pk")
    )


def count_open_matches(viewer: "Profile") -> int:
    return matches_of(viewer).filter(state__in=OPEN_MATCH).count()


def is_matched_in(programme: Programme, *, viewer: "Profile | None") -> bool:
    """She has been told of a match in one of its rounds."""
    if viewer is None:
        return False
    return matches_of(viewer).filter(round__programme=programme).exists()


def match(match_id: int, *, viewer: "Profile") -> Match | None:
    """None for anybody but the two."""
    return matches_of(viewer).filter(pk=match_id).first()


def match_by_link(digest: str, *, now: datetime) -> AnswerLink | None:
    """While the link holds: not used yet, not run out, the match still open."""
    return (
        AnswerLink.objects.filter(
            digest=digest, used_at=None, expires_at__gt=now, match__state__in=OPEN_MATCH
        )
        .select_related("profile", *(f"match__{name}" for name in WHOLE))
        .first()
    )


def matches_of_round(round: Round) -> QuerySet[Match]:
    return round.matches.select_related(*WHOLE).order_by("proposed_at", "pk")


def matches_open(round: Round) -> QuerySet[Match]:
    return matches_of_round(round).filter(state__in=OPEN_MATCH)


def why(match: Match) -> Compatibility:
    return from_document(Compatibility, match.why)


def talk(match: Match) -> Talk:
    return from_document(Talk, match.talk)


class Two(NamedTuple):
    mentee_id: int
    mentor_id: int
    is_ended_by_mentee: bool


def two_of(match_id: int) -> Two:
    """Profiles of the two, for whoever tells them."""
    found = Match.objects.select_related("mentee", "mentor").get(pk=match_id)
    by_mentee = found.cause == Match.Cause.MENTEE
    return Two(found.mentee.profile_id, found.mentor.profile_id, by_mentee)


def who_applied(application_id: int) -> int:
    """Her profile."""
    return Application.objects.get(pk=application_id).profile_id


def who_publishes(application_id: int) -> list[int]:
    """Profiles of those who decide about the next best for her."""
    applied = Application.objects.select_related("round").get(pk=application_id)
    team = policies.holders(Right.PUBLISH).filter(programme=applied.round.programme_id)
    return list(team.values_list("profile_id", flat=True))


def places_given(mentor: Application) -> int:
    """What she takes in this round, where she makes no offer on her profile."""
    answers = from_document(Answers, mentor.answers)
    return max(0, answers.capacity - answers.carries)


def programme_of_match(match_id: int) -> Programme:
    return Match.objects.select_related("round__programme").get(pk=match_id).round.programme


def still_wished(mentee: Application, role: str) -> int:
    """Mentors whom she asked for in this role and has not found in the round."""
    if not mentee.is_in:
        return 0
    wished = from_document(Answers, mentee.answers).wishes.get(Role(role), 0)
    found = standing().filter(mentee=mentee, role=role).count()
    return max(0, wished - found)


def standing() -> QuerySet[Match]:
    """Accepted, and not given up since."""
    return Match.objects.filter(state=Match.State.ACCEPTED, given_up_at=None)


def is_being_asked_for(ended: Match) -> bool:
    """Somebody else is asked for this mentee, or a director looks at who could be."""
    others = Match.objects.filter(mentee=ended.mentee, role=ended.role, state__in=OPEN_MATCH)
    waiting = NextBest.objects.filter(mentee=ended.mentee, role=ended.role, decided_at=None)
    return others.exists() or waiting.exists()


def publication_waiting(round: Round) -> Publication | None:
    return round.publications.filter(stopped_at=None, done_at=None).order_by("pk").first()


def round_published(slug: str, round_id: int, *, viewer: "Profile") -> Round | None:
    """One whose matches are told, for those who review or publish them."""
    found = (
        Round.objects.filter(
            pk=round_id,
            programme__slug=slug,
            state__in=(Round.State.PUBLISHED, Round.State.RUNNING, Round.State.FINISHED),
        )
        .select_related("programme")
        .first()
    )
    if found is None:
        return None
    rights = (Right.REVIEW, Right.PUBLISH)
    return found if any(policies.can(viewer, found.programme, one) for one in rights) else None


def round_last_published(slug: str, *, viewer: "Profile") -> int | None:
    """The newest whose matches are told and which is not over, for who reviews it."""
    seen = policies.programmes_with(viewer, Right.REVIEW).filter(slug=slug)
    told = Round.objects.filter(
        programme__in=seen, state__in=(Round.State.PUBLISHED, Round.State.RUNNING)
    )
    return told.order_by("-opens_on", "-pk").values_list("pk", flat=True).first()


def suggested(round: Round) -> Sequence[NextBest]:
    """Next bests that wait for a director."""
    return list(
        NextBest.objects.filter(mentee__round=round, decided_at=None)
        .select_related(
            "mentee__profile",
            "mentee__round__programme",
            "mentor__profile",
            "after__mentor__profile",
        )
        .order_by("made_at", "pk")
    )


def looked_at(mentor: Application, role: str) -> int:
    """Mentees about whom a director has yet to decide whether this mentor is asked."""
    return NextBest.objects.filter(mentor=mentor, role=role, decided_at=None).count()


def numbers_of_matches(round: Round) -> dict[str, int]:
    """State -> how many."""
    return dict(round.matches.order_by().values_list("state").annotate(Count("pk")))


def ended_since(profile_id: int, *, since: datetime) -> list[int]:
    """Matches of a mentee that nobody accepted, or that were given up; the last first."""
    refused = Q(state__in=(Match.State.DECLINED, Match.State.LAPSED), ended_at__gte=since)
    ended = Match.objects.filter(refused | Q(given_up_at__gte=since), mentee__profile=profile_id)
    last_first = (Coalesce("given_up_at", "ended_at").desc(), "-pk")
    return list(ended.order_by(*last_first).values_list("pk", flat=True))


def unserved(round: Round) -> Sequence[Application]:
    """Mentees of a published round with nobody, nobody being asked, and no circle."""
    served = round.matches.filter(Q(state__in=OPEN_MATCH) | Q(pk__in=standing().values("pk")))
    seated = mentoring.seated(list(round.circles.values_list("circle", flat=True)))
    waiting = (
        round.applications.filter(side=Application.Side.MENTEE, state=Application.State.IN)
        .exclude(pk__in=served.values("mentee"))
        .exclude(profile__in=seated)
    )
    return list(waiting.select_related("profile__account").order_by("applied_at", "pk"))
