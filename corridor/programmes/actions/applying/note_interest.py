"""A post under the hashtag of a programme says that its author looks for somebody, or offers.

The programme answers her, once in a round, by a mail and a notice that nobody else sees, and the
first time under her post as well. Nothing else follows from a post.
"""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.algorithms.hashtags import hashtags
from corridor.algorithms.intents import Intent, intents
from corridor.kernel import events
from corridor.people import letters
from corridor.people import queries as people
from corridor.people.invitation_tokens import digest_of, new_token
from corridor.posts import queries as posts
from corridor.posts.choices import OPEN
from corridor.programmes import queries
from corridor.programmes.actions.answering import take_answers_back
from corridor.programmes.events import InterestNoted
from corridor.programmes.letters_to_applicants import interest as letter
from corridor.programmes.models import Application, Interest, NoAnswers, PublicAnswer, Round

if TYPE_CHECKING:
    from corridor.people.models import Profile

VALID_FOR = timedelta(days=30)
LONGEST_ABOUT = 60


def note_interest(post_id: int, text: str) -> Interest | None:
    """The interest where the post shows one that has not been answered in this round."""
    if "#" not in text:
        return None
    said = intents(text)
    if not said:
        return None
    facts = posts.facts_of(post_id)
    author = people.profile_here(facts.author_id)
    if facts.audience not in OPEN or facts.is_held or author is None or author.is_automated:
        return None
    round = queries.round_of_hashtags(hashtags(text), now=facts.at)
    if round is None or queries.wants_no_answers(author):
        return None
    return _answer(round, said[0], author, post_id=post_id, now=facts.at)


@transaction.atomic
def _answer(
    round: Round, intent: Intent, author: "Profile", *, post_id: int, now: datetime
) -> Interest | None:
    side = Application.Side.MENTEE if intent.seeks else Application.Side.MENTOR
    knows = Application.objects.filter(round=round, profile=author).exists()
    if knows or queries.door(round, side=side, profile=author, now=now).shut is not None:
        return None
    token = new_token()
    noted, is_new = Interest.objects.get_or_create(
        round=round,
        profile=author,
        defaults={
            "post_number": post_id,
            "side": side,
            "role": intent.role,
            "about": intent.about[:LONGEST_ABOUT],
            "said_at": now,
            "token_digest": digest_of(token),
            "expires_at": now + VALID_FOR,
        },
    )
    if not is_new:
        return None
    letters.tell(letter(noted, token), to=author.account.email)
    events.publish(InterestNoted(interest_id=noted.pk, profile_id=author.pk, at=now))
    return noted


def take_interest_back(post_id: int, *, now: datetime) -> None:
    """The post is gone: so is what was read from it. Nobody is answered a second time."""
    Interest.objects.filter(post_number=post_id, taken_back_at=None).update(
        taken_back_at=now, about=""
    )
    take_answers_back(PublicAnswer.objects.filter(post_number=post_id), now=now)


def reconsider_interest(post_id: int, *, now: datetime) -> None:
    """It was edited: where it does not say so any more, nothing is left of the interest."""
    if Interest.objects.filter(post_number=post_id, taken_back_at=None).exists() and not intents(
        posts.text_of(post_id)
    ):
        take_interest_back(post_id, now=now)


@transaction.atomic
def stop_answers(*, by: "Profile", now: datetime) -> None:
    """No programme answers what she says under hashtags any more."""
    NoAnswers.objects.get_or_create(profile=by, defaults={"at": now})
    open_ones = Interest.objects.filter(profile=by, used_at=None, taken_back_at=None)
    open_ones.update(taken_back_at=now, about="")
    take_answers_back(PublicAnswer.objects.filter(profile=by), now=now)


def let_answer(*, by: "Profile") -> None:
    """They may again."""
    NoAnswers.objects.filter(profile=by).delete()
