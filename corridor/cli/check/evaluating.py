"""`corridor check --evaluate FILE`: what is found of what somebody labelled, and what it costs."""

import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from django.utils.translation import gettext as _

from corridor.algorithms.patient_details import Checked, check
from corridor.algorithms.patient_details.pack import shipped_pack
from corridor.cli.check.figures import CLEAN, Agreement, agreement, alarms, stops
from corridor.cli.check.posts import Post, Unreadable, posts_in

LENGTHS = (280, 5_000)
MOST_TIMED = 200
OF_PAGE = 1024
NOTHING_READ = 1
PERCENT = 100


def evaluate(content: bytes) -> int:
    """Prints names of rules and classes and numbers, never what was found."""
    lines = list(posts_in(content))
    posts = [line for line in lines if isinstance(line, Post)]
    for line in lines:
        if isinstance(line, Unreadable):
            print(f"{line.number}: {line.reason}", file=sys.stderr)
    if not posts:
        print(_("There is no text in it."), file=sys.stderr)
        return NOTHING_READ
    read = _memory()
    figures = agreement([(post, check(post.text)) for post in posts])
    grown = _memory() - read
    print(f"rules {shipped_pack().version}, {len(posts)} texts")
    _print_classes(figures)
    _print_states(figures)
    _print_families(figures)
    _print_names(figures)
    _print_cost(posts, grown if read else None)
    return 0


def _print_classes(figures: Agreement) -> None:
    rows = [
        (cls, str(tally.spans), _share(tally.recall), _share(tally.precision), _share(tally.f2))
        for cls, tally in [*sorted(figures.classes.items()), ("all", figures.all)]
    ]
    _print_table(("class", "n", "recall", "precision", "F2"), rows)


def _print_states(figures: Agreement) -> None:
    said = ("clear", "look_again", "stop")
    rows = [
        (expected, str(states.total()), *(str(states[one]) for one in said), _percent(states))
        for expected, states in sorted(figures.states.items())
    ]
    _print_table(("expected", "posts", *said, "warned"), rows)


def _print_families(figures: Agreement) -> None:
    rows = [
        (family, str(states.total()), str(alarms(states)), str(stops(states)))
        for family, states in sorted(figures.families.items())
        if alarms(states)
    ]
    clean = figures.states[CLEAN]
    quiet = len(figures.families) - len(rows)
    rows.append(
        (f"{quiet} other families", str(clean.total() - sum(int(row[1]) for row in rows)), "0", "0")
    )
    rows.append(("all", str(clean.total()), str(alarms(clean)), str(stops(clean))))
    _print_table(("clean family", "posts", "alarms", "stops"), rows)


def _print_names(figures: Agreement) -> None:
    rows = [
        (locale, form or "-", str(tally.spans), _share(tally.recall))
        for (locale, form), tally in sorted(figures.names.items())
    ]
    if rows:
        _print_table(("names of", "form", "n", "recall"), rows)


def _print_cost(posts: Sequence[Post], grown: float | None) -> None:
    rows = []
    for length in LENGTHS:
        spent = _spent(_texts_of(posts, length)[:MOST_TIMED], check)
        rows.append((f"{length:,} characters", f"{_at(spent, 50):.2f}", f"{_at(spent, 95):.2f}"))
    _print_table(("CPU, ms", "p50", "p95"), rows)
    if grown is not None:
        print(f"memory added: {grown:.1f} MiB")


def _texts_of(posts: Sequence[Post], length: int) -> list[str]:
    """The texts one after another, cut into pieces of one length."""
    joined = " ".join(post.text for post in posts)
    while len(joined) < length * 20:
        joined += " " + joined
    return [joined[start : start + length] for start in range(0, len(joined) - length + 1, length)]


def _spent(texts: Sequence[str], work: Callable[[str], Checked]) -> list[float]:
    """Milliseconds of CPU for each."""
    spent = []
    for text in texts:
        begun = time.process_time_ns()
        work(text)
        spent.append((time.process_time_ns() - begun) / 1e6)
    return sorted(spent)


def _at(ordered: Sequence[float], percent: int) -> float:
    return ordered[min(len(ordered) - 1, len(ordered) * percent // PERCENT)]


def _memory() -> float:
    """MiB that this process holds; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * 4 / OF_PAGE


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _percent(states: Counter[str]) -> str:
    return f"{PERCENT * alarms(states) / states.total():.1f} %"


def _print_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    widths = [max(len(row[column]) for row in [heads, *rows]) for column in range(len(heads))]
    print()
    for row in [heads, *rows]:
        first = row[0].ljust(widths[0])
        print(
            "  ".join(
                [
                    first,
                    *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)),
                ]
            )
        )
