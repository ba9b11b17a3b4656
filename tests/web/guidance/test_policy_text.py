"""What moderators write becomes paragraphs, lists and links, and nothing that acts."""

import re

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.web.guidance.policy_text import policy_html

PIECES = (
    *(
        "[x](",
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        ")",
        "<",
        ">",
        "`",
        "**",
    ),
    *(
        "<script>",
        "onerror=",
        "\n\n",
        "- ",
        "# ",
        "> ",
        "https://example.org/a",
        "&#106;",
        "![",
        "]",
    ),
    *("[a]: ", "\\", "_", "*", "1. ", '"', "\t", "<https://example.org>", "<svg/onload=x>"),
)
TAGS = {
    "p",
    "ul",
    "ol",
    "li",
    "blockquote",
    "em",
    "strong",
    "a",
    "br",
    "hr",
    "html",
    "head",
    "body",
}
TAGS |= {"h2", "h3", "h4", "h5", "h6"}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One\n\nTwo", "<p>One</p>\n<p>Two</p>"),
        ("# Photos", "<h2>Photos</h2>"),
        ("###### Small", "<h6>Small</h6>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1. a", "<ol>\n<li>a</li>\n</ol>"),
        ("**Ask** *first*", "<p><strong>Ask</strong> <em>first</em></p>"),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
        (
            "See https://example.org/a.",
            '<p>See <a href="https://example.org/a" rel="noreferrer">https://example.org/a</a>.</p>',
        ),
        (
            "[our form](/guidance/)",
            '<p><a href="/guidance/" rel="noreferrer">our form</a></p>',
        ),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("[x](//evil.example)", "<p>[x](//evil.example)</p>"),
        ("[x]()", '<p><a rel="noreferrer">x</a></p>'),
        ("![x](https://example.org/x.png)", None),
    ],
)
def test_signs_become_html_and_the_rest_is_text(text, html):
    said = policy_html(text).strip()

    assert "<img" not in said
    assert html is None or said == html


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=30).map("".join))
def test_whatever_is_written_nothing_acts(text):
    said = html5lib.parse(policy_html(text), namespaceHTMLElements=False)

    for element in said.iter():
        assert element.tag in TAGS
        assert set(element.attrib) <= ({"href", "rel"} if element.tag == "a" else {"start"})
        assert re.match(
            r"https?://|mailto:|/(?!/)|#", element.attrib.get("href", "#"), re.IGNORECASE
        )
