"""What Crossref says of the works that a version refers to."""

from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import quote

from django.conf import settings

from corridor.algorithms.crossref import work_in
from corridor.kernel import outbound_http
from corridor.library import policies
from corridor.library.actions.begin_tutorial import NotYourTutorial
from corridor.library.models import Reference, Version
from corridor.library.queries.references import unknown_dois

if TYPE_CHECKING:
    from corridor.people.models import Profile

ASKED = "https://api.crossref.org/works/{doi}"
UNKNOWN = 404
MOST_AT_ONCE = 5


class ReferencesNotAsked(Exception):
    """This installation asks Crossref for nothing: `CROSSREF_LOOKUP` is off."""


def look_up_references(*, version: Version, by: "Profile", now: datetime) -> int:
    """How many were asked about, five at most; what Crossref does not know is not asked again.

    Raises NotYourTutorial, ReferencesNotAsked or NotReached.
    """
    if not policies.owns(by, version.tutorial):
        raise NotYourTutorial
    if not settings.CROSSREF_LOOKUP:
        raise ReferencesNotAsked

    texts = version.parts.order_by("position", "pk").values_list("text", flat=True)
    asked = unknown_dois(texts)[:MOST_AT_ONCE]
    for doi in asked:  # no transaction is open while another server takes its time
        _look_up(doi, now)
    return len(asked)


def _look_up(doi: str, now: datetime) -> None:
    answer = outbound_http.fetch(ASKED.format(doi=quote(doi, safe="")), accept="application/json")
    if answer.code not in {outbound_http.OK, UNKNOWN}:
        raise outbound_http.NotReached(str(answer.code))
    work = work_in(answer.text) if answer.code == outbound_http.OK else None
    Reference.objects.get_or_create(
        doi=doi,
        defaults={
            "title": work.title if work else "",
            "authors": work.authors if work else "",
            "journal": work.journal if work else "",
            "year": work.year if work else None,
            "asked_at": now,
        },
    )
