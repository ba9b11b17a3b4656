"""Somebody leaves for good: what goes, what stays, and how to change her mind."""

from datetime import datetime

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from corridor.people import actions, letters
from corridor.people.actions.ask_to_leave import GRACE
from corridor.web.accounts.confirmed import confirmed
from corridor.web.viewer import MemberRequest, member_required


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
@confirmed
def leaving(request: MemberRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "your_data/leaving.html", {"leaves_at": request.now + GRACE})
    profile = request.profile
    leaves_at = actions.ask_to_leave(profile=profile, by=profile, now=request.now)
    words = _("You are signed out, and nobody sees you here. On %(day)s everything goes for good.")
    letters.tell(_letter(leaves_at), to=profile.account.email)
    logout(request)
    messages.success(request, words % {"day": date_format(leaves_at, "j F Y")})
    return redirect("home")


def _letter(leaves_at: datetime) -> letters.Letter:
    day = {"day": date_format(leaves_at, "j F Y")}
    return letters.Letter(
        subject=_("You are leaving Corridor on %(day)s") % day,
        paragraphs=(
            _("You asked to leave. Nobody sees you on Corridor any more."),
            _("On %(day)s your account and everything in it are deleted for good.") % day,
            _("If you change your mind, sign in before that day: everything is as it was."),
        ),
        why=_("If it was not you who asked, sign in and change your password."),
        button=letters.Button(label=_("Sign in and stay"), url=letters.address_of_page("sign-in")),
    )
