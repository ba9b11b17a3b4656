"""Reasons and suggestions of the check for patient details, for whoever translates them.

The check knows no gettext: it asks `Context.say`. Suggestions are put into the author's own text,
so a translation says them as they would stand there.
"""

from collections.abc import Mapping

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

REASONS = (
    _("A phone number that everybody will be able to read."),
    _("An e-mail address that everybody will be able to read."),
    _("Possible account number."),
    _("Possible age of 90 or more: such ages identify on their own."),
    _("Possible biometric identifier."),
    _("Possible case that others have heard of."),
    _("Possible code that stands for one person."),
    _("Possible confirmation that somebody is a patient."),
    _("Possible date of birth."),
    _("Possible date of care: day and month identify."),
    _("Possible device number: the maker knows whose it is."),
    _("Possible e-mail address of a patient or a family."),
    _("Possible event that others know about: it tells who the patient is."),
    _("Possible fax number."),
    _("Possible health plan number."),
    _("Possible home address."),
    _("Possible home of a patient: smaller than a state."),
    _("Possible initials of a patient."),
    _("Possible internet address of a patient."),
    _("Possible job: with a place or a day it identifies."),
    _("Possible licence or certificate number."),
    _("Possible month of care: with a place it identifies."),
    _("Possible name of a patient beside a bed or ward."),
    _("Possible name of a patient beside an age."),
    _("Possible name of a patient or a relative."),
    _("Possible name of a patient who died."),
    _("Possible name of a patient's account."),
    _("Possible name of a patient."),
    _("Possible national number: it belongs to one person."),
    _("Possible number of a bank card."),
    _("Possible page about one patient or family."),
    _("Possible patient who is in the news: everybody can tell who it is."),
    _("Possible phone number of a patient or a family."),
    _("Possible picture of a patient: faces, tattoos and marks identify."),
    _("Possible place of care or of home: smaller than a state."),
    _("Possible place of care."),
    _("Possible postcode: few people live in one."),
    _("Possible rare job: it may be enough to tell who it is."),
    _("Possible rare job: with a place or a day it identifies."),
    _("Possible recent, uncommon event: people nearby know who it was."),
    _("Possible record number: it leads to one chart."),
    _("Possible role that only one person has."),
    _("Possible role that people nearby connect with one person."),
    _("Possible social security number."),
    _("Possible time of care: people nearby know who was there then."),
    _("Possible treating colleague: with a date or a place it leads to the patient."),
    _("Possible vehicle number."),
)
SUGGESTIONS = (
    _("I cannot talk about anybody's care here"),
    _("a clinic"),
    _("a colleague"),
    _("a hospital"),
    _("a patient"),
    _("a small town"),
    _("an accident"),
    _("clinic"),
    _("early in {year}"),
    _("hospital"),
    _("in the autumn of {year}"),
    _("in the middle of {year}"),
    _("in the spring of {year}"),
    _("in the summer of {year}"),
    _("in the winter of {year}"),
    _("in their nineties"),
    _("in {year}"),
    _("late in {year}"),
    _("man in his nineties"),
    _("man over ninety"),
    _("over ninety"),
    _("patient"),
    _("patient in their nineties"),
    _("patient over ninety"),
    _("recently"),
    _("somebody with an unusual job"),
    _("this autumn"),
    _("this spring"),
    _("this summer"),
    _("this winter"),
    _("woman in her nineties"),
    _("woman over ninety"),
)


def translated() -> Mapping[str, str]:
    """What the browser's own check says otherwise in the reader's language."""
    said = {one: gettext(one) for one in (*REASONS, *SUGGESTIONS)}
    return {one: words for one, words in said.items() if words != one}
