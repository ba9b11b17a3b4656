"""The forms about other people."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.people import queries
from corridor.people.choices import EvaluationKind, RepliesShown, Visibility

if TYPE_CHECKING:
    from corridor.people.models import Profile


class SomebodyForm(forms.Form):
    """Names one other person by handle; the person is in ``somebody`` when it is valid."""

    handle = forms.CharField(
        label=_("Handle"),
        max_length=31,
        help_text=_("As on their profile: @kwame_osei"),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )
    somebody: "Profile"

    def __init__(self, *args: Any, viewer: "Profile", today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        self.today = today

    def clean_handle(self) -> str:
        handle = str(self.cleaned_data["handle"]).strip().removeprefix("@").lower()
        found = queries.profile_named(handle, viewer=self.viewer, today=self.today)
        if found is None:
            raise forms.ValidationError(_("Nobody here has this handle."))
        if found.pk == self.viewer.pk:
            raise forms.ValidationError(_("That is you."))
        self.somebody = found
        return handle


class EvaluationForm(SomebodyForm):
    kind = forms.ChoiceField(label=_("What they are to you"), choices=EvaluationKind.choices)
    ends_on = forms.DateField(
        label=_("Until"),
        required=False,
        help_text=_("Leave it empty if you do not know yet; you can end it at any time."),
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def clean_ends_on(self) -> date | None:
        """Here and not only by the action: it is said of every handle, or of none."""
        ends_on: date | None = self.cleaned_data["ends_on"]
        if ends_on is not None and ends_on <= self.today:
            raise forms.ValidationError(_("Choose a day to come."))
        return ends_on


class ListForm(forms.Form):
    title = forms.CharField(label=_("Name of the list"), max_length=60)


class ListSettingsForm(ListForm):
    """Of a list that is there."""

    replies = forms.ChoiceField(label=_("Replies in it"), choices=RepliesShown.choices)
    is_exclusive = forms.BooleanField(
        label=_("Leave what they say out of Home"),
        required=False,
        help_text=_("You read them here alone. They are not told."),
    )


class PrivacyForm(forms.Form):
    visibility = forms.ChoiceField(
        label=_("Who sees your profile"), choices=Visibility.choices, widget=forms.RadioSelect
    )
    is_listed = forms.BooleanField(
        label=_("List me in the directory"),
        required=False,
        help_text=_("Only people who offer something are listed."),
    )
    approves_followers = forms.BooleanField(
        label=_("Ask me before somebody follows me"), required=False
    )
    is_searchable = forms.BooleanField(
        label=_("My posts for everybody may be found by search"),
        required=False,
        help_text=_(
            "Otherwise only people who gave them kudos, saved, boosted or answered them find them."
        ),
    )
    is_pseudonymous = forms.BooleanField(
        label=_("I am known here by another name"),
        required=False,
        help_text=_(
            "Others see your stage, and neither institution, works nor where a badge comes from."
        ),
    )
