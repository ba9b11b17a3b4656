"""Where to turn, by country: official offices, and lines that somebody answers.

Each has the page of whoever runs it: numbers change, and there they are as of today. Whom to talk
to is in `posts.help_lines`, with those that the installation adds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.posts.help_lines import help_lines


class Subject(TextChoices):
    DANGER = "danger", _("If you are in danger")
    TALK = "talk", _("Somebody to talk to")
    ONLINE = "online", _("Threats and attacks on the internet")
    WORK = "work", _("At work and in training")


@dataclass(frozen=True, kw_only=True)
class Resource:
    subject: Subject
    name: str | Promise
    how: str | Promise
    url: str
    countries: tuple[str, ...] = ()
    """ISO 3166; none for everywhere."""


KNOWN = (
    Resource(
        subject=Subject.DANGER,
        name=_("Emergency number"),
        how=_("Call 911"),
        url="https://www.911.gov/",
        countries=("US",),
    ),
    Resource(
        subject=Subject.ONLINE,
        name="FBI",
        how=_("Threats of violence: call 1-800-CALL-FBI, or write"),
        url="https://tips.fbi.gov/",
        countries=("US",),
    ),
    Resource(
        subject=Subject.WORK,
        name=_("ACGME Office of the Ombudsperson"),
        how=_("Confidential, about training programmes, without touching their accreditation"),
        url="https://www.acgme.org/residents-and-fellows/report-an-issue/",
        countries=("US",),
    ),
    Resource(
        subject=Subject.WORK,
        name=_("Equal Employment Opportunity Commission"),
        how=_("Harassment at work because of who you are; there are deadlines"),
        url="https://www.eeoc.gov/harassment",
        countries=("US",),
    ),
    Resource(
        subject=Subject.DANGER,
        name=_("Emergency number"),
        how=_("Call 999; 101 where it is not urgent"),
        url="https://www.police.uk/",
        countries=("GB",),
    ),
    Resource(
        subject=Subject.TALK,
        name=_("BMA counselling and peer support"),
        how=_("Call 0330 123 1245: for all doctors and medical students, members or not"),
        url="https://www.bma.org.uk/advice-and-support/your-wellbeing/",
        countries=("GB",),
    ),
    Resource(
        subject=Subject.TALK,
        name="NHS Practitioner Health",
        how=_("Confidential care for doctors and dentists"),
        url="https://www.practitionerhealth.nhs.uk/",
        countries=("GB",),
    ),
    Resource(
        subject=Subject.DANGER,
        name=_("Emergency number"),
        how=_("Call 000"),
        url="https://www.triplezero.gov.au/",
        countries=("AU",),
    ),
    Resource(
        subject=Subject.TALK,
        name="Lifeline",
        how=_("Call 13 11 14, at any hour"),
        url="https://www.lifeline.org.au/",
        countries=("AU",),
    ),
    Resource(
        subject=Subject.ONLINE,
        name="eSafety Commissioner",
        how=_("Can have seriously harmful posts about adults removed"),
        url="https://www.esafety.gov.au/report",
        countries=("AU",),
    ),
    Resource(
        subject=Subject.DANGER,
        name=_("Emergency number"),
        how=_("Call 111; 105 where it is not urgent"),
        url="https://www.police.govt.nz/",
        countries=("NZ",),
    ),
    Resource(
        subject=Subject.ONLINE,
        name="Netsafe",
        how=_("Call 0508 638 723: the approved agency for harmful digital communications"),
        url="https://netsafe.org.nz/",
        countries=("NZ",),
    ),
    Resource(
        subject=Subject.DANGER,
        name=_("Emergency number"),
        how=_("Call 911"),
        url="https://www.rcmp-grc.gc.ca/",
        countries=("CA",),
    ),
    Resource(
        subject=Subject.TALK,
        name=_("9-8-8: Suicide Crisis Helpline"),
        how=_("Call or text 9-8-8, at any hour"),
        url="https://988.ca/",
        countries=("CA",),
    ),
    Resource(
        subject=Subject.DANGER,
        name=_("Emergency number"),
        how=_("Call 112"),
        url="https://digital-strategy.ec.europa.eu/en/policies/112",
        countries=(
            *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"),
            *("IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
            *("CH", "IS", "LI", "NO"),
        ),
    ),
    Resource(
        subject=Subject.TALK,
        name="TelefonSeelsorge",
        how=_("Call 0800 111 0 111 or 116 123, at any hour"),
        url="https://www.telefonseelsorge.de/",
        countries=("DE",),
    ),
    Resource(
        subject=Subject.ONLINE,
        name="HateAid",
        how=_("Advice, and help with the costs of going to court"),
        url="https://hateaid.org/",
        countries=("DE",),
    ),
    Resource(
        subject=Subject.ONLINE,
        name=_("PEN America: Online Harassment Field Manual"),
        how=_("What to do, what to keep, and what allies can do"),
        url="https://onlineharassmentfieldmanual.pen.org/",
    ),
    Resource(
        subject=Subject.ONLINE,
        name="Access Now Digital Security Helpline",
        how=_("Accounts taken over, addresses published: free, at any hour"),
        url="https://www.accessnow.org/help/",
    ),
    Resource(
        subject=Subject.ONLINE,
        name="Right To Be",
        how=_("Stories of others, and people who answer them"),
        url="https://righttobe.org/",
    ),
)


def resources(country: str) -> Mapping[Subject, Sequence[Resource]]:
    """By subject, in the order of `Subject`; those of a country, and those for everywhere."""
    fitting = [one for one in KNOWN if not one.countries or country in one.countries]
    talk = [
        Resource(subject=Subject.TALK, name=line.name, how=line.how, url=line.url)
        for line in help_lines(country)
    ]
    found = {
        subject: [*(talk if subject == Subject.TALK else ()), *_of(subject, fitting)]
        for subject in Subject
    }
    if not found[Subject.DANGER]:
        found[Subject.DANGER] = [ANYWHERE]
    return {subject: several for subject, several in found.items() if several}


def _of(subject: Subject, several: Sequence[Resource]) -> Sequence[Resource]:
    return [one for one in several if one.subject == subject]


ANYWHERE = Resource(
    subject=Subject.DANGER,
    name=_("Emergency number"),
    how=_("112 reaches somebody from most mobile phones; so does the number of your country"),
    url="https://en.wikipedia.org/wiki/List_of_emergency_telephone_numbers",
)
