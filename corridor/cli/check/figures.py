"""How well findings agree with labels: arithmetic of the harness, without a clock.

A labelled span is found if findings cover half of it; a finding is right if it overlaps a span.
F2 weighs finding twice as much as being right.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corridor.algorithms.patient_details import CLEAR, STOP, Checked, Finding
from corridor.algorithms.patient_details.pack import shipped_pack
from corridor.cli.check.posts import Post, Span

PHI, CLEAN = "phi", "clean"
HALF = 2


@dataclass(kw_only=True)
class Tally:
    spans: int = 0
    found: int = 0
    findings: int = 0
    right: int = 0

    @property
    def recall(self) -> float | None:
        return self.found / self.spans if self.spans else None

    @property
    def precision(self) -> float | None:
        return self.right / self.findings if self.findings else None

    @property
    def f2(self) -> float | None:
        if self.recall is None or self.precision is None:
            return None
        together = 4 * self.precision + self.recall
        return 5 * self.precision * self.recall / together if together else 0.0


@dataclass(kw_only=True)
class Agreement:
    classes: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    all: Tally = field(default_factory=Tally)
    states: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """Expected -> what the check said -> posts."""
    families: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """Of clean posts."""
    names: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    """(locale, form) -> names."""


def agreement(results: Iterable[tuple[Post, Checked]]) -> Agreement:
    figures = Agreement()
    for post, checked in results:
        expected = expected_state(post)
        figures.states[expected][checked.state] += 1
        if expected == CLEAN:
            figures.families[post.family or "-"][checked.state] += 1
        _count_spans(figures, post, checked)
        _count_findings(figures, post, checked)
    return figures


def expected_state(post: Post) -> str:
    if post.state:
        return CLEAN if post.state == CLEAR else post.state
    return PHI if post.spans else CLEAN


def _count_spans(figures: Agreement, post: Post, checked: Checked) -> None:
    for span in post.spans:
        is_found = _is_found(span, checked.findings)
        tallies = [figures.all, figures.classes[span.cls]]
        if post.locale and span.cls == "NAME":
            tallies.append(figures.names[post.locale, post.form])
        for tally in tallies:
            tally.spans += 1
            tally.found += is_found


def _count_findings(figures: Agreement, post: Post, checked: Checked) -> None:
    classes = shipped_pack().classes
    for finding in checked.findings:
        is_right = any(_shared(span, finding) for span in post.spans)
        for tally in (figures.all, figures.classes[classes[finding.kind]]):
            tally.findings += 1
            tally.right += is_right


def _is_found(span: Span, findings: Sequence[Finding]) -> bool:
    return sum(_shared(span, one) for one in findings) * HALF >= span.end - span.start


def _shared(span: Span, finding: Finding) -> int:
    return max(0, min(span.end, finding.end) - max(span.start, finding.start))


def alarms(states: Counter[str]) -> int:
    return states.total() - states[CLEAR]


def stops(states: Counter[str]) -> int:
    return states[STOP]
