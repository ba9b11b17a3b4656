"""`/mentoring/map/`: who helps the viewer with what, for herself and the one she shows it to."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.mentoring import actions, queries
from corridor.mentoring.actions.keep_map import (
    LONGEST_NAME,
    NameTooLong,
    NeedsName,
    Noted,
    NotOnTheMap,
    OnlyToMentor,
    TooManyOutside,
    forget_developer,
    hide_map,
    note_developer,
    show_map,
)
from corridor.mentoring.map_words import WAYS, Arena, Need, Strength
from corridor.web.given_numbers import number_in
from corridor.web.network_map.drawing import picture
from corridor.web.relationship_pages import of_relationship
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.mentoring.models import Relationship
    from corridor.mentoring.queries import NetworkMap, OnMap

SENTENCES = {
    NeedsName: gettext_lazy("Give a name, or what you call them."),
    NameTooLong: gettext_lazy("That is too long: at most 80 letters."),
    TooManyOutside: gettext_lazy("Forty people are on your map. Take one off first."),
}


class NoteForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Who"),
        help_text=gettext_lazy("Kept sealed, for you. They are not told."),
        max_length=LONGEST_NAME,
        required=False,
    )
    needs = forms.TypedMultipleChoiceField(
        label=gettext_lazy("What they help you with"),
        choices=Need.choices,
        coerce=Need,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    arena = forms.TypedChoiceField(
        label=gettext_lazy("Where you know them from"),
        choices=[("", gettext_lazy("Not said")), *Arena.choices],
        coerce=Arena,
        empty_value=None,
        required=False,
    )
    strength = forms.TypedChoiceField(
        label=gettext_lazy("How close"),
        choices=[("", gettext_lazy("Not said")), *Strength.choices],
        coerce=lambda said: Strength(int(said)),
        empty_value=None,
        required=False,
    )
    knows = forms.MultipleChoiceField(
        label=gettext_lazy("Whom of the others they know"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, others: Sequence["OnMap"], has_name: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        knows = cast("forms.ChoiceField", self.fields["knows"])
        knows.choices = [(one.key, one.name) for one in others]
        if not has_name:
            del self.fields["name"]


@require_safe
@never_cache
@member_required
def own(request: MemberRequest) -> HttpResponse:
    found = queries.network_map(request.profile)
    mentors = [
        one
        for one in queries.relationships(request.profile)
        if one.state == "active" and one.mentee_id == request.profile.pk
    ]
    context = _shown(found) | {
        "is_own": True,
        "mentors": mentors,
        "reader": queries.map_reader(request.profile),
    }
    return render(request, "network_map/map.html", context)


@require_safe
@of_relationship
def shown(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    found = queries.map_shown_in(relationship, viewer=request.profile, today=request.now.date())
    if found is None:
        raise Http404
    context = _shown(found) | {"is_own": False, "owner": relationship.mentee}
    return render(request, "network_map/map.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def note(request: MemberRequest, key: str) -> HttpResponse:
    found = queries.network_map(request.profile)
    one = next((one for one in found.people if one.key == key), None)
    if key and one is None:
        raise Http404
    form = NoteForm(
        request.POST if request.method == "POST" else None,
        others=[other for other in found.people if other.key != key],
        has_name=one is None or one.is_outside,
        initial=_written(one),
    )
    if form.is_bound and form.is_valid():
        try:
            note_developer(key, Noted(**form.cleaned_data), owner=request.profile, now=request.now)
        except tuple(SENTENCES) as refusal:
            form.add_error("name", str(SENTENCES[type(refusal)]))
        else:
            messages.success(request, _("Kept, for you."))
            return redirect("network-map")
    context = {"form": form, "one": one}
    return render(request, "network_map/note.html", context, status=422 if form.errors else 200)


@require_POST
@member_required
def forget(request: MemberRequest, key: str) -> HttpResponse:
    try:
        forget_developer(key, owner=request.profile)
    except NotOnTheMap as gone:
        raise Http404 from gone
    messages.success(request, _("Taken off."))
    return redirect("network-map")


@require_POST
@member_required
def reader(request: MemberRequest) -> HttpResponse:
    """Shown to one mentor, or to nobody."""
    chosen = number_in(request.POST.get("relationship", ""))
    if chosen is None:
        hide_map(owner=request.profile)
        messages.success(request, _("Nobody else reads it."))
        return redirect("network-map")
    try:
        show_map(chosen, owner=request.profile)
    except (actions.NotYourRelationship, actions.NotOpen, actions.Resting, OnlyToMentor):
        messages.error(request, _("That is not possible at the moment."))
    else:
        messages.success(request, _("Your mentor reads it from now on."))
    return redirect("network-map")


def _shown(found: "NetworkMap") -> dict[str, Any]:
    names = {one.key: one.name for one in found.people}
    return {
        "map": found,
        "picture": picture(found) if found.people else None,
        "needs": [
            (need.label, [names[key] for key in found.helped[need]], need in found.wished)
            for need in Need
        ],
        "gaps": [(need, need in found.wished, search_for(need)) for need in found.gaps],
    }


def search_for(need: Need) -> str:
    """The directory, asked for this."""
    way = WAYS[need]
    asked = {"topic": way.topics[0]} if way.topics and way.kind is None else {}
    if way.kind is not None:
        asked["kind"] = way.kind.value
    return f"{reverse('mentors')}?{urlencode(asked)}" if asked else reverse("mentors")


def _written(one: "OnMap | None") -> dict[str, Any]:
    if one is None:
        return {}
    return {
        "name": one.name,
        "needs": sorted(one.developer.needs),
        "arena": one.developer.arena,
        "strength": one.developer.strength or "",
        "knows": sorted(one.developer.knows),
    }
