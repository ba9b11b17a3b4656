"""Keys and numbers of web push as apps write them."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error

from cryptography.hazmat.primitives.asymmetric import ec

POINT_BYTES, AUTH_BYTES = 65, 16


class NoKey(Exception):
    """It is none of its kind."""


def text_of(raw: bytes) -> str:
    return urlsafe_b64encode(raw).decode().rstrip("=")


def bytes_of(text: str) -> bytes:
    """Raises NoKey."""
    cleaned = text.strip().rstrip("=").replace("+", "-").replace("/", "_")
    try:
        return urlsafe_b64decode(cleaned + "=" * (-len(cleaned) % 4))
    except (Error, ValueError) as wrong:
        raise NoKey from wrong


def check(p256dh: str, auth: str) -> None:
    """Raises NoKey."""
    point = bytes_of(p256dh)
    if len(point) != POINT_BYTES or len(bytes_of(auth)) != AUTH_BYTES:
        raise NoKey
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    except ValueError as wrong:
        raise NoKey from wrong
