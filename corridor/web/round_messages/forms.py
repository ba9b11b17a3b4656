"""A message to many: to whom, in which words, and when."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.programmes.texts import TO_A_ROUND, UnknownPlaceholder, check_names
from corridor.web.programmes.publication import WhenForm


class MessageForm(WhenForm):
    audience = forms.ChoiceField(label=gettext_lazy("To whom"), widget=forms.RadioSelect)
    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=150)
    body = forms.CharField(
        label=gettext_lazy("Text"),
        max_length=5000,
        help_text=gettext_lazy("An empty line begins a new paragraph."),
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(
        self, *args: Any, zone: str, audiences: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, zone=zone, **kwargs)
        self.fields["audience"] = forms.ChoiceField(
            label=_("To whom"), widget=forms.RadioSelect, choices=audiences
        )

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        try:
            check_names(TO_A_ROUND, subject=given.get("subject", ""), body=given.get("body", ""))
        except UnknownPlaceholder as unknown:
            said = _("{%(name)s} means nothing here. The names that can stand in braces are below.")
            self.add_error("body", said % {"name": str(unknown)[:40]})
        return given
