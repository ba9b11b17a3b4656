"""Pages carry no inline style or script: the policy of every response forbids both."""

import re
from pathlib import Path

import pytest

from corridor.web.icons import ICONS

TEMPLATES = sorted(Path("corridor/web/templates").rglob("*.html"))
FORBIDDEN = {
    "a style attribute": r"\sstyle\s*=",
    "an event attribute": r"\son[a-z]+\s*=",
    "a style element": r"<style\b",
    "an inline script": r"<script(?![^>]*\ssrc=)[^>]*>",
    "a javascript address": r"javascript:",
    "an address on another server": r"""(src|href)=["']https?://""",
}


@pytest.mark.parametrize("kind", FORBIDDEN)
def test_no_template_has(kind):
    pattern = re.compile(FORBIDDEN[kind], re.IGNORECASE)

    assert [str(path) for path in TEMPLATES if pattern.search(path.read_text())] == []


def test_no_style_turns_or_hides_a_page_by_how_a_phone_is_held():
    styles = sorted(Path("corridor/web/static/styles").glob("*.css"))

    assert styles
    assert [str(path) for path in styles if "orientation" in path.read_text()] == []


def test_fragments_begin_with_an_underscore_wherever_they_are_included():
    included = re.findall(
        r'{%\s*include\s+"([^"#]+)"', "\n".join(path.read_text() for path in TEMPLATES)
    )

    assert [name for name in included if not Path(name).name.startswith("_")] == []


def test_every_icon_is_used_somewhere():
    texts = [path.read_text() for path in Path("corridor").rglob("*.html")]
    texts += [path.read_text() for path in Path("corridor").rglob("*.py") if path.stem != "icons"]
    everything = "\n".join(texts)

    assert [name for name in ICONS if f'"{name}"' not in everything] == []
