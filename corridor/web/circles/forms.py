"""What people write about circles."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.mentoring.actions.circles import LONGEST_NAME, LONGEST_TOPIC, LONGEST_WORDS, NewCircle
from corridor.mentoring.circle_choices import FEWEST_PLACES, MOST_PLACES, Shape
from corridor.mentoring.circle_rules import usual_rules
from corridor.mentoring.meeting_choices import Minutes, Way
from corridor.web.meetings.forms import OWN_TIME, local_instant

if TYPE_CHECKING:
    from corridor.mentoring.models import Seat
    from corridor.people.models import Profile


class RulesForm(forms.Form):
    purpose = forms.CharField(
        label=_("What for"),
        help_text=_("What you do together, and how often you mean to meet."),
        max_length=LONGEST_WORDS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    rules = forms.CharField(
        label=_("Ground rules"),
        help_text=_("Everybody agrees to them before coming in."),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Write at least one ground rule.")},
    )


class StartForm(RulesForm):
    name = forms.CharField(
        label=_("Name"), max_length=LONGEST_NAME, error_messages={"required": _("Give it a name.")}
    )
    shape = forms.ChoiceField(label=_("What kind"), choices=Shape.choices, initial=Shape.MENTORED)
    places = forms.TypedChoiceField(
        label=_("Places, besides yours"),
        choices=[(number, str(number)) for number in range(FEWEST_PLACES, MOST_PLACES + 1)],
        coerce=int,
        initial=MOST_PLACES,
    )
    members = forms.TypedMultipleChoiceField(
        label=_("Invite people you work with"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    is_listed = forms.BooleanField(label=_("Members find it and can ask for a place"), initial=True,
                                   required=False)  # fmt: skip
    field_order = ("name", "purpose", "rules", "shape", "places", "members", "is_listed")

    def __init__(self, *args: Any, people: Sequence["Profile"], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {one.pk: one for one in people}
        members = cast("forms.ChoiceField", self.fields["members"])
        members.choices = [(one.pk, one.display_name) for one in people]
        self.fields["rules"].initial = usual_rules()

    def new_circle(self) -> NewCircle:
        """When it is valid."""
        given = self.cleaned_data
        return NewCircle(
            name=given["name"],
            purpose=given["purpose"],
            rules=given["rules"],
            shape=Shape(given["shape"]),
            places=given["places"],
            members=[self.people[pk] for pk in given["members"]],
            is_listed=given["is_listed"],
        )


class PauseForm(forms.Form):
    until = forms.DateField(
        label=_("Until"),
        help_text=_("Leave it empty to take it up again when you like."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class MeetingForm(forms.Form):
    starts_at = forms.CharField(label=_("When"), widget=OWN_TIME)
    minutes = forms.TypedChoiceField(
        label=_("How long"), choices=Minutes.choices, coerce=int, initial=Minutes.HOUR
    )
    way = forms.ChoiceField(label=_("How"), choices=Way.choices, initial=Way.VIDEO)
    where = forms.CharField(
        label=_("Link, place or number"),
        help_text=_("May stay empty. We show it to the circle and open nothing."),
        required=False,
        max_length=500,
    )

    def __init__(self, *args: Any, zone: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = zone
        self.fields["starts_at"].help_text = _("By your clock: %(zone)s.") % {"zone": zone}

    def clean_starts_at(self) -> datetime:
        return local_instant(self.cleaned_data["starts_at"], zone=self.zone)


class LogForm(forms.Form):
    was_there = forms.TypedMultipleChoiceField(
        label=_("Who was there"),
        help_text=_("Tick nobody if it did not happen."),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    topic = forms.CharField(label=_("What was it about?"), required=False, max_length=LONGEST_TOPIC)
    next_step = forms.CharField(
        label=_("What is the next step?"), required=False, max_length=LONGEST_TOPIC
    )

    def __init__(self, *args: Any, seats: Sequence["Seat"], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        was_there = cast("forms.ChoiceField", self.fields["was_there"])
        was_there.choices = [(seat.pk, seat.profile.display_name) for seat in seats]
