"""The questions of a programme, a side a page: added, changed, moved, removed, brought back."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.programmes import queries
from corridor.programmes.actions import forms as actions
from corridor.programmes.actions.forms import NewQuestion, Place
from corridor.programmes.choices import QuestionKind, Side
from corridor.programmes.policies import Right
from corridor.programmes.questions import FOR_FIELDS_ONLY, Asked, fields_of, lines_of
from corridor.web.applying.asking import Asking
from corridor.web.directing.deeds import done
from corridor.web.directing.forms import Mistaken
from corridor.web.directing.refusals import REFUSED, sentence
from corridor.web.directing.rights import team_required
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.programmes.models import Programme

KINDS = [(kind.value, kind.label) for kind in QuestionKind if kind not in FOR_FIELDS_ONLY]


class QuestionForm(Mistaken):
    label = forms.CharField(label=gettext_lazy("Question"), max_length=300)
    help_text = forms.CharField(
        label=gettext_lazy("Help below it"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    field = forms.ChoiceField()
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind of answer"),
        help_text=gettext_lazy("For a part of the matching it is given, whatever you choose."),
        choices=KINDS,
        required=False,
    )
    options = forms.CharField(
        label=gettext_lazy("List to choose from"),
        help_text=gettext_lazy("One a line, for kinds with a list."),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    least = forms.IntegerField(
        label=gettext_lazy("At least"), min_value=0, max_value=1_000_000, required=False
    )
    most = forms.IntegerField(
        label=gettext_lazy("At most"),
        help_text=gettext_lazy("Letters of a text, entries of a list, or the number."),
        min_value=0,
        max_value=1_000_000,
        required=False,
    )
    is_required = forms.BooleanField(label=gettext_lazy("Must be answered"), required=False)

    def __init__(self, *args: Any, side: Side, asked: Asked | None = None, **kwargs: Any) -> None:
        kwargs["initial"] = _first(asked) if asked else None
        super().__init__(*args, **kwargs)
        parts = [(name, one.label) for name, one in fields_of(side).items()]
        self.fields["field"] = forms.ChoiceField(
            label=_("What it is for"),
            help_text=_(
                "Only what feeds the matching is read by it. Everything else is for people."
            ),
            choices=[("", _("For people to read")), (_("For the matching"), parts)],
            required=False,
        )

    def question(self) -> NewQuestion:
        said = self.cleaned_data
        return NewQuestion(
            kind=QuestionKind(said["kind"] or QuestionKind.SHORT),
            label=said["label"],
            field=said["field"],
            help_text=said["help_text"],
            is_required=said["is_required"],
            options=said["options"],
            least=said["least"],
            most=said["most"],
        )


def _first(asked: Asked) -> dict[str, object]:
    return {
        "label": asked.label,
        "help_text": asked.help_text,
        "field": asked.field,
        "kind": "" if asked.kind in FOR_FIELDS_ONLY else asked.kind,
        "options": lines_of(asked),
        "least": asked.least,
        "most": asked.most,
        "is_required": asked.is_required,
    }


@require_safe
@team_required(Right.SET_UP)
def questions(request: MemberRequest, programme: "Programme", side: str) -> HttpResponse:
    shown = queries.form_of_programme(programme, _side(side))
    context = {
        "programme": programme,
        "side": _side(side),
        "form": shown,
        "answered": queries.keys_with_answers(programme, side),
    }
    return render(request, "directing/questions.html", context)


@require_safe
@team_required(Right.SET_UP)
def preview(request: MemberRequest, programme: "Programme", side: str) -> HttpResponse:
    """As applicants see it, as wide as a phone if she likes; nothing is sent anywhere."""
    shown = queries.form_of_programme(programme, _side(side))
    context = {
        "programme": programme,
        "side": _side(side),
        "form": Asking(shown.questions, {}),
        "as_phone": "phone" in request.GET,
    }
    return render(request, "directing/preview.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@team_required(Right.SET_UP)
def add(request: MemberRequest, programme: "Programme", side: str) -> HttpResponse:
    form = QuestionForm(request.POST if request.method == "POST" else None, side=_side(side))
    if form.is_bound and form.is_valid():
        try:
            actions.add_question(
                programme, _side(side), new=form.question(), by=request.profile, now=request.now
            )
        except ValidationError as refusal:
            form.add_all(refusal)
        except REFUSED as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Added at the end."))
            return redirect("directing-form", programme.slug, side)
    context = {"programme": programme, "side": _side(side), "form": form}
    return render(request, "directing/question.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@team_required(Right.SET_UP)
def change(request: MemberRequest, programme: "Programme", side: str, key: str) -> HttpResponse:
    place = _place(programme, side, key)
    shown = queries.form_of_programme(programme, place.side)
    asked = next((one for one in shown.questions if one.key == key), None)
    if asked is None:
        raise Http404
    posted = request.POST if request.method == "POST" else None
    form = QuestionForm(posted, side=place.side, asked=asked)
    if form.is_bound and form.is_valid():
        try:
            actions.change_question(place, new=form.question(), by=request.profile, now=request.now)
        except ValidationError as refusal:
            form.add_all(refusal)
        except REFUSED as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Kept."))
            return redirect(reverse("directing-form", args=[programme.slug, side]) + f"#q-{key}")
    context = {
        "programme": programme,
        "side": place.side,
        "form": form,
        "asked": asked,
        "has_answers": key in queries.keys_with_answers(programme, side),
    }
    return render(request, "directing/question.html", context, status=422 if form.errors else 200)


@require_POST
@team_required(Right.SET_UP)
def remove(request: MemberRequest, programme: "Programme", side: str, key: str) -> HttpResponse:
    place = _place(programme, side, key)

    def do() -> str:
        if actions.remove_question(place, by=request.profile, now=request.now):
            return _("Not asked any more. What people answered stays.")
        return _("Removed.")

    return done(request, do, to="directing-form", at=(programme.slug, side))


@require_POST
@team_required(Right.SET_UP)
def bring_back(request: MemberRequest, programme: "Programme", side: str, key: str) -> HttpResponse:
    place = _place(programme, side, key)

    def do() -> str:
        actions.bring_back_question(place, by=request.profile, now=request.now)
        return _("Asked again.")

    return done(request, do, to="directing-form", at=(programme.slug, side))


@require_POST
@team_required(Right.SET_UP)
def move(request: MemberRequest, programme: "Programme", side: str, key: str) -> HttpResponse:
    place = _place(programme, side, key)
    to = request.POST.get("to", "")
    if not (to.isascii() and to.isdigit() and len(to) < len("10000")):
        raise Http404
    try:
        actions.move_question(place, to=int(to), by=request.profile, now=request.now)
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    return redirect(reverse("directing-form", args=[programme.slug, side]) + f"#q-{key}")


def _side(side: str) -> Side:
    try:
        return Side(side)
    except ValueError as unknown:
        raise Http404 from unknown


def _place(programme: "Programme", side: str, key: str) -> Place:
    return Place(programme=programme, side=_side(side), key=key)
