"""The account of a programme, and its one answer under a post."""

from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from corridor.people.actions import HandleTaken
from corridor.programmes.actions import answering, setting_up
from corridor.programmes.policies import Right
from corridor.programmes.public_words import EXAMPLE_HANDLE, public_answer
from corridor.programmes.texts import EXAMPLES
from corridor.web.directing.forms import Mistaken
from corridor.web.directing.refusals import REFUSED, sentence
from corridor.web.directing.rights import team_required
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.programmes.models import Programme


class AccountForm(Mistaken):
    answers_publicly = forms.BooleanField(
        label=gettext_lazy("Answer under the post as well"),
        help_text=gettext_lazy(
            "Once a person, quietly, where everybody may read and reply. Without it people get"
            " the mail alone."
        ),
        required=False,
    )
    handle = forms.CharField(
        label=gettext_lazy("Handle"),
        max_length=31,
        help_text=gettext_lazy("Small letters, digits and underscores."),
        required=False,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@team_required(Right.SET_UP)
def account(request: MemberRequest, programme: "Programme") -> HttpResponse:
    first: dict[str, object] = {"answers_publicly": programme.answers_publicly}
    if programme.account is not None:
        first["handle"] = programme.account.handle
    form = AccountForm(request.POST if request.method == "POST" else None, initial=first)
    if programme.account is None:
        del form.fields["handle"]
    if form.is_bound and form.is_valid() and _is_kept(request, programme, form):
        messages.success(request, _("Kept."))
        return redirect("directing-account", programme.slug)
    context = {
        "programme": programme,
        "form": form,
        "shown": public_answer(programme, handle=EXAMPLE_HANDLE, person=str(EXAMPLES["person"])),
    }
    return render(request, "directing/account.html", context, status=422 if form.errors else 200)


def _is_kept(request: MemberRequest, programme: "Programme", form: AccountForm) -> bool:
    said, by, now = form.cleaned_data, request.profile, request.now
    try:
        with transaction.atomic():
            if said.get("handle"):
                answering.choose_handle(programme, said["handle"], by=by, now=now)
            changes = {"answers_publicly": said["answers_publicly"]}
            setting_up.change_set_up(programme, changes, by=by, now=now)
    except HandleTaken:
        form.add_error("handle", _("Somebody has this handle, or had it not long ago."))
    except ValidationError as refusal:
        form.add_all(refusal)
    except REFUSED as refusal:
        form.add_error(None, sentence(refusal))
    else:
        return True
    return False
