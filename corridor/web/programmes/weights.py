"""What counts how much: a director sets it, and the next run uses it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from corridor.algorithms.matching.options import MUST, Options
from corridor.algorithms.matching.people import Criterion
from corridor.programmes import actions, queries
from corridor.programmes.documents import from_document
from corridor.programmes.wording import CRITERIA, MEASURES
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.programmes.models import Round


class WeightsForm(forms.Form):
    """A field for each criterion, heaviest first, and one for the load."""

    def __init__(self, *args: object, options: Options, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as Django takes them
        heaviest_first = sorted(options.weights.items(), key=lambda part: -part[1])
        for criterion, weight in heaviest_first:
            self.fields[criterion.value] = forms.IntegerField(
                label=str(CRITERIA[criterion]),
                help_text=str(MEASURES[criterion]),
                min_value=0,
                max_value=MUST,
                initial=weight,
            )
        self.fields["load"] = forms.IntegerField(
            label=gettext_lazy("Even load among mentors"),
            help_text=gettext_lazy("0 to 5,000; 500 spreads the load at little cost in fit."),
            min_value=0,
            max_value=actions.HEAVIEST_LOAD,
            initial=options.load_weight,
        )

    def of_pairs(self) -> Iterator[forms.BoundField]:
        return (field for field in self if field.name != "load")

    def weights(self) -> actions.Weights:
        given = self.cleaned_data
        of = {criterion: given[criterion.value] for criterion in Criterion}
        return actions.Weights(of=of, load=given["load"])


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def weights(request: MemberRequest, slug: str) -> HttpResponse:
    under_review = queries.round_to_review(slug, viewer=request.profile)
    if under_review is None:
        raise Http404
    options = from_document(Options, under_review.settings)
    form = WeightsForm(request.POST if request.method == "POST" else None, options=options)
    if request.method == "POST" and form.is_valid() and _are_set(request, under_review, form):
        messages.success(request, _("Kept. Run the matching to see what they change."))
        return redirect("review", slug)
    context = {"round": under_review, "form": form}
    status = 422 if form.errors else 200
    return render(request, "programmes/weights.html", context, status=status)


def _are_set(request: MemberRequest, under_review: "Round", form: WeightsForm) -> bool:
    try:
        actions.set_weights(round=under_review, weights=form.weights(), by=request.profile)
    except actions.NothingCounts:
        form.add_error(None, _("With every weight at 0 no match would be better than another."))
    except actions.RoundFinished:
        form.add_error(None, _("This round is finished."))
    else:
        return True
    return False
