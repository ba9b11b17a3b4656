"""What the last deleted post said, in the session in case she writes it again: sealed, as it is
wherever deleted posts are kept."""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from corridor.kernel import sealing
from corridor.web.viewer import MemberRequest

KEY = "deleted-post"
PURPOSE = "session.deleted-post"


@dataclass(frozen=True, kw_only=True)
class LastDeleted:
    number: int
    words: Mapping[str, Any]
    """As the composer types them."""
    attachments: Sequence[int]
    next: str
    """Where she came from."""


def remember(last: LastDeleted, *, request: MemberRequest) -> None:
    sealed = sealing.seal(json.dumps(asdict(last)), purpose=PURPOSE, place=_place(request))
    request.session[KEY] = {"number": last.number, "sealed": b64encode(sealed).decode()}


def last_deleted(request: MemberRequest) -> LastDeleted | None:
    kept = request.session.get(KEY)
    if kept is None:
        return None
    try:
        said = sealing.unseal(b64decode(kept["sealed"]), purpose=PURPOSE, place=_place(request))
    except sealing.CannotOpen:  # another account signed in since
        return None
    return LastDeleted(**json.loads(said))


def take_last_deleted(request: MemberRequest) -> LastDeleted | None:
    """Once."""
    last = last_deleted(request)
    request.session.pop(KEY, None)
    return last


def forget_last_deleted(request: MemberRequest, *, number: int) -> None:
    """If it is that post."""
    if request.session.get(KEY, {}).get("number") == number:
        del request.session[KEY]


def _place(request: MemberRequest) -> str:
    return str(request.profile.pk)
