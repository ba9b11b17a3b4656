"""What people say of meetings."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.common_times import ComesTwice, NeverComes, instant_of
from corridor.mentoring.meeting_choices import Minutes, Repeat, Way
from corridor.people.choices import Kind
from corridor.web.meetings.clocks import moment_of

MOST_REPEATS = 11
YEARS = range(2000, 2101)
OWN_TIME = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


def local_instant(text: str, *, zone: str) -> datetime:
    """What a field for date and time says, by her clock. Raises ValidationError."""
    try:
        told = datetime.fromisoformat(text.strip())
    except ValueError as odd:
        raise forms.ValidationError(_("Give a day and a time, such as 2026-12-08 18:00.")) from odd
    if told.year not in YEARS:
        raise forms.ValidationError(_("Give a day and a time, such as 2026-12-08 18:00."))
    try:
        return instant_of(told.replace(tzinfo=None), zone=zone)
    except NeverComes as gap:
        raise forms.ValidationError(
            _("Clocks are put forward that night, and this time does not come. Take another.")
        ) from gap
    except ComesTwice as fold:
        raise forms.ValidationError(
            _("Clocks are put back that night, and this time comes twice. Take another.")
        ) from fold


class TimesForm(forms.Form):
    """Times that were ticked, and times of her own by her clock."""

    own_first = forms.CharField(label=_("A time of your own"), required=False, widget=OWN_TIME)
    own_second = forms.CharField(label=_("Another one"), required=False, widget=OWN_TIME)

    def __init__(self, *args: Any, zone: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = zone

    @property
    def ticked(self) -> Sequence[str]:
        """As they were sent."""
        return self.data.getlist("times") if hasattr(self.data, "getlist") else []

    def clean_own_first(self) -> datetime | None:
        return self._own("own_first")

    def clean_own_second(self) -> datetime | None:
        return self._own("own_second")

    def times(self) -> tuple[datetime, ...]:
        """When it is valid; what is no time is left out."""
        several = [moment_of(one) for one in self.ticked]
        several += [self.cleaned_data["own_first"], self.cleaned_data["own_second"]]
        return tuple(one for one in several if one is not None)

    def _own(self, name: str) -> datetime | None:
        text = self.cleaned_data[name]
        return local_instant(text, zone=self.zone) if text else None


class ProposeForm(TimesForm):
    role = forms.ChoiceField(label=_("In which role"))
    way = forms.ChoiceField(label=_("How"), choices=Way.choices, initial=Way.VIDEO)
    where = forms.CharField(
        label=_("Link, place or number"),
        help_text=_("May stay empty for now. We show it to the two of you and open nothing."),
        required=False,
        max_length=500,
    )
    repeat = forms.TypedChoiceField(
        label=_("How often"), choices=Repeat.choices, coerce=int, initial=Repeat.NEVER
    )
    repeat_times = forms.IntegerField(
        label=_("How many more times"),
        required=False,
        min_value=0,
        max_value=MOST_REPEATS,
        initial=3,
    )

    def __init__(self, *args: Any, roles: Sequence[Kind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        several = roles or list(Kind)
        role = cast("forms.ChoiceField", self.fields["role"])
        role.choices = [(one.value, one.label) for one in several]
        role.initial = several[0].value


class CallOffForm(forms.Form):
    words = forms.CharField(
        label=_("A line to the other one"),
        help_text=_("Goes by mail. You need give no reason."),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class LogForm(forms.Form):
    was_held = forms.TypedChoiceField(
        label=_("Did you meet?"),
        choices=[("yes", _("Yes")), ("no", _("No, it did not happen"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
    )
    other_absent = forms.BooleanField(required=False)
    minutes = forms.IntegerField(
        label=_("How many minutes"), required=False, min_value=0, max_value=600
    )
    topic = forms.CharField(label=_("What was it about?"), required=False, max_length=300)
    next_step = forms.CharField(label=_("What is the next step?"), required=False, max_length=300)
    keeps_step = forms.BooleanField(
        label=_("Put it on the agenda, so that we ask for it next time"), required=False
    )


class UnplannedForm(LogForm):
    starts_at = forms.CharField(label=_("When did you meet?"), widget=OWN_TIME)
    field_order = ("starts_at",)

    def __init__(self, *args: Any, zone: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = zone
        del self.fields["was_held"], self.fields["other_absent"]

    def clean_starts_at(self) -> datetime:
        return local_instant(self.cleaned_data["starts_at"], zone=self.zone)


class NoteForm(forms.Form):
    words = forms.CharField(
        required=False, max_length=8000, widget=forms.Textarea(attrs={"rows": 5})
    )


class DaysOffForm(forms.Form):
    starts_on = forms.DateField(
        label=_("First day"), widget=forms.DateInput(attrs={"type": "date"})
    )
    ends_on = forms.DateField(label=_("Last day"), widget=forms.DateInput(attrs={"type": "date"}))


def minutes_of(text: str) -> Minutes:
    """What the address says, else half an hour."""
    return Minutes(int(text)) if text in map(str, Minutes.values) else Minutes.HALF
