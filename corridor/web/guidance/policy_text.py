"""The policy of the place as HTML: Markdown with little in it, and no HTML of its own.

Moderators write it and visitors read it. Of Markdown only what a policy needs is switched on; what
is no such sign is text, and an address leads to pages and mailboxes, nowhere else. What comes of
it passes `nh3` as all HTML does.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

SIGNS = ("heading", "list", "blockquote", "emphasis", "link", "autolink", "escape", "newline", "hr")
LEADS = re.compile(r"(?:https?://|mailto:|/(?!/)|#)", re.IGNORECASE)
BARE = re.compile(r"(?<![(<\[\w])https?://[^\s<>()]+[^\s<>().,;:!?]")
SMALLEST = 6
TAGS = {
    *("a", "blockquote", "br", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p"),
    *("strong", "ul"),
}
ATTRIBUTES = {"a": {"href", "rel"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto"}


def policy_html(text: str) -> SafeString:
    said: str = _markdown().render(BARE.sub(r"<\g<0>>", text))
    clean = nh3.clean(
        said,
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=_kept,
        url_schemes=SCHEMES,
        link_rel=None,
    )
    return mark_safe(clean)  # noqa: S308 - nothing is left that acts


@cache
def _markdown() -> MarkdownIt:
    made = MarkdownIt("zero", {"html": False}).enable(SIGNS)
    made.validateLink = leads_somewhere  # type: ignore[method-assign] # how the library has it
    made.core.ruler.push("beneath_the_page", _beneath_the_page)
    made.add_render_rule("link_open", _link)
    return made


def leads_somewhere(url: str) -> bool:
    return bool(LEADS.match(url))


def _kept(_tag: str, name: str, value: str) -> str | None:
    """Markdown's own check is not asked of an empty address."""
    return value if name != "href" or leads_somewhere(value) else None


def _beneath_the_page(state: StateCore) -> None:
    """The page has the first heading."""
    for token in state.tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(SMALLEST, int(token.tag[1]) + 1)}"


def _link(renderer: RendererHTML, tokens: Sequence[Token], at: int, options: Any, _env: Any) -> str:
    tokens[at].attrSet("rel", "noreferrer")
    return renderer.renderToken(tokens, at, options, _env)
