"""Pieces of posts: `{% load posts %}`."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from django import template
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from corridor.algorithms.patient_details import hemisphere_of
from corridor.kernel import moving_pictures
from corridor.posts.choices import Audience, Repliers
from corridor.posts.patient_words import translated
from corridor.web.posts.seen import Look, look_of
from corridor.web.templatetags.components import icon

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.posts.models import Attachment, Post

register = template.Library()

MINUTE, HOUR, DAY, WEEK = 60, 3600, 86_400, 604_800
ICONS = {
    Audience.PUBLIC: ("globe", gettext_lazy("For everybody")),
    Audience.QUIET: ("moon", gettext_lazy("For everybody, not in public timelines")),
    Audience.FOLLOWERS: ("users-round", gettext_lazy("For followers")),
    Audience.VERIFIED: ("badge-check", gettext_lazy("For verified members")),
    Audience.RELATIONS: ("handshake", gettext_lazy("For mentors and mentees")),
    Audience.NAMED: ("mail", gettext_lazy("For the people named in it")),
}
REPLIERS: Mapping[str, object] = {
    Repliers.FOLLOWERS: gettext_lazy("followers reply at once"),
    Repliers.VERIFIED: gettext_lazy("verified members reply at once"),
    Repliers.MENTIONED: gettext_lazy("people named in it reply at once"),
    Repliers.NOBODY: gettext_lazy("no replies"),
}


@register.filter
def hemisphere(viewer: "Profile") -> str:
    """On which side of the equator her seasons are."""
    return hemisphere_of(viewer.country, viewer.time_zone)


@register.simple_tag
def words_of_check() -> str:
    """What the check in the browser says in the reader's language, as JSON."""
    return json.dumps(translated(), ensure_ascii=False)


@register.simple_tag
def takes_films() -> bool:
    """Sound too: this server makes them anew. Without what does, members link to them."""
    return moving_pictures.can_make_anew()


@register.filter
def post_html(html: str) -> SafeString:
    """What `posts.markup` made: it escaped all that is no link of its own."""
    return mark_safe(html)  # noqa: S308 - see above


@register.filter
def post_url(post: "Post") -> str:
    return reverse("post", args=[post.author.handle, post.pk])


@register.inclusion_tag("posts/_picture_look.html", takes_context=True)
def picture_look(context: template.Context, attachment: "Attachment") -> dict[str, Look]:
    """How a picture of her own was looked at, for its owner."""
    return {"look": look_of(attachment, now=context["request"].now)}


@register.simple_tag
def audience_icon(post: "Post") -> SafeString:
    name, words = ICONS[Audience(post.audience)]
    return icon(name, label=str(words))


@register.filter
def audience_words(post: "Post") -> str:
    return str(ICONS[Audience(post.audience)][1])


@register.filter
def repliers_words(post: "Post") -> str:
    """Empty when everybody who reads it may answer."""
    return str(REPLIERS.get(post.repliers, ""))


@register.filter
def age(at: datetime, now: datetime) -> str:
    """now, 4 min, 3 h, 2 d; then the date."""
    seconds = (now - at).total_seconds()
    if seconds < HOUR:
        minutes = max(0, int(seconds // 60))
        return _("%(number)d min") % {"number": minutes} if minutes else _("now")
    if seconds < DAY:
        return _("%(number)d h") % {"number": int(seconds // HOUR)}
    if seconds < WEEK:
        return _("%(number)d d") % {"number": int(seconds // DAY)}
    return date_format(localtime(at), "j M" if at.year == now.year else "j M Y")


@register.filter
def since_when(at: datetime, now: datetime) -> str:
    """As one would say it: today, yesterday, or the day."""
    here, today = localtime(at), localtime(now).date()
    days = (today - here.date()).days
    words = {0: _("%(time)s today"), 1: _("yesterday, %(time)s")}
    time = date_format(here, "H:i")
    if days in words:
        return words[days] % {"time": time}
    return f"{date_format(here, 'j F')}, {time}"


@register.filter
def time_left(end: datetime, now: datetime) -> str:
    """Rounded: what is open for a day has a day left when it begins, not 23 hours."""
    minutes = max(1, round((end - now).total_seconds() / MINUTE))
    hours = round(minutes * MINUTE / HOUR)
    if hours >= 2 * DAY // HOUR or hours == DAY // HOUR:
        days = round(hours * HOUR / DAY)
        return ngettext("%(number)d day", "%(number)d days", days) % {"number": days}
    if minutes >= HOUR // MINUTE:
        return ngettext("%(number)d hour", "%(number)d hours", hours) % {"number": hours}
    return ngettext("%(number)d minute", "%(number)d minutes", minutes) % {"number": minutes}
