"""What is done with other servers; whoever sends to them or hears from them asks here."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings

from corridor.people import queries as people
from corridor.safety.choices import Severity
from corridor.safety.models import ServerRule
from corridor.safety.server_file import ListedServer

FACING = (Severity.LIMIT, Severity.SUSPEND)
"""What members of other servers notice."""


@dataclass(frozen=True, kw_only=True)
class ServerStanding:
    is_suspended: bool
    is_limited: bool
    rejects_media: bool
    rejects_flags: bool


def standing_of_server(domain: str) -> ServerStanding:
    """By the nearest rule: of itself, or of what it is below.

    Where only allowed servers are let in, any other is suspended.
    """
    labels = domain.lower().rstrip(".").split(".")
    above = [".".join(labels[start:]) for start in range(len(labels))]
    rules = {one.domain: one for one in ServerRule.objects.filter(domain__in=above)}
    rule = next((rules[one] for one in above if one in rules), None)
    if settings.ALLOWED_SERVERS_ONLY and (rule is None or rule.severity == Severity.NOTHING):
        return ServerStanding(
            is_suspended=True, is_limited=True, rejects_media=True, rejects_flags=True
        )
    is_suspended = rule is not None and rule.severity == Severity.SUSPEND
    return ServerStanding(
        is_suspended=is_suspended,
        is_limited=is_suspended or (rule is not None and rule.severity == Severity.LIMIT),
        rejects_media=is_suspended or (rule is not None and rule.rejects_media),
        rejects_flags=is_suspended or (rule is not None and rule.rejects_flags),
    )


def server_rules(*, containing: str = "") -> Sequence[ServerRule]:
    """By domain."""
    rows = ServerRule.objects.select_related("by").order_by("domain")
    return list(rows.filter(domain__icontains=containing) if containing else rows)


def server_rule(domain: str) -> ServerRule | None:
    return ServerRule.objects.filter(domain=domain).first()


@dataclass(frozen=True, kw_only=True)
class ToldServer:
    """As anybody may read it."""

    domain: str
    digest: str
    """SHA-256 of the domain: who knows it finds it."""
    severity: str
    label: str
    comment: str


def told_servers() -> Sequence[ToldServer]:
    rows = ServerRule.objects.filter(severity__in=FACING).order_by("domain")
    return [
        ToldServer(
            domain=_obfuscated(one.domain) if one.is_obfuscated else one.domain,
            digest=hashlib.sha256(one.domain.encode()).hexdigest(),
            severity=one.severity,
            label=str(one.get_severity_display()),
            comment=one.public_comment,
        )
        for one in rows
    ]


def _obfuscated(domain: str) -> str:
    """A quarter stays at either end, and every dot, as Mastodon tells it."""
    kept = len(domain) / 4
    return "".join(
        "*" if kept < place < len(domain) - kept and sign != "." else sign
        for place, sign in enumerate(domain)
    )


@dataclass(frozen=True, kw_only=True)
class ComparedServer:
    """One of a list that is to be imported, beside what is here."""

    listed: ListedServer
    before: ServerRule | None
    links: int
    """Members whose profile leads there: they may have accounts there, and people they know."""

    @property
    def is_same(self) -> bool:
        before, listed = self.before, self.listed
        return before is not None and (
            before.severity,
            before.rejects_media,
            before.rejects_flags,
        ) == (listed.severity, listed.rejects_media, listed.rejects_flags)

    @property
    def is_tied(self) -> bool:
        """Not taken over unless somebody says so: it would change a rule, or cut a tie."""
        cuts = self.links > 0 and self.listed.severity in FACING
        return not self.is_same and (self.before is not None or cuts)


def compared(listed: Iterable[ListedServer]) -> Sequence[ComparedServer]:
    rows = list(listed)
    before = {one.domain: one for one in ServerRule.objects.all()}
    links = links_to_servers()
    return [
        ComparedServer(listed=one, before=before.get(one.domain), links=_links(one.domain, links))
        for one in rows
    ]


def links_to_servers() -> Mapping[str, int]:
    return people.members_by_host_of_links()


def _links(domain: str, links: Mapping[str, int]) -> int:
    return links.get(domain, 0) + sum(
        count for host, count in links.items() if host.endswith(f".{domain}")
    )
