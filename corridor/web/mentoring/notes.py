"""What somebody keeps for herself about a relationship."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corridor.mentoring import actions
from corridor.web.mentoring.forms import NoteForm
from corridor.web.mentoring.refusals import REFUSED, sentence
from corridor.web.mentoring.rights import to_relationship
from corridor.web.mentoring.whole import show
from corridor.web.relationship_pages import of_relationship
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.mentoring.models import Relationship


@require_POST
@of_relationship
def keep(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    form = NoteForm(request.POST)
    if form.is_valid():
        text = form.cleaned_data["text"].replace("\r\n", "\n")
        try:
            actions.keep_note(relationship.pk, text, by=request.profile, now=request.now)
        except REFUSED as refusal:
            form.add_error("text", sentence(refusal))
        else:
            messages.success(request, _("Kept, for you alone."))
            return to_relationship(relationship)
    return show(request, relationship, note=form)
