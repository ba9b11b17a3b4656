"""`/servers/`: what this server does with others; operators say it, anybody reads some of it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.safety import actions, queries
from corridor.safety.choices import LONGEST_COMMENT, Severity
from corridor.safety.server_file import NotToBeTaken, write_list
from corridor.web.joining.operators import operator_required
from corridor.web.viewer import MemberRequest, ViewerRequest

SHOWN = 500


class ServerForm(forms.Form):
    domain = forms.CharField(
        label=gettext_lazy("Domain"),
        max_length=253,
        help_text=gettext_lazy("Counts for all below it, too."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
    severity = forms.ChoiceField(
        label=gettext_lazy("What is done"), choices=Severity.choices, initial=Severity.LIMIT
    )
    rejects_media = forms.BooleanField(
        label=gettext_lazy("Take no pictures, sound or video from there"), required=False
    )
    rejects_flags = forms.BooleanField(
        label=gettext_lazy("Take no flags from there"), required=False
    )
    public_comment = forms.CharField(
        label=gettext_lazy("Why, for anybody"), max_length=LONGEST_COMMENT, required=False
    )
    private_comment = forms.CharField(
        label=gettext_lazy("A note for operators"), max_length=LONGEST_COMMENT, required=False
    )
    is_obfuscated = forms.BooleanField(
        label=gettext_lazy("Tell the domain with its middle left out"), required=False
    )


@require_http_methods(["GET", "HEAD", "POST"])
@operator_required
def servers(request: MemberRequest) -> HttpResponse:
    form = ServerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        new = actions.NewServerRule(
            **form.cleaned_data | {"severity": Severity(form.cleaned_data["severity"])}
        )
        try:
            made = actions.keep_server_rule(new, by=request.profile, now=request.now)
        except NotToBeTaken as wrong:
            form.add_error("domain", str(wrong))
        else:
            messages.success(
                request, _("Kept: %(domain)s. It works from now on.") % {"domain": made.domain}
            )
            return redirect("servers")
    asked = request.GET.get("q", "").replace("\0", "").strip()[:253]
    found = queries.server_rules(containing=asked)
    context: dict[str, Any] = {
        "form": form,
        "asked": asked,
        "rules": found[:SHOWN],
        "more": max(0, len(found) - SHOWN),
    }
    return render(request, "safety/servers.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD"])
@operator_required
def server(request: MemberRequest, domain: str) -> HttpResponse:
    """One of them, to change it: keeping it goes to `servers`."""
    rule = queries.server_rule(domain)
    if rule is None:
        raise Http404
    said = {name: getattr(rule, name) for name in ServerForm.base_fields}
    return render(request, "safety/server.html", {"rule": rule, "form": ServerForm(initial=said)})


@require_POST
@operator_required
def lift(request: MemberRequest, domain: str) -> HttpResponse:
    try:
        actions.lift_server_rule(domain, by=request.profile, now=request.now)
    except actions.NoRule:
        messages.error(request, _("There is no rule for it any more."))
    else:
        messages.success(request, _("Lifted: %(domain)s.") % {"domain": domain})
    return redirect("servers")


@require_safe
@operator_required
def export(request: MemberRequest) -> HttpResponse:
    del request
    answer = HttpResponse(write_list(queries.server_rules()), content_type="text/csv")
    answer.headers["Content-Disposition"] = 'attachment; filename="servers.csv"'
    return answer


@require_safe
def told(request: ViewerRequest) -> HttpResponse:
    return render(request, "safety/servers_told.html", {"servers": queries.told_servers()})
