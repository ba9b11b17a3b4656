"""What an app may not post is kept sealed for a day, and its owner told where to go on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from corridor.mastodon_api.callers import Caller
from corridor.mastodon_api.errors import ApiError
from corridor.mastodon_api.refusals import NotToBeSaid
from corridor.people.letters import address_of_page
from corridor.posts import actions as posting
from corridor.safety import actions as safety
from corridor.safety.what_is_read import A_NEW_POST, About


@dataclass(frozen=True, kw_only=True)
class Meant:
    post: posting.NewPost
    about: About = A_NEW_POST
    publish_at: datetime | None = None


@contextmanager
def leading_to_a_reader(meant: Callable[[], Meant], caller: Caller) -> Iterator[None]:
    """Around all of publishing, its transaction as well: what is kept stays when that is undone."""
    try:
        yield
    except NotToBeSaid as refusal:
        try:
            kept = meant()
            reading = safety.begin_reading(
                kept.post,
                by=caller.member,
                now=caller.now,
                publish_at=kept.publish_at,
                about=kept.about,
            )
        except posting.PUBLISHING_REFUSALS:
            raise refusal from None
        where = _("Change it, or ask a second reader: %(url)s (kept there for a day, for you).")
        url = address_of_page("own-reading", reading.pk)
        raise ApiError(422, f"{refusal.message} {where % {'url': url}}") from None
