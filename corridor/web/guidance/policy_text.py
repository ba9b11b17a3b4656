"""The policy of the place as HTML: Markdown with little in it, and no HTML of its own.

Moderators write it and visitors read it. Of Markdown only what a policy needs is switched on; what
is no such sign is text, and an address leads to pages and mailboxes, nowhere else.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

SIGNS = ("heading", "list", "blockquote", "emphasis", "link", "autolink", "escape", "newline", "hr")
LEADS = re.compile(r"(?:https?://|mailto:|/(?!/)|#)", re.IGNORECASE)
BARE = re.compile(r"(?<![(<\[\w])https?://[^\s<>()]+[^\s<>().,;:!?]")
SMALLEST = 6


def policy_html(text: str) -> SafeString:
    said: str = _markdown().render(BARE.sub(r"<\g<0>>", text))
    return mark_safe(said)  # noqa: S308 - it escapes whatever is no sign that was switched on


@cache
def _markdown() -> MarkdownIt:
    made = MarkdownIt("zero", {"html": False}).enable(SIGNS)
    made.validateLink = leads_somewhere  # type: ignore[method-assign] # how the library has it
    made.core.ruler.push("beneath_the_page", _beneath_the_page)
    made.add_render_rule("link_open", _link)
    return made


def leads_somewhere(url: str) -> bool:
    return bool(LEADS.match(url))


def _beneath_the_page(state: StateCore) -> None:
    """The page has the first heading."""
    for token in state.tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(SMALLEST, int(token.tag[1]) + 1)}"


def _link(renderer: RendererHTML, tokens: Sequence[Token], at: int, options: Any, _env: Any) -> str:
    tokens[at].attrSet("rel", "noreferrer")
    return renderer.renderToken(tokens, at, options, _env)
