"""The stage of the verification desk: members, a reviewer, files that are what they say."""

from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image

from corridor.demo.cast import MODERATOR
from corridor.people.actions import verifying
from corridor.people.actions.verifying import NewBadge, NewDocument
from corridor.people.choices import Route
from corridor.people.models import EmailDomain
from tests.kernel.pdfs import pdf

PDF = pdf()


def picture(form="PNG", size=(40, 30), **extra):
    out = BytesIO()
    Image.new("RGB", size, "white").save(out, form, **extra)
    return out.getvalue()


@pytest.fixture
def severnside(db, now):
    return EmailDomain.objects.create(
        domain="severnside.ac.uk",
        institution="Severnside Medical School",
        country="GB",
        source="entered for the tests",
        added_at=now,
    )


@pytest.fixture
def noor(meet, now):
    """Moderator, and reviewer of the desk."""
    profile = meet(MODERATOR)
    verifying.appoint_reviewer(profile, now=now)
    return profile


@pytest.fixture
def verify(now):
    """Somebody has had a mailbox badge since a month ago: `verify(amara)`."""

    def grant(profile, domain="severnside.ac.uk", **facts):
        facts = {"route": Route.EMAIL, "shows": domain} | facts
        return verifying.grant_badge(
            profile=profile, new=NewBadge(**facts), now=now - timedelta(days=30)
        )

    return grant


@pytest.fixture
def long_here(now):
    """Somebody who joined a year ago: `long_here(dr_osei)`."""

    def settle(profile):
        profile.account.joined_at = now - timedelta(days=365)
        profile.account.save()
        return profile

    return settle


@pytest.fixture
def staff_card(amara, now):
    """Amara's open claim with a document."""
    new = NewDocument(what="Student card of Severnside", content=picture(), words="Year 3.")
    return verifying.send_document(profile=amara, new=new, now=now)
