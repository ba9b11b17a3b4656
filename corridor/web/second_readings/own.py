"""`/you/second-readings/`: what one wants read first, and what came of it."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.posts import actions as posting
from corridor.posts import queries as posts
from corridor.safety import actions, queries
from corridor.safety.choices import OPEN_READINGS, ReadingState
from corridor.safety.what_is_read import as_edit
from corridor.web.posts.asking import AskForm, ask, ask_form
from corridor.web.posts.looking_again import (
    LookAgain,
    kept_because,
    look_again,
    with_suggestions,
)
from corridor.web.posts.reading_refusals import sentence
from corridor.web.posts.readings import address
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.posts.actions import NewPost
    from corridor.posts.models import Post
    from corridor.safety.models import SecondReading
    from corridor.safety.queries import WholeReading

MOST = 100
UNPROCESSABLE = 422


@dataclass(frozen=True, kw_only=True)
class Wrong:
    """Why what was sent stays as it is."""

    form: AskForm | None = None
    look: LookAgain | None = None
    problem: str = ""


NOTHING_WRONG = Wrong()


class SaidForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Your post"), required=False, widget=forms.Textarea(attrs={"rows": 6})
    )
    content_note = forms.CharField(
        label=gettext_lazy("Content note"), max_length=300, required=False
    )


@require_safe
@never_cache
@member_required
def several(request: MemberRequest) -> HttpResponse:
    own = queries.own_readings(request.profile)[:MOST]
    return render(request, "second_readings/own_readings.html", {"readings": own})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def one(request: MemberRequest, reading_id: int) -> HttpResponse:
    reading = _own(request, reading_id)
    whole = queries.whole_reading(reading, viewer=request.profile, now=request.now)
    if whole is None:
        return _passed(request, reading)
    if request.method != "POST" or reading.version is not None:  # changed where it is written
        return _page(request, whole, whole.post)
    return _sent(request, whole)


@require_POST
@member_required
def withdraw(request: MemberRequest, reading_id: int) -> HttpResponse:
    reading = _own(request, reading_id)
    try:
        actions.withdraw_reading(reading=reading, by=request.profile, now=request.now)
    except actions.ReadingOver as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Nobody reads it any more. Your words stay here for a week."))
    return redirect("own-reading", reading_id)


@require_POST
@member_required
def forget(request: MemberRequest, reading_id: int) -> HttpResponse:
    reading = _own(request, reading_id)
    try:
        actions.forget_reading(reading=reading, by=request.profile)
    except actions.ReadingOver as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("It is gone: nothing of it is kept."))
    return redirect("own-readings")


def _own(request: MemberRequest, reading_id: int) -> "SecondReading":
    found = queries.own_reading(reading_id, viewer=request.profile)
    if found is None:
        raise Http404
    return found


def _sent(request: MemberRequest, whole: "WholeReading") -> HttpResponse:
    """Sent to a reader again, or posted without one where nothing is held in it."""
    data: QueryDict = request.POST
    look: LookAgain | None = None
    if "take" in request.POST:
        place = posting.place_of(
            audience=whole.post.audience, is_reply=whole.post.in_reply_to is not None
        )
        data, look = with_suggestions(request, place=place)
    new = replace(
        whole.post,
        text=data.get("text", "").replace("\r\n", "\n").replace("\0", "").strip(),
        content_note=data.get("content_note", "").replace("\0", "").strip(),
        kept_because=kept_because(request),
    )
    if "take" in request.POST:
        return _page(request, whole, new, wrong=Wrong(look=look))
    if request.POST.get("deed") == "publish":
        return _publish(request, whole, new)
    reading = whole.reading
    kept, form = ask(
        request, new, publish_at=reading.publish_at, reading=reading, about=whole.about
    )
    if kept is None:
        return _page(request, whole, new, wrong=Wrong(form=form))
    messages.success(request, _("It is sent. Until somebody lets it pass, nobody else sees it."))
    return redirect("own-reading", kept.pk)


def _publish(request: MemberRequest, whole: "WholeReading", new: "NewPost") -> HttpResponse:
    try:
        post = _published(request, whole, new)
    except posting.MayIdentifyPatient as refused:
        return _page(request, whole, new, wrong=Wrong(look=look_again(refused)))
    except posting.PUBLISHING_REFUSALS as refused:
        return _page(request, whole, new, wrong=Wrong(problem=posting.sentence(refused)))
    actions.forget_reading(reading=whole.reading, by=request.profile)
    messages.success(request, _("Your post is published."))
    return redirect(address(post))


def _published(request: MemberRequest, whole: "WholeReading", new: "NewPost") -> "Post":
    if whole.about.post is None:
        return posting.publish_post(new, by=request.profile, now=request.now)
    edit = as_edit(new, whole.about)
    return posting.edit_post(edit, post=whole.about.post, by=request.profile, now=request.now)


def _passed(request: MemberRequest, reading: "SecondReading") -> HttpResponse:
    number = reading.post_number or 0
    post = posts.post_shown(number, viewer_id=request.profile.pk, now=request.now)
    shown = {"reading": reading, "post": post, "answer": reading.said["answer"]}
    return render(request, "second_readings/passed.html", shown)


def _page(
    request: MemberRequest,
    whole: "WholeReading",
    new: "NewPost",
    *,
    wrong: Wrong = NOTHING_WRONG,
) -> HttpResponse:
    said = SaidForm(initial={"text": new.text, "content_note": new.content_note})
    reading = whole.reading
    shown = {
        "whole": whole,
        "reading": reading,
        "said": said,
        "form": wrong.form or ask_form(request, new, reading=reading, about=whole.about),
        "look": wrong.look,
        "problem": wrong.problem,
        "is_open": reading.state in OPEN_READINGS,
        "is_begun": reading.state == ReadingState.BEGUN,
        "is_waiting": reading.state == ReadingState.WAITING,
    }
    status = 200 if wrong == NOTHING_WRONG else UNPROCESSABLE
    return render(request, "second_readings/own_reading.html", shown, status=status)
