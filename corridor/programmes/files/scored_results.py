"""The files of a run on scored pairs: ids and fits as they were given, and no reasons."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property, partial
from typing import Any, NamedTuple

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from numpy.typing import NDArray

from corridor.algorithms.matching import certificate as proofs
from corridor.algorithms.matching.people import Role
from corridor.programmes.files.charts import bar, columns
from corridor.programmes.files.documents import FORMAT, write_certificate, write_json
from corridor.programmes.files.folder import (
    CERTIFICATE,
    MATCHES,
    MATCHES_JSON,
    REPORT,
    UNMATCHED,
    Writer,
)
from corridor.programmes.files.report import write_page
from corridor.programmes.files.spreadsheets import Cells, write_table
from corridor.programmes.files.summary import check_command
from corridor.programmes.intake.scored_pairs import ScoredPairs

HEADER = ("mentee", "mentor", "fit")
UNMATCHED_HEADER = ("mentee", "role", "waited", "reasons")
ROLE = Role.MENTOR.value
BINS = 10
MOST_ROWS = 2_000


_write_plain = partial(write_table, for_excel=False)


class Chosen(NamedTuple):
    mentee: str
    mentor: str
    fit: str
    """As it stood in the file."""
    scaled: int


class Summary(NamedTuple):
    values: dict[str, Any]
    lines: list[str]


@dataclass(frozen=True, kw_only=True)
class ScoredResults:
    pairs: ScoredPairs
    order: NDArray[np.int64]
    """Position in the file of each pair, by mentee and mentor."""
    start: NDArray[np.int64]
    mentor: NDArray[np.int32]
    given: NDArray[np.int32]
    certificate: Mapping[str, Any]
    title: str
    made_on: date
    folder: str
    """Where the files are, as whoever ran it calls it."""

    @cached_property
    def verdict(self) -> proofs.Verdict:
        return proofs.check(self.certificate)

    @cached_property
    def chosen(self) -> Sequence[Chosen]:
        return list(self._chosen())

    def _chosen(self) -> Iterator[Chosen]:
        for row in np.flatnonzero(self.given >= 0).tolist():
            begin, end = int(self.start[row]), int(self.start[row + 1])
            column = int(self.given[row])
            at = begin + int(np.searchsorted(self.mentor[begin:end], column))
            pair = int(self.order[at])
            yield Chosen(
                mentee=self.pairs.mentees[row],
                mentor=self.pairs.mentors[column],
                fit=self.pairs.written[pair],
                scaled=int(self.pairs.fit[pair]),
            )

    def left(self) -> list[str]:
        return [self.pairs.mentees[row] for row in np.flatnonzero(self.given < 0).tolist()]


def writers_of_scored(results: ScoredResults) -> dict[str, Writer]:
    chosen = results.chosen
    listed = [[each.mentee, each.mentor, "", each.fit, "", ""] for each in chosen]
    return {
        MATCHES: partial(_write_plain, header=HEADER, rows=(each[:3] for each in chosen)),
        UNMATCHED: partial(_write_plain, header=UNMATCHED_HEADER, rows=_left_rows(results)),
        MATCHES_JSON: lambda stream: write_json(stream, _document(results, chosen)),
        CERTIFICATE: partial(write_certificate, certificate=results.certificate, listed=listed),
        REPORT: lambda stream: write_page(stream, "report/scored.html", _page(results, chosen)),
    }


def summary(results: ScoredResults) -> Summary:
    chosen, verdict = results.chosen, results.verdict
    mentees, matched = len(results.pairs.mentees), len(chosen)
    total = Fraction(sum(each.scaled for each in chosen), results.pairs.scale)
    lines = [
        ngettext(
            "%(served)d of %(n)d mentee is matched.",
            "%(served)d of %(n)d mentees are matched.",
            mentees,
        )
        % {"served": matched, "n": mentees},
        _("The fits add up to %(total)s.") % {"total": decimal_text(total)},
        _("Proven: no other choice among these pairs is better.")
        if verdict.is_optimal
        else _("Not proven best."),
    ]
    values = {
        "mentees": mentees,
        "mentors": len(results.pairs.mentors),
        "pairs": len(results.pairs.fit),
        "matches": matched,
        "unmatched": mentees - matched,
        "total_fit": decimal_text(total),
        "is_proven_best": verdict.is_optimal,
    }
    return Summary(values=values, lines=lines)


def decimal_text(value: Fraction) -> str:
    """Exact: the denominators here are powers of ten."""
    digits = len(str(value.denominator)) + 31
    scaled = value * 10**digits
    whole, rest = divmod(int(scaled), 10**digits)
    decimals = f"{rest:0{digits}}".rstrip("0")
    return f"{whole}.{decimals}" if decimals else str(whole)


def _left_rows(results: ScoredResults) -> Iterator[Cells]:
    text = _("All mentors scored for this mentee are full.")
    return ((mentee, ROLE, 1, text) for mentee in results.left())


def _document(results: ScoredResults, chosen: Sequence[Chosen]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "title": results.title,
        "made_on": results.made_on.isoformat(),
        "matches": [
            {"mentee": each.mentee, "mentor": each.mentor, "fit": each.fit} for each in chosen
        ],
        "unmatched": [{"mentee": mentee} for mentee in results.left()],
    }


def _page(results: ScoredResults, chosen: Sequence[Chosen]) -> dict[str, Any]:
    loads = Counter(each.mentor for each in chosen)
    capacity = dict(zip(results.pairs.mentors, results.pairs.capacity.tolist(), strict=True))
    counts = [0] * BINS
    for each in chosen:
        counts[min(BINS - 1, each.scaled * BINS // results.pairs.scale)] += 1
    labels = [f"{low / BINS:.1f}\u2013{(low + 1) / BINS:.1f}" for low in range(BINS)]
    return {
        "title": results.title,
        "made_on": results.made_on,
        "check": check_command(results.folder),
        "summary": summary(results).lines,
        "histogram": {"picture": columns(counts), "rows": list(zip(labels, counts, strict=True))},
        "matches": chosen[:MOST_ROWS],
        "matches_left_out": max(0, len(chosen) - MOST_ROWS),
        "loads": [
            (mentor, given, capacity[mentor], bar(given, capacity[mentor]))
            for mentor, given in sorted(loads.items(), key=lambda load: (-load[1], load[0]))[
                :MOST_ROWS
            ]
        ],
        "unmatched": results.left()[:MOST_ROWS],
    }
