"""What two people agree on: read, changed by either, signed by both."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.mentoring import actions, queries
from corridor.mentoring.agreement_terms import PROGRAMME, TERMS
from corridor.web.given_numbers import number_in
from corridor.web.mentoring.forms import AgreementForm
from corridor.web.mentoring.refusals import REFUSED, sentence
from corridor.web.mentoring.rights import done
from corridor.web.relationship_pages import of_relationship
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.mentoring.models import AgreementVersion, Relationship


@require_safe
@of_relationship
def agreement(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    versions = queries.agreements(relationship)
    newest = versions[0] if versions else None
    before = queries.agreement_in_force(versions[1:])
    side = relationship.side_of(request.profile)
    context = {
        "relationship": relationship,
        "other": relationship.other_than(request.profile),
        "newest": newest,
        "terms": _terms(newest) if newest else [],
        "in_force": queries.agreement_in_force(versions),
        "before": before,
        "changes": [(_label(one.key), one) for one in queries.changes(newest, before)]
        if newest and before
        else [],
        "has_signed": newest is not None and getattr(newest, f"{side}_signed_at") is not None,
        "versions": versions,
    }
    return render(request, "mentoring/agreement.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@of_relationship
def write(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    versions = queries.agreements(relationship)
    newest = versions[0] if versions else None
    if request.method == "POST":
        form = AgreementForm(request.POST)
        if form.is_valid():
            try:
                actions.propose_agreement(
                    relationship.pk,
                    form.terms(),
                    after=form.cleaned_data["after"],
                    by=request.profile,
                    now=request.now,
                )
            except REFUSED as refusal:
                form.add_error(None, sentence(refusal))
            else:
                messages.success(request, _("Kept and signed by you. The other signs next."))
                return redirect("relationship-agreement", relationship.pk)
    else:
        form = AgreementForm(initial=_initial(relationship, newest))
    context = {
        "relationship": relationship,
        "other": relationship.other_than(request.profile),
        "form": form,
        "newest": newest,
    }
    status = 422 if form.errors else 200
    return render(request, "mentoring/agreement_write.html", context, status=status)


@require_POST
@of_relationship
def sign(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    number = number_in(request.POST.get("number", "")) or 0
    return done(
        request,
        lambda: actions.sign_agreement(
            relationship.pk, number=number, by=request.profile, now=request.now
        ),
        says=_("Signed."),
        then=redirect("relationship-agreement", relationship.pk),
    )


def _initial(relationship: "Relationship", newest: "AgreementVersion | None") -> dict[str, object]:
    if newest is not None:
        return {**newest.terms, "after": newest.number}
    begins = {key: str(term.begins) for key, term in TERMS.items()}
    if relationship.cadence:
        begins["meetings"] = relationship.cadence
    return {**begins, "after": 0}


def _terms(version: "AgreementVersion") -> list[tuple[str, str]]:
    return [(_label(key), text) for key, text in version.terms.items() if text]


def _label(key: str) -> str:
    return _("What the programme asks") if key == PROGRAMME else str(TERMS[key].label)
