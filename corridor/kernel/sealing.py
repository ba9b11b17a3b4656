"""Encryption of what must not lie open in a database file or a back-up.

AES-256-GCM (NIST SP 800-38D) with a key of its own for each purpose, derived by HKDF-SHA256
(RFC 5869) from `ENCRYPTION_KEY`. What is sealed is bound to its place: it opens for the same
purpose and place only, so that nobody can move a sealed value from one row to another.
"""

import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

VERSION = b"\x01"
NONCE_BYTES = 12
KEY_BYTES = 32


class CannotOpen(Exception):
    """Sealed with another key, for another place, or damaged."""


def seal(text: str, *, purpose: str, place: str) -> bytes:
    """``place`` names the row: a value moved elsewhere does not open."""
    return seal_bytes(text.encode(), purpose=purpose, place=place)


def unseal(sealed: bytes, *, purpose: str, place: str) -> str:
    """Raises CannotOpen."""
    return unseal_bytes(sealed, purpose=purpose, place=place).decode()


def seal_bytes(content: bytes, *, purpose: str, place: str) -> bytes:
    """The same for files."""
    nonce = os.urandom(NONCE_BYTES)
    key = _key(settings.ENCRYPTION_KEYS[0], purpose)
    return VERSION + nonce + AESGCM(key).encrypt(nonce, content, place.encode())


def unseal_bytes(sealed: bytes, *, purpose: str, place: str) -> bytes:
    """Raises CannotOpen."""
    sealed = bytes(sealed)
    nonce, body = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    for secret in settings.ENCRYPTION_KEYS:
        try:
            return AESGCM(_key(secret, purpose)).decrypt(nonce, body, place.encode())
        except InvalidTag:
            continue
    raise CannotOpen


def digest(text: str, *, purpose: str) -> bytes:
    """The same for the same text, and nothing to whoever has no key: to search by equality.

    It is made with the oldest key, so that it stays when a new one is put before it.
    """
    key = _key(settings.ENCRYPTION_KEYS[-1], f"digest of {purpose}")
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def _key(secret: str, purpose: str) -> bytes:
    derive = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose.encode())
    return derive.derive(secret.encode())
