"""What strangers say to somebody is put apart: behind her shield, or as a request to write."""

from typing import TYPE_CHECKING

from corridor.kernel.compiled import Insert
from corridor.people import queries as people
from corridor.people.choices import FirstWords
from corridor.posts import actions as posting
from corridor.posts import queries as posts
from corridor.posts.queries import Facts
from corridor.safety.choices import HeldKind
from corridor.safety.models import Held

if TYPE_CHECKING:
    from corridor.people.models import Shield

_held = Insert(Held, unless_there=True)


def hold_back(post_id: int, *, is_private: bool) -> None:
    """In the transaction in which it is published: before anybody is told of it."""
    met = posts.shields_met(post_id)
    if not met and not is_private:
        return
    facts = posts.facts_of(post_id)
    if is_private:
        _hold_message(facts)
    else:
        for profile_id in sorted(met - {facts.author_id}):
            _hold_said(facts, profile_id)


def _hold_said(facts: Facts, profile_id: int) -> None:
    """A reply, a quotation, or her name in what a stranger says."""
    shield = people.shield_of(profile_id)
    is_stranger = shield is not None and posts.kept_out_by(shield, [facts.author_id], now=facts.at)
    if facts.replies_to == profile_id:
        if facts.is_behind_shield:  # also where it only came too soon after another
            _keep(facts, profile_id, HeldKind.REPLY)
    elif is_stranger:
        is_quote = facts.quoted == profile_id
        _keep(facts, profile_id, HeldKind.QUOTE if is_quote else HeldKind.MENTION)
        if is_quote:
            posting.detach_quote(facts.post_id)


def _hold_message(facts: Facts) -> None:
    """For those whom its author does not know, unless they said something there themselves."""
    named = posts.ids_named_in(facts.post_id)
    if facts.replies_to is not None:
        named.add(facts.replies_to)
    for profile_id in sorted(named - {facts.author_id}):
        if posts.took_part(profile_id, facts.thread):
            continue
        shield = people.shield_of(profile_id)
        if _waits(facts, profile_id, shield):
            _keep(facts, profile_id, HeldKind.MESSAGE, is_request=shield is None)
            posting.keep_apart(facts.thread, of=profile_id)


def _waits(facts: Facts, profile_id: int, shield: "Shield | None") -> bool:
    if shield is not None:
        return bool(posts.kept_out_by(shield, [facts.author_id], now=facts.at))
    if people.first_words_of([profile_id])[profile_id] == FirstWords.ANYBODY:
        return False
    return bool(posts.strangers_among([facts.author_id], to=profile_id, now=facts.at))


def _keep(facts: Facts, profile_id: int, kind: HeldKind, *, is_request: bool = False) -> None:
    row = Held(
        profile_id=profile_id,
        by_id=facts.author_id,
        post_id=facts.post_id,
        kind=kind,
        is_request=is_request,
        at=facts.at,
        answer="",
    )
    _held.write([row])
