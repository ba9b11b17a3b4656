"""Pieces of profiles: `{% load profile_parts %}`."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django_countries import countries

from corridor.algorithms.hashtags import HASHTAG
from corridor.people.web_addresses import ascii_host, host_of
from corridor.web.addresses import mentors_url

register = template.Library()

PIECES = re.compile(rf"(?P<url>https?://[^\s<>\"'`\\{{}}|^]+)|{HASHTAG.pattern}")
ENDS = ".,;:!?)]}…"
LONGEST_SHOWN = 48


@register.filter
def linked(text: str) -> SafeString:
    """Somebody's own words as paragraphs, with hashtags highlighted and addresses as links.

    All else is escaped: there is no markup in a bio.
    """
    paragraphs = [part for part in text.split("\n\n") if part.strip()]
    return format_html_join("", "<p>{}</p>", ((_lines(part),) for part in paragraphs))


@register.filter
def country_name(code: str) -> str:
    return str(countries.name(code))


@register.filter
def shown_host(url: str) -> str:
    """Where a link leads, whatever it is called."""
    return host_of(url)


@register.filter
def orcid_url(orcid: str) -> str:
    return f"https://orcid.org/{orcid}"


@register.filter
def doi_url(doi: str) -> str:
    return f"https://doi.org/{quote(doi)}"


@register.simple_tag
def tag_link(tag: str) -> SafeString:
    """An interest, highlighted; a way to others who have it where there is a directory."""
    url = mentors_url(tag)
    if url is None:
        return format_html("<mark>{}</mark>", tag)
    return format_html('<a class="tag" href="{}"><mark>{}</mark></a>', url, tag)


def _lines(text: str) -> SafeString:
    return mark_safe("<br>".join(_line(line) for line in text.split("\n")))  # noqa: S308 - escaped


def _line(line: str) -> str:
    return "".join(_pieces(line))


def _pieces(line: str) -> Iterator[str]:
    done = 0
    for piece in PIECES.finditer(line):
        yield conditional_escape(line[done : piece.start()])
        done = piece.end()
        if piece["tag"]:
            yield tag_link(f"#{piece['tag']}")
        else:
            url = _without_the_sentence(piece["url"])
            yield _address(url)
            done = piece.start() + len(url)
    yield conditional_escape(line[done:])


def _without_the_sentence(url: str) -> str:
    """A full stop behind an address ends the sentence, a bracket only where none is open."""
    while url and url[-1] in ENDS and not (url[-1] == ")" and "(" in url):
        url = url[:-1]
    return url


def _address(url: str) -> str:
    """Names in other alphabets are shown as browsers ask for them: none poses as another."""
    scheme, _, rest = url.partition("://")
    host, *path = re.split(r"(?=[/?#:])", rest, maxsplit=1)
    try:
        plain = f"{scheme}://{ascii_host(host)}{''.join(path)}"
    except ValueError:
        return conditional_escape(url)
    if "@" in host or "." not in host:
        return conditional_escape(url)
    shown = Truncator(plain.partition("://")[2].removeprefix("www.").rstrip("/"))
    return format_html(
        '<a href="{}" rel="nofollow noopener ugc">{}</a>', plain, shown.chars(LONGEST_SHOWN)
    )
