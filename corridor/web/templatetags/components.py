"""Small pieces of pages: `{% load components %}`."""

from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from zlib import crc32

from django import template
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from corridor.people.photos import small_photo
from corridor.web.icons import ICONS

if TYPE_CHECKING:
    from corridor.people.models import Profile

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
    """Initials on one of eight hues, always the same for the same name; sizes sm, md, lg, xl."""
    return format_html(
        '<span class="avatar {} a{}" aria-hidden="true">{}</span>',
        size,
        crc32(name.encode()) % AVATAR_HUES,
        initials(name),
    )


@register.simple_tag
def portrait(profile: "Profile", size: str = "sm", *, says: bool = False) -> SafeString:
    """Her photo, else her initials; `says` what the photo shows to those who do not see it."""
    photo = profile.photo.name
    if not photo:
        return avatar(profile.display_name, size)
    name = photo if size == "xl" else small_photo(photo)
    return format_html(
        '<img class="avatar {}" src="{}" alt="{}" width="96" height="96">',
        size,
        reverse("photo", args=[PurePosixPath(name).name]),
        profile.photo_alt if says else "",
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
