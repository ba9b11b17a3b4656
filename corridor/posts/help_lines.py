"""Whom to call: shown with stories of something personal, by the reader's country where known."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, kw_only=True)
class HelpLine:
    name: str
    how: str | Promise
    url: str
    country: str = ""
    """ISO 3166; empty for everywhere."""


KNOWN = (
    HelpLine(
        name="988 Suicide & Crisis Lifeline",
        how=_("Call or text 988, at any hour"),
        url="https://988lifeline.org/",
        country="US",
    ),
    HelpLine(
        name="Physician Support Line",
        how=_("Call 1-888-409-0141: psychiatrists listen to physicians and medical students"),
        url="https://www.physiciansupportline.com/",
        country="US",
    ),
    HelpLine(
        name="Samaritans",
        how=_("Call 116 123, at any hour"),
        url="https://www.samaritans.org/",
        country="GB",
    ),
    HelpLine(
        name="Samaritans",
        how=_("Call 116 123, at any hour"),
        url="https://www.samaritans.org/ireland/samaritans-ireland/",
        country="IE",
    ),
)


def help_lines(country: str) -> Sequence[HelpLine]:
    """Those of the installation first; all of them where none is known for the country."""
    own = [
        HelpLine(country=where, name=name, how=how, url=url)
        for where, name, how, url in settings.HELP_LINES
    ]
    lines = [*own, *KNOWN]
    if not any(line.country == country for line in lines):
        return lines
    return [line for line in lines if line.country in {"", country}]
