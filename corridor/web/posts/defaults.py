"""How one's posts begin, unless one says otherwise while writing."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from corridor.posts import actions, queries
from corridor.posts.choices import Audience, Note, Quoters
from corridor.web.posts.forms import AUDIENCES, languages
from corridor.web.viewer import MemberRequest, member_required

UNPROCESSABLE = 422
FIELDS = ("audience", "quoters", "language", "content_note", "is_sensitive", "asks_first")


def _languages() -> list[tuple[str, object]]:
    first, *others = languages()
    return [(first[0], gettext_lazy("The one I read this site in")), *others]


class DefaultsForm(forms.Form):
    audience = forms.ChoiceField(
        label=gettext_lazy("Who may read it"),
        choices=[one for one in AUDIENCES if one[0] != Audience.NAMED],
        help_text=gettext_lazy("A reply is never proposed for more people than what it answers."),
    )
    asks_first = forms.BooleanField(
        label=gettext_lazy("Ask me once more before a post is for everybody on the open web"),
        required=False,
    )
    quoters = forms.ChoiceField(label=gettext_lazy("Who may quote it"), choices=Quoters.choices)
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=_languages, required=False)
    content_note = forms.CharField(
        label=gettext_lazy("Content note"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("For whoever writes of one thing only. Apps do not take it over."),
    )
    is_sensitive = forms.BooleanField(label=gettext_lazy("Cover the pictures"), required=False)


@require_POST
@member_required
def show_notes(request: MemberRequest) -> HttpResponse:
    actions.show_notes_again(by=request.profile)
    messages.success(request, _("All notes are shown again where they fit."))
    return redirect("posting-defaults")


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def defaults(request: MemberRequest) -> HttpResponse:
    kept = queries.posting_defaults(request.profile.pk)
    initial = {name: getattr(kept, name) for name in FIELDS}
    form = DefaultsForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        actions.keep_posting_defaults(form.cleaned_data, by=request.profile.pk)
        messages.success(request, _("Kept. Your next post begins so."))
        return redirect("posting-defaults")
    status = UNPROCESSABLE if form.errors else 200
    unwanted = queries.dismissed_notes(request.profile.pk)
    dismissed = [one.label for one in Note if one in unwanted]
    shown = {"form": form, "dismissed": dismissed}
    return render(request, "posts/defaults.html", shown, status=status)
