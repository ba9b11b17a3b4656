"""What somebody who tries matching gives."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.algorithms.matching.options import DEFAULT_WEIGHTS, MUST, Circles, Options, Rules
from corridor.algorithms.matching.people import Criterion
from corridor.programmes.intake.zones import NotAZone, find_zone
from corridor.programmes.wording import CRITERIA

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

TABLES = ".csv,.tsv,.txt,.xlsx"
MAPS = ".toml,.json"
MOST_IN_A_CIRCLE = 20

OF_THE_ROUND = ("pins", "forbids", "existing", "waiting")
MORE = ("map", *OF_THE_ROUND, "smallest", "largest", "circle_mentors", "time_zone", "seed")
"""Fields that stand folded until one of them is used."""


def _file(label: Any, help_text: Any = "", accept: str = TABLES) -> forms.FileField:
    return forms.FileField(
        label=label,
        help_text=help_text,
        required=False,
        widget=forms.FileInput(attrs={"accept": accept}),
    )


def _size(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=1, max_value=MOST_IN_A_CIRCLE)


class TrialForm(forms.Form):
    people = _file(
        gettext_lazy("Everybody, or the mentees"),
        gettext_lazy("CSV or Excel (.xlsx); with a column for mentee or mentor, if all are in it."),
    )
    mentors = _file(gettext_lazy("The mentors, if they are in a second file"))
    groups = forms.CharField(
        label=gettext_lazy("Columns to report coverage by"),
        help_text=gettext_lazy("Titles, with semicolons between; they decide no match."),
        required=False,
        max_length=300,
    )
    same_institution = forms.BooleanField(
        label=gettext_lazy("People of one institution may be matched"), required=False
    )
    peers = forms.BooleanField(label=gettext_lazy("Mentors need not be further on"), required=False)

    map = _file(
        gettext_lazy("Map of your titles and answers"),
        gettext_lazy("TOML or JSON; for titles that are not understood (--map in messages)."),
        MAPS,
    )
    pins = _file(
        gettext_lazy("Pairs that must be"),
        gettext_lazy("Columns mentee and mentor, and role if you like."),
    )
    forbids = _file(
        gettext_lazy("Pairs that must not be"),
        gettext_lazy("Columns mentee, mentor and reason."),
    )
    existing = _file(
        gettext_lazy("Matches of before, to keep"),
        gettext_lazy("matches.csv of the last round."),
    )
    waiting = _file(
        gettext_lazy("Who has waited"),
        gettext_lazy("unmatched.csv of the last round: who waited longest goes first."),
    )
    smallest = _size(gettext_lazy("Mentees, at least"))
    largest = _size(gettext_lazy("Mentees, at most"))
    circle_mentors = forms.TypedChoiceField(
        label=gettext_lazy("Mentors"),
        choices=[(1, "1"), (2, "2")],
        coerce=int,
        initial=1,
        required=False,
    )
    time_zone = forms.CharField(
        label=gettext_lazy("Time zone of whoever says none"),
        help_text=gettext_lazy("For example Europe/London; --time-zone in messages."),
        required=False,
        max_length=100,
    )
    seed = forms.CharField(
        label=gettext_lazy("Seed"),
        help_text=gettext_lazy("Decides ties: the same files, settings and seed, the same result."),
        required=False,
        max_length=100,
        initial=Options.seed,
    )

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

    def clean_time_zone(self) -> str:
        given = self.cleaned_data["time_zone"]
        try:
            return find_zone(given) if given else ""
        except NotAZone as error:
            raise forms.ValidationError(str(error)) from error

    def clean(self) -> None:
        least, most = self.cleaned_data.get("smallest"), self.cleaned_data.get("largest")
        if least and most and least > most:
            self.add_error("largest", _("This is less than the least."))

    def weight_fields(self) -> Iterator[forms.BoundField]:
        return (self[f"weight_{criterion}"] for criterion in CRITERIA)

    def circle_fields(self) -> Iterator[forms.BoundField]:
        return (self[name] for name in ("smallest", "largest", "circle_mentors"))

    def fields_of_the_round(self) -> Iterator[forms.BoundField]:
        return (self[name] for name in OF_THE_ROUND)

    def kept_fields(self) -> Iterator[forms.BoundField]:
        """All that a browser can be given back: everything but files."""
        return (field for field in self if not isinstance(field.field, forms.FileField))

    @property
    def uses_more(self) -> bool:
        """Whether a folded field is used or wrong, and must not stay folded."""
        return any(name in self.errors or self._is_used(name) for name in MORE)

    def _is_used(self, name: str) -> bool:
        value = self[name].value()
        return name in self.files or (bool(value) and str(value) != str(self.fields[name].initial))

    def ask_again(self, files: "Mapping[str, UploadedFile[bytes]]") -> None:
        """Names each file that was given, since no browser keeps them chosen."""
        for name in files.keys() & self.fields.keys():
            field = self[name]
            again = _("Choose %(file)s again.") % {"file": files[name].name}
            field.help_text = format_html("<strong>{}</strong> {}", again, field.help_text)

    def options(self) -> Options:
        given = self.cleaned_data
        return Options(
            weights={criterion: self._weight(criterion) for criterion in Criterion},
            rules=Rules(
                other_institution=not given["same_institution"],
                senior_mentor=not given["peers"],
            ),
            circles=self._circles(),
            seed=given["seed"] or Options.seed,
        )

    def _circles(self) -> Circles | None:
        given = self.cleaned_data
        least, most = given["smallest"], given["largest"]
        if not (least or most):
            return None
        return Circles(
            smallest=least or min(Circles.smallest, most),
            largest=most or max(Circles.largest, least),
            mentors=given["circle_mentors"] or Circles.mentors,
        )

    def _weight(self, criterion: Criterion) -> int:
        given = self.cleaned_data[f"weight_{criterion}"]
        return DEFAULT_WEIGHTS[criterion] if given == "" else int(given)

    def group_titles(self) -> tuple[str, ...]:
        titles = (title.strip() for title in self.cleaned_data["groups"].split(";"))
        return tuple(dict.fromkeys(filter(None, titles)))
