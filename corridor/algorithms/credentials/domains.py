"""Domains of mailboxes: written one way, and walked up to where anybody may register.

Names with other letters are compared in their ASCII form (IDNA 2008 with the mapping of UTS 46).
Where registration is open is what the Public Suffix List says (publicsuffix.org): `ac.uk`,
`edu.au` and `nhs.uk` belong to no institution, `severnside.ac.uk` to one.
"""

from dataclasses import dataclass

import idna
from publicsuffixlist import PublicSuffixList

LONGEST_DOMAIN = 253
LONGEST_ADDRESS = 254
LONGEST_LOCAL_PART = 64

FOR_LIFE = frozenset({"alumni", "alumna", "alumnae", "alumnus", "alum", "alumnos", "alumno"})
"""Labels of mailboxes that people keep when they leave, and some get for giving money."""

_SUFFIXES = PublicSuffixList()


class NotADomain(Exception):
    """Two or more labels that a mail server could have."""


class NotAnAddress(Exception):
    """A local part, one at sign, and a domain."""


@dataclass(frozen=True, kw_only=True)
class Address:
    local: str
    domain: str

    def __str__(self) -> str:
        return f"{self.local}@{self.domain}"

    @property
    def mailbox(self) -> str:
        """The same for every way of writing one mailbox: small letters, nothing after a plus."""
        return f"{self.local.lower().partition('+')[0] or self.local.lower()}@{self.domain}"


def plain_domain(text: str) -> str:
    """Small ASCII letters, no dot at the end. Raises NotADomain."""
    written = text.strip().rstrip(".")
    if not written or len(written) > LONGEST_DOMAIN:
        raise NotADomain(text)
    try:
        domain = idna.encode(written, uts46=True, std3_rules=True).decode().lower()
    except (idna.IDNAError, UnicodeError) as error:
        raise NotADomain(text) from error
    above, dot, top = domain.rpartition(".")
    if not (above and dot) or top.isdigit():
        raise NotADomain(text)
    return domain


def plain_address(text: str) -> Address:
    """Raises NotAnAddress."""
    local, at, domain = text.strip().rpartition("@")
    if not at or not _is_local_part(local) or len(text.strip()) > LONGEST_ADDRESS:
        raise NotAnAddress(text)
    try:
        return Address(local=local, domain=plain_domain(domain))
    except NotADomain as error:
        raise NotAnAddress(text) from error


def is_public_suffix(domain: str) -> bool:
    """Whether anybody, or every institution of a country, registers names right below it."""
    return _SUFFIXES.is_public(domain)


def parents(domain: str) -> tuple[str, ...]:
    """The domain and those above it that one owner has: `mgh.harvard.edu`, `harvard.edu`."""
    labels = domain.split(".")
    walk = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return tuple(name for name in walk if not is_public_suffix(name))


def is_for_life(domain: str) -> bool:
    return not FOR_LIFE.isdisjoint(domain.split("."))


def _is_local_part(local: str) -> bool:
    """Quoted local parts are allowed by RFC 5321 and used by nobody but attackers."""
    if not 0 < len(local) <= LONGEST_LOCAL_PART or local[0] == "." or local[-1] == ".":
        return False
    return ".." not in local and all(
        (letter.isascii() and letter.isalnum()) or letter in "!#$%&'*+-/=?^_`{|}~."
        for letter in local
    )
