"""Whom a post names, and for whom it is besides."""

from datetime import datetime
from typing import TYPE_CHECKING

from corridor.kernel.compiled import Insert
from corridor.people import queries as people
from corridor.posts import markup
from corridor.posts.choices import Addressing, Audience
from corridor.posts.models import Addressee, Post

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corridor.people.models import Profile

_addressees = Insert(Addressee, unless_there=True)


def people_named(text: str, *, by: "Profile", now: datetime) -> dict[markup.Mention, int]:
    """Ids of those whom the author sees herself."""
    named = [mention for mention in markup.mentions(text) if not mention.host]
    handles = (one.handle for one in named)
    seen = people.seen_by_handle(handles, viewer_id=by.pk, now=now)
    return {one: seen[one.handle] for one in named if one.handle in seen}


def html_of(text: str, named: "Iterable[markup.Mention]") -> str:
    return markup.html(text, {mention: f"/@{mention.handle}/" for mention in named})


def address_anew(post: Post, named: "Iterable[int]", *, by: "Profile") -> None:
    """Whoever is not named any more reads it no longer for that."""
    people_now = set(named)
    mentions = Addressee.objects.filter(post=post, why=Addressing.MENTION)
    mentions.exclude(profile__in=people_now).delete()
    address(post, people_now, by=by)


def address(post: Post, named: "Iterable[int]", *, by: "Profile") -> None:
    _address(post, set(named) - {by.pk}, Addressing.MENTION)


def address_relations(post: Post, *, by: "Profile") -> None:
    """Mentors and mentees as they are when it is published; they stay its readers."""
    if post.audience == Audience.RELATIONS:
        _address(post, people.works_with(by), Addressing.RELATION)


def _address(post: Post, ids: "Iterable[int]", why: Addressing) -> None:
    rows = [Addressee(post=post, profile_id=pk, why=why) for pk in sorted(ids)]
    _addressees.write(rows)
