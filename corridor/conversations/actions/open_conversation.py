"""Somebody begins to talk with one person, or with a few."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.conversations.choices import LONGEST_TITLE, MOST_PEOPLE
from corridor.conversations.models import Conversation, Membership
from corridor.conversations.queries.open_one import pair_of
from corridor.people import queries as people
from corridor.people.choices import FirstWords
from corridor.posts import actions as posting
from corridor.posts import queries as posts

if TYPE_CHECKING:
    from corridor.people.models import Profile

A_DAY = timedelta(days=1)


class NobodyToTalkTo(Exception):
    """Nobody is named besides herself."""


class TooManyPeople(Exception):
    """More than a group may have."""


class CannotReach(Exception):
    """Somebody among them is not to be reached by her. Nothing says who or why."""


class TitleTooLong(Exception):
    """Longer than one line."""


@transaction.atomic
def open_conversation(
    *, members: Collection["Profile"], about: str = "", by: "Profile", now: datetime
) -> Conversation:
    """That of the two, which may be there already, or a new one of a group.

    It waits as a request for whoever has nothing to do with her. Raises NobodyToTalkTo,
    TooManyPeople, TitleTooLong, CannotReach, or what `posting.check_first_contact` raises.
    """
    ids = sorted({one.pk for one in members} - {by.pk})
    if not ids:
        raise NobodyToTalkTo
    if len(ids) + 1 > MOST_PEOPLE:
        raise TooManyPeople
    if len(about) > LONGEST_TITLE:
        raise TitleTooLong
    pair = "" if len(ids) > 1 else pair_of(by.pk, ids[0])
    if not pair:
        made = Conversation(begun_by=by, begun_at=now)
    else:
        # Both may begin at the same moment: there is one of theirs.
        made, is_new = Conversation.objects.get_or_create(
            pair=pair, defaults={"begun_by": by, "begun_at": now}
        )
        if not is_new:
            Membership.objects.filter(conversation=made, profile=by).update(put_away_to=0)
            return made
    made.title = about.strip()
    made.save()
    Membership.objects.create(conversation=made, profile=by, joined_at=now)
    let_in(made, ids, by=by, now=now)
    return made


def let_in(conversation: Conversation, ids: Sequence[int], *, by: "Profile", now: datetime) -> None:
    """These people are in it from now on; whoever left is asked first. Raises as
    `open_conversation`.
    """
    check_reach(ids, by=by, now=now)
    asked = _asked(ids, by, now)
    posting.check_first_contact(ids, thread=None, by=by, now=now, besides=_waiting_for(by, now))
    came_back = _who_left(conversation, ids)
    for pk in ids:
        shield = people.shield_of(pk)
        is_kept_out = shield is not None and bool(posts.kept_out_by(shield, [by.pk], now=now))
        Membership.objects.update_or_create(
            conversation=conversation,
            profile_id=pk,
            defaults={
                "joined_at": now,
                "since": conversation.last,
                "read_to": conversation.last,
                "is_request": pk in asked or pk in came_back or is_kept_out,
                "is_quiet": is_kept_out,
                "left_at": None,
                "declined_at": None,
            },
        )


def _who_left(conversation: Conversation, ids: Collection[int]) -> set[int]:
    rows = Membership.objects.filter(conversation=conversation, profile__in=ids)
    return set(rows.exclude(left_at=None).order_by().values_list("profile", flat=True))


def check_reach(ids: Collection[int], *, by: "Profile", now: datetime) -> None:
    """Raises CannotReach."""
    apart = people.kept_from(by, today=now.date())
    if apart & set(ids) or people.ids_here(ids) != set(ids):
        raise CannotReach


def _asked(ids: Sequence[int], by: "Profile", now: datetime) -> set[int]:
    """For whom it waits as a request."""
    strange = {pk for pk in ids if posts.strangers_among([by.pk], to=pk, now=now)}
    wishes = people.first_words_of(strange)
    return {pk for pk in strange if wishes[pk] != FirstWords.ANYBODY}


def _waiting_for(by: "Profile", now: datetime) -> set[int]:
    """Whom she asked within a day, and who has not answered."""
    rows = Membership.objects.filter(
        conversation__begun_by=by, conversation__begun_at__gt=now - A_DAY, is_request=True
    )
    return set(rows.order_by().values_list("profile", flat=True))
