"""Somebody shows a hashtag on her profile."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.posts.actions.figures import figures_locked
from corridor.posts.actions.tag_post import tag_of
from corridor.posts.models import FeaturedTag

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST = 10


class TooManyFeatured(Exception):
    """There are as many already as a profile shows."""


@transaction.atomic
def feature_tag(*, name: str, by: "Profile", now: datetime) -> FeaturedTag:
    """Twice is once. Raises NotATag or TooManyFeatured."""
    tag = tag_of(name)
    figures_locked(by.pk)  # two at once are not eleven together
    if FeaturedTag.objects.filter(profile=by).exclude(tag=tag).count() >= MOST:
        raise TooManyFeatured

    featured, _ = FeaturedTag.objects.get_or_create(profile=by, tag=tag, defaults={"at": now})
    return featured


def end_feature(*, tag_id: int, by: "Profile") -> None:
    """`tag_id`: of the hashtag. None is as good as ended."""
    FeaturedTag.objects.filter(profile=by, tag=tag_id).delete()
