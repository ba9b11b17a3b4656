"""How two names are alike, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.credentials.names import Finding

WORDS: dict[str, Promise] = {
    Finding.FAMILY_SAME: _("The family name is the same."),
    Finding.FAMILY_PART: _("One part of a double family name is the same."),
    Finding.FAMILY_NEARLY: _("The family name differs by a letter."),
    Finding.FAMILY_OTHER: _("The family name is another; a name may have changed."),
    Finding.GIVEN_SAME: _("The given name is the same."),
    Finding.GIVEN_MIDDLE: _("The given name is the record's middle name."),
    Finding.GIVEN_NEARLY: _("The given name differs by a letter."),
    Finding.GIVEN_INITIAL: _("Of the given name only the initial is there, and it fits."),
    Finding.GIVEN_OTHER: _("The given name is another."),
    Finding.OTHER_NAME: _("It is another name of the record that fits."),
}


def findings(codes: str) -> list[Promise]:
    """Of `RegistryRecord.name_findings`; accents, case and order never count."""
    return [WORDS[code] for code in codes.split(",") if code in WORDS]
