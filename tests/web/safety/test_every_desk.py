"""Every address of a desk asks for the same: the right to it, and a second step."""

import pytest
from django.urls import URLPattern, get_resolver, reverse

from corridor.people.actions.verifying import appoint_reviewer
from corridor.safety.actions import appoint_moderator
from corridor.safety.choices import Queue

DESKS = ("queue/", "desk/", "second-readings/")
OF_LEADS = {"queue-policy", "queue-people", "queue-dismissal"} | {
    f"queue-wording{more}" for more in ("s", "-new", "")
}


@pytest.fixture
def lead(moderator, now):
    profile = moderator()
    appoint_moderator(profile, queues=[Queue.RULES], now=now, is_lead=True)
    return profile


def of_desks() -> dict[str, str]:
    """Each address, with number 1 or a word where it takes something."""
    found = {}
    for pattern in patterns(get_resolver()):
        if str(pattern.pattern).startswith(DESKS):
            asked = pattern.pattern.converters
            given = {
                name: 1 if "Int" in type(one).__name__ else "spam" for name, one in asked.items()
            }
            found[pattern.name] = reverse(pattern.name, kwargs=given)
    return found


def patterns(resolver):
    for one in resolver.url_patterns:
        yield from [one] if isinstance(one, URLPattern) else patterns(one)


def asked(client, url) -> int:
    answer = client.get(url)
    return client.post(url).status_code if answer.status_code == 405 else answer.status_code


def test_without_a_second_step_every_address_of_a_desk_is_closed(
    signed_in, lead, moderator, mallory, client, now, settings
):
    settings.DESK_SECOND_STEP = True
    appoint_reviewer(lead, now=now)
    leading, moderating, other = signed_in(lead), signed_in(moderator()), signed_in(mallory)
    urls = of_desks()

    said = {
        name: [asked(one, url) for one in (client, other, moderating, leading)]
        for name, url in urls.items()
    }

    assert len(urls) > 40
    assert said == {
        name: [302, 404, 404 if name in OF_LEADS or name.startswith("desk") else 403, 403]
        for name in urls
    }
