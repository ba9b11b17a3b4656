"""Whom somebody asks to help her, and what a helper writes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.helping.choices import Scope
from corridor.safety.choices import Reason


class ScopesForm(forms.Form):
    scopes = forms.MultipleChoiceField(
        label=_("What may they do?"),
        choices=Scope.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        initial=[Scope.READ, Scope.DOCUMENT, Scope.FLAG],
    )
    is_called = forms.BooleanField(
        label=_("Tell them when unusually many strangers turn to me, or I raise my shield"),
        required=False,
    )

    def chosen(self) -> frozenset[Scope]:
        """When it is valid."""
        return frozenset(map(Scope, self.cleaned_data["scopes"]))


class AskForm(ScopesForm):
    handle = forms.CharField(
        label=_("Whom do you ask?"),
        help_text=_("Their handle, such as @kwame_osei. Ask them in person first if you can."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
    field_order = ("handle", "scopes", "is_called")


class GuardForm(forms.Form):
    handle = forms.CharField(label=_("Handle"), max_length=40)


class FlagForm(forms.Form):
    address = forms.CharField(label=_("Address of the post"), max_length=300)
    reason = forms.ChoiceField(
        label=_("What is wrong?"), choices=Reason.choices, initial=Reason.HARASSMENT
    )
    words = forms.CharField(
        label=_("In your own words"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ReplyForm(forms.Form):
    words = forms.CharField(
        label=_("Your reply, under your own name"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    asked_first = forms.BooleanField(
        label=_("I asked first, or know that a reply is welcome"),
        error_messages={"required": _("Ask first: attention is not always help.")},
    )
