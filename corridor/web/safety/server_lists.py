"""Lists of servers that others publish: checked first, and taken over as far as somebody says.

What was read goes with the page and comes back: nothing is kept before it is wanted.
"""

from collections.abc import Sequence

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from corridor.safety import actions, queries
from corridor.safety.choices import LONGEST_SOURCE
from corridor.safety.server_file import MOST_BYTES, ServerList, UnreadableList, read_list
from corridor.web.joining.operators import operator_required
from corridor.web.viewer import MemberRequest

MOST_TICKS = 300
"""New ones are ticked one by one up to so many, and all with one tick above."""
MOST_TIED = 500
PROBLEMS_SHOWN = 100


class ListForm(forms.Form):
    source = forms.CharField(
        label=gettext_lazy("Where the list is from"),
        help_text=gettext_lazy("Kept with each row, so that you know later why it is there."),
        max_length=LONGEST_SOURCE,
    )
    file = forms.FileField(
        label=gettext_lazy("CSV file"),
        help_text=gettext_lazy(
            "As Mastodon exports it: #domain, #severity and so on; or one domain a line."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt"}),
    )


class CheckedForm(forms.Form):
    source = forms.CharField(max_length=LONGEST_SOURCE)
    content = forms.CharField(max_length=MOST_BYTES, strip=False)


@require_http_methods(["GET", "HEAD", "POST"])
@operator_required
def check(request: MemberRequest) -> HttpResponse:
    """What the list would do; nothing is kept yet."""
    form = ListForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return _asked(request, form)
    content = form.cleaned_data["file"].read(MOST_BYTES + 1)
    try:
        read = read_list(content)
    except UnreadableList as wrong:
        form.add_error("file", str(wrong))
        return _asked(request, form)
    rows = queries.compared(read.servers)
    new = [one for one in rows if not one.is_same and not one.is_tied]
    tied = [one for one in rows if one.is_tied]
    context = {
        "source": form.cleaned_data["source"],
        "content": content.decode("utf-8-sig"),
        "problems": read.problems[:PROBLEMS_SHOWN],
        "more_problems": max(0, len(read.problems) - PROBLEMS_SHOWN),
        "new": new[:MOST_TICKS],
        "all_new": len(new) if len(new) > MOST_TICKS else 0,
        "tied": tied[:MOST_TIED],
        "more_tied": max(0, len(tied) - MOST_TIED),
        "same": sum(one.is_same for one in rows),
    }
    return render(request, "safety/server_list_check.html", context)


@require_POST
@operator_required
def keep(request: MemberRequest) -> HttpResponse:
    form = CheckedForm(request.POST)
    if not form.is_valid():
        return redirect("server-list")
    try:
        read = read_list(form.cleaned_data["content"].encode())
    except UnreadableList:
        return redirect("server-list")
    chosen = _chosen(request, read)
    count = actions.import_server_rules(
        [one.listed for one in chosen],
        source=form.cleaned_data["source"],
        by=request.profile,
        now=request.now,
    )
    said = ngettext("%d rule is taken over.", "%d rules are taken over.", count)
    messages.success(request, said % count)
    return redirect("servers")


def _chosen(request: MemberRequest, read: ServerList) -> Sequence[queries.ComparedServer]:
    ticked = set(request.POST.getlist("domain"))
    takes_all = "all_new" in request.POST
    return [
        one
        for one in queries.compared(read.servers)
        if one.listed.domain in ticked or (takes_all and not one.is_same and not one.is_tied)
    ]


def _asked(request: MemberRequest, form: ListForm) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, "safety/server_list.html", {"form": form}, status=status)
