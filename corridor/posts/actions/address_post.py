"""Whom a post names, and for whom it is besides."""

from datetime import datetime
from typing import TYPE_CHECKING

from corridor.people import queries as people
from corridor.posts import markup
from corridor.posts.choices import Addressing, Audience
from corridor.posts.models import Addressee, Post

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corridor.people.models import Profile


def people_named(text: str, *, by: "Profile", now: datetime) -> "dict[markup.Mention, Profile]":
    """Those of them whom the author sees herself."""
    named = [mention for mention in markup.mentions(text) if not mention.host]
    seen = people.profiles_seen((one.handle for one in named), viewer=by, today=now.date())
    return {one: seen[one.handle] for one in named if one.handle in seen}


def html_of(text: str, named: "dict[markup.Mention, Profile]") -> str:
    return markup.html(text, {mention: f"/@{one.handle}/" for mention, one in named.items()})


def address_anew(post: Post, named: "Iterable[Profile]", *, by: "Profile") -> None:
    """Whoever is not named any more reads it no longer for that."""
    people_now = list(named)
    mentions = Addressee.objects.filter(post=post, why=Addressing.MENTION)
    mentions.exclude(profile__in=[profile.pk for profile in people_now]).delete()
    address(post, people_now, by=by)


def address(post: Post, named: "Iterable[Profile]", *, by: "Profile") -> None:
    ids = {profile.pk for profile in named} - {by.pk}
    Addressee.objects.bulk_create(
        (Addressee(post=post, profile_id=pk, why=Addressing.MENTION) for pk in sorted(ids)),
        ignore_conflicts=True,
    )


def address_relations(post: Post, *, by: "Profile") -> None:
    """Mentors and mentees as they are when it is published; they stay its readers."""
    if post.audience == Audience.RELATIONS:
        Addressee.objects.bulk_create(
            Addressee(post=post, profile_id=pk, why=Addressing.RELATION)
            for pk in sorted(people.works_with(by))
        )
