"""`/guidance/`: cards on what to do where it is needed, and the installation's own policy."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.safety import actions, queries
from corridor.safety.guidance_cards import POLICY
from corridor.web.addresses import is_page_of_ours
from corridor.web.given_numbers import number_in
from corridor.web.guidance.policy_text import policy_html
from corridor.web.safety.rights import lead_required
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required

UNPROCESSABLE = 422


@require_safe
def several(request: ViewerRequest) -> HttpResponse:
    shown = {"cards": queries.cards(request.profile), "policy": queries.current_policy()}
    return render(request, "guidance/cards.html", shown)


@require_safe
def one(request: ViewerRequest, slug: str) -> HttpResponse:
    """With the installation's own policy beside it."""
    found = queries.card(slug, viewer=request.profile)
    if found is None:
        raise Http404
    shown = {"shown": found, "card": found.card, "policy": queries.current_policy()}
    return render(request, "guidance/card.html", shown)


@require_safe
def policy(request: ViewerRequest) -> HttpResponse:
    found = queries.current_policy()
    if found is None:
        raise Http404
    shown = {
        "policy": found,
        "html": policy_html(found.text),
        "read_at": queries.read_at(POLICY, version=found.version, viewer=request.profile),
    }
    return render(request, "guidance/policy.html", shown)


@require_POST
@member_required
def read(request: MemberRequest, slug: str) -> HttpResponse:
    version = number_in(request.POST.get("version", "")) or 0
    try:
        actions.read_card(slug, version=version, by=request.profile, now=request.now)
    except actions.NoSuchCard as refused:
        if slug != POLICY and queries.card(slug, viewer=request.profile) is None:
            raise Http404 from refused
        messages.info(request, _("It changed meanwhile: this is how it stands now."))
    else:
        messages.success(request, _("Kept: you are asked again only when it changes."))
    url = request.POST.get("next", "")
    if is_page_of_ours(url, request):
        return redirect(url)
    return redirect("guidance-policy") if slug == POLICY else redirect("guidance-card", slug)


@require_http_methods(["GET", "HEAD", "POST"])
@lead_required
def keep(request: MemberRequest) -> HttpResponse:
    """Whoever leads the desk, or runs the server, writes another version."""
    current = queries.current_policy()
    text = request.POST.get("text", "").replace("\0", "")
    refusal = ""
    if request.method == "POST":
        try:
            actions.keep_policy(text, by=request.profile, now=request.now)
        except actions.PolicyTooLong:
            refusal = _("It is too long: at most 20,000 characters.")
        except actions.NothingChanged:
            refusal = _("It says what it said before.")
        else:
            messages.success(request, _("Kept as another version; everybody is asked to read it."))
            return redirect("queue-policy")
    else:
        text = current.text if current else ""
    shown = {"text": text, "refusal": refusal, "versions": queries.policy_versions()[:20]}
    status = UNPROCESSABLE if refusal else 200
    return render(request, "guidance/keep_policy.html", shown, status=status)
