"""What pages of tutorials show: `{% load library %}`."""

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.filter
def written_html(html: str) -> SafeString:
    """Of `markup.html`, which escapes all that is no link of its own making."""
    return mark_safe(html)  # noqa: S308


@register.filter
def percent_of(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0
