"""Run inside of an installation of its own: two people, a token each, printed as JSON."""

import json

import django

django.setup()

from django.utils import timezone  # noqa: E402

from corridor.people.actions import NewPerson, follow, register_person  # noqa: E402
from tests.mastodon_api.letting_in import EVERYTHING, let_in  # noqa: E402


def person(handle):
    facts = NewPerson(email=f"{handle}@example.org", handle=handle, display_name=handle.title())
    return register_person(facts, "corridor-conversation", now=timezone.now())


amara, osei = person("amara"), person("osei")
follow(follower=amara, followed=osei, now=timezone.now())
tokens = {one.handle: f"token-of-{one.handle}" for one in (amara, osei)}
let_in(amara, EVERYTHING, tokens["amara"])
let_in(osei, EVERYTHING, tokens["osei"])
print(json.dumps(tokens))  # noqa: T201
