"""Words that people are offered when they say what they give, seek and care about.

Nobody is held to them: whatever else somebody writes is kept as she writes it.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.careers import Phase
from corridor.people.choices import Kind

STUDENT_TOPICS = (
    "choosing a specialty",
    "residency applications",
    "personal statement",
    "interview practice",
    "first research project",
    "study skills",
    "confidence on the wards",
    "money and funding",
    "networking",
    "finding a sponsor",
)
TRAINEE_TOPICS = (
    "fellowship applications",
    "board exams",
    "publishing",
    "research career",
    "leadership",
    "teaching skills",
    "work and family",
    "returning to training",
    "negotiating a contract",
    "visa and licensing",
    "wellbeing under pressure",
)
FACULTY_TOPICS = (
    "promotion",
    "leadership",
    "research career",
    "grant writing",
    "invited talks",
    "editorial boards",
    "committee work",
    "changing direction",
    "work and family",
    "wellbeing under pressure",
)
TOPICS = tuple(dict.fromkeys((*STUDENT_TOPICS, *TRAINEE_TOPICS, *FACULTY_TOPICS)))
TOPICS_OF = {
    Phase.STUDENT: STUDENT_TOPICS,
    Phase.TRAINEE: TRAINEE_TOPICS,
    Phase.FACULTY: FACULTY_TOPICS,
    Phase.OUTSIDE: TOPICS,
}
"""What somebody at that part of the ladder is likely to seek."""

INTERESTS = (
    "airway management",
    "artificial intelligence",
    "child health",
    "communication",
    "digital health",
    "first-generation students",
    "global health",
    "health equity",
    "maternal health",
    "medical education",
    "medical writing",
    "patient safety",
    "planetary health",
    "point-of-care ultrasound",
    "quality improvement",
    "rural health",
    "simulation",
    "wellbeing",
)
LANGUAGES = (
    "english",
    "arabic",
    "french",
    "german",
    "hausa",
    "hindi",
    "igbo",
    "italian",
    "mandarin",
    "polish",
    "portuguese",
    "spanish",
    "swahili",
    "swedish",
    "twi",
    "urdu",
    "vietnamese",
    "yoruba",
)


@dataclass(frozen=True, kw_only=True)
class Goal:
    """Something somebody may come for, and the wish that it becomes."""

    code: str
    words: Promise
    kind: Kind
    topics: tuple[str, ...]
    phases: tuple[Phase, ...]


STUDENT, TRAINEE, FACULTY = Phase.STUDENT, Phase.TRAINEE, Phase.FACULTY
GOALS = (
    Goal(
        code="specialty",
        words=_("Find out which specialty suits me"),
        kind=Kind.MENTORSHIP,
        topics=("choosing a specialty",),
        phases=(STUDENT,),
    ),
    Goal(
        code="applications",
        words=_("Apply for a residency or training post"),
        kind=Kind.MENTORSHIP,
        topics=("residency applications", "personal statement", "interview practice"),
        phases=(STUDENT,),
    ),
    Goal(
        code="research",
        words=_("Get a first research project off the ground"),
        kind=Kind.MENTORSHIP,
        topics=("first research project",),
        phases=(STUDENT, TRAINEE),
    ),
    Goal(
        code="wards",
        words=_("Be less afraid on the wards"),
        kind=Kind.COACHING,
        topics=("confidence on the wards",),
        phases=(STUDENT,),
    ),
    Goal(
        code="fellowship",
        words=_("Apply for a fellowship"),
        kind=Kind.MENTORSHIP,
        topics=("fellowship applications",),
        phases=(TRAINEE,),
    ),
    Goal(
        code="exams",
        words=_("Pass an exam"),
        kind=Kind.COACHING,
        topics=("board exams",),
        phases=(TRAINEE,),
    ),
    Goal(
        code="life",
        words=_("Keep work and the rest of life together"),
        kind=Kind.MENTORSHIP,
        topics=("work and family", "wellbeing under pressure"),
        phases=(STUDENT, TRAINEE, FACULTY),
    ),
    Goal(
        code="lead",
        words=_("Lead people well"),
        kind=Kind.COACHING,
        topics=("leadership",),
        phases=(TRAINEE, FACULTY),
    ),
    Goal(
        code="promotion",
        words=_("Be promoted"),
        kind=Kind.MENTORSHIP,
        topics=("promotion",),
        phases=(FACULTY,),
    ),
    Goal(
        code="seen",
        words=_("Be named when a talk or a post is given away"),
        kind=Kind.SPONSORSHIP,
        topics=("invited talks", "networking"),
        phases=(STUDENT, TRAINEE, FACULTY),
    ),
)


def goals_for(phase: Phase | None) -> list[Goal]:
    return [goal for goal in GOALS if phase is None or phase in goal.phases] or list(GOALS)
