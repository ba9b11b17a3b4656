"""Words that people are offered when they say what they give, seek and care about.

Nobody is held to them: whatever else somebody writes is kept as she writes it.
"""

from corridor.algorithms.careers import Phase

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
