"""From plain text to what pages and apps show: paragraphs, links, hashtags, people.

The text is the author's and hostile: all of it is escaped, only what is recognised becomes a
link. Links to our own pages are relative here; whoever sends it to other places completes them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings
from django.utils.html import escape

from corridor.algorithms.hashtags import HASHTAG
from corridor.people.web_addresses import ascii_host

MENTION = r"(?<![\w@/.])@(?P<handle>[A-Za-z0-9_]{1,30})(?:@(?P<host>[A-Za-z0-9.-]+(?::\d+)?))?"
URL = r"(?P<url>https?://[^\s<>\"'`\\{}|^]+)"
PIECES = re.compile(rf"{URL}|{MENTION}|{HASHTAG.pattern}")
MENTIONS = re.compile(MENTION)
ENDS = ".,;:!?)]}…"
LONGEST_SHOWN = 30
URL_COUNTS = 23
"""Characters that an address counts for, however long it is: as apps of Mastodon count."""


@dataclass(frozen=True, kw_only=True)
class Mention:
    handle: str
    host: str
    """Empty for somebody of this server."""


def mentions(text: str) -> list[Mention]:
    """Each once, in order; handles in small letters."""
    found = (
        Mention(handle=match["handle"].lower(), host=(match["host"] or "").lower())
        for match in PIECES.finditer(text)
        if match["handle"]
    )
    return list(dict.fromkeys(found))


def length(text: str) -> int:
    """As writers count: an address is 23 characters, of @somebody@somewhere the first part."""

    def short(match: re.Match[str]) -> str:
        if match["url"]:
            return "x" * URL_COUNTS + match["url"][len(_without_the_sentence(match["url"])) :]
        return f"@{match['handle']}" if match["handle"] else match[0]

    return len(PIECES.sub(short, text))


def html(text: str, known: Mapping[Mention, str]) -> str:
    """`known`: whom a mention means -> the path of her profile; others stay text."""
    paragraphs = [part for part in re.split(r"\n{2,}", text.strip()) if part.strip()]
    return "".join(f"<p>{_lines(part, known)}</p>" for part in paragraphs)


def _lines(text: str, known: Mapping[Mention, str]) -> str:
    return "<br>".join("".join(_pieces(line, known)) for line in text.split("\n"))


def _pieces(line: str, known: Mapping[Mention, str]) -> Iterator[str]:
    done = 0
    for piece in PIECES.finditer(line):
        yield escape(line[done : piece.start()])
        done = piece.end()
        if piece["url"]:
            url = _without_the_sentence(piece["url"])
            yield link(url)
            done = piece.start() + len(url)
        elif piece["handle"]:
            yield _person(piece, known)
        else:
            yield _tag(piece["tag"])
    yield escape(line[done:])


def _person(piece: re.Match[str], known: Mapping[Mention, str]) -> str:
    mention = Mention(handle=piece["handle"].lower(), host=(piece["host"] or "").lower())
    path = known.get(mention)
    if path is None:
        return escape(piece[0])
    return (
        f'<span class="h-card"><a href="{escape(path)}" class="u-url mention">'
        f"@<span>{escape(piece['handle'])}</span></a></span>"
    )


def _tag(tag: str) -> str:
    return (
        f'<a href="/tags/{quote(tag.casefold())}/" class="mention hashtag" rel="tag">'
        f"#<span>{escape(tag)}</span></a>"
    )


def _without_the_sentence(url: str) -> str:
    """A full stop behind an address ends the sentence, a bracket only where none is open."""
    while url and url[-1] in ENDS and not (url[-1] == ")" and "(" in url):
        url = url[:-1]
    return url


def link(url: str) -> str:
    """Names in other alphabets are shown as browsers ask for them: none poses as another."""
    scheme, _, rest = url.partition("://")
    host, *path = re.split(r"(?=[/?#:])", rest, maxsplit=1)
    try:
        plain = f"{scheme}://{ascii_host(host)}{''.join(path)}"
    except ValueError:
        return escape(url)
    is_here = url.startswith(f"{settings.PUBLIC_URL}/")  # which may be localhost
    if "@" in host or not ("." in host or is_here):
        return escape(url)
    shown = plain.partition("://")[2]
    hidden = f"{scheme}://" + ("www." if shown.startswith("www.") else "")
    shown = shown.removeprefix("www.")
    cut = "ellipsis" if len(shown) > LONGEST_SHOWN else ""
    return (
        f'<a href="{escape(plain)}" rel="nofollow noopener" target="_blank">'
        f'<span class="invisible">{escape(hidden)}</span>'
        f'<span class="{cut}">{escape(shown[:LONGEST_SHOWN])}</span>'
        f'<span class="invisible">{escape(shown[LONGEST_SHOWN:])}</span></a>'
    )
