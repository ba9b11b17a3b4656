"""What pages of tutorials show: `{% load library %}`."""

from collections.abc import Mapping, Sequence

from django import template
from django.utils.safestring import SafeString, mark_safe

from corridor.library import queries
from corridor.library.queries import QuestionedWork

register = template.Library()


@register.filter
def written_html(html: str) -> SafeString:
    """Of `markup.html`, which escapes all that is no link of its own making."""
    return mark_safe(html)  # noqa: S308


@register.filter
def percent_of(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0


@register.filter
def of_doi(questioned: Mapping[str, QuestionedWork] | str | None, doi: str) -> object:
    """That a work was retracted or is doubted; nothing where the page asked for none."""
    return questioned.get(doi) if isinstance(questioned, Mapping) else None


@register.simple_tag
def questioned_in(text: str | None) -> Sequence[QuestionedWork]:
    """Works that a draft names and of which a notice is in force."""
    return queries.questioned_in(text or "")
