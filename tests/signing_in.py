"""Somebody is signed in. Django's `force_login` begins two sessions and writes four times."""

from importlib import import_module

from django.conf import settings
from django.contrib.auth import (
    BACKEND_SESSION_KEY,
    HASH_SESSION_KEY,
    SESSION_KEY,
    get_user_model,
    user_logged_in,
)
from django.http import HttpRequest
from django.test import Client


def browser_of(profile) -> Client:
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = session_of(profile)
    return client


def session_of(profile) -> str:
    """The key of her new session."""
    account = get_user_model().objects.get(pk=profile.account_id)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.save()
    user_logged_in.send(sender=type(account), request=HttpRequest(), user=account)
    return session.session_key
