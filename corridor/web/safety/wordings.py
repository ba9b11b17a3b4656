"""`/queue/wordings/`: what moderators begin a message with, in versions."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from corridor.safety import actions, queries
from corridor.web.safety.refusals import REFUSED, sentence
from corridor.web.safety.rights import lead_required
from corridor.web.viewer import MemberRequest


class WordingForm(forms.Form):
    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=80,
        help_text=gettext_lazy("Moderators choose by it; nobody else reads it."),
    )
    text = forms.CharField(
        label=gettext_lazy("Words"),
        max_length=1000,
        help_text=gettext_lazy("The message to the person begins with them."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    is_offered = forms.BooleanField(
        label=gettext_lazy("Offer it to moderators"), required=False, initial=True
    )


@require_safe
@lead_required
def wordings(request: MemberRequest) -> HttpResponse:
    context = {
        "tab": "wordings",
        "keeps_wordings": True,
        "is_moderator": queries.is_moderator(request.profile),
        "wordings": queries.wordings(),
    }
    return render(request, "safety/wordings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@lead_required
def wording(request: MemberRequest, code: str = "") -> HttpResponse:
    """A new one, or another version of one."""
    current = queries.wording(code) if code else None
    if code and current is None:
        raise Http404
    initial = (
        {"title": current.title, "text": current.text, "is_offered": current.is_offered}
        if current
        else {}
    )
    form = WordingForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            new = actions.NewWording(code=code, **form.cleaned_data)
            actions.keep_wording(new, by=request.profile, now=request.now)
        except REFUSED as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Kept. Moderators begin with it from now on."))
            return redirect("queue-wordings")
    context = {"form": form, "current": current, "versions": queries.versions_of(code)}
    return render(request, "safety/wording.html", context, status=422 if form.errors else 200)
