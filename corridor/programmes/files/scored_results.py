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
from corridor.algorithms.matching.options import Options
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
from corridor.programmes.intake.scored_rules import Couple, ScoredRules, couples_of, flags_of
from corridor.programmes.wording import barrier_sentence

HEADER = ("mentee", "mentor", "fit")
UNMATCHED_HEADER = ("mentee", "role", "waited", "reasons")
ROLE = Role.MENTOR.value
BINS = 10
MOST_ROWS = 2_000
SHOWN = 5


_write_plain = partial(write_table, for_excel=False)


class Chosen(NamedTuple):
    mentee: str
    mentor: str
    fit: str
    """As it stood in the file, with a decimal point."""
    exact: Fraction


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
    rules: ScoredRules
    options: Options
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
                fit=self.pairs.written[pair].replace(",", "."),
                exact=self.pairs.written.exact(pair),
            )

    @cached_property
    def couples(self) -> frozenset[Couple]:
        return frozenset((each.mentee, each.mentor) for each in self.chosen)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """What each mentor could be given, the limit for all mentors included."""
        limit = self.options.places_per_mentor
        capacity = dict(zip(self.pairs.mentors, self.pairs.capacity.tolist(), strict=True))
        if limit is None:
            return capacity
        return {mentor: min(places, limit) for mentor, places in capacity.items()}

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
    total = sum((each.exact for each in chosen), Fraction(0))
    lines = [
        ngettext(
            "%(served)d of %(n)d mentee is matched.",
            "%(served)d of %(n)d mentees are matched.",
            mentees,
        )
        % {"served": matched, "n": mentees},
        _("The fits add up to %(total)s.") % {"total": decimal_text(total)},
        *changes_in_words(results),
        _proof(results),
    ]
    values = {
        "mentees": mentees,
        "mentors": len(results.pairs.mentors),
        "pairs": len(results.pairs.fit),
        "matches": matched,
        "unmatched": mentees - matched,
        "total_fit": decimal_text(total),
        "is_proven_best": verdict.is_optimal and results.pairs.is_exact,
        "decimals": results.pairs.decimals,
        "kept": len(results.rules.existing & results.couples),
        "ended": len(results.rules.existing - results.couples),
    }
    return Summary(values=values, lines=lines)


def _proof(results: ScoredResults) -> str:
    if not results.verdict.is_optimal:
        return _("Not proven best.")
    if results.pairs.is_exact:
        return _("Proven: no other choice among these pairs is better.")
    return _(
        "Proven of fits rounded to %(n)d decimals: no other choice among these pairs is better."
    ) % {"n": results.pairs.decimals}


def changes_in_words(results: ScoredResults) -> list[str]:
    """How many earlier matches are kept, and why each of the others is not."""
    existing = results.rules.existing
    if not existing:
        return []
    ended = ended_in_words(results)
    kept = len(existing) - len(ended)
    text = ngettext(
        "%(kept)d earlier match of %(n)d is kept.",
        "%(kept)d earlier matches of %(n)d are kept.",
        kept,
    )
    lines = [text % {"n": len(existing), "kept": kept}]
    lines += ["  " + line for _couple, line in ended[:SHOWN]]
    if len(ended) > SHOWN:
        more = _("… and %(n)d more, in matches.json.") % {"n": len(ended) - SHOWN}
        lines.append("  " + more)
    return lines


def ended_in_words(results: ScoredResults) -> list[tuple[Couple, str]]:
    scored = couples_of(results.pairs) if results.rules.existing else frozenset()
    now = {each.mentee: each for each in results.chosen}
    found = []
    for couple in sorted(results.rules.existing - results.couples):
        why = _why_ended(couple, results, is_scored=couple in scored)
        text = _("%(mentee)s is no longer with %(mentor)s: %(why)s.")
        names = {"mentee": couple[0], "mentor": couple[1], "why": why}
        line = text % names
        if couple[0] in now:
            line += " " + _("Now: %(mentor)s (fit %(fit)s).") % now[couple[0]]._asdict()
        found.append((couple, line))
    return found


