"""Moderators get the messages that she chooses, and nothing else of the conversation."""

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from corridor.conversations import queries
from corridor.conversations.queries import OpenConversation
from corridor.safety import actions
from corridor.safety.choices import MEANS, Reason
from corridor.web.given_numbers import numbers_in
from corridor.web.messages.readings import talk_or_404
from corridor.web.messages.talk import ON_A_PAGE, UNPROCESSABLE
from corridor.web.safety.forms import FlagForm
from corridor.web.safety.refusals import REFUSED, sentence
from corridor.web.timelines.pieces import asked
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST = 50


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def flag(request: MemberRequest, number: int) -> HttpResponse:
    opened = talk_or_404(request, number)
    person = _person(request, opened)
    form = FlagForm(request.POST if request.method == "POST" else None)
    chosen = numbers_in(request.POST.getlist("said")[:MOST])
    if form.is_valid():
        answer = _flagged(request, form, opened, person, chosen)
        if answer is not None:
            return answer
    stretch = queries.messages(
        opened, now=request.now, limit=ON_A_PAGE, before=asked(request, "before")
    )
    context = {
        "opened": opened,
        "person": person,
        "form": form,
        "hers": _shown(opened, person, stretch, request),
        "earlier": stretch.earlier,
        "chosen": chosen,
        "reasons": [(reason, MEANS[reason]) for reason in Reason],
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "messages/flag.html", context, status=status)


def _shown(
    opened: OpenConversation, person: "Profile", stretch: queries.Stretch, request: MemberRequest
) -> "list[queries.SaidMessage]":
    """Those of that person; of whom she blocked, too: covered words can be flagged."""
    ids = [one.message.pk for one in stretch.said if one.message.writer_id == person.pk]
    return list(queries.chosen(opened, ids, writer_id=person.pk, now=request.now))


def _person(request: MemberRequest, opened: OpenConversation) -> "Profile":
    asked_for = request.GET.get("who", "")
    found = [one for one in opened.others if one.handle == asked_for] or list(opened.others[:1])
    if not found:
        raise Http404
    return found[0]


def _flagged(
    request: MemberRequest,
    form: FlagForm,
    opened: OpenConversation,
    person: "Profile",
    chosen: list[int],
) -> HttpResponse | None:
    said = queries.chosen(opened, chosen, writer_id=person.pk, now=request.now)
    if not said:
        form.add_error("words", _("Choose at least one message: moderators see no other."))
        return None
    handed_over = [
        {"at": one.message.at.isoformat(), "words": one.words, "files": len(one.files)}
        for one in said
    ]
    try:
        made = actions.flag_messages(
            form.new_flag(), handed_over, person=person, by=request.profile, now=request.now
        )
    except REFUSED as refusal:
        form.add_error("words", sentence(refusal))
        return None
    return redirect("own-flag", made.pk)
