"""https://docs.joinmastodon.org/methods/notifications/#get-policy"""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router, Schema

from corridor.mastodon_api.callers import Caller, Needs, caller_of_request
from corridor.mastodon_api.parameters import Given
from corridor.notifications import actions
from corridor.notifications import queries as notices
from corridor.notifications.choices import Treatment

if TYPE_CHECKING:
    from corridor.notifications.models import Policy

router = Router(tags=["notifications"])
second = Router(tags=["notifications"])


class Wishes(Schema):
    for_not_following: Treatment | None = None
    for_not_followers: Treatment | None = None
    for_new_accounts: Treatment | None = None
    for_private_mentions: Treatment | None = None
    for_limited_accounts: Treatment | None = None


@second.get("/notifications/policy", auth=Needs("read:notifications"))
@router.get("/notifications/policy", auth=Needs("read:notifications"))
def read(request: HttpRequest) -> HttpResponse:
    caller = caller_of_request(request)
    return JsonResponse(_policy(notices.policy_of(caller.member.pk), caller))


@second.patch("/notifications/policy", auth=Needs("write:notifications"))
@router.patch("/notifications/policy", auth=Needs("write:notifications"))
def change(request: HttpRequest, given: Given[Wishes]) -> HttpResponse:
    caller = caller_of_request(request)
    kept = actions.set_policy(given.dict(exclude_none=True), by=caller.member.pk)
    return JsonResponse(_policy(kept, caller))


def _policy(policy: "Policy", caller: Caller) -> dict[str, object]:
    waiting = [row["count"] for row in notices.requests(caller.member.pk, now=caller.now)]
    summary = {
        "pending_requests_count": len(waiting),
        "pending_notifications_count": sum(waiting),
    }
    return {name: getattr(policy, name) for name in Wishes.model_fields} | {"summary": summary}
