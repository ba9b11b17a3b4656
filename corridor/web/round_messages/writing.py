"""`/p/<slug>/rounds/<n>/messages/`: written, looked at as one of them reads it, and sent."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from corridor.programmes.actions import messaging
from corridor.programmes.actions.set_up_rights import NotInTeam, ProgrammeArchived
from corridor.programmes.choices import Audience
from corridor.programmes.letters_to_rounds import letter_to
from corridor.programmes.queries import round_messages as queries
from corridor.programmes.texts import PLACEHOLDERS, TO_A_ROUND
from corridor.web.round_messages.forms import MessageForm
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.programmes.models import Round
    from corridor.programmes.queries.round_messages import Reached

SENTENCES: Mapping[type[Exception], Promise] = {
    messaging.MessageNotWaiting: gettext_lazy("It went out, or was taken back, meanwhile."),
    messaging.NobodyReached: gettext_lazy("Nobody is among these at the moment."),
    messaging.NoSuchAudience: gettext_lazy("The matches of this round are not told yet."),
    messaging.TimeHasPassed: gettext_lazy("That time has passed."),
    messaging.TimeTooFar: gettext_lazy("That is more than 90 days ahead."),
    NotInTeam: gettext_lazy("Your part in the team does not allow this."),
    ProgrammeArchived: gettext_lazy("The programme is archived: bring it back first."),
}
REFUSED = tuple(SENTENCES)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def messages_to_round(request: MemberRequest, slug: str, round_id: int) -> HttpResponse:
    round = _round(request, slug, round_id)
    reached = {
        one: queries.reached(round, one, by=request.profile, today=request.now.date())
        for one in queries.audiences(round)
    }
    form = MessageForm(
        request.POST if request.method == "POST" else None,
        zone=round.programme.time_zone,
        audiences=[(one.value, _counted(one, of)) for one, of in reached.items()],
    )
    is_valid = form.is_bound and form.is_valid()
    if is_valid and request.POST.get("do") == "send" and _is_written(request, round, form):
        return redirect("round-messages", slug, round_id)
    context = {
        "round": round,
        "programme": round.programme,
        "form": form,
        "names": [(name, PLACEHOLDERS[name]) for name in TO_A_ROUND],
        "sample": _sample(request, round, form.cleaned_data, reached) if is_valid else None,
        "written": queries.messages_of(round),
        "zone": round.programme.time_zone,
        "hold": messaging.HOLD.seconds // 60,
    }
    status = 422 if form.errors else 200
    return render(request, "round_messages/writing.html", context, status=status)


@require_POST
@member_required
def take_back(request: MemberRequest, slug: str, round_id: int, message_id: int) -> HttpResponse:
    round = _round(request, slug, round_id)
    try:
        messaging.stop_message(message_id, round=round, by=request.profile, now=request.now)
    except REFUSED as refusal:
        messages.error(request, str(SENTENCES[type(refusal)]))
    else:
        messages.success(request, _("Taken back. Nobody got it."))
    return redirect("round-messages", slug, round_id)


def _is_written(request: MemberRequest, round: "Round", form: MessageForm) -> bool:
    said = form.cleaned_data
    new = messaging.NewMessage(
        audience=Audience(said["audience"]),
        subject=said["subject"],
        body=said["body"],
        once=said["once"],
        at=said["at"],
    )
    try:
        messaging.write_to_round(round, new, by=request.profile, now=request.now)
    except REFUSED as refusal:
        form.add_error(None, str(SENTENCES[type(refusal)]))
        return False
    messages.success(request, _("Written. Until it goes out you can take it back below."))
    return True


def _sample(
    request: MemberRequest,
    round: "Round",
    said: Mapping[str, Any],
    reached: "Mapping[Audience, Reached]",
) -> dict[str, Any] | None:
    whom = reached[Audience(said["audience"])]
    if not whom.ids:
        return None
    letter = letter_to(
        whom.people[0],
        round=round,
        by=request.profile,
        subject=said["subject"],
        body=said["body"],
    )
    return {"letter": letter, "to": whom.people[0], "count": len(whom.ids)}


def _counted(audience: Audience, of: "Reached") -> str:
    count = len(of.ids)
    said = ngettext("%(whom)s: %(count)d person", "%(whom)s: %(count)d people", count)
    words = said % {"whom": audience.label, "count": count}
    if not of.spared:
        return words
    spared = ngettext(
        "%d is left out, who wants no such mails or keeps away",
        "%d are left out, who want no such mails or keep away",
        of.spared,
    )
    return f"{words} ({spared % of.spared})"


def _round(request: MemberRequest, slug: str, round_id: int) -> "Round":
    found = queries.round_to_write_to(slug, round_id, viewer=request.profile)
    if found is None:
        raise Http404
    return found
