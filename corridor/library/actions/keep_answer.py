"""An answer is kept in the library once whoever asked and whoever answered agree to its words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.library.answer_choices import KeptState, Party
from corridor.library.answer_states import KEPT_ANSWER
from corridor.library.asker import digest_of
from corridor.library.events import AnswerToKeep
from corridor.library.models import KeptAnswer
from corridor.posts.actions.look_for_patients import TEXT, Speaker, look

if TYPE_CHECKING:
    from corridor.people.models import Profile

PLACE = "post"
LONGEST: Mapping[Party, int] = {Party.ASKER: 600, Party.ANSWERER: 2000}
"""As where it was said."""


class NotYourAnswer(Exception):
    """She neither asked nor answered it."""


class AgreedAlready(Exception):
    """To words that stand; whoever wants others withdraws it first."""


class WithdrawnByTheOther(Exception):
    """The other does not want it kept, and is not asked again."""


class NothingToKeep(Exception):
    """A question and an answer have words."""


class KeptWordsTooLong(Exception):
    """Longer than they were when they were said."""


@dataclass(frozen=True, kw_only=True)
class SaidAnswer:
    """What was said once, as the context that knows it hands it over."""

    source: str
    topic: str
    stage: str
    question: str
    answer: str
    asker_id: int
    answerer_id: int

    def party(self, profile: "Profile") -> Party:
        """Raises NotYourAnswer."""
        if profile.pk == self.asker_id:
            return Party.ASKER
        if profile.pk == self.answerer_id:
            return Party.ANSWERER
        raise NotYourAnswer


@transaction.atomic
def agree_to_keep(said: SaidAnswer, *, words: str, by: "Profile", now: datetime) -> KeptAnswer:
    """`words`: her own part as she wants it read. With the second yes members read it.

    Raises NotYourAnswer, NothingToKeep, KeptWordsTooLong, AgreedAlready, WithdrawnByTheOther or
    MayIdentifyPatient.
    """
    party = said.party(by)
    words = words.replace("\r\n", "\n").strip()
    if not words:
        raise NothingToKeep
    if len(words) > LONGEST[party]:
        raise KeptWordsTooLong
    held = _hold(said)
    _check(held, party)
    look([(TEXT, words)], Speaker(by=by, place=PLACE), now=now)

    if held.state == KeptState.WITHDRAWN:
        held.state = KEPT_ANSWER.after(held.state, "propose_again", by=party)
        held.withdrawn_by = ""
    part = "question" if party == Party.ASKER else "answer"
    held.words = {**held.words, part: words}
    setattr(held, f"{party}_agreed_at", now)
    if held.asker_agreed_at and held.answerer_agreed_at:
        held.state = KEPT_ANSWER.after(held.state, "agree", by=party)
        held.question, held.answer = held.words["question"], held.words["answer"]
        held.kept_at = now
    held.save()
    other = said.answerer_id if party == Party.ASKER else said.asker_id
    events.publish(AnswerToKeep(profile_id=other, by_id=said.answerer_id, at=now))
    return held


@transaction.atomic
def withdraw_kept(kept_id: int, *, by: "Profile") -> None:
    """Out of the library at once, by either; also a no to whoever proposed it.

    Raises NotYourAnswer or MoveImpossible.
    """
    held = KeptAnswer.objects.select_for_update().filter(pk=kept_id).first()
    if held is None:
        raise NotYourAnswer
    party = party_of(held, by)
    held.state = KEPT_ANSWER.after(held.state, "withdraw", by=party)
    held.withdrawn_by = party
    held.question = held.answer = ""
    held.asker_agreed_at = held.answerer_agreed_at = held.kept_at = None
    held.save()


def party_of(kept: KeptAnswer, profile: "Profile") -> Party:
    """Raises NotYourAnswer."""
    if bytes(kept.asker_digest) == digest_of(profile.pk):
        return Party.ASKER
    if kept.answerer_id == profile.pk:
        return Party.ANSWERER
    raise NotYourAnswer


def _hold(said: SaidAnswer) -> KeptAnswer:
    """Its row, locked, new where nobody has proposed it."""
    new = KeptAnswer(
        source=said.source,
        topic=said.topic,
        stage=said.stage,
        answerer_id=said.answerer_id,
        asker_digest=digest_of(said.asker_id),
    )
    new.asker = said.asker_id
    new.words = {"question": said.question, "answer": said.answer}
    # Both may propose it at once: the second finds the row of the first, and waits for it.
    KeptAnswer.objects.bulk_create([new], ignore_conflicts=True)
    return KeptAnswer.objects.select_for_update().get(source=said.source)


def _check(held: KeptAnswer, party: Party) -> None:
    if held.state == KeptState.WITHDRAWN and held.withdrawn_by != party:
        raise WithdrawnByTheOther
    if getattr(held, f"{party}_agreed_at") is not None:
        raise AgreedAlready
