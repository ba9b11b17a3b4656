"""What she deleted lately: brought back, or forgotten before its time."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.posts import actions, queries
from corridor.web.posts.last_deleted import forget_last_deleted
from corridor.web.posts.readings import address
from corridor.web.viewer import MemberRequest, member_required


@require_safe
@member_required
def deleted_lately(request: MemberRequest) -> HttpResponse:
    shown = {
        "deleted": queries.own_deleted(request.profile.pk, now=request.now),
        "days": actions.COMES_BACK.days,
    }
    return render(request, "posts/deleted_lately.html", shown)


@require_POST
@member_required
def bring_back(request: MemberRequest, post_id: int) -> HttpResponse:
    try:
        post = actions.bring_back_post(post_id, by=request.profile, now=request.now)
    except actions.GoneForGood:
        return _gone(request)
    messages.success(request, _("The post is back, with its replies, boosts and kudos."))
    return redirect(address(post))


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def forget(request: MemberRequest, post_id: int) -> HttpResponse:
    """Asked first: there is no way back from it."""
    if request.method != "POST":
        found = queries.own_deleted(request.profile.pk, now=request.now)
        asked = [one for one in found if one.number == post_id]
        if not asked:
            raise Http404
        return render(request, "posts/for_good.html", {"one": asked[0]})
    try:
        actions.forget_deleted(post_id, by=request.profile, now=request.now)
    except actions.GoneForGood:
        return _gone(request)
    forget_last_deleted(request, number=post_id)
    messages.success(request, _("It is gone for good."))
    return redirect("deleted-lately")


def _gone(request: MemberRequest) -> HttpResponse:
    """Pressed twice, or too late."""
    messages.info(
        request, _("That post is not among those you deleted lately: it is back, or gone.")
    )
    return redirect("deleted-lately")
