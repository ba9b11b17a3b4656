"""Whoever runs the server says what it does with others on the network."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.people.policies import operates
from corridor.safety import log
from corridor.safety.choices import LONGEST_SOURCE, Deed, Severity
from corridor.safety.models import ServerRule
from corridor.safety.server_file import ListedServer, checked_domain

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotTheOperator(Exception):
    """Only whoever runs the server decides with whom it talks."""


class NoRule(Exception):
    """There is none for that domain."""


@dataclass(frozen=True, kw_only=True)
class NewServerRule:
    domain: str
    severity: Severity
    rejects_media: bool = False
    rejects_flags: bool = False
    public_comment: str = ""
    private_comment: str = ""
    is_obfuscated: bool = False


@transaction.atomic
def keep_server_rule(new: NewServerRule, *, by: "Profile | None", now: datetime) -> ServerRule:
    """In place of one that is there. `by` None: from the shell of the server.

    Raises NotTheOperator or NotToBeTaken.
    """
    _check(by)
    domain = checked_domain(new.domain)
    made, _is_new = ServerRule.objects.update_or_create(
        domain=domain,
        defaults={
            "severity": new.severity,
            "rejects_media": new.rejects_media,
            "rejects_flags": new.rejects_flags,
            "public_comment": new.public_comment.strip(),
            "private_comment": new.private_comment.strip(),
            "is_obfuscated": new.is_obfuscated,
            "source": "",
            "by": by,
            "at": now,
        },
    )
    _note(by, now, f"{domain[:150]}: {new.severity}")
    return made


@transaction.atomic
def lift_server_rule(domain: str, *, by: "Profile | None", now: datetime) -> None:
    """Raises NotTheOperator or NoRule."""
    _check(by)
    ended, _rows = ServerRule.objects.filter(domain=domain).delete()
    if not ended:
        raise NoRule
    _note(by, now, f"{domain[:150]}: lifted")


@transaction.atomic
def import_server_rules(
    listed: Iterable[ListedServer], *, source: str, by: "Profile | None", now: datetime
) -> int:
    """Each keeps where it is from; a private comment that is there stays. How many.

    Raises NotTheOperator.
    """
    _check(by)
    rows = [
        ServerRule(
            domain=one.domain,
            severity=one.severity,
            rejects_media=one.rejects_media,
            rejects_flags=one.rejects_flags,
            public_comment=one.public_comment,
            is_obfuscated=one.is_obfuscated,
            source=source.strip()[:LONGEST_SOURCE],
            by=by,
            at=now,
        )
        for one in listed
    ]
    ServerRule.objects.bulk_create(
        rows,
        batch_size=500,
        update_conflicts=True,
        unique_fields=["domain"],
        update_fields=[
            "severity",
            "rejects_media",
            "rejects_flags",
            "public_comment",
            "is_obfuscated",
            "source",
            "by",
            "at",
        ],
    )
    if rows:
        _note(by, now, f"{len(rows)} from a list")
    return len(rows)


def _check(by: "Profile | None") -> None:
    if by is not None and not operates(by):
        raise NotTheOperator


def _note(by: "Profile | None", now: datetime, details: str) -> None:
    log.note(Deed.SERVER, by=by.pk if by else log.WHOEVER_RUNS_THE_SERVER, at=now, details=details)
