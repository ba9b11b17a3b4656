"""`/p/<slug>/rounds/<n>/circles/`: a director puts a circle together of people in the round."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from corridor.mentoring.actions import KeptApart, circles
from corridor.mentoring.circle_choices import FEWEST_PLACES, MOST_PLACES
from corridor.programmes import actions, queries
from corridor.programmes.actions import publishing
from corridor.programmes.circles_to_form import purpose_of
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.programmes.models import Application, Round

REFUSALS = {
    KeptApart: gettext_lazy("Two of them cannot be in one circle. Leave one of them out."),
    actions.NotDirector: gettext_lazy("You see this round, but may not do that."),
    circles.CircleNeedsName: gettext_lazy("Give it a name."),
    circles.CircleTooLong: gettext_lazy("Name or purpose is too long."),
    circles.WrongNumber: gettext_lazy(
        "One or two lead a circle, and it has not more people than places."
    ),
    publishing.NotInThisRound: gettext_lazy("Somebody has left the round meanwhile."),
    publishing.SomebodyRests: gettext_lazy(
        "Somebody of them has a break: nobody new is matched with them for now."
    ),
    publishing.RoundTellsNobody: gettext_lazy("The round has ended: nobody is asked any more."),
}


class CircleForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=circles.LONGEST_NAME)
    purpose = forms.CharField(
        label=gettext_lazy("What for"),
        max_length=circles.LONGEST_WORDS,
        required=False,
        widget=forms.Textarea({"rows": 3, "dir": "auto"}),
    )
    places = forms.TypedChoiceField(
        label=gettext_lazy("Places, besides those who lead"),
        choices=[(number, str(number)) for number in range(FEWEST_PLACES, MOST_PLACES + 1)],
        coerce=int,
        initial=MOST_PLACES,
    )
    leaders = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Who leads it"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    members = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Who is asked"),
        help_text=gettext_lazy("Whoever has nobody in this round stands first."),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self,
        *args: Any,
        mentors: Sequence["Application"],
        mentees: Sequence["Application"],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.several = {one.pk: one for one in (*mentors, *mentees)}
        for key, people in (("leaders", mentors), ("members", mentees)):
            self.fields[key].choices = [  # type: ignore[attr-defined]  # it has choices
                (one.pk, one.profile.display_name) for one in people
            ]

    def by_hand(self) -> publishing.ByHand:
        """When it is valid."""
        given = self.cleaned_data
        return publishing.ByHand(
            name=given["name"],
            purpose=given["purpose"],
            places=given["places"],
            leaders=[self.several[pk] for pk in given["leaders"]],
            members=[self.several[pk] for pk in given["members"]],
        )


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def form_circle(request: MemberRequest, slug: str, round_id: int) -> HttpResponse:
    found = queries.round_published(slug, round_id, viewer=request.profile)
    if found is None:
        raise Http404
    asked = request.GET.get("q", "").strip()
    form = _form(request, found, asked)
    if form.is_bound and form.is_valid():
        try:
            publishing.form_by_hand(
                form.by_hand(), round=found, by=request.profile, now=request.now
            )
        except tuple(REFUSALS) as refusal:
            form.add_error(None, str(REFUSALS[type(refusal)]))
        else:
            messages.success(request, _("Formed: everybody in it is asked by mail."))
            return redirect("round-told", slug, round_id)
    context = {"round": found, "form": form, "asked": asked}
    status = 422 if form.errors else 200
    return render(request, "programmes/circle_by_hand.html", context, status=status)


def _form(request: MemberRequest, found: "Round", asked: str) -> CircleForm:
    return CircleForm(
        request.POST if request.method == "POST" else None,
        mentors=queries.mentors_for_circle(found, words=asked),
        mentees=queries.mentees_for_circle(found, words=asked),
        initial={"purpose": purpose_of(found.programme)},
    )
