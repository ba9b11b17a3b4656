"""Writing to somebody, or to a few, for the first time or again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from corridor.conversations import actions, queries
from corridor.people import queries as people
from corridor.posts import actions as posting
from corridor.web.messages.forms import BeginForm, handles
from corridor.web.messages.given_files import GivenFiles
from corridor.web.messages.refusals import REFUSED, sentence
from corridor.web.messages.talk import PLACE, UNPROCESSABLE, new_message
from corridor.web.posts.looking_again import LookAgain, look_again, with_suggestions
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.people.models import Profile

OF_PEOPLE = (
    actions.CannotReach,
    actions.NobodyToTalkTo,
    actions.TooManyPeople,
    posting.NobodyReads,
    posting.NotForStrangers,
    posting.TooManyFirstMessages,
)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def begin(request: MemberRequest) -> HttpResponse:
    if request.method == "POST":
        return _sent(request)
    to = handles(request.GET.get("to", ""))
    found, _missing = people_named(request, to)
    there = queries.conversation_between(request.profile, found[0]) if len(found) == 1 else None
    if there is not None:
        return redirect("talk", there)
    typed = {"to": " ".join(f"@{one}" for one in to), "text": request.GET.get("text", "")}
    return _page(request, BeginForm(initial=typed), GivenFiles())


def people_named(
    request: MemberRequest, wanted: Sequence[str]
) -> "tuple[list[Profile], list[str]]":
    """Those she may know of, and the handles of which nobody is known to her."""
    today = request.now.date()
    known = people.profiles_seen(wanted, viewer=request.profile, today=today)
    return [known[one] for one in wanted if one in known], [
        one for one in wanted if one not in known
    ]


def nobody_named(missing: Sequence[str]) -> str:
    names = ", ".join(f"@{one}" for one in missing)
    return _("Nobody here is called %(names)s.") % {"names": names}


def _sent(request: MemberRequest) -> HttpResponse:
    form, files = BeginForm(request.POST), GivenFiles.sent(request)
    look: LookAgain | None = None
    if "take" in request.POST:
        data, look = with_suggestions(request, place=PLACE)
        return _page(request, BeginForm(data), files, look=look)
    if files.problem:
        form.add_error(None, files.problem)
    if "drop" in request.POST or not form.is_valid():
        return _page(request, form, files)
    found, missing = people_named(request, handles(form.cleaned_data["to"]))
    if missing:
        form.add_error("to", nobody_named(missing))
        return _page(request, form, files)
    try:
        number = _begun(request, form, found, files)
    except posting.MayIdentifyPatient as refused:
        look = look_again(refused)
    except REFUSED as refused:
        form.add_error("to" if isinstance(refused, OF_PEOPLE) else "text", sentence(refused))
    else:
        return redirect("talk", number)
    return _page(request, form, files, look=look)


@transaction.atomic
def _begun(
    request: MemberRequest, form: BeginForm, found: "Sequence[Profile]", files: GivenFiles
) -> int:
    """Both or nothing: where the words are refused, nobody is asked."""
    by, now = request.profile, request.now
    made = actions.open_conversation(
        members=found, about=form.cleaned_data["about"], by=by, now=now
    )
    opened = queries.conversation(made.pk, viewer=by, now=now)
    if opened is None:  # she is in what she began
        raise actions.ConversationClosed
    actions.send_message(new_message(request, files), opened=opened, by=by, now=now)
    return made.pk


def _page(
    request: MemberRequest, form: BeginForm, files: GivenFiles, *, look: LookAgain | None = None
) -> HttpResponse:
    status = UNPROCESSABLE if form.is_bound and (form.errors or look) else 200
    context = {"form": form, "files": files, "look": look}
    return render(request, "messages/new.html", context, status=status)
