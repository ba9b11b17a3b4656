"""What somebody says to a match besides yes."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.programmes.actions.matches import NotNow
from corridor.programmes.talk import LONGEST_WORDS, QUESTIONS

DAY = {"type": "date"}


class QuestionForm(forms.Form):
    question = forms.ChoiceField(
        label=gettext_lazy("What would you like to know?"),
        choices=list(QUESTIONS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what you would like to know.")},
    )


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label=gettext_lazy("Your answer"),
        help_text=gettext_lazy("A few lines; at most 600 letters."),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": gettext_lazy("Write a line or two before you send it.")},
    )


class NotNowForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Why, if you like"),
        help_text=gettext_lazy("For your own notes. Nobody else reads it."),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    away_from = forms.DateField(
        label=gettext_lazy("I am away from"), required=False, widget=forms.DateInput(attrs=DAY)
    )
    back_on = forms.DateField(
        label=gettext_lazy("I am back on"),
        help_text=gettext_lazy("In between nobody is matched with you."),
        required=False,
        widget=forms.DateInput(attrs=DAY),
    )
    takes_no_more = forms.BooleanField(
        label=gettext_lazy("Ask me nobody else in this round"), required=False
    )

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        starts, ends = given.get("away_from"), given.get("back_on")
        if ends and not starts and "away_from" not in self.errors:
            self.add_error("away_from", _("Say from when, too."))
        if starts and ends and ends <= starts:
            self.add_error("back_on", _("The day back comes after the first day away."))
        return given

    def said(self) -> NotNow:
        """When it is valid."""
        return NotNow(**self.cleaned_data)
