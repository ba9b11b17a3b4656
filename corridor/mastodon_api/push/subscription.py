"""https://docs.joinmastodon.org/methods/push/"""

from typing import Any, Literal

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router, Schema
from pydantic import Field, ValidationError

from corridor.kernel import outbound_http, sealing
from corridor.mastodon_api.callers import Caller, Needs, bearer, caller_of_request
from corridor.mastodon_api.errors import ApiError, NotThere
from corridor.mastodon_api.models import PushSubscription
from corridor.mastodon_api.notifications.entity import TYPES
from corridor.mastodon_api.parameters import Given
from corridor.mastodon_api.push import keys
from corridor.mastodon_api.push.delivering import PURPOSE

router = Router(tags=["push"])
PUSHES = Needs("push")
ALERTS = tuple(dict.fromkeys(TYPES.values()))


class Keys(Schema):
    p256dh: str = Field(max_length=100)
    auth: str = Field(max_length=40)


class Place(Schema):
    endpoint: str = Field(max_length=2000)
    keys: Keys
    standard: bool = False


class Wanted(Schema):
    alerts: dict[str, bool] = Field(default={}, max_length=50)
    policy: Literal["all", "followed", "follower", "none"] = "all"


class Change(Schema):
    data: dict[str, Any] = {}
    policy: str | None = None


class Subscription(Change):
    subscription: dict[str, Any]


@router.post("/push/subscription", auth=PUSHES)
def subscribe(request: HttpRequest, given: Given[Subscription]) -> HttpResponse:
    """One for each app of each member: a new one takes the place of the one before."""
    caller = caller_of_request(request)
    place, wanted = place_of(given.subscription), _wanted(given)
    token = bearer(request.headers.get("Authorization", ""))
    kept, _ = PushSubscription.objects.update_or_create(
        token_id=_token(caller),
        defaults={
            "endpoint": place.endpoint,
            "p256dh": place.keys.p256dh,
            "auth": place.keys.auth,
            "is_standard": place.standard,
            "sealed_token": sealing.seal(token, purpose=PURPOSE, place=str(_token(caller))),
            **_columns(wanted),
        },
    )
    return JsonResponse(_entity(kept))


@router.get("/push/subscription", auth=PUSHES)
def read(request: HttpRequest) -> HttpResponse:
    return JsonResponse(_entity(_own(caller_of_request(request))))


@router.put("/push/subscription", auth=PUSHES)
def change(request: HttpRequest, given: Given[Change]) -> HttpResponse:
    kept = _own(caller_of_request(request))
    columns = _columns(_wanted(given))
    for name, value in columns.items():
        setattr(kept, name, value)
    kept.save(update_fields=list(columns))
    return JsonResponse(_entity(kept))


@router.delete("/push/subscription", auth=PUSHES)
def end(request: HttpRequest) -> HttpResponse:
    """None is as good as ended: apps ask twice."""
    PushSubscription.objects.filter(token=_token(caller_of_request(request))).delete()
    return JsonResponse({})


def _token(caller: Caller) -> int:
    if caller.token_id is None:
        raise NotThere
    return caller.token_id


def _own(caller: Caller) -> PushSubscription:
    """Raises NotThere."""
    kept = PushSubscription.objects.filter(token=_token(caller)).first()
    if kept is None:
        raise NotThere
    return kept


def place_of(said: dict[str, Any]) -> Place:
    """Raises ApiError."""
    try:
        place = Place.model_validate(said)
        keys.check(place.keys.p256dh, place.keys.auth)
        outbound_http.check_address(place.endpoint)
    except ValidationError as wrong:
        raise ApiError(422, "Validation failed: subscription") from wrong
    except keys.NoKey as wrong:
        raise ApiError(422, "Validation failed: Key is invalid") from wrong
    except outbound_http.AddressNotAllowed as wrong:
        raise ApiError(422, "Validation failed: Endpoint is invalid") from wrong
    return place


def _wanted(given: Change) -> Wanted:
    said = {"policy": given.policy} if given.policy else {}
    try:
        return Wanted.model_validate(said | given.data)
    except ValidationError as wrong:
        raise ApiError(422, "Validation failed: data") from wrong


def _columns(wanted: Wanted) -> dict[str, str]:
    chosen = [name for name in ALERTS if wanted.alerts.get(name)]
    return {"alerts": " ".join(chosen), "policy": wanted.policy}


def _entity(kept: PushSubscription) -> dict[str, object]:
    chosen = kept.alerts.split()
    return {
        "id": str(kept.pk),
        "endpoint": kept.endpoint,
        "standard": kept.is_standard,
        "alerts": {name: name in chosen for name in ALERTS},
        "policy": kept.policy,
        "server_key": settings.VAPID_PUBLIC_KEY,
    }
