"""What one asks the directory for; the address of the page has all of it."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from corridor.algorithms.matching import Role
from corridor.algorithms.specialties import SPECIALTIES
from corridor.people.choices import Kind
from corridor.people.queries import Asked, Choices, ExperienceOption
from corridor.people.words import plain_tag

NEVER_SET = ("", _("Any"))
RUNGS_ABOVE = {
    "near": (1, 2),
    "some": (3, 5),
    "far": (6, None),
}
"""Value -> least and most rungs above the viewer."""


class FindForm(forms.Form):
    q = forms.CharField(label=_("Name, hashtag or interest"), max_length=200, required=False)
    kind = forms.ChoiceField(
        label=_("What they offer"), choices=[NEVER_SET, *Kind.choices], required=False
    )
    topic = forms.CharField(
        label=_("Helps with"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"list": "topics"}),
    )
    specialty = forms.ChoiceField(
        label=_("Specialty"),
        choices=[NEVER_SET, *((one.slug, one.name) for one in SPECIALTIES)],
        required=False,
    )
    subspecialty = forms.CharField(
        label=_("Subspecialty"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"list": "subspecialties"}),
    )
    interest = forms.CharField(
        label=_("Interest"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"list": "interests"}),
    )
    language = forms.CharField(
        label=_("Language"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"list": "languages"}),
    )
    country = forms.CharField(
        label=_("Country"), max_length=2, required=False, widget=forms.Select()
    )
    above = forms.ChoiceField(
        label=_("How far ahead of you"),
        choices=[
            NEVER_SET,
            ("near", _("One or two stages")),
            ("some", _("Three to five stages")),
            ("far", _("Six stages or more")),
        ],
        required=False,
    )
    replies = forms.TypedChoiceField(
        label=_("Replies within"),
        choices=[NEVER_SET, (3, _("3 days")), (7, _("a week")), (14, _("two weeks"))],
        coerce=int,
        empty_value=None,
        required=False,
    )
    overlap = forms.TypedChoiceField(
        label=_("Free time in common, every week"),
        choices=[
            NEVER_SET,
            (1, _("an hour or more")),
            (2, _("two hours or more")),
            (4, _("four hours or more")),
        ],
        coerce=int,
        empty_value=None,
        required=False,
    )
    outside = forms.BooleanField(label=_("Outside my institution"), required=False)
    verified = forms.BooleanField(label=_("Showed who they are"), required=False)
    full = forms.BooleanField(label=_("Also who is full"), required=False)
    away = forms.BooleanField(label=_("Also who is away"), required=False)
    experience = forms.MultipleChoiceField(
        label=_("Shared experience"),
        help_text=_("Only people who chose to show it to you are found by it."),
        required=False,
        widget=forms.CheckboxSelectMultiple(),
    )

    def __init__(self, *args: Any, experiences: list[ExperienceOption], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = cast("forms.MultipleChoiceField", self.fields["experience"])
        offered.choices = [(one.value, one.wording) for one in experiences]
        if not experiences:
            offered.error_messages["invalid_choice"] = _(
                "Only members who are signed in search by shared experience."
            )
        self.is_valid()

    def asked(self) -> Asked:
        """What was readable of it; the rest stands in the form as an error and asks nothing."""
        said = self.cleaned_data
        kind = said.get("kind")
        return Asked(
            words=said.get("q", ""),
            role=Role(kind) if kind else None,
            topic=plain_tag(said.get("topic", "")),
            specialty=said.get("specialty", ""),
            subspecialty=" ".join(said.get("subspecialty", "").split()),
            interest=plain_tag(said.get("interest", "")),
            language=plain_tag(said.get("language", "")),
            country=said.get("country", "").upper(),
            rungs_above=RUNGS_ABOVE.get(said.get("above", "")),
            replies_within=said.get("replies"),
            overlap_minutes=60 * (said.get("overlap") or 0),
            is_outside=said.get("outside", False),
            is_verified=said.get("verified", False),
            with_full=said.get("full", False),
            with_away=said.get("away", False),
            experiences=tuple(said.get("experience", ())),
        )

    def offer(self, choices: Choices) -> None:
        """Countries of people who are there, and the one that was asked for."""
        codes = {*choices.countries, self.cleaned_data.get("country", "").upper()} - {""}
        named = sorted(((code, str(countries.name(code)) or code) for code in codes), key=_by_name)
        select = cast("forms.Select", self.fields["country"].widget)
        select.choices = [NEVER_SET, *named]

    @property
    def narrowing(self) -> int:
        """How many filters behind "More filters" are set."""
        return sum(bool(value) for name, value in self.cleaned_data.items() if name != "q")


def _by_name(choice: tuple[str, str]) -> str:
    return choice[1]
