"""Mails to people without an account about what they flagged: never with the words flagged."""

from typing import TYPE_CHECKING

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.people import letters
from corridor.people.letters import Button, Letter
from corridor.safety import correspondence_links, outside_links

if TYPE_CHECKING:
    from datetime import datetime

    from corridor.safety.models import Correspondence, OutsideFlag

WHY = gettext_lazy(
    "You get this because somebody flagged something on Corridor and gave this address. If it was"
    " not you, you need do nothing: nobody writes here again."
)


def ask_to_show_mailbox(outside: "OutsideFlag") -> None:
    _tell(
        outside,
        subject=_("Confirm what you flagged"),
        paragraphs=(
            _("You flagged %(url)s: %(reason)s.")
            % {"url": outside.said["url"], "reason": outside.get_reason_display()},
            _("Moderators get it once you say on the page below that this mailbox is yours."),
        ),
        label=_("Confirm it"),
    )


def confirm_receipt(outside: "OutsideFlag", *, due_at: "datetime") -> None:
    when = formats.date_format(due_at, "j F Y, H:i e")
    _tell(
        outside,
        subject=_("Moderators have what you flagged"),
        paragraphs=(
            _("You flagged %(url)s: %(reason)s.")
            % {"url": outside.said["url"], "reason": outside.get_reason_display()},
            _("A person should have looked at it by %(when)s. You get a mail then.")
            % {"when": when},
            _("The person whom it is about does not learn who flagged it."),
        ),
        label=_("What came of it"),
    )


def tell_of_answer(outside: "OutsideFlag", *, is_acted_on: bool) -> None:
    """The decision on it, and what can be done about that."""
    _tell(
        outside,
        subject=_("Moderators looked at what you flagged"),
        paragraphs=(
            _("You flagged %(url)s: %(reason)s.")
            % {"url": outside.said["url"], "reason": outside.get_reason_display()},
            _("A moderator agreed that something had to be done, and did it.")
            if is_acted_on
            else _("A moderator looked, and found nothing that has to be acted on."),
            _("A person decided this; nothing automatic took part."),
            _(
                "If you see it otherwise, flag it again and say what was not seen. You may also"
                " turn to a body that settles such disputes, or to a court, where the law of your"
                " country has them."
            ),
        ),
        label=_("What came of it"),
    )


def tell_of_unsealing(outside: "OutsideFlag", *, why: str) -> None:
    _tell(
        outside,
        subject=_("A moderator may see who you are"),
        paragraphs=(
            _(
                "Moderators look at flags without the names of those who made them. One asked to"
                " see yours, for a day, and another agreed that it is needed."
            ),
            _("The reason: %(why)s") % {"why": why},
            _("The person that you flagged learns nothing of it."),
        ),
        label=_("What you flagged"),
    )


def tell_of_message(
    correspondence: "Correspondence", outside: "OutsideFlag", *, words: str
) -> None:
    letter = Letter(
        subject=_("Moderators ask you something"),
        paragraphs=(
            _("It is about what you flagged: %(reason)s.")
            % {"reason": outside.get_reason_display()},
            words,
        ),
        button=Button(
            label=_("Answer"),
            url=letters.address_of_page("desk-mail", correspondence_links.token_of(correspondence)),
        ),
        why=WHY,
    )
    letters.tell(letter, to=outside.said["email"])


def _tell(outside: "OutsideFlag", *, subject: str, paragraphs: tuple[str, ...], label: str) -> None:
    letter = Letter(
        subject=subject,
        paragraphs=paragraphs,
        button=Button(
            label=label,
            url=letters.address_of_page("outside-flag-sent", outside_links.token_of(outside)),
        ),
        why=WHY,
    )
    letters.tell(letter, to=outside.said["email"])
