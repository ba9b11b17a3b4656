"""The ways of showing who one is, a page each."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from corridor.kernel.rate_limits import is_within_limit
from corridor.people import queries
from corridor.people.actions import verifying
from corridor.people.actions.verifying import NewDocument
from corridor.web.trial.uploads import InMemoryOnly
from corridor.web.verification.forms import (
    CodeForm,
    DocumentForm,
    DomainForm,
    MailboxForm,
    NpiForm,
)
from corridor.web.verification.refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required

MOST_AN_HOUR = {"mailbox": 6, "code": 20, "claim": 10}
"""From one address, for one member."""


class DocumentInMemory(InMemoryOnly):
    """Nothing of a document lies unsealed on a disk, not even while it arrives."""

    largest = (5 << 20) + (64 << 10)
    """With the rest of the form."""


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def mailbox(request: MemberRequest) -> HttpResponse:
    form = MailboxForm(request.POST or None)
    unknown = ""
    if form.is_valid() and _may(request, form, "mailbox"):
        try:
            address = verifying.ask_mailbox_code(
                profile=request.profile, address=form.cleaned_data["address"], now=request.now
            )
        except verifying.DomainNotKnown as refusal:
            unknown = refusal.domain
            form.add_error("address", _("No institution in the table has %s.") % unknown)
        except REFUSED as refusal:
            form.add_error("address", sentence(refusal))
        else:
            messages.success(request, _("A code is on its way to %s.") % address)
            return redirect("verification-code")
    return _page(request, "mailbox", form, unknown=unknown)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def mailbox_code(request: MemberRequest) -> HttpResponse:
    own = queries.own_verification(request.profile, now=request.now)
    if not own.mailbox:
        messages.info(request, _("No code is waiting for you. Ask for one first."))
        return redirect("verification-mailbox")
    form = CodeForm(request.POST or None)

    def prove() -> str:
        code = form.cleaned_data["code"]
        verifying.prove_mailbox(profile=request.profile, code=code, now=request.now)
        return _("The mailbox is shown. Others see its domain, and that it says no more.")

    if form.is_valid() and _may(request, form, "code") and _done(request, form, "code", prove):
        return redirect("verification")
    return _page(request, "code", form, mailbox=own.mailbox)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def domain(request: MemberRequest) -> HttpResponse:
    form = DomainForm(
        request.POST or None, initial={"address": request.GET.get("domain", "")[:253]}
    )

    def ask() -> str:
        verifying.ask_for_domain(
            profile=request.profile,
            address=form.cleaned_data["address"],
            words=form.cleaned_data["words"],
            now=request.now,
        )
        return _("A reviewer looks at the domain and writes to you.")

    if form.is_valid() and _may(request, form, "claim") and _done(request, form, "address", ask):
        return redirect("verification")
    return _page(request, "domain", form)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def npi(request: MemberRequest) -> HttpResponse:
    form = NpiForm(request.POST or None)

    def give() -> str:
        claim = verifying.claim_npi(
            profile=request.profile,
            number=form.cleaned_data["number"],
            words=form.cleaned_data["words"],
            now=request.now,
        )
        if claim.state == "accepted":
            return _("The registry has a record in your name, and your mailbox stands beside it.")
        return _("A reviewer looks at the number and writes to you.")

    if form.is_valid() and _may(request, form, "claim") and _done(request, form, "number", give):
        return redirect("verification")
    return _page(request, "npi", form)


@csrf_exempt  # the token is checked below, once uploads can no longer reach the disk
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def document(request: MemberRequest) -> HttpResponse:
    request.upload_handlers = [DocumentInMemory(request)]
    return _document(request)


@csrf_protect
def _document(request: MemberRequest) -> HttpResponse:
    form = DocumentForm(request.POST or None, request.FILES or None)

    def send() -> str:
        new = NewDocument(
            what=form.cleaned_data["what"],
            content=form.cleaned_data["document"].read(),
            words=form.cleaned_data["words"],
        )
        verifying.send_document(profile=request.profile, new=new, now=request.now)
        return _("A reviewer looks at the document and writes to you. Then it is deleted.")

    if form.is_bound and "document" in form.errors and _is_too_large(request):
        form.errors["document"] = form.error_class([_("The file is too large: at most 5 MB.")])
    if form.is_valid() and _may(request, form, "claim") and _done(request, form, "document", send):
        return redirect("verification")
    return _page(request, "document", form)


def _is_too_large(request: ViewerRequest) -> bool:
    return int(request.META.get("CONTENT_LENGTH") or 0) > DocumentInMemory.largest


def _may(request: MemberRequest, form: forms.Form, deed: str) -> bool:
    most = MOST_AN_HOUR[deed]
    if is_within_limit(request, f"{deed}-{request.profile.pk}", most=most, seconds=3600):
        return True
    form.add_error(None, _("That was often within an hour; wait a while."))
    return False


def _done(request: MemberRequest, form: forms.Form, field: str, change: Callable[[], str]) -> bool:
    try:
        messages.success(request, change())
    except REFUSED as refusal:
        form.add_error(field, sentence(refusal))
    except ValidationError as wrong:
        form.add_error(None, wrong.messages)
    return not form.errors


def _page(request: MemberRequest, name: str, form: forms.Form, **more: str) -> HttpResponse:
    status = 422 if form.errors else 200
    context = {"form": form} | more
    return render(request, f"verification/{name}.html", context, status=status)
