"""https://docs.joinmastodon.org/methods/reports/: what apps call reports are flags here.

Of several posts each is flagged; the number of the report is that of the first flag.
"""

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router, Schema
from pydantic import BeforeValidator, Field

from corridor.mastodon_api.account_texts import account_texts
from corridor.mastodon_api.accounts import answers
from corridor.mastodon_api.callers import Caller, Needs, caller_of_request
from corridor.mastodon_api.entities.post import moment
from corridor.mastodon_api.errors import ApiError, NotThere, told
from corridor.mastodon_api.given_posts import Id
from corridor.mastodon_api.parameters import Given, listed
from corridor.posts import queries as posts
from corridor.safety import actions
from corridor.safety.actions import NewFlag
from corridor.safety.choices import Reason

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.posts.models import Post
    from corridor.safety.models import Flag

router = Router(tags=["reports"])
MOST_POSTS = 20
Category = Literal["spam", "legal", "violation", "other"]
REASONS: Mapping[str, Reason] = {
    "spam": Reason.SPAM,
    "legal": Reason.LAW,
    "violation": Reason.RULES,
    "other": Reason.OTHER,
}
REFUSALS: Mapping[type[Exception], tuple[int, str]] = {
    actions.CannotFlagYourself: (403, "This action is not allowed"),
    actions.TooManyFlags: (429, "Too many requests"),
    actions.WordsTooLong: (
        422,
        "Validation failed: Comment is too long (maximum is 1000 characters)",
    ),
}


class NewReport(Schema):
    account_id: Id
    status_ids: Annotated[list[Id], BeforeValidator(listed), Field(max_length=MOST_POSTS)] = []
    comment: str = ""
    forward: bool = False
    """There is no other server to tell yet."""
    category: Category = "other"
    rule_ids: Annotated[list[Id], BeforeValidator(listed), Field(max_length=100)] = []


@router.post("/reports", auth=Needs("write:reports"))
def report(request: HttpRequest, given: Given[NewReport]) -> HttpResponse:
    caller = caller_of_request(request)
    account = answers.somebody(given.account_id, caller)
    flagged = _posts(given.status_ids, account, caller)
    # As Mastodon has it: whoever names rules says that they are broken.
    category = "violation" if given.rule_ids else given.category
    new = NewFlag(reason=REASONS[category], words=given.comment, rules=_rules(given.rule_ids))
    first = _flag(new, account, flagged, caller)
    entity = {
        "id": str(first.pk),
        "action_taken": False,
        "action_taken_at": None,
        "category": category,
        "comment": given.comment,
        "forwarded": False,
        "created_at": moment(first.at),
        "status_ids": [str(post.pk) for post in flagged],
        "rule_ids": [str(number) for number in given.rule_ids],
        "target_account": json.loads(account_texts([account.pk])[account.pk]),
    }
    return JsonResponse(entity)


def _posts(ids: Sequence[int], account: "Profile", caller: Caller) -> "list[Post]":
    """Raises NotThere for one that she may not read, or that is not by that account."""
    wanted = list(dict.fromkeys(ids))
    found = posts.readable(caller.viewer_id, now=caller.now).filter(pk__in=wanted, author=account)
    by_id = {post.pk: post for post in found.select_related("author").order_by("pk")}
    if len(by_id) < len(wanted):
        raise NotThere
    return [by_id[pk] for pk in wanted]


def _rules(ids: Sequence[int]) -> list[str]:
    rules: Sequence[str] = settings.RULES
    if any(not 0 < number <= len(rules) for number in ids):
        raise ApiError(422, "Validation failed: Rule ids does not reference valid rules")
    return [rules[number - 1] for number in dict.fromkeys(ids)]


def _flag(new: NewFlag, account: "Profile", flagged: "Sequence[Post]", caller: Caller) -> "Flag":
    by: dict[str, Any] = {"by": caller.member, "now": caller.now}
    with told(REFUSALS), transaction.atomic():
        if not flagged:
            return actions.flag_person(new, person=account, **by)
        made = [actions.flag_post(new, post=post, **by) for post in flagged]
    return made[0]
