"""What a bio says and a profile does not yet: to be confirmed one by one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.translation import ngettext

from corridor.algorithms.bio_line.words import Gives, Line, Seeks
from corridor.people import actions, queries
from corridor.people.actions import MOST_PLACES, NewOffer, NewWish
from corridor.people.choices import Kind, TagKind
from corridor.people.vocabulary import INTERESTS
from corridor.web.offers.forms import GIVES, SEEKS

if TYPE_CHECKING:
    from corridor.people.models import Offer, Profile, Wish


@dataclass(frozen=True, kw_only=True)
class Proposal:
    code: str
    words: str
    says: Gives | Seeks | str
    """A string is an interest."""


def proposals(line: Line, profile: "Profile") -> list[Proposal]:
    interests = queries.interests_in(line.tags, besides=INTERESTS)
    has = {tag.tag for tag in profile.tags.all() if tag.kind == TagKind.INTEREST}
    return [
        *(Proposal(code=f"gives-{one.role}", words=_giving(one), says=one) for one in line.gives),
        *(
            Proposal(
                code=f"seeks-{one.role}",
                words=_listed(str(SEEKS[Kind(one.role)]), one.topics),
                says=one,
            )
            for one in line.seeks
        ),
        *(
            Proposal(code=f"interest-{tag}", words=f"#{tag}", says=tag)
            for tag in interests
            if tag not in has
        ),
    ]


def keep_proposals(chosen: Sequence[Proposal], *, profile: "Profile") -> None:
    """Beside what the profile says already: topics are added, places are as the bio has them.

    Raises TagTooLong or TooManyTags.
    """
    offers, wishes = queries.offers_and_wishes(profile)
    gives = {one.kind: one for one in map(_as_new_offer, offers)}
    here = {one.kind: one.carries_here for one in offers}
    seeks = {one.kind: one for one in map(_as_new_wish, wishes)}
    for one in (proposal.says for proposal in chosen):
        if isinstance(one, Gives):
            offer = gives.get(one.role, NewOffer(kind=one.role))
            gives[one.role] = _with_places(offer, one, carries_here=here.get(one.role, 0))
        elif isinstance(one, Seeks):
            wish = seeks.get(one.role, NewWish(kind=one.role))
            seeks[one.role] = replace(wish, topics=(*wish.topics, *one.topics))
    actions.set_offers(profile=profile, offers=list(gives.values()), by=profile)
    actions.set_wishes(profile=profile, wishes=list(seeks.values()), by=profile)
    new = [one.says for one in chosen if isinstance(one.says, str)]
    kept = [tag.tag for tag in profile.tags.all() if tag.kind == TagKind.INTEREST]
    actions.set_interests(profile=profile, interests=[*kept, *new], by=profile)


def _with_places(offer: NewOffer, says: Gives, *, carries_here: int) -> NewOffer:
    topics = (*offer.topics, *says.topics)
    if says.places is None:
        return replace(offer, topics=topics)
    capacity = min(offer.carries + carries_here + says.places, MOST_PLACES)
    return replace(offer, topics=topics, capacity=capacity)


def _giving(gives: Gives) -> str:
    words = _listed(str(GIVES[Kind(gives.role)]), gives.topics)
    if gives.places is None:
        return words
    room = ngettext("%(places)d place", "%(places)d places", gives.places)
    return f"{words} ({room % {'places': gives.places}})"


def _listed(words: str, topics: Iterable[str]) -> str:
    named = ", ".join(topics)
    return f"{words}: {named}" if named else words


def _as_new_offer(offer: "Offer") -> NewOffer:
    return NewOffer(
        kind=offer.kind,
        capacity=offer.capacity,
        carries=offer.carries,
        months=offer.months,
        topics=tuple(topic.topic for topic in offer.topics.all()),
        not_for=offer.not_for,
    )


def _as_new_wish(wish: "Wish") -> NewWish:
    topics = tuple(topic.topic for topic in wish.topics.all())
    return NewWish(kind=wish.kind, topics=topics, goal=wish.goal)
