"""What somebody does with a post, one POST each; then back to where she was."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from corridor.posts import actions, queries
from corridor.posts.queries import Entry
from corridor.web.addresses import is_page_of_ours
from corridor.web.posts.readings import address, post_or_404
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.posts.models import Post

REFUSALS = {
    actions.CannotBoost: gettext_lazy("This post is not for everybody, so nobody passes it on."),
    actions.CannotPin: gettext_lazy("A post for the people named in it cannot be pinned."),
    actions.NotBoosted: gettext_lazy("There is no boost of yours to take back."),
    actions.NotYourPost: gettext_lazy("Only its author may do that."),
    actions.TooManyPins: gettext_lazy("Five posts are pinned already: unpin one first."),
    actions.NotWaiting: gettext_lazy("This reply does not wait for you any more."),
}
VOTES = {
    actions.AlreadyVoted: gettext_lazy("Your answer stands already."),
    actions.OneAnswerOnly: gettext_lazy("Choose one answer."),
    actions.OwnPoll: gettext_lazy("Whoever asks does not answer."),
    actions.PollOver: gettext_lazy("This poll is over."),
    actions.UnknownAnswer: gettext_lazy("Choose an answer first."),
}
PLACES = frozenset("012345")
"""Of answers in a poll."""
Deed = Callable[["Post"], object]


@require_POST
@member_required
def boost(request: MemberRequest, post_id: int) -> HttpResponse:
    """`via` names the boost that showed her the post."""
    said = request.POST.get("via", "")
    via = int(said) if said.isascii() and said.isdigit() else None
    return _mark(
        request,
        post_id,
        lambda post: actions.boost_post(post=post, by=request.profile, now=request.now, via=via),
    )


@require_POST
@member_required
def take_back_boost(request: MemberRequest, post_id: int) -> HttpResponse:
    return _mark(
        request, post_id, lambda post: actions.take_back_boost(post=post, by=request.profile)
    )


@require_POST
@member_required
def give_kudos(request: MemberRequest, post_id: int) -> HttpResponse:
    return _mark(
        request,
        post_id,
        lambda post: actions.give_kudos(post=post, by=request.profile, now=request.now),
    )


@require_POST
@member_required
def take_back_kudos(request: MemberRequest, post_id: int) -> HttpResponse:
    return _mark(
        request, post_id, lambda post: actions.take_back_kudos(post=post, by=request.profile)
    )


@require_POST
@member_required
def save(request: MemberRequest, post_id: int) -> HttpResponse:
    return _mark(
        request,
        post_id,
        lambda post: actions.bookmark_post(post=post, by=request.profile, now=request.now),
    )


@require_POST
@member_required
def unsave(request: MemberRequest, post_id: int) -> HttpResponse:
    return _mark(
        request, post_id, lambda post: actions.remove_bookmark(post=post, by=request.profile)
    )


@require_POST
@member_required
def pin(request: MemberRequest, post_id: int) -> HttpResponse:
    return _say(
        request,
        post_id,
        lambda post: actions.pin_post(post=post, by=request.profile, now=request.now),
        _("It is the first post on your profile now."),
    )


@require_POST
@member_required
def unpin(request: MemberRequest, post_id: int) -> HttpResponse:
    return _say(
        request,
        post_id,
        lambda post: actions.unpin_post(post=post, by=request.profile),
        _("It is not pinned any more."),
    )


@require_POST
@member_required
def mute(request: MemberRequest, post_id: int) -> HttpResponse:
    return _say(
        request,
        post_id,
        lambda post: actions.mute_thread(post=post, by=request.profile, now=request.now),
        _("You hear no more of this conversation."),
        undo="post-mute-end",
    )


@require_POST
@member_required
def unmute(request: MemberRequest, post_id: int) -> HttpResponse:
    return _say(
        request,
        post_id,
        lambda post: actions.unmute_thread(post=post, by=request.profile),
        _("You hear of this conversation again."),
    )


@require_POST
@member_required
def vote(request: MemberRequest, post_id: int) -> HttpResponse:
    post = post_or_404(request, post_id)
    (shown,) = queries.shown_posts([post.pk], viewer_id=request.profile.pk, now=request.now)
    choices = [int(one) for one in request.POST.getlist("choice") if one in PLACES]
    if shown.poll is not None:
        try:
            actions.vote(poll=shown.poll.poll, choices=choices, by=request.profile, now=request.now)
        except tuple(VOTES) as refused:
            messages.error(request, VOTES[type(refused)])
    return back(request, post)


@require_POST
@member_required
def let_through(request: MemberRequest, post_id: int) -> HttpResponse:
    return _say(
        request,
        post_id,
        lambda post: actions.let_reply_through(reply=post, by=request.profile),
        _("The reply stands under your post now."),
    )


@require_POST
@member_required
def refuse(request: MemberRequest, post_id: int) -> HttpResponse:
    return _say(
        request,
        post_id,
        lambda post: actions.refuse_reply(reply=post, by=request.profile, now=request.now),
        _("Only the two of you can read it. They are not told."),
    )


def back(request: MemberRequest, post: "Post") -> HttpResponse:
    """To the page that the form names, if it is one of ours, else to the post."""
    url = request.POST.get("next", "")
    return redirect(url if is_page_of_ours(url, request) else address(post))


def _say(
    request: MemberRequest, post_id: int, deed: Deed, words: str, *, undo: str = ""
) -> HttpResponse:
    """`undo`: name of the address that takes it back."""
    post = post_or_404(request, post_id)
    if _is_done(request, post, deed):
        messages.success(request, words, extra_tags=undo and reverse(undo, args=[post.pk]))
    return back(request, post)


def _mark(request: MemberRequest, post_id: int, deed: Deed) -> HttpResponse:
    """Answers htmx with the line of marks as it is now."""
    post = post_or_404(request, post_id)
    _is_done(request, post, deed)
    if not request.htmx:
        return back(request, post)
    said = request.POST.get("entry", "")
    number = int(said) if said.isascii() and said.isdigit() else post.pk
    entry = Entry(number=number, post_id=post.pk)
    (shown,) = queries.shown_entries([entry], viewer_id=request.profile.pk, now=request.now)
    context = {"shown": shown, "next": request.POST.get("next", ""), "is_swap": True}
    return render(request, "posts/_actions.html", context)


def _is_done(request: MemberRequest, post: "Post", deed: Deed) -> bool:
    try:
        deed(post)
    except tuple(REFUSALS) as refused:
        messages.error(request, REFUSALS[type(refused)])
        return False
    return True
