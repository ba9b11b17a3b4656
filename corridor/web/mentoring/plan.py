"""A development plan of one's own, and a link that proves no more than that there is one."""

import json
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.mentoring import actions, queries
from corridor.mentoring.plan_words import PARTS
from corridor.people.letters import address_of_page
from corridor.web.given_numbers import number_in
from corridor.web.mentoring.forms import PlanForm
from corridor.web.mentoring.refusals import REFUSED, sentence
from corridor.web.mentoring.rights import done
from corridor.web.relationship_pages import of_relationship
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required

if TYPE_CHECKING:
    from corridor.mentoring.models import Plan, Relationship


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def plan(request: MemberRequest) -> HttpResponse:
    found = queries.own_plan(request.profile)
    form = PlanForm(
        request.POST if request.method == "POST" else None, initial=found.words if found else {}
    )
    if form.is_bound and form.is_valid():
        try:
            actions.write_plan(
                form.parts(),
                owner=request.profile,
                is_revised=form.cleaned_data["is_revised"],
                now=request.now,
            )
        except REFUSED as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Kept, for you alone unless you show it."))
            return redirect("plan")
    mentors = [
        one
        for one in queries.relationships(request.profile)
        if one.state == "active" and one.mentee_id == request.profile.pk
    ]
    context = {
        "plan": found,
        "form": form,
        "is_due": found is not None and queries.is_due(found, now=request.now),
        "mentors": mentors,
        "attestations": [
            (one, address_of_page("attestation", one.token))
            for one in queries.attestations(request.profile)
        ],
    }
    return render(request, "mentoring/plan.html", context, status=422 if form.errors else 200)


@require_POST
@member_required
def readers(request: MemberRequest) -> HttpResponse:
    """Shown to one mentor, or to nobody."""
    chosen = number_in(request.POST.get("relationship", ""))

    def do() -> None:
        if chosen is None:
            actions.hide_plan(owner=request.profile)
        else:
            actions.show_plan(owner=request.profile, relationship_id=chosen, now=request.now)

    says = (
        _("Your mentor reads it from now on.") if chosen is not None else _("Nobody else reads it.")
    )
    return done(request, do, says=says, then=redirect("plan"))


@require_POST
@member_required
def discussed(request: MemberRequest) -> HttpResponse:
    return done(
        request,
        lambda: actions.note_plan_discussed(owner=request.profile, now=request.now),
        says=_("Noted."),
        then=redirect("plan"),
    )


@require_safe
@never_cache
@member_required
def copy(request: MemberRequest) -> HttpResponse:
    """As a file, for herself."""
    found = queries.own_plan(request.profile)
    if found is None:
        raise Http404
    written = {
        "changed_at": found.changed_at.isoformat(),
        "revised_at": found.revised_at.isoformat() if found.revised_at else None,
        **{str(part.label): found.words[key] for key, part in PARTS.items()},
    }
    text = json.dumps(written, ensure_ascii=False, indent=2)
    answer = HttpResponse(text, content_type="application/json")
    answer["Content-Disposition"] = 'attachment; filename="plan.json"'
    return answer


@require_POST
@member_required
def delete(request: MemberRequest) -> HttpResponse:
    return done(
        request,
        lambda: actions.delete_plan(owner=request.profile),
        says=_("Deleted."),
        then=redirect("plan"),
    )


@require_POST
@member_required
def attest(request: MemberRequest) -> HttpResponse:
    return done(
        request,
        lambda: actions.attest_plan(owner=request.profile, now=request.now),
        says=_("A link. Whoever has it reads your name and a date."),
        then=redirect("plan"),
    )


@require_POST
@member_required
def withdraw(request: MemberRequest, attestation_id: int) -> HttpResponse:
    return done(
        request,
        lambda: actions.withdraw_attestation(
            attestation_id, owner=request.profile, now=request.now
        ),
        says=_("Withdrawn: the link proves nothing any more."),
        then=redirect("plan"),
    )


@require_safe
@never_cache
def attestation(request: ViewerRequest, token: str) -> HttpResponse:
    """For anybody who has the link: the name and the day, and nothing of the plan."""
    found = queries.attestation(token)
    if found is None:
        return render(request, "mentoring/attestation_over.html", status=404)
    return render(request, "mentoring/attestation.html", {"attestation": found})


@require_safe
@of_relationship
def shown(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    found: Plan | None = queries.plan_shown_in(
        relationship, viewer=request.profile, today=request.now.date()
    )
    if found is None:
        raise Http404
    words = found.words
    context = {
        "relationship": relationship,
        "other": relationship.mentee,
        "plan": found,
        "parts": [(part.label, words[key]) for key, part in PARTS.items() if words[key]],
    }
    return render(request, "mentoring/plan_shown.html", context)
