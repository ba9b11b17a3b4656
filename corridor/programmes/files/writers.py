"""The files of a folder of results, each with what writes it."""

from functools import partial

from corridor.programmes.files.documents import (
    listed_matches,
    matches_document,
    write_certificate,
    write_json,
)
from corridor.programmes.files.folder import (
    CERTIFICATE,
    MATCHES,
    MATCHES_JSON,
    REPORT,
    UNMATCHED,
    Writer,
)
from corridor.programmes.files.report import write_report
from corridor.programmes.files.results import Results
from corridor.programmes.files.spreadsheets import (
    MATCH_HEADER,
    UNMATCHED_HEADER,
    match_rows,
    unmatched_rows,
    write_table,
)


def writers_of(results: Results) -> dict[str, Writer]:
    writers: dict[str, Writer] = {
        MATCHES: partial(write_table, header=MATCH_HEADER, rows=match_rows(results)),
        UNMATCHED: partial(write_table, header=UNMATCHED_HEADER, rows=unmatched_rows(results)),
        MATCHES_JSON: lambda stream: write_json(stream, matches_document(results)),
        REPORT: partial(write_report, results=results),
    }
    if results.certificate:  # circles have no proof
        writers[CERTIFICATE] = partial(
            write_certificate, certificate=results.certificate, listed=listed_matches(results)
        )
    return writers
