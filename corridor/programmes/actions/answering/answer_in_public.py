"""A programme answers a post under its hashtag where everybody reads along: once a person.

What it asks is what the mail asks; the link is no secret, and opens for the author alone.
"""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.people import queries as people
from corridor.posts import actions as posting
from corridor.posts import queries as posts
from corridor.posts.choices import Audience, Quoters
from corridor.programmes import queries
from corridor.programmes.actions.answering.keep_account import open_account
from corridor.programmes.models import Interest, Programme, PublicAnswer, Round
from corridor.programmes.public_words import public_answer

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from corridor.people.models import Profile

AN_HOUR = timedelta(hours=1)
MOST_IN_AN_HOUR = 30
"""Of one programme: more, and the tag is full of answers instead of people."""


@transaction.atomic
def answer_in_public(interest_id: int, *, now: datetime) -> PublicAnswer | None:
    """The answer; None where there is none to give: done twice, it answers once."""
    said = Interest.objects.select_related("round").filter(pk=interest_id).first()
    if said is None:
        return None
    # Held before the post: whoever archives it waits, and answers of one hour are counted.
    programme = Programme.objects.select_for_update().get(pk=said.round.programme_id)
    author = people.profile_here(said.profile_id)
    if author is None or not _is_to_answer(programme, said, author, now):
        return None
    account = open_account(programme, now=now) if programme.account is None else programme.account
    if not people.may_act(account) or account.pk in people.muted_by(author, now=now):
        return None
    try:
        return _reply(programme, said, author, by=account, now=now)
    except posting.PUBLISHING_REFUSALS:
        return None


def _is_to_answer(programme: Programme, said: Interest, author: "Profile", now: datetime) -> bool:
    answers = PublicAnswer.objects.filter(programme=programme)
    return (
        programme.answers_publicly
        and programme.is_active
        and said.round.state == Round.State.OPEN
        and said.used_at is None
        and not queries.wants_no_answers(author)
        and not answers.filter(profile=author).exists()
        and answers.filter(at__gt=now - AN_HOUR).count() < MOST_IN_AN_HOUR
    )


@transaction.atomic
def _reply(
    programme: Programme, said: Interest, author: "Profile", *, by: "Profile", now: datetime
) -> PublicAnswer | None:
    """Raises one of `posting.PUBLISHING_REFUSALS`."""
    posting.hold_to_answer(said.post_number, by=by, now=now)
    standing = Interest.objects.select_for_update().filter(pk=said.pk, taken_back_at=None)
    if standing.first() is None:
        return None  # while this waited she edited the post, or said that she wants no answers
    new = posting.NewPost(
        text=public_answer(programme, handle=author.handle, person=author.display_name),
        audience=Audience.QUIET,
        quoters=Quoters.NOBODY,
        in_reply_to=said.post_number,
    )
    reply = posting.publish_post(new, by=by, now=now)
    return PublicAnswer.objects.create(
        programme=programme,
        profile=author,
        post_number=said.post_number,
        answer_number=reply.pk,
        at=now,
    )


@transaction.atomic
def take_answers_back(answers: "QuerySet[PublicAnswer]", *, now: datetime) -> None:
    """Their replies are gone for good; nobody is answered a second time."""
    standing = answers.filter(taken_back_at=None).select_related("programme__account")
    for answer in standing.order_by("pk"):
        _remove(answer)
        answer.taken_back_at = now
        answer.save(update_fields=["taken_back_at"])


def take_back_where_hidden(post_id: int, *, now: datetime) -> None:
    """Its author made it a post for some: nothing stands under it for everybody."""
    answers = PublicAnswer.objects.filter(post_number=post_id, taken_back_at=None)
    if answers.exists() and not posts.is_open(post_id):
        take_answers_back(answers, now=now)


def take_back_between(by_id: int, other_id: int, *, now: datetime) -> None:
    """Somebody blocked the account of a programme."""
    blocked = PublicAnswer.objects.filter(profile=by_id, programme__account=other_id)
    take_answers_back(blocked, now=now)


def forget_answers(profile: "Profile") -> None:
    """She left: what was said to her under her posts goes too."""
    answers = PublicAnswer.objects.filter(profile=profile).select_related("programme__account")
    for answer in answers.order_by("pk"):
        _remove(answer)
        answer.delete()


def _remove(answer: PublicAnswer) -> None:
    if answer.programme.account is not None:
        posting.remove_posts([answer.answer_number], by=answer.programme.account)
