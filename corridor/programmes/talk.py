"""What a mentor may ask before she answers, what comes back, and a reason that stays private."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LONGEST_WORDS = 600

QUESTIONS: Mapping[str, Promise] = {
    "reach": _("What would you like to have reached when we end?"),
    "tried": _("What have you tried already, and what got in the way?"),
    "hours": _("When in the week could you meet, and how?"),
    "first": _("What would you want to talk about in our first meeting?"),
}
"""One of them, so that nobody has to sit an exam before she has a mentor."""


@dataclass(frozen=True, kw_only=True)
class Talk:
    question: str = ""
    """A key of QUESTIONS."""
    answer: str = ""
    reason: str = ""
    """Why the mentor said not now; nobody is shown it but herself."""