def _why_ended(couple: Couple, results: ScoredResults, *, is_scored: bool) -> str:
    if couple in results.rules.forbids:
        return barrier_sentence(results.rules.forbids[couple])
    if not is_scored:
        return _("the pair has no fit")
    pinned = next((mentor for one, mentor in results.rules.pins if one == couple[0]), None)
    if pinned is not None:
        return _("somebody else is pinned")
    if results.places[couple[1]] == 0:
        return _("the mentor has no place")
    return _("the choice as a whole gains more than the change costs")


def decimal_text(value: Fraction) -> str:
    """Exact: the denominators here are powers of ten."""
    digits = len(str(value.denominator)) + 31
    scaled = value * 10**digits
    whole, rest = divmod(int(scaled), 10**digits)
    decimals = f"{rest:0{digits}}".rstrip("0")
    return f"{whole}.{decimals}" if decimals else str(whole)


def _left_rows(results: ScoredResults) -> Iterator[Cells]:
    """Why each mentee is left: by a count of her mentors, with no reasons beyond the scores."""
    has_place = np.array([results.places[one] > 0 for one in results.pairs.mentors], dtype=np.bool_)
    row = np.repeat(np.arange(len(results.start) - 1), np.diff(results.start))
    possible = ~flags_of(results.pairs, frozenset(results.rules.forbids))[results.order]
    free = np.bincount(row, weights=possible, minlength=len(results.pairs.mentees))
    placed = possible & has_place[results.mentor]
    with_place = np.bincount(row, weights=placed, minlength=len(results.pairs.mentees))
    is_full = len(results.chosen) == results.options.places
    for at in np.flatnonzero(results.given < 0).tolist():
        mentee = results.pairs.mentees[at]
        waited = results.rules.waited.get(mentee, 0) + 1
        if not free[at]:
            text = _("All mentors scored for this mentee are forbidden.")
        elif not with_place[at]:
            text = _("No mentor scored for this mentee has a place.")
        elif is_full:
            text = _("All places of the programme are taken.")
        else:
            text = _("All mentors scored for this mentee are full.")
        yield mentee, ROLE, waited, text


def _document(results: ScoredResults, chosen: Sequence[Chosen]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "title": results.title,
        "made_on": results.made_on.isoformat(),
        "matches": [
            {"mentee": each.mentee, "mentor": each.mentor, "fit": each.fit} for each in chosen
        ],
        "unmatched": [{"mentee": mentee} for mentee in results.left()],
        "ended": [
            {"mentee": mentee, "mentor": mentor, "reason_in_words": line}
            for (mentee, mentor), line in ended_in_words(results)
        ],
    }


def _page(results: ScoredResults, chosen: Sequence[Chosen]) -> dict[str, Any]:
    loads = Counter(each.mentor for each in chosen)
    counts = [0] * BINS
    for each in chosen:
        counts[min(BINS - 1, int(each.exact * BINS))] += 1
    labels = [f"{low / BINS:.1f}\u2013{(low + 1) / BINS:.1f}" for low in range(BINS)]
    return {
        "title": results.title,
        "made_on": results.made_on,
        "check": check_command(results.folder),
        "summary": [line.strip() for line in summary(results).lines],
        "histogram": {"picture": columns(counts), "rows": list(zip(labels, counts, strict=True))},
        "matches": chosen[:MOST_ROWS],
        "matches_left_out": max(0, len(chosen) - MOST_ROWS),
        "loads": [
            (mentor, given, results.places[mentor], bar(given, results.places[mentor]))
            for mentor, given in sorted(loads.items(), key=lambda load: (-load[1], load[0]))[
                :MOST_ROWS
            ]
        ],
        "unmatched": results.left()[:MOST_ROWS],
    }
