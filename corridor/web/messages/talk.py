"""One conversation: what was said, newest last, and the box below it."""

from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from corridor.conversations import actions, queries
from corridor.conversations.actions import NewMessage
from corridor.conversations.queries import OpenConversation, Stretch
from corridor.posts import actions as posting
from corridor.web.messages.forms import MessageForm, NameForm, PeopleForm, typed_text
from corridor.web.messages.given_files import GivenFiles
from corridor.web.messages.readings import talk_or_404
from corridor.web.messages.refusals import REFUSED, sentence
from corridor.web.posts.looking_again import (
    LookAgain,
    kept_because,
    look_again,
    with_suggestions,
)
from corridor.web.timelines.pieces import asked
from corridor.web.viewer import MemberRequest, member_required

ON_A_PAGE = 50
PLACE = "message"
UNPROCESSABLE = 422
NOTHING_NEW = 204


@require_safe
@member_required
def talk(request: MemberRequest, number: int) -> HttpResponse:
    """To open it is to read it, but for a request."""
    opened = talk_or_404(request, number)
    if "q" in request.GET:
        words = request.GET["q"][:200]
        found = queries.search(opened, words, now=request.now)
        context = {"opened": opened, "found": found, "words": words}
        return render(request, "messages/found.html", context)
    actions.read_conversation(opened)
    return _page(request, opened, MessageForm(), GivenFiles())


@require_safe
@member_required
def fresh(request: MemberRequest, number: int) -> HttpResponse:
    """What was said since, for a page that is open."""
    opened = talk_or_404(request, number)
    after = asked(request, "after") or 0
    new = queries.messages(opened, now=request.now, limit=ON_A_PAGE, after=after)
    if not new.said:
        return HttpResponse(status=NOTHING_NEW)
    actions.read_conversation(opened)
    context = {"opened": opened, "stretch": new, "after": new.said[-1].message.pk}
    return render(request, "messages/_fresh.html", context)


@require_POST
@member_required
def say(request: MemberRequest, number: int) -> HttpResponse:
    opened = talk_or_404(request, number)
    form, files = MessageForm(request.POST), GivenFiles.sent(request)
    look: LookAgain | None = None
    if "take" in request.POST:
        data, look = with_suggestions(request, place=PLACE)
        return _page(request, opened, MessageForm(data), files, look=look)
    if files.problem:
        form.add_error(None, files.problem)
    if "drop" in request.POST or not form.is_valid():
        return _page(request, opened, form, files)
    try:
        message = actions.send_message(
            new_message(request, files), opened=opened, by=request.profile, now=request.now
        )
    except posting.MayIdentifyPatient as refused:
        look = look_again(refused)
    except REFUSED as refused:
        form.add_error("text", sentence(refused))
    else:
        return redirect(f"{reverse('talk', args=[number])}#m{message.pk}")
    return _page(request, opened, form, files, look=look)


def new_message(request: MemberRequest, files: GivenFiles) -> NewMessage:
    return NewMessage(
        text=typed_text(request.POST), files=files.ids, kept_because=kept_because(request)
    )


def _page(
    request: MemberRequest,
    opened: OpenConversation,
    form: MessageForm,
    files: GivenFiles,
    *,
    look: LookAgain | None = None,
) -> HttpResponse:
    with transaction.atomic():  # the same moment for what is shown and what is asked next
        stretch = queries.messages(
            opened, now=request.now, limit=ON_A_PAGE, before=asked(request, "before")
        )
    status = UNPROCESSABLE if form.is_bound and (form.errors or look) else 200
    context = _shown(opened, stretch) | {"form": form, "files": files, "look": look}
    return render(request, "messages/talk.html", context, status=status)


def _shown(opened: OpenConversation, stretch: Stretch) -> dict[str, Any]:
    return {
        "opened": opened,
        "stretch": stretch,
        "after": stretch.said[-1].message.pk if stretch.said else 0,
        "has_own": any(one.is_own for one in stretch.said),
        "people_form": PeopleForm(),
        "name_form": NameForm(initial={"about": opened.title}),
    }
