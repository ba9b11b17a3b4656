"""What was found in pictures, said to whose they are."""

from typing import TYPE_CHECKING, Any

from django import template

from corridor.conversations.choices import place_of_file
from corridor.web.posts.seen import Look, looks_elsewhere

if TYPE_CHECKING:
    from corridor.conversations.models import AttachedFile

register = template.Library()
ASKED = "looks_at_own_files"


@register.simple_tag(takes_context=True)
def own_look(context: template.RequestContext, file: "AttachedFile") -> Look:
    """Of a file that the viewer sent herself; all on a page are asked for at once."""
    request: Any = context["request"]
    asked = request.__dict__.setdefault(ASKED, {})
    place = place_of_file(file.pk)
    if place not in asked:
        stretch = context.get("stretch")
        shown = stretch.said if stretch is not None else ()
        places = {place, *(place_of_file(one.pk) for said in shown for one in said.files)}
        asked |= looks_elsewhere(places, viewer_id=request.profile.pk, now=request.now)
    found: Look = asked[place]
    return found
