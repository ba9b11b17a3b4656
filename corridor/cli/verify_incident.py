"""`corridor verify-incident`: check a copy of an incident file, without a server."""

import argparse
import hashlib
import json
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.algorithms.evidence_chain import Link, commitment, first_fault

NAME = "verify-incident"
HELP = gettext_lazy("Check that a copy of an incident file was not changed since it was made.")
EXAMPLES = """example:
  corridor verify-incident incident-3-2026-11-30.zip

Exits with 0 if everything holds, else with 1. Only the copy is read: no server, no database. It
shows that nothing was changed, left out or put in unseen; it does not show that what was kept is
true, and the times are those of the server's clock."""

FORMAT = "corridor-incident/1"
SUMS = "SHA256SUMS"
SAID = "incident.json"
MOST_BYTES = 1 << 30
"""More than any copy has; what is packed smaller than that to burst on opening is refused."""
A_CHUNK = 1 << 20
WRONG = (
    OSError,
    zipfile.BadZipFile,
    KeyError,
    TypeError,
    ValueError,
    AttributeError,
    NotImplementedError,
)
"""What a file raises that is no such copy."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help=_("the ZIP that was downloaded"))


def run(args: argparse.Namespace) -> int:
    try:
        with zipfile.ZipFile(args.file) as archive:
            faults = list(_faults(archive))
            count = len(json.loads(archive.read(SAID))["chain"]) if not faults else 0
    except WRONG as wrong:
        print(_("This is no copy of an incident file: %(why)s") % {"why": wrong}, file=sys.stderr)
        return 1
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        print(_("Something was changed."))
        return 1
    print(_("%(n)d pieces of evidence, all as they were kept.") % {"n": count})
    return 0


def _faults(archive: zipfile.ZipFile) -> Iterator[str]:
    if sum(entry.file_size for entry in archive.infolist()) > MOST_BYTES:
        raise ValueError(_("it is larger than a copy can be"))
    sums = _sums(archive)
    names = {entry.filename for entry in archive.infolist()} - {SUMS}
    for name in sorted(names ^ set(sums)):
        yield _("%(name)s: missing, or not in the list of digests") % {"name": name}
    digests = {name: _digest(archive, name) for name in names & set(sums)}
    for name in sorted(digests):
        if digests[name] != sums[name]:
            yield _("%(name)s: was changed") % {"name": name}
    said = json.loads(archive.read(SAID))
    if said["format"] != FORMAT:
        raise ValueError(_("its format is another one"))
    yield from _chain_faults(said, digests)


def _chain_faults(said: Mapping[str, Any], digests: Mapping[str, str]) -> Iterator[str]:
    fault = first_fault([_link(one) for one in said["chain"]])
    if fault is not None:
        yield _("number %(n)d: the chain is broken from here on") % {"n": fault}
    for one in said["chain"]:
        kept = [] if one["record"] is None else [file["sha256"] for file in one["record"]["files"]]
        found = [digests.get(file["original"]) for file in one["files"]]
        if kept != found:
            yield _("number %(n)d: a file is another one than was kept") % {"n": one["number"]}
        whole = said["whole"].get(str(one["number"]))
        if whole and one["record"]["commitment"] != commitment(whole["record"], salt=whole["salt"]):
            yield _("number %(n)d: the masked words are others") % {"n": one["number"]}


def _link(one: Mapping[str, Any]) -> Link:
    return Link(
        number=one["number"],
        previous=one["previous"],
        digest=one["digest"],
        record=one["record"],
    )


def _sums(archive: zipfile.ZipFile) -> dict[str, str]:
    lines = archive.read(SUMS).decode().splitlines()
    return {name: digest for digest, _space, name in (line.partition("  ") for line in lines)}


def _digest(archive: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    with archive.open(name) as file:
        while chunk := file.read(A_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
