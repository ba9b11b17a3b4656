"""After everybody was told: matches that nobody has accepted yet are taken back, in words."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes import letters_of_matches as letters
from corridor.programmes import policies, queries
from corridor.programmes.actions.matches import hold_open
from corridor.programmes.actions.review_rights import NotDirector
from corridor.programmes.actions.words_for_record import words_for_record
from corridor.programmes.models import Match, Round
from corridor.programmes.policies import Right
from corridor.programmes.states import DIRECTOR

if TYPE_CHECKING:
    from collections.abc import Collection

    from corridor.people.models import Profile


class NothingToRecall(Exception):
    """All of it was answered, or came to nothing."""


class WordsMissing(Exception):
    """Both sides read why; nobody is left to guess."""


@transaction.atomic
def recall_matches(
    *, round: Round, only: "Collection[int]" = (), words: str, by: "Profile", now: datetime
) -> int:
    """All that wait for an answer, or only these. How many those were.

    Raises NotDirector, WordsMissing, TooLongForRecord or NothingToRecall.
    """
    if not policies.can(by, round.programme, Right.PUBLISH):
        raise NotDirector
    said = words_for_record(words)
    if not said:
        raise WordsMissing
    Round.objects.select_for_update(of=("self",)).get(pk=round.pk)
    waiting = queries.matches_open(round)
    recalled = hold_open(waiting.filter(pk__in=only) if only else waiting)
    if not recalled:
        raise NothingToRecall

    for match in recalled:
        match.end("withdraw", by=DIRECTOR, cause=Match.Cause.DIRECTOR, at=now)
        letters.tell_recalled(match, said)
    return len(recalled)
