"""A post is said better, deleted, or deleted to be written anew."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.posts import actions, queries
from corridor.posts.actions import Edit
from corridor.posts.actions.refusals import REFUSALS
from corridor.safety.what_is_read import About, as_new
from corridor.web.addresses import is_page_of_ours
from corridor.web.posts.asking import AskForm, ask
from corridor.web.posts.forms import WordsForm
from corridor.web.posts.last_deleted import (
    LastDeleted,
    last_deleted,
    remember,
    take_last_deleted,
)
from corridor.web.posts.looking_again import (
    LookAgain,
    kept_because,
    look_again,
    with_suggestions,
)
from corridor.web.posts.on_device import is_here_now
from corridor.web.posts.pictures import Pictures
from corridor.web.posts.readings import address, post_or_404
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.posts.models import Post

UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def edit(request: MemberRequest, post_id: int) -> HttpResponse:
    post = _own(request, post_id)
    if request.method != "POST":
        before = {
            "text": post.text,
            "content_note": post.content_note,
            "is_sensitive": post.is_sensitive,
            "language": post.language,
        }
        return _show(request, post, WordsForm(initial=before), Pictures.of_post(post))
    return _sent(request, post)


def _sent(request: MemberRequest, post: "Post") -> HttpResponse:
    pictures = Pictures.sent(request)
    if "take" in request.POST:
        place = actions.place_of(audience=post.audience, is_reply=post.in_reply_to_id is not None)
        data, look = with_suggestions(request, place=place)
        return _show(request, post, WordsForm(data), pictures, look=look)
    form = WordsForm(request.POST)
    if not form.is_valid():
        return _show(request, post, form, pictures)
    edited = Edit(
        text=form.cleaned_data["text"],
        content_note=form.cleaned_data["content_note"],
        is_sensitive=form.cleaned_data["is_sensitive"],
        language=form.cleaned_data["language"],
        attachments=pictures.ids,
        descriptions=pictures.descriptions,
        keeps_poll=getattr(post, "poll", None) is not None,
        kept_because=kept_because(request),
    )
    go_on = _ask if request.POST.get("deed") == "ask" else _keep
    return go_on(request, edited, form, pictures, post)


def _keep(
    request: MemberRequest, edited: Edit, form: WordsForm, pictures: Pictures, post: "Post"
) -> HttpResponse:
    try:
        actions.edit_post(edited, post=post, by=request.profile, now=request.now)
    except actions.MayIdentifyPatient as refused:
        return _show(request, post, form, pictures, look=look_again(refused))
    except actions.NotYourPost as gone:  # deleted in another window meanwhile
        raise Http404 from gone
    except REFUSALS as refused:
        form.add_error("text", actions.sentence(refused))
        return _show(request, post, form, pictures)
    messages.success(request, _("The post says it anew; whoever wants to can read what it was."))
    return is_here_now(request, redirect(address(post)))


def _ask(
    request: MemberRequest, edited: Edit, form: WordsForm, pictures: Pictures, post: "Post"
) -> HttpResponse:
    """Until somebody lets it pass, the post says what it said."""
    about = About(post=post, descriptions=edited.descriptions)
    kept, asking = ask(request, as_new(edited, post), about=about)
    if kept is None:
        return _show(request, post, form, pictures, asking=asking)
    messages.success(
        request, _("It is sent. Until somebody lets it pass, the post stays as it is.")
    )
    return is_here_now(request, redirect("own-reading", kept.pk))


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def delete(request: MemberRequest, post_id: int) -> HttpResponse:
    """Asked first; `again` goes on to the composer with what it said."""
    post = _own(request, post_id)
    if request.method != "POST":
        (shown,) = queries.shown_posts([post.pk], viewer_id=request.profile.pk, now=request.now)
        asked = {"shown": shown, "next": _next(request, request.GET) or address(post)}
        return render(request, "posts/sure.html", asked)
    words = _words(post)
    pictures = [one.pk for one in post.attachments.all()]
    came_from = _next(request, request.POST)
    back = "" if came_from.startswith(address(post)) else came_from
    actions.delete_post(post=post, by=request.profile, now=request.now)
    last = LastDeleted(number=post.pk, words=words, attachments=pictures, next=back)
    remember(last, request=request)
    if "again" in request.POST:
        return _again(request)
    return redirect("deleted")


def _next(request: MemberRequest, said: QueryDict) -> str:
    url = said.get("next", "")
    return url if is_page_of_ours(url, request) else ""


@require_safe
@member_required
def deleted(request: MemberRequest) -> HttpResponse:
    kept = last_deleted(request)
    back = (kept.next if kept else "") or reverse("home")
    number = kept.number if kept else 0
    own, now = request.profile.pk, request.now
    shown = {
        "can_write_again": kept is not None,
        "next": back,
        "number": number if queries.may_come_back(number, author_id=own, now=now) else None,
        "days": actions.COMES_BACK.days,
    }
    return render(request, "posts/deleted.html", shown)


@require_POST
@member_required
def write_again(request: MemberRequest) -> HttpResponse:
    return _again(request)


def _again(request: MemberRequest) -> HttpResponse:
    kept = take_last_deleted(request)
    if kept is None:
        return redirect("compose")
    try:
        draft = actions.keep_draft(
            kept.words, by=request.profile, now=request.now, attachments=kept.attachments
        )
    except (actions.TooManyDrafts, actions.UnknownAttachment):
        messages.error(request, _("It could not be kept as a draft. These are its words."))
        return redirect(f"{reverse('compose')}?{_query(kept.words)}")
    return redirect(f"{reverse('compose')}?draft={draft.pk}")


def _query(words: Mapping[str, Any]) -> str:
    return urlencode({"text": words["text"]})


def _words(post: "Post") -> dict[str, Any]:
    """As the composer types them."""
    words: dict[str, Any] = {
        "text": post.text,
        "content_note": post.content_note,
        "language": post.language,
        "audience": post.audience,
        "repliers": post.repliers,
        "quoters": post.quoters,
        "is_sensitive": "on" if post.is_sensitive else "",
        "reply": str(post.in_reply_to_id or ""),
        "quote": str(post.quotes_id or ""),
    }
    poll = getattr(post, "poll", None)
    if poll is not None:
        for number, option in enumerate(poll.options.all(), start=1):
            words[f"option_{number}"] = option.title
        words["is_multiple"] = "on" if poll.is_multiple else ""
        words["hides_totals"] = "on" if poll.hides_totals else ""
    return words


def _keeps(post: "Post") -> str:
    """Another name after each edit: no device puts back what was begun before it."""
    version = int(post.edited_at.timestamp()) if post.edited_at else 0
    return f"{post.author_id}-edit-{post.pk}-{version}"


def _own(request: MemberRequest, post_id: int) -> "Post":
    post = post_or_404(request, post_id)
    if post.author_id != request.profile.pk:
        raise Http404
    return post


def _show(
    request: MemberRequest,
    post: "Post",
    form: WordsForm,
    pictures: Pictures,
    **beside: LookAgain | AskForm | None,
) -> HttpResponse:
    """`beside`: `look`, what in the words may identify a patient; `asking`, who reads it first."""
    shown = {"form": form, "post": post, "pictures": pictures, "keeps": _keeps(post)} | beside
    status = UNPROCESSABLE if form.errors or any(beside.values()) else 200
    return render(request, "posts/edit.html", shown, status=status)
