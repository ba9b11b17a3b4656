"""Pictures drawn as SVG on the server, for the report and for pages.

Geometry stretches with its box and colours come from style sheets (`report.css`), so there is no
inline style. The same numbers always stand beside a picture as text: it is hidden from screen
readers.
"""

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

HEIGHT = 100


def bar(value: float, whole: float, kind: str = "") -> SafeString:
    """A filled part of a line; ``kind`` is a class, such as ``look`` or ``base``."""
    percent = max(0.0, min(100.0, 100 * value / whole)) if whole else 0.0
    return format_html(
        '<svg class="bar {}" aria-hidden="true" focusable="false">'
        '<rect width="{}%" height="100%"/></svg>',
        kind,
        f"{percent:.1f}",
    )


def parts_bar(parts: Sequence[tuple[float, str]], whole: float) -> SafeString:
    """Several parts behind one another, each with its class."""
    rects = []
    at = 0.0
    for value, kind in parts:
        width = 100 * value / whole if whole else 0.0
        rects.append((f"{at:.1f}", f"{width:.1f}", kind))
        at += width
    drawn = format_html_join("", '<rect x="{}%" width="{}%" height="100%" class="{}"/>', rects)
    return format_html(
        '<svg class="bar parts" aria-hidden="true" focusable="false">{}</svg>', drawn
    )


def columns(counts: Sequence[int]) -> SafeString:
    """A histogram: one column a count, the highest as high as the picture."""
    highest = max(counts, default=0) or 1
    step = 100 / max(1, len(counts))
    rects = [
        (
            f"{at * step + step * 0.08:.2f}",
            f"{HEIGHT - HEIGHT * count / highest:.2f}",
            f"{step * 0.84:.2f}",
            f"{HEIGHT * count / highest:.2f}",
        )
        for at, count in enumerate(counts)
    ]
    drawn = format_html_join("", '<rect x="{}" y="{}" width="{}" height="{}"/>', rects)
    return format_html(
        '<svg class="columns" viewBox="0 0 100 100" preserveAspectRatio="none"'
        ' aria-hidden="true" focusable="false">{}</svg>',
        drawn,
    )


def interval(low: float, high: float, at: float) -> SafeString:
    """A range from 0 to 1 with its point: a rate and how sure it is."""
    return format_html(
        '<svg class="interval" aria-hidden="true" focusable="false">'
        '<line x1="0" x2="100%" y1="50%" y2="50%" class="track"/>'
        '<line x1="{}%" x2="{}%" y1="50%" y2="50%"/><circle cx="{}%" cy="50%" r="4"/></svg>',
        f"{100 * low:.1f}",
        f"{100 * high:.1f}",
        f"{100 * at:.1f}",
    )
