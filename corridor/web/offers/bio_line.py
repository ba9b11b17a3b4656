"""The line for somebody's bio elsewhere, and her bio read back."""

from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.algorithms.bio_line.line import BLUESKY, MASTODON, SHORT, write_line
from corridor.algorithms.bio_line.reading import LONGEST_BIO, read_line
from corridor.people import queries
from corridor.people.words import TagTooLong, TooManyTags
from corridor.web.offers.proposals import Proposal, keep_proposals, proposals
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.algorithms.bio_line.words import Line

LINES = (
    ("mastodon", gettext_lazy("Mastodon"), MASTODON),
    ("bluesky", gettext_lazy("Bluesky"), BLUESKY),
    ("short", gettext_lazy("Elsewhere, short"), SHORT),
)


class BioForm(forms.Form):
    bio = forms.CharField(
        label=gettext_lazy("Your bio, as it stands elsewhere"),
        max_length=LONGEST_BIO,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


@require_safe
@member_required
def bio_line(request: MemberRequest) -> HttpResponse:
    return _page(request, BioForm())


@require_http_methods(["POST"])
@member_required
def reading(request: MemberRequest) -> HttpResponse:
    """What a bio says, to be confirmed: nothing is kept by reading."""
    form = BioForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    found = proposals(read_line(form.cleaned_data["bio"]), request.profile)
    return _page(request, form, found)


@require_POST
@member_required
def confirmation(request: MemberRequest) -> HttpResponse:
    """The bio is read once more: what is kept can only be what it says."""
    form = BioForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    found = proposals(read_line(form.cleaned_data["bio"]), request.profile)
    chosen = [one for one in found if one.code in request.POST.getlist("proposal")]
    if not chosen:
        messages.info(request, _("Nothing was chosen, and nothing was changed."))
        return redirect("bio-line")
    try:
        with transaction.atomic():
            keep_proposals(chosen, profile=request.profile)
    except (TagTooLong, TooManyTags):
        messages.error(request, _("That would be more words than a profile holds: 30 a list."))
        return redirect("bio-line")
    messages.success(request, _("Kept. Look over your offers and wishes."))
    return redirect("offers")


def _page(
    request: MemberRequest, form: BioForm, found: list[Proposal] | None = None
) -> HttpResponse:
    line: Line = queries.bio_facts(request.profile, today=request.now.date())
    lines = [(code, label, limit, write_line(line, limit=limit)) for code, label, limit in LINES]
    context = {"form": form, "lines": lines, "found": found}
    status = 422 if form.errors else 200
    return render(request, "offers/bio_line.html", context, status=status)
