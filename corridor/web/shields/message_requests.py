"""`/conversations/requests/`: first messages of people whom the viewer does not know."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from corridor.people import actions as people
from corridor.people import queries as known
from corridor.people.choices import FirstWords
from corridor.safety import queries
from corridor.web.shields.folder import A_PAGE
from corridor.web.viewer import MemberRequest, member_required

UNPROCESSABLE = 422


class FirstWordsForm(forms.Form):
    first_words = forms.ChoiceField(
        label=gettext_lazy("Who may write to you first"),
        choices=FirstWords.choices,
        widget=forms.RadioSelect,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def requests(request: MemberRequest) -> HttpResponse:
    profile = request.profile
    chosen = {"first_words": known.first_words_of([profile.pk])[profile.pk]}
    form = FirstWordsForm(request.POST if request.method == "POST" else None, initial=chosen)
    if form.is_valid():
        said = FirstWords(form.cleaned_data["first_words"])
        people.choose_first_words(said, profile=profile)
        messages.success(request, _("Kept."))
        return redirect("message-requests")
    rows = queries.message_requests(profile.pk, now=request.now)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "form": form}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "shields/requests.html", context, status=status)
