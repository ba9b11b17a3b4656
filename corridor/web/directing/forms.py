"""What a director fills in, a form a section of the set-up."""

import re
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.programmes.actions.setting_up import Plan
from corridor.programmes.choices import LARGEST_CAPACITY, Admission, Cadence, LateHours
from corridor.web.fields.zones import ZoneField

if TYPE_CHECKING:
    from corridor.programmes.models import Programme, Round

HASHTAG_HELP = gettext_lazy(
    "With a capital letter for each word, such as FirstGenMed: screen readers read it word by word."
    " Leave it empty and it is made from the name."
)
LONGEST_HASHTAG = 60


def plain_hashtag(typed: str) -> str:
    return typed.strip().lstrip("#＃").strip()


def hashtag_from(name: str) -> str:
    words = re.findall(r"\w+", name)
    return "".join(word[:1].upper() + word[1:] for word in words)[:LONGEST_HASHTAG]


class Mistaken(forms.Form):
    """Takes what an action refuses and says it beside the field."""

    def add_all(self, refusal: ValidationError) -> None:
        for name, errors in refusal.update_error_dict({}).items():
            shown = name if name in self.fields else self.where(name)
            for error in errors:
                self.add_error(shown, error)

    def where(self, name: str) -> str | None:
        """The field of ours for a column that has another name."""
        del name
        return None


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class PlanFields(Mistaken):
    """Name and dates of a round, in their order."""

    round_name = forms.CharField(
        label=gettext_lazy("Name of the first round"),
        help_text=gettext_lazy("People apply to a round: a season, a year, a cohort."),
        max_length=60,
    )
    opens_on = forms.DateField(label=gettext_lazy("People can apply from"), widget=DateInput())
    closes_on = forms.DateField(label=gettext_lazy("and until"), widget=DateInput())
    starts_on = forms.DateField(label=gettext_lazy("First meetings from"), widget=DateInput())
    ends_on = forms.DateField(label=gettext_lazy("The round ends on"), widget=DateInput())

    def __init__(
        self, *args: Any, today: date, past_day: date | None = None, **kwargs: Any
    ) -> None:
        """``past_day`` may stay the last day of a round that is closed."""
        super().__init__(*args, **kwargs)
        self.today, self.past_day = today, past_day

    def clean(self) -> dict[str, Any]:
        days = self.cleaned_data
        last = days.get("closes_on")
        if last is not None and last < self.today and last != self.past_day:
            self.add_error("closes_on", _("This day is over: nobody could apply."))
        order = ("opens_on", "closes_on", "starts_on", "ends_on")
        for earlier, later in pairwise(order):
            if earlier in days and later in days and days[later] < days[earlier]:
                self.add_error(later, _("This day comes before the one above."))
        return days

    def where(self, name: str) -> str | None:
        return "round_name" if name in {"name", NON_FIELD_ERRORS} else None

    def plan(self) -> Plan:
        days = self.cleaned_data
        return Plan(
            name=days["round_name"],
            opens_on=days["opens_on"],
            closes_on=days["closes_on"],
            starts_on=days["starts_on"],
            ends_on=days["ends_on"],
        )


def plan_of(planned: "Round") -> dict[str, object]:
    return {
        "round_name": planned.name,
        "opens_on": planned.opens_on,
        "closes_on": planned.closes_on,
        "starts_on": planned.starts_on,
        "ends_on": planned.ends_on,
    }


class SectionForm(Mistaken):
    """Its fields are columns of the programme."""

    def __init__(self, *args: Any, programme: "Programme", **kwargs: Any) -> None:
        kwargs["initial"] = {name: getattr(programme, name) for name in self.base_fields}
        super().__init__(*args, **kwargs)

    def changes(self) -> Mapping[str, Any]:
        return {name: self.cleaned_data[name] for name in self.fields}


