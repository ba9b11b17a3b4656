"""Passkeys, authenticator apps and recovery codes, as allauth does them and we name them."""

from base64 import b64decode, b64encode
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from django.utils.translation import gettext as _

from corridor.kernel.sealing import seal, unseal
from corridor.web.joining.sentences import REFUSED_SECOND_STEP

PURPOSE, PLACE = "second step", "authenticator"


class SecondStep(DefaultMFAAdapter):
    error_messages = {**DefaultMFAAdapter.error_messages, **REFUSED_SECOND_STEP}

    def encrypt(self, text: str) -> str:
        """Secrets of apps and recovery codes do not lie open in the database."""
        return b64encode(seal(text, purpose=PURPOSE, place=PLACE)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(b64decode(encrypted_text), purpose=PURPOSE, place=PLACE)

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002 - allauth's
        number = user.authenticator_set.filter(type=type).count() + 1
        return _("Passkey") if number == 1 else _("Passkey %(number)d") % {"number": number}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": "Corridor"}

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        entity: dict[str, Any] = super().get_public_key_credential_user_entity(user)
        return {**entity, "display_name": user.profile.display_name}
