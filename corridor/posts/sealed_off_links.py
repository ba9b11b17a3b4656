"""Addresses of files that lie where nobody gets at them, for whoever writes a post anew.

An app shows its pictures while it is written again; afterwards the address leads nowhere.
"""

from django.core.signing import BadSignature, TimestampSigner

LASTS = 3600
"""Seconds."""
NAME = "for"


def link_to(path: str, url: str) -> str:
    """`path`: as storage knows it."""
    return f"{url}?{NAME}={_signer().sign(path).removeprefix(path + ':')}"


def leads_to(path: str, given: str) -> bool:
    try:
        _signer().unsign(f"{path}:{given}", max_age=LASTS)
    except BadSignature:
        return False
    return True


def _signer() -> TimestampSigner:
    return TimestampSigner(salt="corridor.posts.sealed_off_links")
