"""A circle is started, or its purpose and ground rules are worded anew."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from corridor.mentoring import queries
from corridor.mentoring.actions import circles
from corridor.web.circles.forms import RulesForm, StartForm
from corridor.web.circles.refusals import REFUSED, sentence
from corridor.web.circles.rights import of_circle, to_circle
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.mentoring.queries import SeenCircle


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def start(request: MemberRequest) -> HttpResponse:
    people = [
        one.mentee
        for one in queries.relationships(request.profile)
        if one.is_open and one.mentor_id == request.profile.pk
    ]
    form = StartForm(request.POST if request.method == "POST" else None, people=people)
    if form.is_bound and form.is_valid():
        try:
            made = circles.start_circle(form.new_circle(), by=request.profile, now=request.now)
        except REFUSED as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Your circle is there. It begins when two have joined."))
            return redirect("circle", made.pk)
    status = 422 if form.errors else 200
    return render(request, "circles/new.html", {"form": form, "people": people}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@of_circle
def rules(request: MemberRequest, seen: "SeenCircle") -> HttpResponse:
    if not seen.leads or not seen.circle.is_open:
        raise Http404
    written = {key: seen.circle.words[key] for key in ("purpose", "rules")}
    form = RulesForm(request.POST if request.method == "POST" else None, initial=written)
    if form.is_bound and form.is_valid():
        try:
            circles.change_rules(
                seen.circle.pk, **form.cleaned_data, by=request.profile, now=request.now
            )
        except REFUSED as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Kept. Everybody is asked to agree anew."))
            return to_circle(seen)
    status = 422 if form.errors else 200
    return render(request, "circles/rules.html", {"seen": seen, "form": form}, status=status)
