"""What tests ask of a page that is open in a browser."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from zlib import crc32

import axe_playwright_python

from tests.thoroughly import EVERY_LOOK

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOURS = ["color-contrast", "link-in-text-block"]
PHONE, DESK = 390, 1280

FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect(), style = getComputedStyle(element);
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  return {
    name: (element.getAttribute("aria-label") || element.innerText || element.id).trim(),
    has_outline: style.outlineStyle !== "none",
    is_covered: !(top && (element.contains(top) || top.contains(element))),
  };
}"""


@dataclass(frozen=True, kw_only=True)
class Stop:
    """Where the keyboard stands after one more Tab."""

    name: str
    has_outline: bool
    is_covered: bool


def follow(link) -> None:
    """Clicks what leads to another page, and returns once that page is there."""
    with link.page.expect_navigation():
        link.click()


def flaws(page) -> list[str]:
    """What axe finds on a phone, and what scrolls sideways there and on a desk.

    Night changes nothing but colours, a desk has the same page with more room, and most of a page
    is on all others. So axe looks at every other kind of page, at some by day and at others by
    night; where `EVERY_LOOK` is set, as in `.ci/run`, at each by day, at its colours by night as
    well, and at both on a desk, too.
    """
    found = []
    page.wait_for_load_state()
    for width in (PHONE, DESK):
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(color_scheme="light")
        violations = ["scrolls sideways"] * scrolls_sideways(page)
        if EVERY_LOOK:
            violations += [*_by("light", page), *_by("dark", page, OF_COLOURS)]
        elif width == PHONE and (scheme := _scheme_of(page)):
            violations += _by(scheme, page)
        found += [f"{page.url} {width}: {one}" for one in violations]
    return found


def _by(scheme, page, rules=()):
    page.emulate_media(color_scheme=scheme)
    seen = _run_axe(page, "rule", rules) if rules else accessibility_violations(page)
    return [f"{scheme}: {one}" for one in seen]


def _scheme_of(page):
    """The same at each run for pages of a kind, whatever number is in their address."""
    kind = re.sub(r"\d", "", urlsplit(page.url).path)
    return ("light", "dark", "", "")[crc32(kind.encode()) % 4]


def accessibility_violations(page) -> list[str]:
    """Rule and first place of each violation that axe finds.

    It does not read styles: a third of its time goes there, for a single question, which is asked
    of their files (`tests/architecture/test_templates.py`). With `@import`, as Django's admin has
    them, it would break our policy as well.
    """
    page.wait_for_load_state()
    # The policy of our own pages forbids added scripts; the debugger's evaluate is not bound by it.
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    return _run_axe(page, "tag", RULES)


def _run_axe(page, kind, values):
    found = page.evaluate(
        "([type, values]) => axe.run(document, {runOnly: {type, values},"
        " resultTypes: ['violations'], preload: false})",
        [kind, values],
    )
    return [
        f"{violation['id']}: {violation['nodes'][0]['html'][:120]}"
        for violation in found["violations"]
    ]


def scrolls_sideways(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > innerWidth")


def keyboard_stops(page, limit: int = 120) -> list[Stop]:
    stops = []
    for _ in range(limit):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            break
        stops.append(Stop(**stop))
    return stops
