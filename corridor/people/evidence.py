"""What a badge rests on, so that it verifies one profile and yet lies nowhere in the clear."""

import base64
from datetime import timedelta

from corridor.kernel import sealing
from corridor.people.choices import Route

VALID_FOR = {
    Route.EMAIL: timedelta(days=365),
    Route.ORCID: timedelta(days=365),
    Route.ROSTER: timedelta(days=365),
    Route.VOUCHES: timedelta(days=365),
    Route.NPI: timedelta(days=730),
    Route.DOCUMENT: timedelta(days=730),
}
"""People move on; a mailbox may outlive the job, a document says what was true."""

DOCUMENT = "verification document"
NUMBER = "verification number"


def digest_of(route: Route, text: str) -> str:
    """The same for the same mailbox, iD or number; nothing to whoever has no key."""
    return sealing.digest(text, purpose=f"verification by {route}").hex()


def seal_document(content: bytes, *, claim_id: int) -> bytes:
    return sealing.seal(
        base64.b64encode(content).decode(), purpose=DOCUMENT, place=f"claim {claim_id}"
    )


def unseal_document(sealed: bytes, *, claim_id: int) -> bytes:
    """Raises CannotOpen."""
    return base64.b64decode(sealing.unseal(sealed, purpose=DOCUMENT, place=f"claim {claim_id}"))


def seal_number(number: str, *, claim_id: int) -> bytes:
    return sealing.seal(number, purpose=NUMBER, place=f"claim {claim_id}")


def unseal_number(sealed: bytes, *, claim_id: int) -> str:
    """Raises CannotOpen."""
    return sealing.unseal(sealed, purpose=NUMBER, place=f"claim {claim_id}")
