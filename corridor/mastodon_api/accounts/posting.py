"""What somebody said and passed on.

https://docs.joinmastodon.org/methods/accounts/#statuses
"""

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from corridor.mastodon_api import answers, reads
from corridor.mastodon_api.accounts.answers import check_seen
from corridor.mastodon_api.callers import Needs, caller_of_request
from corridor.mastodon_api.entities import rows
from corridor.mastodon_api.paging import Page
from corridor.mastodon_api.parameters import Asked
from corridor.posts import queries as posts

router = Router(tags=["accounts"])


class StatusesPage(Page):
    only_media: bool = False
    exclude_replies: bool = False
    exclude_reblogs: bool = False
    exclude_direct: bool = False
    pinned: bool = False
    tagged: str = Field(default="", max_length=100)

    @property
    def has_boosts(self) -> bool:
        return not (self.exclude_reblogs or self.only_media or self.pinned or self.tagged)


@router.get("/accounts/{int:account_id}/statuses", auth=Needs("read:statuses", visitors=True))
def statuses(request: HttpRequest, account_id: int, asked: Asked[StatusesPage]) -> HttpResponse:
    """Her posts and boosts merged: each of both is a number that grows with time."""
    caller = caller_of_request(request)
    author_id, viewer_id = check_seen(account_id, caller), caller.viewer_id
    wanted = posts.Wanted(
        without_replies=asked.exclude_replies,
        with_media=asked.only_media,
        pinned=asked.pinned,
        tag=asked.tagged,
        without_direct=asked.exclude_direct,
    )
    if asked.tagged:
        said = posts.said_by(author_id, viewer_id=viewer_id, now=caller.now, wanted=wanted)
        return answers.statuses(said, request, asked, caller)
    if not asked.has_boosts:
        return answers.read(reads.said_by(wanted), request, asked, caller, by=author_id)

    def fetch() -> list[rows.Row]:
        named = {"by": author_id}
        both = [
            *reads.found(reads.said_by(wanted), asked.piece(), caller, named),
            *reads.found(reads.PASSED_ON_BY, asked.piece(), caller, named),
        ]
        both.sort(key=rows.number, reverse=True)
        limit = asked.stretch().limit
        return both[-limit:] if asked.min_id is not None else both[:limit]

    return answers.merged(fetch, request, asked, caller)
