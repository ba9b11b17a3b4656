"""Plain words read in Markdown as they were typed."""

import pytest

from corridor.algorithms.words_in_markdown import in_markdown, in_one_line


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Five steps & <b>more</b>", r"Five steps \& \<b\>more\</b\>"),
        ("2 * 3 * 4, snake_case, [sic], `code`", r"2 \* 3 \* 4, snake\_case, \[sic\], \`code\`"),
        ("# no heading", r"\# no heading"),
        ("#MedTwitter", "#MedTwitter"),
        ("- no list\n+ nor here", "\\- no list\\\n\\+ nor here"),
        ("1. First\n2) Second", "1\\. First\\\n2\\) Second"),
        ("-5 degrees, 1.5 mg", "-5 degrees, 1.5 mg"),
        ("---", r"\---"),
        ("One\n\n\nTwo\nThree", "One\n\nTwo\\\nThree"),
        ("> no quotation", r"\> no quotation"),
        ("See https://example.org/x_y_(z).", "See <https://example.org/x_y_(z)>."),
        ("(https://example.org/a*b)!", "(<https://example.org/a*b>)!"),
        ("", ""),
    ],
)
def test_no_sign_means_more_than_it_did(typed, written):
    assert in_markdown(typed) == written


def test_a_heading_stays_one_line():
    assert in_one_line("Awake\n [again]") == r"Awake \[again\]"