class AboutForm(SectionForm):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    hashtag = forms.CharField(
        label=gettext_lazy("Hashtag"), help_text=HASHTAG_HELP, max_length=61, required=False
    )
    description = forms.CharField(
        label=gettext_lazy("What it is"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    for_whom = forms.CharField(
        label=gettext_lazy("For whom"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, programme: "Programme", **kwargs: Any) -> None:
        super().__init__(*args, programme=programme, **kwargs)
        self.fields["time_zone"] = ZoneField(
            current=programme.time_zone, guess=False, label=_("Time zone of its dates")
        )
        self.fields["time_zone"].initial = programme.time_zone

    def clean_hashtag(self) -> str:
        typed = plain_hashtag(self.cleaned_data["hashtag"])
        return typed or hashtag_from(self.cleaned_data.get("name", ""))


class WhoForm(SectionForm):
    admission = forms.ChoiceField(
        label=gettext_lazy("Who gets in"), choices=Admission.choices, widget=forms.RadioSelect
    )
    domains = forms.CharField(
        label=gettext_lazy("E-mail domains"),
        help_text=gettext_lazy(
            "One a line; severnside.ac.uk includes what ends in .severnside.ac.uk."
        ),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    rosters = forms.CharField(
        label=gettext_lazy("Rosters"),
        help_text=gettext_lazy("Names of rosters of this server, one a line."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    places = forms.IntegerField(
        label=gettext_lazy("Places in all"),
        help_text=gettext_lazy(
            "Mentees who get in to one round; the others wait. Leave it empty for everybody."
        ),
        min_value=1,
        max_value=50_000,
        required=False,
    )
    both_sides = forms.BooleanField(
        label=gettext_lazy("One person may be mentee and mentor at once"), required=False
    )

    def clean_domains(self) -> str:
        lines = re.split(r"[\s,;]+", self.cleaned_data["domains"].lower())
        domains = [line.rpartition("@")[2] for line in lines if line]
        for domain in domains:
            if not re.fullmatch(r"[\w-]+(\.[\w-]+)+", domain):
                raise ValidationError(
                    _("“%(domain)s” is no domain; one looks like severnside.ac.uk.")
                    % {"domain": domain[:60]}
                )
        return "\n".join(dict.fromkeys(domains))

    def clean_rosters(self) -> str:
        lines = (line.strip() for line in self.cleaned_data["rosters"].splitlines())
        return "\n".join(dict.fromkeys(line for line in lines if line))


class CapacitiesForm(SectionForm):
    mentor_capacity = forms.IntegerField(
        label=gettext_lazy("Mentees a mentor takes at most"),
        help_text=gettext_lazy("5 is usual, 6 the most; for mentors in their first years 2 or 3."),
        min_value=1,
        max_value=LARGEST_CAPACITY,
    )
    answer_days = forms.IntegerField(
        label=gettext_lazy("Days a mentor has to answer"),
        help_text=gettext_lazy("After that the next best mentor is asked."),
        min_value=1,
        max_value=60,
    )


class MeetingsForm(SectionForm):
    cadence = forms.ChoiceField(
        label=gettext_lazy("How often two people meet"), choices=Cadence.choices
    )
    meeting_minutes = forms.IntegerField(
        label=gettext_lazy("Minutes of a meeting"), min_value=10, max_value=240
    )
    months = forms.IntegerField(
        label=gettext_lazy("Months a match lasts"), min_value=1, max_value=60
    )


class ConsequencesForm(SectionForm):
    counts_absences = forms.BooleanField(
        label=gettext_lazy("Somebody does not come to a meeting"),
        help_text=gettext_lazy("By the other's word, which can be denied for three days."),
        required=False,
    )
    counts_late_hours = forms.TypedChoiceField(
        label=gettext_lazy("Somebody calls a meeting off late"),
        choices=LateHours.choices,
        coerce=int,
    )
    counts_silence = forms.BooleanField(
        label=gettext_lazy("Somebody lets a match lapse without an answer"), required=False
    )
    counts_first_days = forms.IntegerField(
        label=gettext_lazy("How often before a first notice"),
        help_text=gettext_lazy(
            "Each step after it takes one time more. Several things on one day count once."
        ),
        min_value=2,
        max_value=10,
    )
    counts_months = forms.IntegerField(
        label=gettext_lazy("Months after which it is forgotten"), min_value=1, max_value=12
    )
    break_days = forms.IntegerField(
        label=gettext_lazy("Days of a break"),
        help_text=gettext_lazy("Nobody new is matched with them; whom they have stays."),
        min_value=7,
        max_value=90,
    )


class SurveysForm(SectionForm):
    asks_how_it_went = forms.BooleanField(
        label=gettext_lazy("Ask both how it goes: at the beginning, half-way and at the end"),
        required=False,
    )
