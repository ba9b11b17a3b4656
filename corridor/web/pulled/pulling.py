"""A post is pulled from everywhere; and `/you/pulled/`, the sealed copies of what was."""

import io
import zipfile
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.notifications import queries as notifications
from corridor.posts import actions, queries
from corridor.web.posts.readings import post_or_404
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.posts.models import Post, PulledPost

MOST = 100
FORGET = (
    ("Google", "https://search.google.com/search-console/remove-outdated-content"),
    ("Bing", "https://www.bing.com/webmasters/tools/contentremoval"),
)
"""Where search engines are asked to forget a page that is gone."""
KEPT = ("text", "content_note", "language", "audience")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def pull(request: MemberRequest, post_id: int) -> HttpResponse:
    """Says first what can be reached and what cannot; POST does it at once."""
    post = _own(request, post_id)
    told = notifications.told_of_post(post.pk, besides=request.profile.pk)
    if request.method == "POST":
        try:
            pulled = actions.pull_post(post=post, told=told, by=request.profile, now=request.now)
        except actions.NotYourPost as gone:  # deleted in another window meanwhile
            raise Http404 from gone
        messages.success(request, _("It is gone from everywhere this server reaches."))
        return redirect("pulled", pulled.pk)
    (shown,) = queries.shown_posts([post.pk], viewer_id=request.profile.pk, now=request.now)
    reach = queries.reach_of(post, now=request.now)
    asked = {"shown": shown, "reach": reach, "told": told}
    return render(request, "pulled/sure.html", asked)


@require_safe
@never_cache
@member_required
def several(request: MemberRequest) -> HttpResponse:
    copies = queries.pulled_posts(request.profile)[:MOST]
    return render(request, "pulled/copies.html", {"copies": copies})


@require_safe
@never_cache
@member_required
def one(request: MemberRequest, pulled_id: int) -> HttpResponse:
    pulled = _copy(request, pulled_id)
    return render(
        request, "pulled/copy.html", {"pulled": pulled, "kept": pulled.kept, "engines": FORGET}
    )


@require_safe
@never_cache
@member_required
def download(request: MemberRequest, pulled_id: int) -> HttpResponse:
    """Its words and pictures, with the digest that shows nothing was changed since."""
    pulled = _copy(request, pulled_id)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("post.json", queries.as_json(pulled.kept))
        archive.writestr("post.json.sha256", f"{pulled.digest}  post.json\n")
        for picture in pulled.pictures.all():
            archive.writestr(f"picture-{picture.position + 1}.webp", picture.unseal())
    answer = HttpResponse(packed.getvalue(), content_type="application/zip")
    name = f"pulled-{pulled.post_number}.zip"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_POST
@member_required
def write_again(request: MemberRequest, pulled_id: int) -> HttpResponse:
    """A draft of its words, to say it better."""
    kept = _copy(request, pulled_id).kept
    words = {name: kept[name] for name in KEPT} | {"reply": str(kept["in_reply_to"] or "")}
    try:
        draft = actions.keep_draft(words, by=request.profile, now=request.now)
    except actions.TooManyDrafts:
        messages.error(request, _("A hundred drafts are kept already: end one first."))
        return redirect("pulled", pulled_id)
    return redirect(f"{reverse('compose')}?draft={draft.pk}")


@require_POST
@member_required
def forget(request: MemberRequest, pulled_id: int) -> HttpResponse:
    actions.forget_pulled(pulled=_copy(request, pulled_id), by=request.profile)
    messages.success(request, _("The sealed copy is gone, too."))
    return redirect("pulled-posts")


def _own(request: MemberRequest, post_id: int) -> "Post":
    post = post_or_404(request, post_id)
    if post.author_id != request.profile.pk:
        raise Http404
    return post


def _copy(request: MemberRequest, pulled_id: int) -> "PulledPost":
    found = queries.pulled_post(pulled_id, viewer=request.profile)
    if found is None:
        raise Http404
    return found
