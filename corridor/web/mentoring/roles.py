"""In which roles two people work together, now and before."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from corridor.mentoring import actions, queries
from corridor.mentoring.role_words import ROLES
from corridor.people.choices import Kind
from corridor.web.mentoring.forms import RoleLogForm, RoleWishForm
from corridor.web.mentoring.refusals import REFUSED, sentence
from corridor.web.mentoring.rights import done
from corridor.web.mentoring.words import picture
from corridor.web.pressed import pressed_yes
from corridor.web.relationship_pages import of_relationship
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from datetime import date

    from corridor.mentoring.models import Relationship, RoleEntry, RoleSpan


@require_http_methods(["GET", "HEAD", "POST"])
@of_relationship
def roles(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    form = RoleWishForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            actions.wish_role(
                relationship.pk,
                Kind(form.cleaned_data["role"]),
                words=form.cleaned_data["words"],
                by=request.profile,
                now=request.now,
            )
        except REFUSED as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Asked. It begins when the other agrees."))
            return redirect("relationship-roles", relationship.pk)
    return _page(request, relationship, wish=form)


def _page(
    request: MemberRequest,
    relationship: "Relationship",
    *,
    wish: RoleWishForm | None = None,
    log: RoleLogForm | None = None,
) -> HttpResponse:
    now_has = queries.roles_now(relationship)
    wishes = queries.role_wishes(relationship)
    asked = {one.role for one in wishes}
    spans = {span.role: span for span in relationship.roles.all() if span.ended_at is None}
    today = localtime(request.now).date()
    form = wish or RoleWishForm()
    context = {
        "relationship": relationship,
        "other": relationship.other_than(request.profile),
        "is_mentor": request.profile.pk == relationship.mentor_id,
        "current": [
            {
                "role": role,
                "words": ROLES[role],
                "span": spans[role],
                "log": log if log and log.role == role else _log_form(role, today, spans[role]),
            }
            for role in now_has
        ],
        "is_last": len(now_has) == 1,
        "others": [
            (role, ROLES[role]) for role in Kind if role not in now_has and role not in asked
        ],
        "wishes": [(one, ROLES[Kind(one.role)].name) for one in wishes],
        "picture": picture(relationship, now=request.now),
        "entries": [_entry(one) for one in queries.role_entries(relationship)],
        "form": log or form,
        "wish": form,
    }
    bad = form.errors or (log and log.errors)
    return render(request, "mentoring/roles.html", context, status=422 if bad else 200)


def _log_form(role: Kind, today: "date", span: "RoleSpan") -> RoleLogForm:
    return RoleLogForm(role, today=today, prefix=None, auto_id=f"log-{span.pk}-%s")


def _entry(one: "RoleEntry") -> dict[str, object]:
    words = ROLES[Kind(one.span.role)]
    return {
        "on": one.on,
        "by": one.by,
        "role": words.name,
        "said": [(words.log[key], text) for key, text in one.words.items() if text],
    }


@require_POST
@of_relationship
def answer(request: MemberRequest, relationship: "Relationship", wish_id: int) -> HttpResponse:
    is_yes = pressed_yes(request)
    number, by = relationship.pk, request.profile

    def do() -> None:
        if is_yes:
            actions.agree_to_role(wish_id, relationship_id=number, by=by, now=request.now)
        else:
            actions.drop_role_wish(wish_id, relationship_id=number, by=by)

    return done(
        request,
        do,
        says=_("Agreed: it begins today.") if is_yes else _("Left as it was. Nobody asks why."),
        then=redirect("relationship-roles", relationship.pk),
    )


@require_POST
@of_relationship
def end(request: MemberRequest, relationship: "Relationship", role: str) -> HttpResponse:
    if role not in Kind.values:
        raise Http404
    return done(
        request,
        lambda: actions.end_role(relationship.pk, Kind(role), by=request.profile, now=request.now),
        says=_("This role has ended. The others go on."),
        then=redirect("relationship-roles", relationship.pk),
    )


@require_POST
@of_relationship
def log(request: MemberRequest, relationship: "Relationship", span_id: int) -> HttpResponse:
    span = next((one for one in relationship.roles.all() if one.pk == span_id), None)
    if span is None:
        raise Http404
    form = RoleLogForm(Kind(span.role), request.POST, today=localtime(request.now).date())
    if form.is_valid():
        try:
            actions.log_role(
                span.pk, form.entry(), on=form.on(), by=request.profile, now=request.now
            )
        except REFUSED as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Written down, for both of you."))
            return redirect("relationship-roles", relationship.pk)
    return _page(request, relationship, log=form)
