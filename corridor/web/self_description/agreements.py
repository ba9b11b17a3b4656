"""Three uses, each agreed to by itself and taken back by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from corridor.people import actions, queries
from corridor.people.choices import Purpose
from corridor.web.self_description.switch import identity_features_required
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.people.models import Profile


@dataclass(frozen=True, kw_only=True)
class Use:
    """One of the three, as the page explains it."""

    purpose: Purpose
    does: str | Promise
    when_taken_back: str | Promise
    since: datetime | None


DOES = {
    Purpose.DISPLAY: gettext_lazy(
        "Each answer is shown to the audience you choose for it, and members find you by what you"
        " have lived through if that audience includes them."
    ),
    Purpose.MATCHING: gettext_lazy(
        "Where a programme asks for it, your application begins with what you have lived through:"
        " you see it before you send it. It counts for mentees who wish to share it only."
    ),
    Purpose.EQUITY: gettext_lazy(
        "There are no such figures yet. Once there are, your answers may count in them; a group too"
        " small to hide you in is not to be shown."
    ),
}
WHEN_TAKEN_BACK = {
    Purpose.DISPLAY: gettext_lazy("Nobody sees it or finds you by it from that moment."),
    Purpose.MATCHING: gettext_lazy(
        "No application begins with it any more. What you sent stays until you change it there."
    ),
    Purpose.EQUITY: gettext_lazy("No figures may be made with your answers."),
}


def uses(profile: "Profile") -> Sequence[Use]:
    since = {it.purpose: it.given_at for it in queries.agreements(profile)}
    return [
        Use(
            purpose=purpose,
            does=does,
            when_taken_back=WHEN_TAKEN_BACK[purpose],
            since=since.get(purpose),
        )
        for purpose, does in DOES.items()
    ]


@require_POST
@identity_features_required
@member_required
def agree(request: MemberRequest, purpose: str) -> HttpResponse:
    try:
        actions.give_consent(
            profile=request.profile,
            purpose=_purpose(purpose),
            by=request.profile,
            now=request.now,
        )
    except actions.ConsentGivenAlready:
        messages.info(request, _("You had agreed already."))
    else:
        messages.success(request, _("Agreed. You can take it back here whenever you like."))
    return redirect("self-description")


@require_POST
@identity_features_required
@member_required
def end(request: MemberRequest, purpose: str) -> HttpResponse:
    chosen = _purpose(purpose)
    try:
        actions.end_consent(
            profile=request.profile, purpose=chosen, by=request.profile, now=request.now
        )
    except actions.ConsentNotGiven:
        messages.info(request, _("You had not agreed to this."))
    else:
        messages.success(request, _("Taken back.") + f" {WHEN_TAKEN_BACK[chosen]}")
    return redirect("self-description")


def _purpose(word: str) -> Purpose:
    if word not in Purpose.values:
        raise Http404
    return Purpose(word)
