"""The table of mail domains: searched, added to, switched off; where each comes from is shown."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from corridor.people import queries
from corridor.people.actions import verifying
from corridor.people.actions.verifying import NewDomain
from corridor.web.pressed import pressed_yes
from corridor.web.verification.desk import reviewer_required
from corridor.web.verification.forms import DomainEntryForm
from corridor.web.verification.refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest

PAGE = 25


@require_http_methods(["GET", "HEAD", "POST"])
@reviewer_required
def domains(request: MemberRequest) -> HttpResponse:
    form = DomainEntryForm(request.POST or None)
    if form.is_valid():
        try:
            row = verifying.add_email_domain(
                new=NewDomain(**form.cleaned_data), by=request.profile, now=request.now
            )
        except REFUSED as refusal:
            form.add_error("domain", sentence(refusal))
        except ValidationError as wrong:
            form.add_error(None, wrong.messages)
        else:
            messages.success(request, _("Mailboxes at %s count from now on.") % row.domain)
            return redirect("desk-domains")
    words = request.GET.get("q", "")[:100]
    found = queries.email_domains(words)
    context = {
        "tab": "domains",
        "form": form,
        "words": words,
        "page": Paginator(found, PAGE).get_page(request.GET.get("page")),
    }
    status = 422 if form.errors else 200
    return render(request, "verification/domains.html", context, status=status)


@require_POST
@reviewer_required
def switch(request: MemberRequest, domain_id: int) -> HttpResponse:
    row = queries.email_domain(domain_id)
    if row is None:
        raise Http404
    is_active = pressed_yes(request, "counts")
    verifying.switch_email_domain(domain=row, is_active=is_active, by=request.profile)
    said = _("Mailboxes at %s count.") if is_active else _("Mailboxes at %s count no more.")
    messages.success(request, said % row.domain)
    return redirect("desk-domains")
