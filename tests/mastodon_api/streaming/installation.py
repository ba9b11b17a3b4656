"""Run inside of an installation of its own: two people, a token each, printed as JSON."""

import json
from datetime import timedelta

import django

django.setup()

from django.utils import timezone  # noqa: E402
from oauth2_provider.models import AccessToken, Application, set_token_value  # noqa: E402

from corridor.people.actions import NewPerson, follow, register_person  # noqa: E402


def token_of(profile, application):
    kept = AccessToken(
        user=profile.account,
        application=application,
        scope="read write follow push",
        expires=timezone.now() + timedelta(days=1),
    )
    token = f"token-of-{profile.handle}"
    set_token_value(kept, token)
    kept.save()
    return token


def person(handle):
    facts = NewPerson(email=f"{handle}@example.org", handle=handle, display_name=handle.title())
    return register_person(facts, "corridor-conversation", now=timezone.now())


pocket = Application.objects.create(
    name="Pocket",
    client_type=Application.CLIENT_CONFIDENTIAL,
    authorization_grant_type=Application.GRANT_AUTHORIZATION_CODE,
    redirect_uris="https://pocket.example/back",
)
amara, osei = person("amara"), person("osei")
follow(follower=amara, followed=osei, now=timezone.now())
print(json.dumps({one.handle: token_of(one, pocket) for one in (amara, osei)}))  # noqa: T201
