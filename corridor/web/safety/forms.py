"""What people write when something is wrong."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from corridor.safety.actions import LONGEST_WORDS, NewFlag
from corridor.safety.choices import Reason


class FlagForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("What is wrong?"),
        choices=Reason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is wrong: it decides who looks first.")},
    )
    rules = forms.MultipleChoiceField(
        label=_("Which rules of this place?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    words = forms.CharField(
        label=_("In your own words"),
        help_text=_("If there is more to know. Do not repeat what identifies a patient."),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rules = settings.RULES
        self.fields["rules"].choices = [  # type: ignore[attr-defined]  # of a field with choices
            (str(number), rule) for number, rule in enumerate(rules, start=1)
        ]
        if not rules:
            del self.fields["rules"]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if given.get("reason") == Reason.OTHER and not given.get("words", "").strip():
            self.add_error("words", _("Say in your own words what is wrong."))
        return given

    def new_flag(self) -> NewFlag:
        """When it is valid."""
        chosen = self.cleaned_data.get("rules", [])
        return NewFlag(
            reason=Reason(self.cleaned_data["reason"]),
            words=self.cleaned_data["words"],
            rules=[settings.RULES[int(number) - 1] for number in chosen],
        )
