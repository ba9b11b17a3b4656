"""matches.csv and unmatched.csv: for people, for spreadsheets, and for the next round."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from django.utils.translation import gettext as _

from corridor.algorithms.matching.options import FULL_FIT
from corridor.algorithms.matching.outcome import Alternative, Match, Unmatched
from corridor.programmes.files.results import Results
from corridor.programmes.intake.formulas import harmless
from corridor.programmes.wording import points, sentences

MATCH_HEADER = (
    "row",
    "mentee",
    "mentor",
    "fit",
    "role",
    "mentee_name",
    "mentor_name",
    "mentee_choice",
    "mentor_choice",
    "place",
    "capacity",
    "reasons",
    "looks",
    "kept",
    "pinned",
    "circle",
    "own_rank",
)
UNMATCHED_HEADER = ("row", "mentee", "role", "mentee_name", "waited", "reasons", "nearest")
SHOWN_OFFERS = 3

Cells = Sequence[str | int | None]


def write_table(
    stream: BinaryIO, header: Cells, rows: Iterable[Cells], *, for_excel: bool = True
) -> None:
    """UTF-8; for Excel with a byte order mark, since it reads accents right only then.

    A program that does not expect the mark misreads the first title, which is never one it needs.
    """
    encoding = "utf-8-sig" if for_excel else "utf-8"
    text = io.TextIOWrapper(stream, encoding=encoding, newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    text.detach()


def _cell(value: str | int | None) -> str:
    return "" if value is None else harmless(str(value))


def fit_text(fit: int) -> str:
    """0 to 100 with two decimals: 8765 is 87.65."""
    hundredths = fit * 10_000 // FULL_FIT
    return f"{hundredths // 100}.{hundredths % 100:02}"


def match_rows(results: Results) -> Iterator[Cells]:
    for row, match in enumerate(results.outcome.matches, start=1):
        yield row, *_match_cells(match, results)


def _match_cells(match: Match, results: Results) -> Cells:
    return (
        match.mentee,
        match.mentor,
        fit_text(match.fit),
        match.role.value,
        results.names[match.mentee],
        results.names[match.mentor],
        match.mentee_choice,
        match.mentor_choice,
        match.place,
        match.capacity,
        " ".join(sentences(match.compatibility.reasons, results.names)),
        " ".join(sentences(match.looks, results.names)),
        "yes" if match.is_kept else "no",
        "yes" if match.is_pinned else "no",
        match.circle,
        match.own_rank,
    )


def unmatched_rows(results: Results) -> Iterator[Cells]:
    for row, left in enumerate(results.outcome.unmatched, start=1):
        yield row, *_unmatched_cells(left, results)


def _unmatched_cells(left: Unmatched, results: Results) -> Cells:
    return (
        left.mentee,
        left.role.value,
        results.names[left.mentee],
        waited_next_round(left, results),
        " ".join(sentences(left.reasons, results.names)),
        "; ".join(offer_text(offer, results) for offer in left.nearest[:SHOWN_OFFERS]),
    )


def waited_next_round(left: Unmatched, results: Results) -> int:
    """This round counts for those who got nobody at all, not for a second mentor missed."""
    waited = results.mentee_of[left.mentee].waited
    return waited if left.mentee in results.served else waited + 1


def offer_text(offer: Alternative, results: Results) -> str:
    return _("%(mentor)s (fit %(fit)s)") % {
        "mentor": results.names[offer.mentor],
        "fit": points(offer.fit),
    }
