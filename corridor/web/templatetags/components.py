"""Small pieces of pages: `{% load components %}`."""

from zlib import crc32

from django import template
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from corridor.web.icons import ICONS

register = template.Library()

AVATAR_HUES = 8


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """Hidden from screen readers unless it has a label of its own."""
    if name not in ICONS:
        raise template.TemplateSyntaxError(f"{name!r} is not in corridor.web.icons.ICONS.")
    drawing = static("built/icons.svg")
    if label:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}"><use href="{}#{}"/></svg>',
            label,
            drawing,
            name,
        )
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>', drawing, name
    )


@register.simple_tag
def avatar(name: str, size: str = "sm") -> SafeString:
    """Initials on one of eight hues, always the same for the same name; sizes sm, md, lg."""
    return format_html(
        '<span class="avatar {} a{}" aria-hidden="true">{}</span>',
        size,
        crc32(name.encode()) % AVATAR_HUES,
        initials(name),
    )


@register.simple_tag
def bar(percent: float, kind: str = "") -> SafeString:
    """A filled share of a line; the number must stand beside it as text."""
    return format_html(
        '<svg class="bar {}" aria-hidden="true"><rect width="{}%" height="100%"/></svg>',
        kind,
        max(0, min(100, round(percent))),
    )


@register.simple_tag
def preload_font(name: str) -> SafeString:
    """Empty where the font packages are missing and the system's own fonts are used."""
    path = f"built/fonts/{name}.woff2"
    if finders.find(path) is None:
        return SafeString("")
    return format_html(
        '<link rel="preload" href="{}" as="font" type="font/woff2" crossorigin>', static(path)
    )


def initials(name: str) -> str:
    """First letters of the first and last name, leaving out titles."""
    words = [word for word in name.split() if not word.endswith(".")]
    words = [word for word in words if word.casefold() not in {"dr", "prof", "professor"}] or words
    ends = words[:1] + words[1:][-1:]
    return "".join(word[0] for word in ends).upper()
