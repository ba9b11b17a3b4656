"""Answers that are kept, as members find them, and as the two see them who agreed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from corridor.library.answer_choices import KeptState, Party
from corridor.library.asker import digest_of
from corridor.library.models import KeptAnswer
from corridor.people import queries as people

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_WORDS = 6


@dataclass(frozen=True, kw_only=True)
class OwnKept:
    """One of hers, with the words as they stand, whoever agreed so far."""

    kept: KeptAnswer
    party: Party
    question: str
    answer: str

    @property
    def waits_for_her(self) -> bool:
        agreed = {
            Party.ASKER: self.kept.asker_agreed_at,
            Party.ANSWERER: self.kept.answerer_agreed_at,
        }
        return self.kept.state == KeptState.PROPOSED and agreed[self.party] is None


def kept_answers(
    viewer: "Profile", *, words: str = "", topic: str = "", now: datetime
) -> QuerySet[KeptAnswer]:
    """Newest first; each word is somewhere in it. None of somebody who keeps from her."""
    apart = people.kept_from(viewer, today=now.date())
    # Not those whom the viewer keeps away from: by that she would find out who asked.
    hidden = people.who_keep_from(viewer, today=now.date())
    found = KeptAnswer.objects.filter(state=KeptState.KEPT, withheld_at=None)
    found = found.select_related("answerer")
    found = found.exclude(answerer__in=apart)
    if hidden:
        found = found.exclude(asker_digest__in=[digest_of(one) for one in hidden])
    if topic:
        found = found.filter(topic=topic)
    for word in words.replace("\0", "").split()[:MOST_WORDS]:
        found = found.filter(
            Q(question__icontains=word) | Q(answer__icontains=word) | Q(topic__icontains=word)
        )
    return found.order_by("-kept_at", "-pk")


def kept_answer(kept_id: int, *, viewer: "Profile", now: datetime) -> KeptAnswer | None:
    return kept_answers(viewer, now=now).filter(pk=kept_id).first()


def kept_before_moderators(kept_id: int) -> KeptAnswer | None:
    """While it is kept, withheld or not."""
    rows = KeptAnswer.objects.filter(pk=kept_id, state=KeptState.KEPT)
    return rows.select_related("answerer").first()


def source_of_kept(kept_id: int) -> str | None:
    """Kept or not; None where it is gone."""
    return KeptAnswer.objects.filter(pk=kept_id).values_list("source", flat=True).first()


def numbers_kept_asked_by(profiles: Collection[int]) -> "QuerySet[KeptAnswer, int]":
    """For a condition that names nobody."""
    digests = [digest_of(one) for one in profiles]
    rows = KeptAnswer.objects.filter(asker_digest__in=digests).order_by()
    return rows.values_list("pk", flat=True)


def own_kept(viewer: "Profile") -> QuerySet[KeptAnswer]:
    """Which she asked or answered; withdrawn ones, too."""
    own = Q(answerer=viewer) | Q(asker_digest=digest_of(viewer.pk))
    return KeptAnswer.objects.filter(own).select_related("answerer").order_by("-pk")


def read_own(kept: KeptAnswer, *, viewer: "Profile") -> OwnKept:
    is_asker = bytes(kept.asker_digest) == digest_of(viewer.pk)
    return OwnKept(
        kept=kept,
        party=Party.ASKER if is_asker else Party.ANSWERER,
        question=kept.words["question"],
        answer=kept.words["answer"],
    )


def kept_from_source(source: str, *, viewer: "Profile") -> OwnKept | None:
    """Of hers."""
    found = own_kept(viewer).filter(source=source).first()
    return None if found is None else read_own(found, viewer=viewer)
