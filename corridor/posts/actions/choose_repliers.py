"""An author says anew who may reply to her post at once."""

from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.posts import policies
from corridor.posts.actions.delete_post import NotYourPost
from corridor.posts.choices import Repliers
from corridor.posts.events import PostChanged
from corridor.posts.models import Post

if TYPE_CHECKING:
    from corridor.people.models import Profile


@transaction.atomic
def choose_repliers(*, post: Post, repliers: Repliers, by: "Profile") -> None:
    """From now on; what stands or waits already does so. Raises NotYourPost."""
    if not policies.owns(by, post):
        raise NotYourPost

    post.repliers = repliers
    post.save(update_fields=["repliers"])
    events.publish(PostChanged(post_id=post.pk, is_edit=False))
