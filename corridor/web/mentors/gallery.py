"""Role models, and the page where somebody chooses to be one."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from corridor.algorithms.specialties import SPECIALTIES
from corridor.people import actions, queries
from corridor.web.mentors.finding import kept
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required

UNPROCESSABLE = 422
RUNGS = {
    "students": (0, 6),
    "trainees": (7, 9),
    "fellows": (10, 11),
    "consultants": (12, 14),
    "leaders": (15, 15),
}
"""Value of the filter -> rungs of the career ladder."""


class GalleryForm(forms.Form):
    specialty = forms.ChoiceField(
        label=gettext_lazy("Specialty"),
        choices=[("", gettext_lazy("Any")), *((one.slug, one.name) for one in SPECIALTIES)],
        required=False,
    )
    stage = forms.ChoiceField(
        label=gettext_lazy("Stage"),
        choices=[
            ("", gettext_lazy("Any")),
            ("students", gettext_lazy("Students and applicants")),
            ("trainees", gettext_lazy("Interns and residents")),
            ("fellows", gettext_lazy("Fellows and new consultants")),
            ("consultants", gettext_lazy("Consultants and professors")),
            ("leaders", gettext_lazy("Directors, chairs and deans")),
        ],
        required=False,
    )
    page = forms.IntegerField(
        min_value=1, max_value=10_000, required=False, widget=forms.HiddenInput()
    )


class OwnWordsForm(forms.Form):
    words = forms.CharField(
        label=gettext_lazy("What you would tell those after you"),
        help_text=gettext_lazy("One or two sentences, 300 letters at most."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


@require_safe
def role_models(request: ViewerRequest) -> HttpResponse:
    form = GalleryForm(request.GET)
    form.is_valid()
    asked = form.cleaned_data
    page = asked.get("page") or 1
    found = queries.gallery(
        viewer=request.profile,
        now=request.now,
        specialty=asked.get("specialty", ""),
        rungs=RUNGS.get(asked.get("stage", "")),
        page=page,
    )
    following = request.GET.copy()
    following["page"] = str(page + 1)
    shown = {
        "form": form,
        "found": found,
        "following": "?" + kept(following) if page < found.pages else "",
        "is_narrowed": any(asked.get(name) for name in ("specialty", "stage")),
    }
    return render(request, "mentors/gallery.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def own(request: MemberRequest) -> HttpResponse:
    if request.method == "POST" and request.POST.get("deed") == "leave":
        actions.leave_gallery(profile=request.profile, by=request.profile)
        messages.success(request, _("You are not shown among role models any more."))
        return redirect("role-model")
    given: Any = request.POST if request.method == "POST" else None
    form = OwnWordsForm(given, initial={"words": request.profile.gallery_words})
    preview = None
    if form.is_valid():
        preview = form.cleaned_data["words"]
        if request.POST.get("deed") == "show":
            actions.show_in_gallery(profile=request.profile, words=preview, by=request.profile)
            messages.success(request, _("You are shown among role models."))
            return redirect("role-model")
    shown = {"form": form, "preview": preview}
    return render(
        request, "mentors/own_words.html", shown, status=UNPROCESSABLE if form.errors else 200
    )
