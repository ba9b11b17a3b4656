"""The fields of medicine, and the subspecialties that people name within them.

The list follows the boards of the ABMS and the fellowships of the ACGME (DOMAIN, section 3), with
what students and interns need besides. The slugs are ours; names are written as most of the
world writes them, and what is written elsewhere is recognised.
"""

import re
from dataclasses import dataclass

from corridor.algorithms.bare_letters import bare_letters


@dataclass(frozen=True, kw_only=True)
class Specialty:
    slug: str
    name: str
    subspecialties: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


def _specialty(slug: str, name: str, subspecialties: str = "", aliases: str = "") -> Specialty:
    return Specialty(
        slug=slug,
        name=name,
        subspecialties=tuple(one.strip() for one in subspecialties.split("|") if one.strip()),
        aliases=tuple(one.strip() for one in aliases.split("|") if one.strip()),
    )


SPECIALTIES = (
    _specialty("allergy-immunology", "Allergy and immunology"),
    _specialty(
        "anaesthesiology",
        "Anaesthesiology",
        "regional anaesthesia | paediatric anaesthesia | cardiac anaesthesia"
        " | obstetric anaesthesia | neuroanaesthesia | ambulatory anaesthesia"
        " | transplant anaesthesia | trauma anaesthesia | perioperative medicine"
        " | airway management",
        "anaesthesia | anesthesia | anesthesiology | anaesthetics",
    ),
    _specialty("colorectal-surgery", "Colon and rectal surgery", "", "colorectal surgery"),
    _specialty("dermatology", "Dermatology", "dermatopathology | micrographic surgery"),
    _specialty(
        "emergency-medicine",
        "Emergency medicine",
        "emergency medical services | toxicology | paediatric emergency medicine"
        " | emergency ultrasound | undersea and hyperbaric medicine",
        "accident and emergency | em",
    ),
    _specialty(
        "family-medicine", "Family medicine", "adolescent medicine", "general practice | gp"
    ),
    _specialty(
        "internal-medicine",
        "Internal medicine",
        "cardiology | interventional cardiology | electrophysiology | heart failure"
        " | endocrinology | gastroenterology | transplant hepatology | geriatrics"
        " | haematology and oncology | infectious diseases | nephrology | pulmonology"
        " | rheumatology",
        "medicine | general medicine",
    ),
    _specialty("medicine-paediatrics", "Internal medicine and paediatrics", "", "med-peds"),
    _specialty("hospital-medicine", "Hospital medicine"),
    _specialty(
        "medical-genetics",
        "Medical genetics and genomics",
        "biochemical genetics | molecular genetic pathology",
        "genetics",
    ),
    _specialty(
        "neurosurgery",
        "Neurosurgery",
        "spine surgery | vascular neurosurgery | functional neurosurgery | paediatric neurosurgery",
        "neurological surgery",
    ),
    _specialty(
        "neurology",
        "Neurology",
        "vascular neurology | epilepsy | neurophysiology | neuromuscular medicine"
        " | neurocritical care",
    ),
    _specialty("child-neurology", "Child neurology", "neurodevelopmental disabilities"),
    _specialty("nuclear-medicine", "Nuclear medicine"),
    _specialty(
        "obstetrics-gynaecology",
        "Obstetrics and gynaecology",
        "maternal-fetal medicine | gynaecological oncology | reproductive endocrinology"
        " | urogynaecology | complex family planning",
        "obstetrics & gynaecology | obstetrics & gynecology | obstetrics and gynecology | obgyn",
    ),
    _specialty(
        "ophthalmology",
        "Ophthalmology",
        "cornea | glaucoma | retina | neuro-ophthalmology | oculoplastics | uveitis"
        " | paediatric ophthalmology",
    ),
    _specialty(
        "orthopaedics",
        "Orthopaedic surgery",
        "hand surgery | orthopaedic trauma | foot and ankle surgery | adult reconstruction"
        " | paediatric orthopaedics",
        "orthopedics | orthopedic surgery | trauma and orthopaedics",
    ),
    _specialty("osteopathic-medicine", "Osteopathic neuromusculoskeletal medicine"),
    _specialty(
        "otolaryngology",
        "Otolaryngology, head and neck surgery",
        "neurotology | facial plastic surgery | paediatric otolaryngology",
        "ent | ear, nose and throat",
    ),
    _specialty(
        "pathology",
        "Pathology",
        "forensic pathology | haematopathology | cytopathology | neuropathology"
        " | transfusion medicine | medical microbiology",
    ),
    _specialty(
        "rehabilitation",
        "Physical medicine and rehabilitation",
        "spinal cord injury medicine | brain injury medicine | paediatric rehabilitation",
        "pm&r | physiatry",
    ),
    _specialty("plastic-surgery", "Plastic surgery", "craniofacial surgery"),
    _specialty(
        "public-health",
        "Public health and preventive medicine",
        "",
        "public health | preventive medicine",
    ),
    _specialty("occupational-medicine", "Occupational and aerospace medicine"),
    _specialty(
        "paediatrics",
        "Paediatrics",
        "neonatology | paediatric intensive care | paediatric cardiology"
        " | paediatric endocrinology | paediatric gastroenterology"
        " | paediatric haematology and oncology | paediatric infectious diseases"
        " | paediatric nephrology | paediatric pulmonology | child abuse paediatrics"
        " | developmental paediatrics",
        "pediatrics | child health",
    ),
    _specialty(
        "psychiatry",
        "Psychiatry",
        "child and adolescent psychiatry | forensic psychiatry | geriatric psychiatry"
        " | consultation-liaison psychiatry",
    ),
    _specialty(
        "radiology",
        "Diagnostic radiology",
        "neuroradiology | paediatric radiology | breast imaging | body imaging",
        "radiology",
    ),
    _specialty("interventional-radiology", "Interventional radiology"),
    _specialty("radiation-oncology", "Radiation oncology", "", "clinical oncology"),
    _specialty(
        "surgery",
        "Surgery",
        "trauma surgery | surgical critical care | surgical oncology | transplant surgery"
        " | minimally invasive surgery",
        "general surgery",
    ),
    _specialty("paediatric-surgery", "Paediatric surgery", "", "pediatric surgery"),
    _specialty(
        "thoracic-surgery",
        "Cardiothoracic surgery",
        "congenital cardiac surgery",
        "thoracic surgery | cardiac surgery",
    ),
    _specialty("vascular-surgery", "Vascular surgery"),
    _specialty("urology", "Urology", "paediatric urology | urological oncology"),
    _specialty("critical-care", "Critical care", "", "intensive care | icu"),
    _specialty("pain-medicine", "Pain medicine"),
    _specialty("palliative-care", "Palliative care", "", "hospice and palliative medicine"),
    _specialty("addiction-medicine", "Addiction medicine"),
    _specialty("sleep-medicine", "Sleep medicine"),
    _specialty("clinical-informatics", "Clinical informatics"),
    _specialty("sports-medicine", "Sports medicine"),
    _specialty("undecided", "Not decided yet", "", "undecided | transitional year"),
)

BY_SLUG = {specialty.slug: specialty for specialty in SPECIALTIES}


def find_specialty(text: str) -> tuple[str, str]:
    """Slug and subspecialty that somebody's own words name; an unknown field is a subspecialty.

    Both are empty for empty words; the slug is empty where the field is not in the list.
    """
    return _FOUND_BY.get(_plain(text), ("", " ".join(text.split())))


def _plain(text: str) -> str:
    letters = bare_letters(text)
    return " ".join(re.findall(r"\w+", letters.replace("ae", "e").replace("&", " and ")))


def _found_by() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for specialty in SPECIALTIES:
        for name in (specialty.slug.replace("-", " "), specialty.name, *specialty.aliases):
            found[_plain(name)] = (specialty.slug, "")
    for specialty in SPECIALTIES:
        for name in specialty.subspecialties:
            found.setdefault(_plain(name), (specialty.slug, name))
    return found


_FOUND_BY = _found_by()
