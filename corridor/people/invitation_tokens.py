"""What stands in the link of an invitation, and what is kept of it."""

import hashlib
import secrets


def new_token() -> str:
    """192 bits of chance."""
    return secrets.token_urlsafe(24)


def digest_of(token: str) -> str:
    """A token is random and long: a plain digest cannot be guessed back."""
    return hashlib.sha256(token.encode()).hexdigest()
