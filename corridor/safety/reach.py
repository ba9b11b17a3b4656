"""About how many could read what is flagged."""

from typing import TYPE_CHECKING

from corridor.people import queries as people
from corridor.posts.choices import Audience

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.posts.models import Post

FEW = frozenset({Audience.NAMED, Audience.RELATIONS})


def of_post(post: "Post") -> int:
    """Followers of its author, and whoever passed it on; none where it was for few."""
    if post.audience in FEW:
        return 0
    return of_person(post.author) + post.boost_count


def of_person(profile: "Profile") -> int:
    return people.followers_of(profile.pk).count()
