"""OAuth as Mastodon's apps use it: code with or without PKCE, and tokens for apps alone.

The protocol is oauthlib's, the rows are django-oauth-toolkit's; what is stricter than both is here.
"""

import base64
import hashlib
import json
import re
import secrets
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from oauth2_provider.models import AccessToken, Application, Grant
from oauth2_provider.oauth2_backends import OAuthLibCore
from oauth2_provider.oauth2_validators import OAuth2Validator
from oauthlib.oauth2 import (
    AuthorizationCodeGrant,
    AuthorizationEndpoint,
    BearerToken,
    ClientCredentialsGrant,
    RevocationEndpoint,
    TokenEndpoint,
)
from oauthlib.oauth2.rfc6749.errors import InvalidGrantError, InvalidRequestError
from oauthlib.oauth2.rfc6749.grant_types.authorization_code import code_challenge_method_s256

from corridor.mastodon_api import scopes
from corridor.mastodon_api.models import RegisteredApp
from corridor.mastodon_api.oauth.revoking import revoke
from corridor.mastodon_api.parameters import given

TOKEN_BYTES = 32
A_LONG_TIME = 10 * 365 * 24 * 3600
CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}")
"""A SHA-256 digest in base64url."""
GRANTS = ("authorization_code", "client_credentials")


def digest(secret: str) -> str:
    """Secrets and tokens of apps are random and long: a plain digest cannot be guessed back."""
    return hashlib.sha256(secret.encode()).hexdigest()


def token_of(code: str) -> str:
    """What a code becomes, as nobody can say without the server's key.

    So whoever sends a code once more shows which token it gave, though no row keeps either.
    """
    made = salted_hmac("corridor.mastodon_api.oauth.token_of", code, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(made).decode().rstrip("=")


def _new_token(request: Any) -> str:
    is_of_code = request.grant_type == "authorization_code" and request.code
    return token_of(request.code) if is_of_code else secrets.token_urlsafe(TOKEN_BYTES)


class Rules(OAuth2Validator):
    def validate_code(
        self,
        client_id: str,
        code: str,
        client: Application,
        request: Any,
        *args: Any,
        **kwargs: Any,
    ) -> bool:
        """Sent a second time somebody else may have it: the token that it gave ends.

        https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2
        """
        is_good = bool(super().validate_code(client_id, code, client, request, *args, **kwargs))
        if not is_good:
            self.revoke_token(token_of(code), "access_token", request)
        return is_good

    def validate_redirect_uri(
        self, client_id: str, redirect_uri: str, request: Any, *args: Any, **kwargs: Any
    ) -> bool:
        """Letter by letter."""
        return redirect_uri in request.client.redirect_uris.split()

    def confirm_redirect_uri(
        self, client_id: str, code: str, redirect_uri: str, client: Application, *args: Any
    ) -> bool:
        found = Grant.objects.filter(code=code, application=client, redirect_uri=redirect_uri)
        return bool(found.exists())

    def _check_secret(self, provided_secret: str, stored_secret: str) -> bool:
        return secrets.compare_digest(digest(provided_secret), stored_secret)

    def validate_grant_type(
        self, client_id: str, grant_type: str, client: Application, request: Any, *args: Any
    ) -> bool:
        return grant_type in GRANTS

    def validate_response_type(
        self, client_id: str, response_type: str, client: Application, request: Any, *args: Any
    ) -> bool:
        return response_type == "code"

    def validate_scopes(
        self, client_id: str, asked: list[str], client: Application, request: Any, *args: Any
    ) -> bool:
        """Known ones, within what the app registered for."""
        registered = RegisteredApp.objects.filter(application=client).first()
        held = registered.scopes.split() if registered else []
        return all(scope in scopes.ALL and scopes.includes(held, scope) for scope in asked)

    def get_default_scopes(self, client_id: str, request: Any, *args: Any) -> list[str]:
        return [scopes.DEFAULT]

    def is_pkce_required(self, client_id: str, request: Any) -> bool:
        """Many apps do not know it; for whoever begins with it, it is."""
        return False

    def revoke_token(self, token: str, token_type_hint: str, request: Any, *args: Any) -> None:
        """An app's own tokens only."""
        revoke(
            AccessToken.objects.filter(
                application=request.client,
                token_checksum=hashlib.sha256(token.encode()).hexdigest(),
            )
        )


class CodeGrant(AuthorizationCodeGrant):
    refresh_token = False
    _code_challenge_methods = {"S256": code_challenge_method_s256}

    def validate_authorization_request(self, request: Any) -> tuple[list[str], dict[str, Any]]:
        scopes_and_facts: tuple[list[str], dict[str, Any]]
        scopes_and_facts = super().validate_authorization_request(request)
        challenge = request.code_challenge
        if challenge is None:
            request.code_challenge_method = None  # of nothing
        elif not CHALLENGE.fullmatch(challenge):
            raise InvalidRequestError(request=request)
        return scopes_and_facts

    def create_token_response(self, request: Any, token_handler: Any) -> Any:
        """The code is held while it becomes a token: of those who send it at once one gets one,
        and it ends with the second.
        """
        with transaction.atomic():
            list(Grant.objects.select_for_update().filter(code=request.code or "").order_by("pk"))
            return super().create_token_response(request, token_handler)

    def validate_token_request(self, request: Any) -> None:
        """A verifier for a code that was asked for without a challenge is a sign of an attack."""
        super().validate_token_request(request)
        challenge = self.request_validator.get_code_challenge(request.code, request)
        if challenge is None and request.code_verifier is not None:
            raise InvalidGrantError(request=request)


class Server(AuthorizationEndpoint, TokenEndpoint, RevocationEndpoint):
    """No implicit grant, no passwords, no refresh tokens."""

    def __init__(self, rules: Rules) -> None:
        bearer = BearerToken(
            rules,
            token_generator=_new_token,
            expires_in=A_LONG_TIME,
        )
        code = CodeGrant(rules)
        AuthorizationEndpoint.__init__(
            self,
            default_response_type="code",
            default_token_type=bearer,
            response_types={"code": code},
        )
        TokenEndpoint.__init__(
            self,
            default_grant_type="authorization_code",
            default_token_type=bearer,
            grant_types={
                "authorization_code": code,
                "client_credentials": ClientCredentialsGrant(rules),
            },
        )
        RevocationEndpoint.__init__(self, rules, supported_token_types=["access_token"])


class Exchange(OAuthLibCore):
    """Between Django's requests and oauthlib's; takes JSON as well as forms."""

    def extract_body(self, request: HttpRequest) -> list[tuple[str, str]]:
        """Raises ApiError where it cannot be read.

        What the page asks is in its address; its form adds what somebody decided, nothing else.
        """
        if request.GET:
            return []
        return [(name, str(value)) for name, value in given(request).items()]


exchange = Exchange(Server(Rules()))


def fields_of(said: str) -> dict[str, Any]:
    fields: dict[str, Any] = json.loads(said or "{}")
    return fields
