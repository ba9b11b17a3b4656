"""How people of the demo showed who they are, and what waits at the verification desk."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from PIL import Image, ImageDraw

from corridor.demo.cast import (
    AMARA,
    DR_DELGADO,
    DR_MENSA,
    DR_OKONKWO,
    DR_OSEI,
    DR_REYES,
    DR_VAUGHAN,
    MALLORY,
    MODERATOR,
    PROF_LINDQVIST,
)
from corridor.demo.people import DemoPerson, handle_of
from corridor.people.actions import verifying
from corridor.people.actions.verifying import NewBadge, NewDocument, NewDomain
from corridor.people.choices import Route

if TYPE_CHECKING:
    from corridor.people.models import Profile

ONE_IN = 4
"""Of those outside the cast, so many have shown a mailbox."""
LONG_AGO = timedelta(days=210)
VOUCHERS = (DR_OSEI, PROF_LINDQVIST)
MAILBOXES = (DR_OSEI, PROF_LINDQVIST, DR_VAUGHAN, DR_REYES, MODERATOR)
OTHER_BADGES = (
    (PROF_LINDQVIST, Route.DOCUMENT, "staff card of Norrviken universitetssjukhus", "LEAD"),
    (DR_OSEI, Route.ROSTER, "the Fells Society of Anaesthetists", "ATT"),
    (DR_REYES, Route.NPI, "Anesthesiology, CA", ""),
    (DR_OKONKWO, Route.ORCID, "0000-0002-1825-0097", ""),
)
"""Who, how, what it says, the stage that it shows; the iD is the one of ORCID's own examples."""


def verify_people(
    everybody: Sequence[DemoPerson], profiles: Mapping[str, "Profile"], *, now: datetime
) -> None:
    noor = profiles[MODERATOR.handle]
    verifying.appoint_reviewer(noor, now=now - LONG_AGO)
    for domain, institution in _domains().items():
        new = NewDomain(domain=domain, institution=institution, source="made up for the demo")
        verifying.add_email_domain(new=new, by=noor, now=now - LONG_AGO)
    shown = [*MAILBOXES, *(who for who in everybody[20::ONE_IN] if who not in MAILBOXES)]
    for days, who in enumerate(shown):
        _grant(
            profiles[who.handle],
            NewBadge(route=Route.EMAIL, shows=_domain(who.institution), evidence=who.email),
            now - timedelta(days=60 + days),
        )
    for who, route, shows, stage in OTHER_BADGES:
        by = noor if route in {Route.DOCUMENT, Route.NPI} else None
        new_badge = NewBadge(route=route, shows=shows, stage=stage, by=by)
        _grant(profiles[who.handle], new_badge, now - timedelta(days=45))
    _vouch(profiles, now)
    _claim(profiles, now)


def _domains() -> dict[str, str]:
    """Names that are kept for examples: no mail ever goes there."""
    return {_domain(who.institution): who.institution for who in MAILBOXES}


def _domain(institution: str) -> str:
    return f"{handle_of(institution).split('_')[0]}.example"


def _grant(profile: "Profile", new: NewBadge, at: datetime) -> None:
    verifying.grant_badge(profile=profile, new=new, now=at)


def _vouch(profiles: Mapping[str, "Profile"], now: datetime) -> None:
    vouchers = [profiles[who.handle] for who in VOUCHERS]
    accounts = get_user_model().objects.filter(profile__in=vouchers)
    accounts.update(joined_at=now - LONG_AGO)
    for voucher in vouchers:
        voucher.account.refresh_from_db()
        verifying.vouch_for(
            vouched=profiles[DR_DELGADO.handle],
            by=voucher,
            knows_from="The ultrasound course in Accra, two years running",
            now=now - timedelta(days=20),
        )


def _claim(profiles: Mapping[str, "Profile"], now: datetime) -> None:
    verifying.send_document(
        profile=profiles[AMARA.handle],
        new=NewDocument(
            what="Student card of Severnside Medical School",
            content=_card("Severnside Medical School", "Amara Nwosu", "Student, year 3"),
            words="I covered the number and my birthday.",
        ),
        now=now - timedelta(days=3),
    )
    verifying.claim_npi(
        profile=profiles[MALLORY.handle],
        number="1234567893",
        words="I trained in Ohio.",
        now=now - timedelta(days=2),
    )
    verifying.ask_for_domain(
        profile=profiles[DR_MENSA.handle],
        address="sankofa-ridge.example",
        words="Our teaching hospital in Accra; every member of staff has a mailbox there.",
        now=now - timedelta(hours=30),
    )
    verifying.send_document(
        profile=profiles[DR_OKONKWO.handle],
        new=NewDocument(
            what="Letter of Tidewater Beacon Hospital",
            content=_card("Tidewater Beacon Hospital", "Adaeze Okonkwo", "Resident, PGY-4"),
        ),
        now=now - timedelta(hours=5),
    )


def _card(institution: str, name: str, role: str) -> bytes:
    """A drawn card that could be nobody's."""
    card = Image.new("RGB", (640, 400), "#fdfdfb")
    draw = ImageDraw.Draw(card)
    draw.rectangle((0, 0, 640, 84), fill="#0e533b")
    draw.text((28, 26), institution, fill="#ffffff", font_size=30)
    draw.rectangle((28, 120, 208, 360), fill="#dfe6dd")
    draw.text((240, 140), name, fill="#0d231d", font_size=36)
    draw.text((240, 200), role, fill="#374b45", font_size=26)
    draw.rectangle((240, 260, 560, 300), fill="#0d231d")
    draw.text((240, 330), "Made up for the demo", fill="#4e615a", font_size=20)
    out = BytesIO()
    card.save(out, "PNG")
    return out.getvalue()
