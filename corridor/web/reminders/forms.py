"""Which reminders somebody wants, and from when on."""

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.reminders.table import TABLE
from corridor.reminders.actions import LONGEST_QUIET
from corridor.reminders.wording import WORDS

if TYPE_CHECKING:
    from datetime import date

    from django.http import QueryDict


class UntilForm(forms.Form):
    quiet_until = forms.DateField(
        label=_("No reminders before"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    is_required = True

    def __init__(
        self, said: "QueryDict | None", *, today: "date", quiet_until: "date | None" = None
    ) -> None:
        super().__init__(said, initial={"quiet_until": quiet_until})
        self.today = today
        self.fields["quiet_until"].required = self.is_required

    def clean_quiet_until(self) -> "date | None":
        day: date | None = self.cleaned_data["quiet_until"]
        if day is not None and not self.today < day <= self.today + LONGEST_QUIET:
            raise forms.ValidationError(_("Choose a day from tomorrow on, within a year."))
        return day


class RemindersForm(UntilForm):
    kinds = forms.MultipleChoiceField(
        choices=[(one.kind.value, WORDS[one.kind].title) for one in TABLE], required=False
    )
    is_required = False
