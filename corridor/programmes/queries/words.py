"""What a programme says in its own words, or in ours where it has none."""

from dataclasses import dataclass

from corridor.programmes.choices import Message
from corridor.programmes.models import Programme, ProgrammeText
from corridor.programmes.templates_of_programmes import template_of
from corridor.programmes.texts import OURS, Words


@dataclass(frozen=True, kw_only=True)
class Agreement:
    number: int
    """0 is the template's."""
    text: str


def text(programme: Programme, message: Message) -> Words:
    """With names in braces that `texts.filled` fills in."""
    own = own_text(programme, message)
    if own is not None:
        return Words(subject=own.subject, body=own.body)
    return template_of(programme.template).words.get(message, OURS[message])


def own_text(programme: Programme, message: Message) -> ProgrammeText | None:
    """None where our words are used."""
    latest = programme.texts.filter(message=message).order_by("-number").first()
    return latest if latest is not None and latest.body else None


def own_texts(programme: Programme) -> set[str]:
    """The messages that have words of the programme's own."""
    latest = {text.message: text for text in programme.texts.order_by("number")}
    return {message for message, text in latest.items() if text.body}


def agreement(programme: Programme) -> Agreement:
    latest = programme.agreement_texts.order_by("-number").first()
    if latest is None:
        return Agreement(number=0, text=str(template_of(programme.template).agreement))
    return Agreement(number=latest.number, text=latest.text)
