"""The questions that people may answer about themselves, to begin with; each server edits them.

The first is the one combined question of the United States' SPD-15 as revised in March 2024:
seven categories of equal standing, as many as apply. Immigration status is asked nowhere.
"""

from typing import Any

from django.db import migrations

QUESTIONS: list[dict[str, Any]] = [
    {
        "slug": "race-ethnicity",
        "wording": "What is your race and/or ethnicity?",
        "help": "Select all that apply. Details are yours to add in your own words: for example"
        " Navajo Nation, Vietnamese, Nigerian, Puerto Rican, Lebanese, Samoan, Irish.",
        "options": [
            ("american-indian-alaska-native", "American Indian or Alaska Native"),
            ("asian", "Asian"),
            ("black-african-american", "Black or African American"),
            ("hispanic-latino", "Hispanic or Latino"),
            ("middle-eastern-north-african", "Middle Eastern or North African"),
            ("native-hawaiian-pacific-islander", "Native Hawaiian or Pacific Islander"),
            ("white", "White"),
        ],
    },
    {
        "slug": "gender",
        "wording": "How do you describe your gender?",
        "options": [("woman", "Woman"), ("man", "Man"), ("non-binary", "Non-binary")],
    },
    {
        "slug": "trans",
        "wording": "Are you transgender, or do you have a trans history?",
        "options": [("yes", "Yes, trans"), ("no", "No, not trans")],
    },
    {
        "slug": "lgbtq",
        "wording": "Are you part of the LGBTQ+ community?",
        "options": [("yes", "LGBTQ+"), ("ally", "Ally"), ("no", "Not LGBTQ+")],
    },
    {
        "slug": "religion",
        "wording": "Do you have a religion or belief?",
        "options": [
            ("buddhist", "Buddhist"),
            ("christian", "Christian"),
            ("hindu", "Hindu"),
            ("jewish", "Jewish"),
            ("muslim", "Muslim"),
            ("sikh", "Sikh"),
            ("none", "No religion"),
        ],
    },
    {
        "slug": "family",
        "wording": "Are you the first in your family at university?",
        "help": "No parent or guardian has a bachelor's degree, or what comes near it.",
        "is_experience": True,
        "options": [("first-in-family", "first in family at university")],
    },
    {
        "slug": "means",
        "wording": "Did you grow up with little money?",
        "is_experience": True,
        "options": [("low-income", "low-income background")],
    },
    {
        "slug": "home",
        "wording": "Where did you grow up?",
        "is_experience": True,
        "options": [
            ("rural", "rural background"),
            ("underserved", "grew up where doctors were scarce"),
        ],
    },
    {
        "slug": "way",
        "wording": "How did you come into medicine?",
        "is_experience": True,
        "options": [
            ("img", "international medical graduate"),
            ("osteopathic", "osteopathic graduate (DO)"),
            ("re-applicant", "re-applicant"),
            ("career-changer", "career changer"),
        ],
    },
    {
        "slug": "health",
        "wording": "Do you live with a disability or a chronic illness?",
        "help": "What you need in order to work or learn is not asked here.",
        "is_experience": True,
        "options": [
            ("disability", "disability or chronic illness"),
            ("deaf", "deaf or hard of hearing"),
            ("blind", "blind or low vision"),
            ("mobility", "mobility disability"),
            ("neurodivergent", "neurodivergent"),
            ("mental-health", "mental health condition"),
        ],
    },
    {
        "slug": "caring",
        "wording": "Do you look after somebody?",
        "is_experience": True,
        "options": [("caregiver", "parent or caregiver")],
    },
    {
        "slug": "service",
        "wording": "Did you serve in the armed forces?",
        "is_experience": True,
        "options": [("veteran", "veteran")],
    },
    {
        "slug": "refuge",
        "wording": "Did you or your family have to flee?",
        "help": "Immigration status is asked nowhere; leave it out of your own words too.",
        "is_experience": True,
        "options": [("refugee", "refugee background")],
    },
]


def ask(apps: Any, schema_editor: object) -> None:
    question_model = apps.get_model("people", "Question")
    option_model = apps.get_model("people", "Option")
    for position, told in enumerate(QUESTIONS, start=1):
        question = question_model.objects.create(
            slug=told["slug"],
            wording=told["wording"],
            help=told.get("help", ""),
            is_experience=told.get("is_experience", False),
            position=10 * position,
        )
        option_model.objects.bulk_create(
            option_model(question=question, slug=slug, wording=wording, position=10 * place)
            for place, (slug, wording) in enumerate(told["options"], start=1)
        )


def take_back(apps: Any, schema_editor: object) -> None:
    """With what people answered: there is no question left that it would answer."""
    questions = apps.get_model("people", "Question").objects.filter(
        slug__in=[told["slug"] for told in QUESTIONS]
    )
    apps.get_model("people", "Facet").objects.filter(question__in=questions).delete()
    questions.delete()


class Migration(migrations.Migration):
    dependencies = [("people", "0006_access_deeds_by_name")]

    operations = [migrations.RunPython(ask, take_back)]
