"""Ground rules that a circle begins with; whoever leads may word them otherwise."""

from django.utils.translation import gettext as _


def usual_rules() -> str:
    return "\n".join(
        (
            _("What is said here stays here."),
            _("Everybody gets a turn; nobody has to speak."),
            _("We say when we cannot come, and begin on time."),
            _("We ask before we give advice."),
            _("Whoever wants to leave leaves, and owes no reason."),
        )
    )
