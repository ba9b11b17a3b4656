"""What people write about office hours."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.mentoring.actions.ask_mentors import LONGEST_ANSWER
from corridor.mentoring.actions.office_hours import LONGEST_QUESTION, LONGEST_TOPIC, NewHours
from corridor.mentoring.meeting_choices import Repeat
from corridor.mentoring.meeting_details import LONGEST_WHERE
from corridor.mentoring.office_choices import FEWEST_TURNS, MOST_TURNS, STAGES, Length, Whom
from corridor.web.meetings.forms import OWN_TIME, local_instant

if TYPE_CHECKING:
    from corridor.mentoring.models import Seat


class WordsForm(forms.Form):
    topic = forms.CharField(
        label=_("Topic"),
        help_text=_("May stay empty: then people bring whatever they have."),
        max_length=LONGEST_TOPIC,
        required=False,
        widget=forms.TextInput({"dir": "auto"}),
    )
    where = forms.CharField(
        label=_("Link for the call"),
        help_text=_("Begins with https://. Whoever is in the queue sees it; we open nothing."),
        max_length=LONGEST_WHERE,
        required=False,
    )


class OfferForm(WordsForm):
    first_at = forms.CharField(label=_("First time"), widget=OWN_TIME)
    minutes = forms.TypedChoiceField(
        label=_("How long"), choices=Length.choices, coerce=int, initial=Length.HOUR
    )
    places = forms.TypedChoiceField(
        label=_("Turns"),
        help_text=_("People who can come each time; others wait on a list."),
        choices=[(number, str(number)) for number in range(FEWEST_TURNS, MOST_TURNS + 1)],
        coerce=int,
        initial=4,
    )
    repeat = forms.TypedChoiceField(
        label=_("Again"), choices=Repeat.choices, coerce=int, initial=Repeat.NEVER
    )
    last_on = forms.DateField(
        label=_("Last day"),
        help_text=_("Leave it empty to go on until you end them."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    whom = forms.ChoiceField(label=_("For whom"))
    phase = forms.ChoiceField(
        label=_("Of which stage"),
        help_text=_("For members who are verified."),
        choices=[("", _("Any stage")), *STAGES.items()],
        required=False,
    )
    field_order = (
        "topic", "first_at", "minutes", "places", "repeat", "last_on", "whom", "phase", "where",
    )  # fmt: skip

    def __init__(
        self,
        *args: Any,
        zone: str,
        circles: Sequence["Seat"],
        programmes: Mapping[str, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.zone = zone
        self.fields["first_at"].help_text = _("By your clock: %(zone)s.") % {"zone": zone}
        whom = self.fields["whom"]
        if isinstance(whom, forms.ChoiceField):
            whom.choices = [
                (Whom.VERIFIED.value, _("Verified members")),
                *((f"{Whom.CIRCLE.value}:{one.circle_id}", one.circle.name) for one in circles),
                *((f"{Whom.PROGRAMME.value}:{slug}", name) for slug, name in programmes.items()),
            ]

    def clean_first_at(self) -> datetime:
        return local_instant(self.cleaned_data["first_at"], zone=self.zone)

    def new_hours(self) -> NewHours:
        """When it is valid."""
        given = self.cleaned_data
        kind, _colon, which = given["whom"].partition(":")
        whom = Whom(kind)
        return NewHours(
            first_at=given["first_at"],
            zone=self.zone,
            minutes=Length(given["minutes"]),
            places=given["places"],
            repeat=Repeat(given["repeat"]),
            last_on=given["last_on"],
            whom=whom,
            phase=given["phase"] if whom == Whom.VERIFIED else "",
            circle_id=int(which) if whom == Whom.CIRCLE else None,
            programme_address=which if whom == Whom.PROGRAMME else "",
            topic=given["topic"],
            where=given["where"],
        )


class SignUpForm(forms.Form):
    question = forms.CharField(
        label=_("What is it about?"),
        help_text=_("A line or two. Only the mentor sees it with your name."),
        max_length=LONGEST_QUESTION,
        widget=forms.Textarea({"rows": 3, "dir": "auto"}),
    )
    may_be_answered_to_all = forms.BooleanField(
        label=_("May be answered to everybody in the queue, without my name"), required=False
    )


class AnswerForm(forms.Form):
    question = forms.CharField(required=False, widget=forms.HiddenInput)
    """As it stood above when she began to write."""
    words = forms.CharField(
        label=_("Your answer"),
        help_text=_("Everybody who signed up reads it, with the question and without who asked."),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea({"rows": 6, "dir": "auto"}),
    )
