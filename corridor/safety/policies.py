"""Who may look at what at the desk, and decide it."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from corridor.helping import queries as helping
from corridor.library import queries as library
from corridor.mentoring import queries as mentoring
from corridor.people import queries as people
from corridor.people.policies import operates
from corridor.safety.choices import Queue, ReadingState
from corridor.safety.models import (
    Case,
    Decision,
    Flag,
    Moderator,
    SecondReader,
    SecondReading,
    Unsealing,
)

if TYPE_CHECKING:
    from corridor.people.models import Profile

CLAIM_LASTS = timedelta(minutes=30)


def queues_of(viewer: "Profile | None") -> frozenset[str]:
    if viewer is None:
        return frozenset()
    rights = Moderator.objects.filter(profile=viewer).order_by("queue")
    return frozenset(rights.values_list("queue", flat=True))


def leads(viewer: "Profile | None") -> frozenset[str]:
    """Queues in which she appoints others and takes cases over."""
    if viewer is None:
        return frozenset()
    rights = Moderator.objects.filter(profile=viewer, is_lead=True).order_by("queue")
    return frozenset(rights.values_list("queue", flat=True))


def may_appoint(viewer: "Profile", queues: Iterable[str], *, is_lead: bool) -> bool:
    """Whoever runs the server, anybody; a lead, moderators of her queues who lead nothing."""
    if operates(viewer):
        return True
    return not is_lead and set(queues) <= leads(viewer)


def keeps_wordings(viewer: "Profile | None") -> bool:
    return viewer is not None and (operates(viewer) or bool(leads(viewer)))


def is_moderator(viewer: "Profile | None") -> bool:
    return viewer is not None and Moderator.objects.filter(profile=viewer).exists()


def cases_of(viewer: "Profile", *, today: date) -> QuerySet[Case]:
    """Of her queues; none about herself, none that she flagged, none of whom she is kept from."""
    kept, keeping = people.kept_and_keeping(viewer, today=today)
    apart = {viewer.pk, *kept}
    flagged = Flag.objects.filter(case=OuterRef("pk"), by__in=apart).order_by()
    rows = Case.objects.filter(queue__in=queues_of(viewer))
    # Whom she keeps away from makes no difference: by that she would find out who asked.
    unseen = {viewer.pk, *keeping}
    rows = rows.exclude(question_number__in=mentoring.numbers_asked_by(unseen))
    rows = rows.exclude(answer_number__in=library.numbers_kept_asked_by(unseen))
    return rows.filter(Q(about=None) | ~Q(about__in=apart), ~Exists(flagged))


def may_look(viewer: "Profile", case: Case, *, today: date) -> bool:
    return cases_of(viewer, today=today).filter(pk=case.pk).exists()


def may_look_at_post(viewer: "Profile", post_id: int | None, *, today: date) -> bool:
    """As part of a case about it, open or closed."""
    return (
        post_id is not None and cases_of(viewer, today=today).filter(post_number=post_id).exists()
    )


def has_claimed(viewer: "Profile", case: Case, *, now: datetime) -> bool:
    return case.claimed_by_id == viewer.pk and is_claimed(case, now=now)


def is_claimed(case: Case, *, now: datetime) -> bool:
    return case.claimed_at is not None and case.claimed_at > now - CLAIM_LASTS


def may_second(viewer: "Profile", decision: Decision, *, today: date) -> bool:
    """As with appeals: somebody else than who decided, with a right to that queue."""
    return may_judge_appeal(viewer, decision, today=today)


def may_answer_unsealing(viewer: "Profile", asked: Unsealing, *, today: date) -> bool:
    """Somebody else than who asks, who may look at the case."""
    return asked.asked_by_id != viewer.pk and may_look(viewer, asked.flag.case, today=today)


def may_judge_appeal(viewer: "Profile", decision: Decision, *, today: date) -> bool:
    """Somebody else than who decided, with a right to that queue."""
    case = decision.case
    if case is None or viewer.pk in {decision.by_id, decision.seconded_by_id}:
        return False
    return may_look(viewer, case, today=today)


def may_tend(actor: "Profile", profile: "Profile") -> bool:
    """May look through what lies apart for somebody, and answer it: she herself, or a helper."""
    return actor.pk == profile.pk or helping.may_tend(actor, profile)


def is_second_reader(viewer: "Profile | None") -> bool:
    """May read what is held; somebody she works with may send her what is not, right or none."""
    return viewer is not None and rights_to_read(viewer).exists()


def rights_to_read(viewer: "Profile") -> QuerySet[Any, Any]:
    """A row each."""
    named = SecondReader.objects.filter(profile=viewer).order_by().values_list("profile")
    moderating = Moderator.objects.filter(profile=viewer, queue=Queue.PRIVACY).order_by()
    return named.union(moderating.values_list("profile"))


def second_readers_for(author: "Profile", *, today: date) -> set[int]:
    """Never she herself, nor anybody whom a block or an evaluation keeps from her."""
    named = SecondReader.objects.order_by().values_list("profile", flat=True)
    moderating = Moderator.objects.filter(queue=Queue.PRIVACY).order_by()
    may = people.ids_here({*named, *moderating.values_list("profile", flat=True)})
    return may - {author.pk} - people.kept_from(author, today=today)


def readings_for(viewer: "Profile", *, today: date) -> QuerySet[SecondReading]:
    """That wait for her, alone or with others."""
    apart = {viewer.pk, *people.kept_from(viewer, today=today)}
    rows = SecondReading.objects.filter(state=ReadingState.WAITING).exclude(author__in=apart)
    if is_second_reader(viewer):
        return rows.filter(Q(wanted=viewer) | Q(wanted=None))
    return rows.filter(wanted=viewer, is_held=False)


def may_read_second(viewer: "Profile", reading: SecondReading, *, today: date) -> bool:
    return readings_for(viewer, today=today).filter(pk=reading.pk).exists()
