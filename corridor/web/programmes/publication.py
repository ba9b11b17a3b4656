"""`/p/<slug>/publication/`: each mail as it will be read, and when it goes."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from corridor.algorithms.common_times import ComesTwice, NeverComes, instant_of
from corridor.programmes import actions, queries
from corridor.programmes.actions import publishing
from corridor.web.programmes.previews import previews_of
from corridor.web.programmes.told import where_it_is_told
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.programmes.models import MatchingRun

PAIRS_A_PAGE = 10

REFUSALS: Mapping[type[Exception], Promise] = {
    actions.AlreadyMatching: gettext_lazy(
        "Everybody is being matched around what was decided. Publish when that is done."
    ),
    actions.NotDirector: gettext_lazy("You may review here, but not publish."),
    actions.PublicationWaits: gettext_lazy("It is about to be published already."),
    actions.RoundNotUnderReview: gettext_lazy("The review of this round has ended."),
    actions.RunIsOutdated: gettext_lazy("The matches changed meanwhile; this is how they stand."),
    publishing.NothingToPublish: gettext_lazy("Approve at least one match first."),
    publishing.NotWaiting: gettext_lazy("It was stopped already, or everybody has been told."),
    publishing.PublicationInThePast: gettext_lazy("That time has passed."),
    publishing.PublicationTooFar: gettext_lazy("That is more than 90 days ahead."),
}


class WallClockField(forms.DateTimeField):
    """What a clock shows, in whichever zone: not the viewer's, as Django would have it."""

    def to_python(self, value: Any) -> datetime | None:
        with timezone.override(UTC):
            told = super().to_python(value)
        return told.replace(tzinfo=None) if told else None


class WhenForm(forms.Form):
    when = forms.ChoiceField(
        choices=[("now", gettext_lazy("Now")), ("at", gettext_lazy("At a time"))],
        widget=forms.RadioSelect,
        initial="now",
    )
    at = WallClockField(
        label=gettext_lazy("Day and time"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
    )

    def __init__(self, *args: Any, zone: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = zone
        self.fields["at"].help_text = _("By the clock of the programme: %(zone)s.") % {"zone": zone}

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if given.get("when") != "at":
            return given | {"at": None}
        told = given.get("at")
        if told is None:
            if "at" not in self.errors:
                self.add_error("at", _("Say which day and time."))
            return given
        try:
            instant = instant_of(told, zone=self.zone)
        except NeverComes:
            self.add_error(
                "at", _("That time does not come: the clock is put forward then. An hour later?")
            )
        except ComesTwice:
            self.add_error(
                "at", _("That time comes twice: the clock is put back then. An hour later?")
            )
        else:
            return given | {"at": instant}
        return given


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def publication(request: MemberRequest, slug: str) -> HttpResponse:
    under_review = queries.round_to_review(slug, viewer=request.profile)
    if under_review is None:
        return where_it_is_told(request, slug)
    run = queries.current_run(under_review)
    if run is None:
        return redirect("review", slug)
    zone = under_review.programme.time_zone
    form = WhenForm(request.POST if request.method == "POST" else None, zone=zone)
    if request.method == "POST" and form.is_valid():
        return _publish(request, run, at=form.cleaned_data["at"])
    approved = queries.approved(under_review, run=run)
    pairs = Paginator(approved, PAIRS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "round": under_review,
        "run": run,
        "form": form,
        "approved": len(approved),
        "page": pairs,
        "previews": previews_of(run, pairs.object_list, now=request.now),
        "waits": queries.publication_waiting(under_review),
        "zone": zone,
    }
    status = 422 if form.errors else 200
    return render(request, "programmes/publication.html", context, status=status)


def _publish(request: MemberRequest, run: "MatchingRun", *, at: datetime | None) -> HttpResponse:
    seen = request.POST.get("run", "")
    if seen != str(run.number):
        messages.error(request, str(REFUSALS[actions.RunIsOutdated]))
        return redirect("publication", run.round.programme.slug)
    try:
        publishing.schedule_publication(run=run, by=request.profile, now=request.now, at=at)
    except tuple(REFUSALS) as refusal:
        messages.error(request, str(REFUSALS[type(refusal)]))
    else:
        messages.success(request, _("It will be published. Until then you can stop it here."))
    return redirect("publication", run.round.programme.slug)


@require_POST
@member_required
def stop(request: MemberRequest, slug: str) -> HttpResponse:
    under_review = queries.round_to_review(slug, viewer=request.profile)
    if under_review is None:
        return where_it_is_told(request, slug)
    try:
        publishing.stop_publication(round=under_review, by=request.profile, now=request.now)
    except tuple(REFUSALS) as refusal:
        messages.error(request, str(REFUSALS[type(refusal)]))
    else:
        messages.success(request, _("Stopped. Nobody was told anything."))
    return redirect("publication", slug)
