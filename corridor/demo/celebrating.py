"""What the people of the demo achieved, told by themselves."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from corridor.posts import actions
from corridor.posts.actions import NewAchievement
from corridor.posts.choices import Feat

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.people.models import Profile


@dataclass(frozen=True, kw_only=True)
class Achieved:
    by: str
    """A handle."""
    days: float
    """Before now."""
    feat: Feat
    title: str
    place: str
    words: str = ""


ACHIEVED = (
    Achieved(
        by="amara_nwosu",
        days=3,
        feat=Feat.AWARD,
        title="Best student poster: twelve scans to find a fascia",
        place="Severnside Student Research Day",
        words="First poster, first prize, and my mother asked what a fascia is. I drew it for her."
        " Thank you @kwame_osei for the Thursdays. #RegionalAnesthesia",
    ),
    Achieved(
        by="amara_nwosu",
        days=16,
        feat=Feat.TALK,
        title="What a learning curve feels like from below",
        place="Severnside Medical School, education meeting",
        words="Ten minutes, one drawing, and a question from the back row that I could answer.",
    ),
    Achieved(
        by="amara_nwosu",
        days=1.5,
        feat=Feat.PAPER,
        title="Learning curves of students in fascia iliaca ultrasound: a prospective count",
        place="Accepted by the Severnside Journal of Medical Education",
        words="Accepted. My drawing is figure one, and @kwame_osei says the second author is the"
        " one who makes the coffee.",
    ),
    Achieved(
        by="tomi_lawal",
        days=1.1,
        feat=Feat.PAPER,
        title="Who speaks first? Questions after talks by trainees in six departments",
        place="Accepted by the Pacific Crescent Review of Medical Education",
        words="Eleven drafts. @adaeze_okonkwo read every one. #MedEd",
    ),
    Achieved(
        by="kwame_mensa",
        days=9,
        feat=Feat.PROMOTION,
        title="Chief resident, emergency medicine",
        place="Sankɔfa Ridge Teaching Hospital",
        words="I promise fair Christmases.",
    ),
    Achieved(
        by="adaeze_okonkwo",
        days=14,
        feat=Feat.MATCH,
        title="Matched into anaesthesiology, the second time",
        place="Tidewater Beacon Hospital",
        words="A year ago this list did not have my name on it. For whoever is where I was: write"
        " to me. #Match2026 #IMGTwitter",
    ),
)


def celebrate(profiles: "Mapping[str, Profile]", *, now: datetime) -> None:
    """Each tells of her own: to celebrate another sends a mail, and nobody lives there."""
    for one in sorted(ACHIEVED, key=lambda achieved: -achieved.days):
        at = now - timedelta(days=one.days)
        new = NewAchievement(
            feat=one.feat, title=one.title, words=one.words, place=one.place, happened_on=at.date()
        )
        actions.celebrate(new, by=profiles[one.by], now=at)
