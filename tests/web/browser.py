"""What tests ask of a page that is open in a browser."""

import os
from dataclasses import dataclass
from pathlib import Path

import axe_playwright_python

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOURS = ["color-contrast", "link-in-text-block"]
PHONE, DESK = 390, 1280
IN_FULL = [PHONE, DESK] if os.environ.get("EVERY_LOOK") else [PHONE]

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
    """What axe finds by day and by night, and what scrolls sideways, on a phone and a desk.

    Night changes nothing but colours, so that only their rules are asked again. A desk has the
    same page with more room: axe looks at it there where `EVERY_LOOK` is set, as in `.ci/run`.
    """
    found = []
    page.wait_for_load_state()
    for width in (PHONE, DESK):
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(color_scheme="light")
        violations = ["scrolls sideways"] * scrolls_sideways(page)
        if width in IN_FULL:
            violations += accessibility_violations(page)
            page.emulate_media(color_scheme="dark")
            violations += [f"dark: {one}" for one in _run_axe(page, "rule", OF_COLOURS)]
        found += [f"{page.url} {width}: {one}" for one in violations]
    return found


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
