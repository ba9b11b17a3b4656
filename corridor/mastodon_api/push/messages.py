"""What is sent to a push service: sealed for the app, and signed so that it is ours.

RFC 8291 and RFC 8292; apps of before understand the drafts draft-ietf-webpush-encryption-04 and
draft-ietf-webpush-vapid-01.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings

from corridor.mastodon_api.push.keys import bytes_of, text_of

KEPT = timedelta(days=2)
"""So long a push service keeps it for a device that is off."""
SIGNED_FOR = timedelta(hours=12)


@dataclass(frozen=True, kw_only=True)
class Receiver:
    endpoint: str
    p256dh: str
    auth: str
    is_standard: bool


@dataclass(frozen=True, kw_only=True)
class Message:
    body: bytes
    headers: Mapping[str, str]


def message(payload: Mapping[str, object], receiver: Receiver, *, now: datetime) -> Message:
    said = json.dumps(payload, ensure_ascii=False).encode()
    key = ec.generate_private_key(ec.SECP256R1())
    salt = os.urandom(16)
    body = http_ece.encrypt(
        said,
        salt=salt,
        private_key=key,
        dh=bytes_of(receiver.p256dh),
        auth_secret=bytes_of(receiver.auth),
        version="aes128gcm" if receiver.is_standard else "aesgcm",
    )
    signed = _signed(receiver.endpoint, now)
    ours = settings.VAPID_PUBLIC_KEY
    if receiver.is_standard:
        own = {"Content-Encoding": "aes128gcm", "Authorization": f"vapid t={signed}, k={ours}"}
    else:
        own = {
            "Content-Encoding": "aesgcm",
            "Authorization": f"WebPush {signed}",
            "Encryption": f"salt={text_of(salt)}",
            "Crypto-Key": f"dh={_point(key)};p256ecdsa={ours}",
        }
    return Message(
        body=body,
        headers={
            "Content-Type": "application/octet-stream",
            "TTL": str(int(KEPT.total_seconds())),
            "Urgency": "normal",
            **own,
        },
    )


def _signed(endpoint: str, now: datetime) -> str:
    """A JWT for the push service: https://www.rfc-editor.org/rfc/rfc8292#section-2"""
    parts = urlsplit(endpoint)
    claims = {
        "aud": f"{parts.scheme}://{parts.netloc}",
        "exp": int((now + SIGNED_FOR).timestamp()),
        "sub": settings.PUBLIC_URL,
    }
    words = [{"typ": "JWT", "alg": "ES256"}, claims]
    said = ".".join(text_of(json.dumps(part).encode()) for part in words)
    private = int.from_bytes(bytes_of(settings.VAPID_PRIVATE_KEY), "big")
    key = ec.derive_private_key(private, ec.SECP256R1())
    first, second = decode_dss_signature(key.sign(said.encode(), ec.ECDSA(SHA256())))
    return f"{said}.{text_of(first.to_bytes(32, 'big') + second.to_bytes(32, 'big'))}"


def _point(key: ec.EllipticCurvePrivateKey) -> str:
    public = key.public_key()
    return text_of(public.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))
