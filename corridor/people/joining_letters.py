"""What comes by mail where a page, or an app, may not say whether somebody is a member."""

from django.utils.translation import gettext as _

from corridor.people.letters import Button, Letter, address_of_page


def known_mailbox() -> Letter:
    return Letter(
        subject=_("You have an account with Corridor already"),
        paragraphs=(
            _("Somebody, we hope you, tried to join with this mailbox. It has an account already."),
            _("Sign in as usual, or choose a new password if you have forgotten yours."),
        ),
        button=Button(label=_("Sign in"), url=address_of_page("sign-in")),
        why=_("If it was not you, you need do nothing: your account is as it was."),
    )


def not_on_a_roster() -> Letter:
    return Letter(
        subject=_("This mailbox is on no roster"),
        paragraphs=(
            _("Somebody, we hope you, tried to join. Here only those join who are on a roster."),
            _("Try the mailbox that your school or society has of you, or ask them for this one."),
        ),
        why=_("If it was not you, you need do nothing."),
    )
