"""Somebody follows a hashtag, or ends it; then back to its page."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corridor.posts import actions
from corridor.web.viewer import MemberRequest, member_required


@require_POST
@member_required
def follow(request: MemberRequest, name: str) -> HttpResponse:
    try:
        tag = actions.follow_tag(name=name, by=request.profile, now=request.now)
    except actions.NotATag as nothing:
        raise Http404 from nothing
    except actions.TooManyTags:
        messages.error(request, _("You follow as many hashtags as there can be: end one first."))
        return redirect("tag", name)
    words = _("You follow #%(tag)s: what is written with it comes to your home.")
    messages.success(request, words % {"tag": tag.shown_as})
    return redirect("tag", tag.name)


@require_POST
@member_required
def unfollow(request: MemberRequest, name: str) -> HttpResponse:
    try:
        tag = actions.unfollow_tag(name=name, by=request.profile)
    except actions.NotATag as nothing:
        raise Http404 from nothing
    messages.success(request, _("You no longer follow #%(tag)s.") % {"tag": tag.shown_as})
    return redirect("tag", tag.name)
