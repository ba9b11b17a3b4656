"""What a new programme begins with. What a director does not change keeps coming from here."""

from collections.abc import Mapping

from corridor.programmes.templates_of_programmes.in_other_forms import (
    COACHING_CYCLE,
    PEER_CIRCLES,
    SPEED_EVENING,
    SPONSORSHIP_PROGRAMME,
)
from corridor.programmes.templates_of_programmes.template import Template
from corridor.programmes.templates_of_programmes.with_mentors import RESIDENCY, SCHOOL, SOCIETY

__all__ = ["TEMPLATES", "Template", "template_of"]

TEMPLATES: Mapping[str, Template] = {
    template.name: template
    for template in (
        SOCIETY,
        RESIDENCY,
        SCHOOL,
        SPEED_EVENING,
        COACHING_CYCLE,
        PEER_CIRCLES,
        SPONSORSHIP_PROGRAMME,
    )
}


def template_of(name: str) -> Template:
    """The first one where the database names one that is no more."""
    return TEMPLATES.get(name, SOCIETY)
