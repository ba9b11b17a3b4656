"""Rosters: a file is checked, then kept, then whom it names are invited."""

from datetime import datetime
from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.people import actions, queries
from corridor.people.letters import Letter, address_of_page, tell
from corridor.people.roster_file import MOST_BYTES, read_roster, text_of
from corridor.web.joining import letters
from corridor.web.joining.operators import operator_required
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.people.models import RosterEntry

ROWS_SHOWN = 20
MOST_AT_ONCE = 200
"""Invitations that one press makes: more than that keeps the page waiting."""


class RosterForm(forms.Form):
    title = forms.CharField(
        label=gettext_lazy("Whose roster"),
        help_text=gettext_lazy("For example: Severnside Medical School, year 3."),
        max_length=120,
    )
    file = forms.FileField(
        label=gettext_lazy("CSV file"),
        help_text=gettext_lazy("Titles in the first line: e-mail, name, stage, institution."),
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt"}),
    )


class CheckedRosterForm(forms.Form):
    """What was read goes with the page and comes back: nothing is kept before it is wanted."""

    title = forms.CharField(max_length=120, widget=forms.HiddenInput)
    content = forms.CharField(
        label=gettext_lazy("What the file says"),
        max_length=MOST_BYTES,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "wrap": "off", "spellcheck": "false"}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@operator_required
def rosters(request: MemberRequest) -> HttpResponse:
    """All of them; a POST keeps what was checked."""
    return _keep(request) if request.method == "POST" else _page(request, RosterForm())


@require_POST
@operator_required
def check(request: MemberRequest) -> HttpResponse:
    """Shows what a file would do, or every mistake and the lines to put right in place."""
    if "content" in request.POST:
        again = CheckedRosterForm(request.POST)
        if not again.is_valid():
            return _page(request, RosterForm())
        return _checked(
            request, again.cleaned_data["title"], again.cleaned_data["content"].encode()
        )
    form = RosterForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form)
    content = form.cleaned_data["file"].read(MOST_BYTES + 1)
    return _checked(request, form.cleaned_data["title"], content)


def _checked(request: MemberRequest, title: str, content: bytes) -> HttpResponse:
    read = read_roster(content)
    text = text_of(content)
    context = {
        "title": title,
        "read": read,
        "shown": read.rows[:ROWS_SHOWN],
        "form": CheckedRosterForm(initial={"title": title, "content": text}) if text else None,
    }
    return render(request, "joining/roster_check.html", context)


@require_safe
@operator_required
def roster(request: MemberRequest, title: str) -> HttpResponse:
    entries = list(queries.roster_entries(request.profile, title))
    if not entries:
        raise Http404
    context = {
        "title": title,
        "entries": entries,
        "now": request.now,
        "to_invite": len(_to_invite(entries, request.now)),
    }
    return render(request, "joining/roster.html", context)


@require_POST
@operator_required
def invite(request: MemberRequest, pk: int) -> HttpResponse:
    entry = queries.roster_entry(request.profile, pk)
    if entry is None:
        raise Http404
    _send(request, [entry])
    return redirect("roster", entry.roster)


@require_POST
@operator_required
def invite_all(request: MemberRequest) -> HttpResponse:
    """Those who have no link that works, some at a time."""
    title = request.POST.get("title", "")
    entries = list(queries.roster_entries(request.profile, title))
    if not entries:
        raise Http404
    _send(request, _to_invite(entries, request.now)[:MOST_AT_ONCE])
    return redirect("roster", title)


def _to_invite(entries: "list[RosterEntry]", now: datetime) -> "list[RosterEntry]":
    return [
        entry
        for entry in entries
        if entry.joined_id is None
        and (entry.invitation is None or entry.invitation.expires_at <= now)
    ]


def _send(request: MemberRequest, entries: "list[RosterEntry]") -> None:
    mails = [mail for entry in entries if (mail := _mail(request, entry))]
    for to, letter in mails:
        tell(letter, to=to)
    count = len(mails)
    text = ngettext(
        "%(count)d invitation is on its way.", "%(count)d invitations are on their way.", count
    )
    messages.success(request, text % {"count": count})


def _mail(request: MemberRequest, entry: "RosterEntry") -> tuple[str, Letter] | None:
    """None where she joined meanwhile."""
    try:
        token = actions.invite_from_roster(entry=entry, by=request.profile, now=request.now)
    except (actions.AlreadyJoined, actions.InvitationOver):
        return None
    entry.refresh_from_db()
    letter = letters.invitation(
        name=request.profile.display_name,
        url=address_of_page("arrive", token),
        until=entry.invitation.expires_at if entry.invitation else request.now,
        roster=entry.roster,
    )
    return entry.email, letter


def _keep(request: MemberRequest) -> HttpResponse:
    form = CheckedRosterForm(request.POST)
    if not form.is_valid():
        return _page(request, RosterForm())
    title, content = form.cleaned_data["title"], form.cleaned_data["content"].encode()
    read = read_roster(content)
    if read.mistakes:
        return _checked(request, title, content)
    try:
        change = actions.add_to_roster(title, read.rows, by=request.profile, now=request.now)
    except ValidationError as wrong:
        messages.error(request, wrong.messages[0])
        return _page(request, RosterForm())
    messages.success(
        request,
        _("%(added)d added, %(changed)d brought up to date.")
        % {"added": change.added, "changed": change.changed},
    )
    return redirect("roster", " ".join(title.split()))


def _page(request: MemberRequest, form: RosterForm) -> HttpResponse:
    context = {"form": form, "rosters": queries.rosters(request.profile)}
    return render(request, "joining/rosters.html", context)
