"""Lists of servers as others publish and Mastodon reads them: CSV, in and out.

Titles are `#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate`, with or
without the #; a file without titles is one domain a line.
https://docs.joinmastodon.org/admin/moderation/#server-wide-moderation
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from corridor.algorithms.credentials.domains import NotADomain, is_public_suffix, plain_domain
from corridor.safety.choices import LONGEST_COMMENT, Severity
from corridor.safety.models import ServerRule

MOST_ROWS = 20_000
MOST_BYTES = 2_000_000
TITLES = ("domain", "severity", "reject_media", "reject_reports", "public_comment", "obfuscate")
YES, NO = frozenset({"true", "1", "yes", "t"}), frozenset({"", "false", "0", "no", "f"})
SEVERITIES = {
    "": Severity.SUSPEND,
    "suspend": Severity.SUSPEND,
    "silence": Severity.LIMIT,
    "limit": Severity.LIMIT,
    "noop": Severity.NOTHING,
    "allow": Severity.ALLOW,
}
FORMULAS = ("=", "+", "-", "@", "\t")
"""What a spreadsheet would compute where a comment begins with it."""


class UnreadableList(Exception):
    """No text, too large, or no such table."""


@dataclass(frozen=True, kw_only=True)
class ListedServer:
    row: int
    domain: str
    severity: Severity
    rejects_media: bool = False
    rejects_flags: bool = False
    public_comment: str = ""
    is_obfuscated: bool = False


@dataclass(frozen=True, kw_only=True)
class RowProblem:
    row: int
    """From 1; the line of titles is the first."""
    problem: str | Promise


@dataclass(frozen=True, kw_only=True)
class ServerList:
    servers: tuple[ListedServer, ...]
    problems: tuple[RowProblem, ...]


class NotToBeTaken(Exception):
    """Says, in the reader's language, what is wrong with a row or a domain."""


def read_list(content: bytes) -> ServerList:
    """Raises UnreadableList."""
    if len(content) > MOST_BYTES:
        raise UnreadableList(_("The file is too large: at most 2 MB."))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableList(_("The file is not in UTF-8.")) from error
    servers: dict[str, ListedServer] = {}
    problems = []
    for row, cells in _rows(text):
        try:
            one = _listed(row, cells)
        except NotToBeTaken as wrong:
            problems.append(RowProblem(row=row, problem=str(wrong)))
            continue
        first = servers.setdefault(one.domain, one)
        if first is not one:
            said = {"domain": one.domain, "row": first.row}
            twice = _("%(domain)s stands in row %(row)d already.") % said
            problems.append(RowProblem(row=row, problem=twice))
    return ServerList(servers=tuple(servers.values()), problems=tuple(problems))


def write_list(rules: Iterable[ServerRule]) -> str:
    """As `read_list` reads it."""
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\n")
    table.writerow([f"#{title}" for title in TITLES])
    for one in rules:
        table.writerow(
            [
                one.domain,
                one.severity,
                one.rejects_media,
                one.rejects_flags,
                _plain(one.public_comment),
                one.is_obfuscated,
            ]
        )
    return out.getvalue()


def _plain(comment: str) -> str:
    return f"'{comment}" if comment.startswith(FORMULAS) else comment


def _rows(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Raises UnreadableList."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error as error:
        raise UnreadableList(_("The file is no CSV.")) from error
    if len(rows) > MOST_ROWS + 1:
        raise UnreadableList(
            _("The file has more than %(most)s rows.") % {"most": f"{MOST_ROWS:,}"}
        )
    titles = [title.strip().lstrip("#").strip().lower() for title in rows[0]] if rows else []
    has_titles = "domain" in titles
    for row, cells in enumerate(rows, start=1):
        is_empty = not any(cell.strip() for cell in cells)
        if is_empty or (has_titles and row == 1):
            continue
        if not has_titles:
            yield row, {"domain": cells[0]}
        else:
            yield row, dict(zip(titles, cells, strict=False))


def _listed(row: int, cells: Mapping[str, str]) -> ListedServer:
    said = {key: value.strip() for key, value in cells.items()}
    severity = said.get("severity", "").lower()
    if severity not in SEVERITIES:
        raise NotToBeTaken(_("%(text)r is no severity.") % {"text": severity[:40]})
    comment = said.get("public_comment", "")
    if comment.startswith("'") and comment[1:].startswith(FORMULAS):
        comment = comment[1:]
    if len(comment) > LONGEST_COMMENT or "\0" in comment:
        raise NotToBeTaken(_("The comment is too long: at most 500 characters."))
    return ListedServer(
        row=row,
        domain=checked_domain(said.get("domain", "")),
        severity=SEVERITIES[severity],
        rejects_media=_is_yes(said, "reject_media"),
        rejects_flags=_is_yes(said, "reject_reports"),
        public_comment=comment,
        is_obfuscated=_is_yes(said, "obfuscate"),
    )


def checked_domain(text: str) -> str:
    """As it is kept. Raises NotToBeTaken."""
    if "*" in text:
        raise NotToBeTaken(
            _("%(text)r has parts left out: nobody can tell which server it is.")
            % {"text": text[:80]}
        )
    try:
        domain = plain_domain(text)
    except NotADomain as error:
        raise NotToBeTaken(_("%(text)r is no domain.") % {"text": text[:80]}) from error
    if is_public_suffix(domain):
        raise NotToBeTaken(
            _("%(domain)s is shared by many servers: name each of them.") % {"domain": domain}
        )
    if domain == settings.PUBLIC_URL.partition("://")[2].partition(":")[0].partition("/")[0]:
        raise NotToBeTaken(_("%(domain)s is this server.") % {"domain": domain})
    return domain


def _is_yes(said: Mapping[str, str], title: str) -> bool:
    word = said.get(title, "").lower()
    if word in YES:
        return True
    if word in NO:
        return False
    raise NotToBeTaken(
        _("%(title)s is %(text)r: expected true or false.") % {"title": title, "text": word[:40]}
    )
