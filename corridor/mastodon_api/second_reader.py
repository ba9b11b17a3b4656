"""What an app may not post is kept sealed for a day, and its owner told where to go on."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _

from corridor.mastodon_api.callers import Caller
from corridor.mastodon_api.errors import ApiError
from corridor.mastodon_api.given_posts import NewPostWords
from corridor.mastodon_api.refusals import NotToBeSaid
from corridor.people.letters import address_of_page
from corridor.posts import actions as posting
from corridor.safety import actions as safety


@contextmanager
def leading_to_a_reader(given: NewPostWords, caller: Caller) -> Iterator[None]:
    """Around all of publishing, its transaction as well: what is kept stays when that is undone."""
    try:
        yield
    except NotToBeSaid as refusal:
        try:
            reading = safety.begin_reading(
                given.meant(caller),
                by=caller.member,
                now=caller.now,
                publish_at=given.scheduled_at,
            )
        except posting.PUBLISHING_REFUSALS:
            raise refusal from None
        where = _("Change it, or ask a second reader: %(url)s (kept there for a day, for you).")
        url = address_of_page("own-reading", reading.pk)
        raise ApiError(422, f"{refusal.message} {where % {'url': url}}") from None
