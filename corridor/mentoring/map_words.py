"""What the map of somebody's network speaks of: needs, arenas, and how close a tie is."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import IntegerChoices, TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.people.choices import Kind


class Need(TextChoices):
    CAREER = "career", _("Choosing a way")
    RESEARCH = "research", _("Research and writing")
    SKILLS = "skills", _("Learning and examinations")
    SPONSOR = "sponsor", _("Somebody who opens doors")
    LEADING = "leading", _("Leading and negotiating")
    WELLNESS = "wellness", _("Well-being, family, money")
    IDENTITY = "identity", _("Somebody who has lived it")


class Arena(TextChoices):
    SCHOOL = "school", _("School or training")
    WORK = "work", _("Work")
    SOCIETY = "society", _("A society or programme")
    COMMUNITY = "community", _("Community")
    FAMILY = "family", _("Family and friends")


class Strength(IntegerChoices):
    LOOSE = 1, _("Now and then")
    FIRM = 2, _("Regularly")
    CLOSE = 3, _("Close")


@dataclass(frozen=True)
class Way:
    """How a gap can be closed: what the directory is asked for."""

    topics: tuple[str, ...]
    """As `people.vocabulary` has them; the first is what the search begins with."""
    kind: Kind | None = None
    says: Promise | str = ""


WAYS: Mapping[Need, Way] = {
    Need.CAREER: Way(
        ("choosing a specialty", "residency applications", "personal statement",
         "fellowship applications", "changing direction", "returning to training", "promotion",
         "visa and licensing"),
    ),
    Need.RESEARCH: Way(
        ("first research project", "publishing", "research career", "grant writing",
         "editorial boards"),
    ),
    Need.SKILLS: Way(
        ("study skills", "board exams", "interview practice", "confidence on the wards",
         "teaching skills"),
    ),
    Need.SPONSOR: Way(
        ("finding a sponsor", "networking", "invited talks", "committee work"), Kind.SPONSORSHIP
    ),
    Need.LEADING: Way(("leadership", "negotiating a contract")),
    Need.WELLNESS: Way(("wellbeing under pressure", "work and family", "money and funding")),
    Need.IDENTITY: Way(()),
}  # fmt: skip
OF_TOPIC: Mapping[str, Need] = {topic: need for need, way in WAYS.items() for topic in way.topics}
