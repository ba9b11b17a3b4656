"""From nothing to a programme in two screens: what kind, and its name, hashtag and dates."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.posts import queries as posts
from corridor.programmes import policies
from corridor.programmes.actions import setting_up
from corridor.programmes.actions.setting_up import NewDraft
from corridor.programmes.templates_of_programmes import TEMPLATES, Template
from corridor.web.directing.forms import HASHTAG_HELP, PlanFields, hashtag_from, plain_hashtag
from corridor.web.directing.refusals import REFUSED, sentence
from corridor.web.fields.zones import ZoneField
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.people.models import Profile

WEEKS_TO_MATCH = 2
DAYS_IN_MONTH = 30.5


class StartForm(PlanFields):
    name = forms.CharField(
        label=gettext_lazy("Name of the programme"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    hashtag = forms.CharField(
        label=gettext_lazy("Hashtag"), help_text=HASHTAG_HELP, max_length=61, required=False
    )
    field_order = ("name", "hashtag", "round_name")

    def __init__(self, *args: Any, viewer: "Profile", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["time_zone"] = ZoneField(
            current=viewer.time_zone, guess=False, label=_("Time zone of these dates")
        )
        self.fields["time_zone"].initial = viewer.time_zone

    def clean_hashtag(self) -> str:
        typed = plain_hashtag(self.cleaned_data["hashtag"])
        return typed or hashtag_from(self.cleaned_data.get("name", ""))

    def draft(self, template: Template) -> NewDraft:
        return NewDraft(
            template=template.name,
            name=self.cleaned_data["name"],
            hashtag=self.cleaned_data["hashtag"],
            time_zone=self.cleaned_data["time_zone"],
            plan=self.plan(),
        )


@require_safe
@member_required
def templates(request: MemberRequest) -> HttpResponse:
    may = policies.can_start(request.profile, now=request.now)
    context = {"templates": TEMPLATES.values(), "may": may}
    return render(request, "directing/templates.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def start(request: MemberRequest, name: str) -> HttpResponse:
    template = TEMPLATES.get(name)
    if template is None:
        raise Http404
    if not policies.can_start(request.profile, now=request.now):
        return redirect("programme-templates")
    posted = request.POST if request.method == "POST" else None
    today = timezone.localdate(request.now)
    first = initial(template, today=today)
    form = StartForm(posted, initial=first, viewer=request.profile, today=today)
    if form.is_bound and form.is_valid() and (slug := _started(request, form, template)):
        return redirect("directing", slug)
    context = {"form": form, "template": template}
    return render(request, "directing/start.html", context, status=422 if form.errors else 200)


def initial(template: Template, *, today: date) -> dict[str, object]:
    closes = today + timedelta(weeks=template.weeks_to_apply)
    starts = closes + timedelta(weeks=WEEKS_TO_MATCH)
    return {
        "round_name": str(starts.year),
        "opens_on": today,
        "closes_on": closes,
        "starts_on": starts,
        "ends_on": starts + timedelta(days=round(template.months * DAYS_IN_MONTH)),
    }


def _started(request: MemberRequest, form: StartForm, template: Template) -> str | None:
    draft = form.draft(template)
    try:
        made = setting_up.draft_programme(draft, by=request.profile, now=request.now)
    except ValidationError as refusal:
        form.add_all(refusal)
        return None
    except REFUSED as refusal:
        form.add_error(None, sentence(refusal))
        return None
    words = _("Started. Nobody sees it until you publish it.")
    if _is_in_use(made.hashtag, request):
        in_use = _("#%(hashtag)s is in use in posts already: look whether that suits you.")
        words = f"{words} {in_use % {'hashtag': made.hashtag}}"
    messages.success(request, words)
    return made.slug


def _is_in_use(hashtag: str, request: MemberRequest) -> bool:
    tag = posts.tag_named(hashtag)
    return tag is not None and any(
        day.uses for day in posts.history([tag.pk], now=request.now).get(tag.pk, [])
    )


class AskForm(forms.Form):
    words = forms.CharField(
        label=gettext_lazy("What would it be, and for whom?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


@require_POST
@member_required
def ask(request: MemberRequest) -> HttpResponse:
    form = AskForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Write what it would be: at most 1000 letters."))
        return redirect("programme-templates")
    try:
        setting_up.ask_to_start(form.cleaned_data["words"], by=request.profile)
    except setting_up.AskedTooOften as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, _("Sent. Whoever runs this server answers you by mail."))
    return redirect("programme-templates")
