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
from corridor.posts.choices import Repliers
from corridor.posts.queries import Entry
from corridor.web.addresses import is_page_of_ours
from corridor.web.given_numbers import number_in
from corridor.web.posts.readings import address, post_or_404
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from django.utils.functional import Promise

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
Deed = Callable[["Post", MemberRequest], object]
View = Callable[..., HttpResponse]


def _marking(deed: Deed) -> View:
    """A view that answers htmx with the line of marks as it is now."""

    @require_POST
    @member_required
    def mark(request: MemberRequest, post_id: int) -> HttpResponse:
        post = post_or_404(request, post_id)
        _is_done(request, post, deed)
        return _line_of_marks(request, post) if request.htmx else back(request, post)

    return mark


def _saying(deed: Deed, words: "Promise", *, undo: str = "") -> View:
    """A view that says what is so now; `undo` names the address that takes it back."""

    @require_POST
    @member_required
    def say(request: MemberRequest, post_id: int) -> HttpResponse:
        post = post_or_404(request, post_id)
        if _is_done(request, post, deed):
            tags = undo and reverse(undo, args=[post.pk])
            messages.success(request, str(words), extra_tags=tags)
        return back(request, post)

    return say


def _boost(post: "Post", by: MemberRequest) -> None:
    """`via` names the boost that showed her the post."""
    via = number_in(by.POST.get("via", ""))
    actions.boost_post(post=post, by=by.profile, now=by.now, via=via)


boost = _marking(_boost)
take_back_boost = _marking(lambda post, by: actions.take_back_boost(post=post, by=by.profile))
give_kudos = _marking(lambda post, by: actions.give_kudos(post=post, by=by.profile, now=by.now))
take_back_kudos = _marking(lambda post, by: actions.take_back_kudos(post=post, by=by.profile))
save = _marking(lambda post, by: actions.bookmark_post(post=post, by=by.profile, now=by.now))
unsave = _marking(lambda post, by: actions.remove_bookmark(post=post, by=by.profile))
pin = _saying(
    lambda post, by: actions.pin_post(post=post, by=by.profile, now=by.now),
    gettext_lazy("It is the first post on your profile now."),
)
unpin = _saying(
    lambda post, by: actions.unpin_post(post=post, by=by.profile),
    gettext_lazy("It is not pinned any more."),
)
mute = _saying(
    lambda post, by: actions.mute_thread(post=post, by=by.profile, now=by.now),
    gettext_lazy("You hear no more of this conversation."),
    undo="post-mute-end",
)
unmute = _saying(
    lambda post, by: actions.unmute_thread(post=post, by=by.profile),
    gettext_lazy("You hear of this conversation again."),
)
let_through = _saying(
    lambda reply, by: actions.let_reply_through(reply=reply, by=by.profile),
    gettext_lazy("The reply stands under your post now."),
)
refuse = _saying(
    lambda reply, by: actions.refuse_reply(reply=reply, by=by.profile, now=by.now),
    gettext_lazy(
        "Only the two of you can read it. They are not told. You can let it through later,"
        " on its page."
    ),
)


@require_POST
@member_required
def choose_repliers(request: MemberRequest, post_id: int) -> HttpResponse:
    post = post_or_404(request, post_id)
    said = request.POST.get("repliers", "")
    if said not in Repliers.values:
        messages.error(request, _("Choose who may reply."))
    elif _is_done(request, post, lambda post, by: _choose_repliers(post, by, Repliers(said))):
        messages.success(request, _("So it is for replies from now on."))
    return back(request, post)


def _choose_repliers(post: "Post", by: MemberRequest, repliers: Repliers) -> None:
    actions.choose_repliers(post=post, repliers=repliers, by=by.profile)


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


def back(request: MemberRequest, post: "Post") -> HttpResponse:
    """To the page that the form names, if it is one of ours, else to the post."""
    url = request.POST.get("next", "")
    return redirect(url if is_page_of_ours(url, request) else address(post))


def _line_of_marks(request: MemberRequest, post: "Post") -> HttpResponse:
    number = number_in(request.POST.get("entry", ""))
    entry = Entry(number=post.pk if number is None else number, post_id=post.pk)
    (shown,) = queries.shown_entries([entry], viewer_id=request.profile.pk, now=request.now)
    context = {"shown": shown, "next": request.POST.get("next", ""), "is_swap": True}
    return render(request, "posts/_actions.html", context)


def _is_done(request: MemberRequest, post: "Post", deed: Deed) -> bool:
    try:
        deed(post, request)
    except tuple(REFUSALS) as refused:
        messages.error(request, REFUSALS[type(refused)])
        return False
    return True
