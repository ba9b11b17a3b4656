"""What somebody who tries matching gives."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.matching.options import DEFAULT_WEIGHTS, MUST, Options, Rules
from corridor.algorithms.matching.people import Criterion
from corridor.programmes.wording import CRITERIA

ACCEPTED = ".csv,.tsv,.txt,.xlsx"


class TrialForm(forms.Form):
    people = forms.FileField(
        label=_("Everybody, or the mentees"),
        help_text=_("CSV or Excel (.xlsx); with a column for mentee or mentor, if all are in it."),
        required=False,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )
    mentors = forms.FileField(
        label=_("The mentors, if they are in a second file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )
    groups = forms.CharField(
        label=_("Columns to report coverage by"),
        help_text=_("Titles, with semicolons between; they decide no match."),
        required=False,
        max_length=300,
    )
    same_institution = forms.BooleanField(
        label=_("People of one institution may be matched"), required=False
    )
    peers = forms.BooleanField(label=_("Mentors need not be further on"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for criterion, name in CRITERIA.items():
            self.fields[f"weight_{criterion}"] = forms.TypedChoiceField(
                label=str(name),
                choices=[
                    (number, _("10, a must") if number == MUST else str(number))
                    for number in range(MUST + 1)
                ],
                coerce=int,
                initial=DEFAULT_WEIGHTS[criterion],
                required=False,
            )

    def weight_fields(self) -> Iterator[forms.BoundField]:
        return (self[f"weight_{criterion}"] for criterion in CRITERIA)

    def options(self) -> Options:
        given = self.cleaned_data
        return Options(
            weights={criterion: self._weight(criterion) for criterion in Criterion},
            rules=Rules(
                other_institution=not given["same_institution"],
                senior_mentor=not given["peers"],
            ),
        )

    def _weight(self, criterion: Criterion) -> int:
        given = self.cleaned_data[f"weight_{criterion}"]
        return DEFAULT_WEIGHTS[criterion] if given == "" else int(given)

    def group_titles(self) -> tuple[str, ...]:
        titles = (title.strip() for title in self.cleaned_data["groups"].split(";"))
        return tuple(dict.fromkeys(filter(None, titles)))
