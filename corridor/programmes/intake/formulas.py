"""Cells that a spreadsheet would run as a formula, made harmless and read back.

A leading apostrophe tells Excel, LibreOffice and Google Sheets that a cell is text. Cells that
begin with apostrophes before such a sign get one more, so that reading undoes writing exactly.
https://owasp.org/www-community/attacks/CSV_Injection
"""

import re

_RUNS = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_ESCAPED = re.compile(r"'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def harmless(text: str) -> str:
    return "'" + text if _RUNS.match(text) else text


def as_written(cell: str) -> str:
    return cell[1:] if _ESCAPED.match(cell) else cell
