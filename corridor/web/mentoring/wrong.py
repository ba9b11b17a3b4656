"""Something is wrong in a relationship: what it may be, and the ways out of it."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from corridor.web.relationship_pages import of_relationship
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.mentoring.models import Relationship

HARMS = (
    _("They take credit for my work, or for my ideas."),
    _("They have me work for their own ends, and little comes of it for me."),
    _("They do not want me to have other mentors, or to ask others."),
    _("What I need from them waits and waits, and I am held up."),
    _("They tell me what I like to hear, and never what I need to hear."),
    _("They are never there when I need them."),
    _("They come too close, or I am afraid of what they may do."),
    _("They speak badly of me, or of others for who they are."),
)
"""After Chopra, Edelson, Saint 2016: Mentorship malpractice. JAMA 315, and what is beyond it."""


@require_safe
@of_relationship
def wrong(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    context = {
        "relationship": relationship,
        "other": relationship.other_than(request.profile),
        "harms": HARMS,
    }
    return render(request, "mentoring/wrong.html", context)
