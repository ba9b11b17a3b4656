"""A bio is text: nothing that people write in it becomes markup."""

import html5lib
import pytest

from corridor.web.templatetags.profile_parts import linked


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("plain", "<p>plain</p>"),
        ("one\ntwo\n\nthree", "<p>one<br>two</p><p>three</p>"),
        ("<b>bold</b>", "<p>&lt;b&gt;bold&lt;/b&gt;</p>"),
        ("R&D", "<p>R&amp;D</p>"),
        ("C#sharp & #1", "<p>C#sharp &amp; #1</p>"),
        ("javascript:alert(1)", "<p>javascript:alert(1)</p>"),
        ("https://a@b.example/", "<p>https://a@b.example/</p>"),
        ("https://nowhere", "<p>https://nowhere</p>"),
    ],
)
def test_words_are_shown_as_they_were_written(written, shown):
    assert linked(written) == shown


@pytest.mark.parametrize("tag", ["#Teaching", "#Ọ̀ṣun", "#हिन्दी"])
def test_a_hashtag_is_highlighted_and_leads_to_the_mentors_who_use_it(tag):
    shown = linked(f"{tag}.")

    assert f"<mark>{tag}</mark></a>.</p>" in shown
    assert '<a class="tag" href="/mentors/?q=' in shown


@pytest.mark.parametrize(
    ("written", "href", "words"),
    [
        ("https://example.org", "https://example.org", "example.org"),
        ("(https://example.org/a).", "https://example.org/a", "example.org/a"),
        ("https://example.org/a_(b)", "https://example.org/a_(b)", "example.org/a_(b)"),
        (
            "http://www.example.org/?a=1&b=2",
            "http://www.example.org/?a=1&amp;b=2",
            "example.org/?a=1&amp;b=2",
        ),
        ("https://аpple.com/", "https://xn--pple-43d.com/", "xn--pple-43d.com"),
    ],
)
def test_addresses_become_links_that_show_where_they_lead(written, href, words):
    assert f'<a href="{href}" rel="nofollow noopener ugc">{words}</a>' in linked(written)


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        'https://example.org/"onmouseover="alert(1)',
        "https://example.org/<script>alert(1)</script>",
        "#<img src=x onerror=alert(1)>",
        "#a<svg/onload=alert(1)>",
        "https://example.org/'><img src=x onerror=alert(1)>",
        "</p></div></article><form action=https://evil.example>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "https://ex\nample.org/\n\n<iframe src=//evil.example>",
        "https://" + "a" * 300 + ".example/",
        "https://xn--\udcff.example/".encode("utf-8", "replace").decode(),
        "#" * 500 + "https://" * 200,
    ],
)
def test_no_markup_comes_out_of_hostile_words(hostile):
    tree = html5lib.parseFragment(linked(hostile), namespaceHTMLElements=False)

    assert {element.tag for element in tree.iter()} <= {
        "DOCUMENT_FRAGMENT",
        "p",
        "br",
        "a",
        "mark",
    }
    for link in tree.iter("a"):
        assert set(link.attrib) <= {"href", "rel", "class"}
        assert link.attrib["href"].startswith(("https://", "http://", "/"))
