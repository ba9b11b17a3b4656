"""What stands with a story: `{% load stories %}`."""

from typing import Any

from django import template

from corridor.posts.help_lines import help_lines

register = template.Library()


@register.inclusion_tag("stories/_end_and_help.html", takes_context=True)
def end_and_help(context: dict[str, Any], post: Any) -> dict[str, Any]:
    """By the country of whoever reads."""
    viewer = context.get("viewer")
    return {"post": post, "lines": help_lines(viewer.country if viewer else "")}
