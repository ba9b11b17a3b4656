"""A kind reply of a helper, as herself, under a post of the person whom she helps."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from corridor.helping import actions
from corridor.posts import queries as posts
from corridor.posts.actions.refusals import REFUSALS
from corridor.posts.actions.refusals import sentence as of_posts
from corridor.web.helping.forms import ReplyForm
from corridor.web.helping.refusals import sentence
from corridor.web.helping.rights import helper_required
from corridor.web.posts.readings import address, post_or_404
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.helping.models import Helper


@require_http_methods(["GET", "HEAD", "POST"])
@helper_required
def reply(request: MemberRequest, helper: "Helper", post_id: int) -> HttpResponse:
    post = post_or_404(request, post_id)
    if post.author_id != helper.owner_id:
        raise Http404
    form = ReplyForm(request.POST) if request.method == "POST" else ReplyForm()
    if form.is_bound and form.is_valid():
        try:
            made = actions.reply_kindly(
                form.cleaned_data["words"],
                helper_id=helper.pk,
                post=post,
                by=request.profile,
                now=request.now,
            )
        except (actions.NamesOthers, actions.NotHerPost) as refusal:
            form.add_error("words", sentence(refusal))
        except REFUSALS as refusal:
            form.add_error("words", of_posts(refusal))
        else:
            messages.success(request, _("Said, under your own name."))
            return redirect(address(made))
    (shown,) = posts.shown_posts([post.pk], viewer_id=request.profile.pk, now=request.now)
    context = {"form": form, "helper": helper, "owner": helper.owner, "shown": shown}
    return render(request, "helping/reply.html", context, status=422 if form.errors else 200)
