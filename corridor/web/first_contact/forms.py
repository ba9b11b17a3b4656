"""What is typed in first contacts and questions."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.mentoring.actions import Hello
from corridor.mentoring.actions.ask_mentors import LONGEST_ANSWER, LONGEST_QUESTION
from corridor.mentoring.actions.say_hello import LONGEST_LINE
from corridor.people.choices import Kind
from corridor.people.vocabulary import TOPICS

TIMES = 3


def _line(label: Any, help_text: Any = "", *, rows: int = 2) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=LONGEST_LINE,
        widget=forms.Textarea({"rows": rows, "dir": "auto"}),
    )


class HelloForm(forms.Form):
    who = _line(_("Who I am"), _("Where you stand, and what you come from, as far as you like."))
    why = _line(_("What I admire, or need"), _("Why you turn to this person and to nobody else."))
    ask = _line(_("What I ask"), _("One thing that can be answered with yes or no."))
    role = forms.ChoiceField(label=_("As"))

    def __init__(self, *args: Any, roles: Iterable[Kind], **named: Any) -> None:
        super().__init__(*args, **named)
        choices = [(role.value, role.label) for role in roles]
        role = self.fields["role"]
        if isinstance(role, forms.ChoiceField):
            role.choices = choices
        self.initial.setdefault("role", choices[0][0] if choices else "")

    def hello(self) -> Hello:
        said = self.cleaned_data
        return Hello(who=said["who"], why=said["why"], ask=said["ask"])


class LineForm(forms.Form):
    words = _line(_("In one line"))


class WelcomeForm(forms.Form):
    """Times by the mentor's own clock."""

    time_1 = forms.DateTimeField(label=_("First time"), required=False)
    time_2 = forms.DateTimeField(label=_("Second time"), required=False)
    time_3 = forms.DateTimeField(label=_("Third time"), required=False)
    where = forms.CharField(
        label=_("Where"),
        max_length=LONGEST_LINE,
        required=False,
        help_text=_("A link for a call, or a number."),
    )

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        for number in range(1, TIMES + 1):
            widget = forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
            self.fields[f"time_{number}"].widget = widget

    def times(self) -> list[datetime]:
        found = [self.cleaned_data[f"time_{number}"] for number in range(1, TIMES + 1)]
        return [one for one in found if one is not None]


class AskForm(forms.Form):
    topic = forms.ChoiceField(
        label=_("About"), choices=[("", _("Choose")), *((one, one) for one in TOPICS)]
    )
    words = forms.CharField(
        label=_("Your question"),
        max_length=LONGEST_QUESTION,
        widget=forms.Textarea({"rows": 4, "dir": "auto"}),
        help_text=_("Leave out what would tell who you are, too: places, dates, rare details."),
    )


class AnswerForm(forms.Form):
    words = forms.CharField(
        label=_("Your answer"),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea({"rows": 5, "dir": "auto"}),
        help_text=_("With your name. Everybody who may read the question reads it."),
    )
