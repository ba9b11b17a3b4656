"""How it goes: reviews at the start, half-way and at the end; and "are you in touch?"."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.mentoring import queries
from corridor.mentoring.actions import meetings as actions
from corridor.mentoring.actions.meetings import NewReview, RatedArea
from corridor.mentoring.meeting_choices import Area, Level, Occasion
from corridor.web.given_numbers import LARGEST
from corridor.web.meetings.refusals import REFUSED, sentence
from corridor.web.meetings.scales import ScaleForm
from corridor.web.relationship_pages import of_relationship
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.mentoring.models import Relationship, Survey

LEVELS = [("", gettext_lazy("Not for me")), *Level.choices]
OWN = "own"
ANSWERS = ("yes", "no")
"""Whether she is in touch with the other."""


class ReviewForm(forms.Form):
    """For each area: how much it matters, and how content she is. Both, or neither."""

    own_name = forms.CharField(
        label=gettext_lazy("An area of your own"), required=False, max_length=80
    )
    words = forms.CharField(
        label=gettext_lazy("In your own words"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    shows_words = forms.BooleanField(
        label=gettext_lazy("Show my words to the other one, once both have answered"),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in (*Area.choices, (OWN, gettext_lazy("Your own area"))):
            for part in ("weight", "rating"):
                self.fields[f"{part}_{name}"] = forms.ChoiceField(
                    label=label, choices=LEVELS, required=False
                )

    @property
    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"weight_{name}"], self[f"rating_{name}"]) for name in Area.values]

    @property
    def own(self) -> tuple[forms.BoundField, forms.BoundField]:
        return self[f"weight_{OWN}"], self[f"rating_{OWN}"]

    def clean(self) -> None:
        for name in (*Area.values, OWN):
            weight, rating = self._levels(name)
            if bool(weight) != bool(rating):
                said = _("Say both how much it matters and how content you are, or neither.")
                self.add_error(f"rating_{name}" if weight else f"weight_{name}", said)
        if any(self._levels(OWN)) and not self.cleaned_data.get("own_name"):
            self.add_error("own_name", _("Give your own area a name."))

    def review(self) -> NewReview:
        """When it is valid."""
        chosen = [(name, *self._levels(name)) for name in (*Area.values, OWN)]
        return NewReview(
            areas=[
                RatedArea(
                    area="" if name == OWN else name,
                    words=self.cleaned_data["own_name"] if name == OWN else "",
                    weight=int(weight),
                    rating=int(rating),
                )
                for name, weight, rating in chosen
                if weight
            ],
            words=self.cleaned_data["words"],
            shows_words=self.cleaned_data["shows_words"],
        )

    def _levels(self, name: str) -> tuple[str, str]:
        said = self.cleaned_data
        return said.get(f"weight_{name}", ""), said.get(f"rating_{name}", "")


@require_safe
@of_relationship
def reviews(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    context = {
        "relationship": relationship,
        "other": relationship.other_than(request.profile),
        "reviews": queries.reviews(relationship, viewer=request.profile, today=request.now.date()),
        "pulse": queries.shared_pulse(relationship, viewer=request.profile),
    }
    return render(request, "meetings/reviews.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def survey(request: MemberRequest, survey_id: int) -> HttpResponse:
    asked = _asked(request, survey_id)
    form = ReviewForm(request.POST) if request.method == "POST" else ReviewForm()
    scale = _scale(request, asked)
    if form.is_bound and not _is_as_shown(request, scale):
        form.add_error(None, sentence(actions.InstrumentChanged()))
    if form.is_bound and form.is_valid() and (scale is None or scale.is_valid()):
        try:
            actions.answer_review(
                asked.pk,
                form.review(),
                by=request.profile,
                now=request.now,
                scale=scale.scale() if scale is not None else None,
            )
        except REFUSED as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Thank you. It is kept sealed."))
            return redirect("reviews", asked.relationship_id)
    if not (form.is_bound or asked.is_waiting):
        return redirect("reviews", asked.relationship_id)
    context = {
        "form": form,
        "scale": scale,
        "survey": asked,
        "other": asked.relationship.other_than(request.profile),
        "most": actions.MOST_AREAS,
    }
    is_wrong = form.errors or (scale is not None and scale.errors)
    return render(request, "meetings/survey.html", context, status=422 if is_wrong else 200)


@require_POST
@member_required
def skip(request: MemberRequest, survey_id: int) -> HttpResponse:
    asked = _asked(request, survey_id)
    try:
        actions.skip_survey(asked.pk, by=request.profile, now=request.now)
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, _("Skipped. Nobody asks why."))
    return redirect("meetings")


@require_POST
@of_relationship
def in_touch(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    check = queries.open_contact_check(relationship, viewer=request.profile)
    answer = request.POST.get("answer", "")
    is_in_touch = answer == "yes"
    try:
        if check is None or answer not in ANSWERS:
            raise actions.NotAsked
        actions.answer_contact(
            check.pk, is_in_touch=is_in_touch, by=request.profile, now=request.now
        )
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, thanks(is_in_touch=is_in_touch))
    return redirect("relationship-meetings", relationship.pk)


def thanks(*, is_in_touch: bool) -> str:
    if is_in_touch:
        return _("Good. We do not ask again.")
    return _("Thank you. The other one is told kindly that you would like to hear from them.")


def _scale(request: MemberRequest, asked: "Survey") -> ScaleForm | None:
    """Empty where she answered another: what she said to its items is nothing of these."""
    instrument = queries.instrument_for(asked)
    if instrument is None:
        return None
    form = ScaleForm(request.POST, instrument=instrument)
    return form if _is_as_shown(request, form) else ScaleForm(instrument=instrument)


def _is_as_shown(request: MemberRequest, scale: ScaleForm | None) -> bool:
    """The page that she sent asked by the scale in force, or by none as there is none."""
    in_force = str(scale.instrument.pk) if scale is not None else ""
    return request.POST.get("instrument", "") == in_force


def _asked(request: MemberRequest, survey_id: int) -> "Survey":
    """Raises Http404."""
    found = queries.survey(min(survey_id, LARGEST), viewer=request.profile)
    if found is None or found.occasion == Occasion.PULSE:
        raise Http404
    return found
