"""What people in the demo need, care about, have lived through and say of themselves."""

SPECIALTIES = {
    "anaesthesiology": 21,
    "regional anaesthesia": 9,
    "paediatric anaesthesia": 9,
    "cardiac anaesthesia": 7,
    "obstetric anaesthesia": 7,
    "critical care": 9,
    "pain medicine": 6,
    "perioperative medicine": 3,
    "emergency medicine": 7,
    "internal medicine": 6,
    "family medicine": 6,
    "surgery": 6,
    "paediatrics": 5,
    "psychiatry": 4,
    "obstetrics & gynaecology": 4,
    "neurology": 2,
    "radiology": 2,
    "palliative care": 2,
    "public health": 2,
}
"""Specialty -> how many in a hundred or so; anaesthesia and its own fields lead."""

INTERESTS_OF = {
    "anaesthesiology": ("airway management", "patient safety", "simulation", "global health"),
    "regional anaesthesia": ("nerve blocks", "point-of-care ultrasound", "opioid stewardship"),
    "paediatric anaesthesia": ("airway management", "child health", "simulation"),
    "cardiac anaesthesia": ("echocardiography", "haemodynamics", "patient blood management"),
    "obstetric anaesthesia": ("maternal health", "nerve blocks", "patient safety"),
    "critical care": ("ventilation", "point-of-care ultrasound", "sepsis", "family-centred care"),
    "pain medicine": ("opioid stewardship", "chronic pain", "nerve blocks"),
    "perioperative medicine": ("frailty", "patient safety", "climate and theatre waste"),
    "emergency medicine": ("point-of-care ultrasound", "trauma", "rural health"),
    "internal medicine": ("diagnostic reasoning", "digital health", "health equity"),
    "family medicine": ("rural health", "health equity", "planetary health"),
    "surgery": ("trauma", "global surgery", "simulation"),
    "paediatrics": ("child health", "family-centred care", "vaccination"),
    "psychiatry": ("wellbeing", "addiction", "digital health"),
    "obstetrics & gynaecology": ("maternal health", "global surgery", "health equity"),
    "neurology": ("stroke", "diagnostic reasoning", "digital health"),
    "radiology": ("artificial intelligence", "diagnostic reasoning"),
    "palliative care": ("family-centred care", "frailty", "communication"),
    "public health": ("health equity", "planetary health", "vaccination"),
}

SHARED_INTERESTS = (
    "medical education",
    "health equity",
    "quality improvement",
    "artificial intelligence",
    "global health",
    "wellbeing",
    "first-generation students",
    "medical writing",
)

NEEDS = {
    "student": {
        "choosing a specialty": 8,
        "residency applications": 9,
        "personal statement": 6,
        "interview practice": 5,
        "first research project": 7,
        "study skills": 4,
        "finding a sponsor": 2,
        "money and funding": 4,
        "confidence on the wards": 6,
        "networking": 4,
    },
    "trainee": {
        "fellowship applications": 8,
        "board exams": 6,
        "publishing": 6,
        "research career": 5,
        "leadership": 4,
        "teaching skills": 4,
        "work and family": 5,
        "returning to training": 3,
        "negotiating a contract": 3,
        "visa and licensing": 4,
        "wellbeing under pressure": 5,
    },
}
"""What mentees ask for, weighted; a mentor covers what she was asked when she was there."""

EXPERIENCE = {
    "first in family at university": 30,
    "international medical graduate": 18,
    "parent or caregiver": 16,
    "rural background": 14,
    "re-applicant": 9,
    "disability or chronic illness": 8,
    "career changer": 8,
    "refugee background": 3,
}
"""Lived experience that people offer for matching -> how many in a hundred name it."""

FREE_EVENINGS = (
    ("mon", 18 * 60, 21 * 60),
    ("tue", 18 * 60, 21 * 60),
    ("wed", 18 * 60, 21 * 60),
    ("thu", 18 * 60, 21 * 60),
    ("fri", 16 * 60, 19 * 60),
    ("sat", 9 * 60, 12 * 60),
    ("sat", 14 * 60, 18 * 60),
    ("sun", 10 * 60, 13 * 60),
    ("sun", 17 * 60, 21 * 60),
    ("tue", 6 * 60, 8 * 60),
    ("thu", 12 * 60, 14 * 60),
    ("wed", 12 * 60, 14 * 60),
)
"""Free spans in local time: evenings, early mornings, lunch breaks and weekends."""

BIO_OPENINGS = {
    "student": (
        "Learning how hospitals work, one ward at a time.",
        "Anatomy flashcards on the bus, {interest} in the evening.",
        "Looking for people who remember what year {year} felt like.",
        "Wants to bring {interest} back home.",
    ),
    "trainee": (
        "Nights, coffee and {interest}.",
        "Training in {specialty}; happiest teaching at the bedside.",
        "Writes up what went wrong, so that it goes right.",
        "Asks too many questions about {interest}.",
    ),
    "senior": (
        "Works in {specialty}; teaches {interest} whenever somebody asks.",
        "Thirty minutes with a student is never wasted.",
        "Came to {specialty} late and would choose it again.",
        "Interested in {interest}, and in who gets to do it.",
    ),
}
