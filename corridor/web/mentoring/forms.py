"""What people write in a relationship."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.mentoring.actions import NewGoal, NewStep, Said
from corridor.mentoring.actions.keep_goal import MOST_STEPS
from corridor.mentoring.agreement_terms import LONGEST_TERM, TERMS
from corridor.mentoring.choices import Ending
from corridor.mentoring.plan_words import LONGEST_PART, PARTS
from corridor.mentoring.role_words import LONGEST_ENTRY, ROLES
from corridor.people.choices import Kind

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LINE = 500
ENDINGS = [one for one in Ending.choices if one[0] != Ending.LEFT]
"""What somebody may say of an end; that one left the server is said by itself."""


def words(
    label: "StrOrPromise", *, rows: int = 3, most: int, asks: "StrOrPromise" = ""
) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=asks,
        max_length=most,
        required=False,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def day(label: "StrOrPromise", *, asks: "StrOrPromise" = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=asks,
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class SaidForm(forms.Form):
    line = words(
        _("A line of your own"),
        rows=2,
        most=LINE,
        asks=_("If you like: it is added to what they read."),
    )
    reason = words(
        _("For yourself: why"),
        rows=2,
        most=LINE,
        asks=_("Nobody else reads it, no director and nobody who runs this server by its pages."),
    )

    def said(self) -> Said:
        """When it is valid."""
        return Said(line=self.cleaned_data["line"], reason=self.cleaned_data["reason"])


class PauseForm(SaidForm):
    until = day(_("Until"), asks=_("Leave it empty to take it up again when you like."))
    field_order = ("until", "line", "reason")


class EndForm(SaidForm):
    ending = forms.ChoiceField(
        label=_("How does it end?"),
        choices=ENDINGS,
        initial=Ending.STOPPED,
        widget=forms.RadioSelect,
    )
    field_order = ("ending", "line", "reason")


class AgreementForm(forms.Form):
    after = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=32_000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, term in TERMS.items():
            self.fields[key] = words(term.label, rows=3, most=LONGEST_TERM, asks=term.asks)

    def terms(self) -> dict[str, str]:
        """When it is valid."""
        return {key: self.cleaned_data[key].replace("\r\n", "\n") for key in TERMS}


class GoalForm(forms.Form):
    title = forms.CharField(
        label=_("What do you want to reach?"),
        max_length=200,
        error_messages={"required": _("Say in a few words what it is.")},
    )
    why = words(_("Why, and how you will know"), rows=3, most=2000)
    is_private = forms.BooleanField(label=_("Only I see it"), required=False)
    steps = words(
        _("First steps"), rows=4, most=6000, asks=_("One on each line. You can add dates later.")
    )

    def clean_steps(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["steps"].splitlines()]
        steps = [line for line in lines if line]
        if len(steps) > MOST_STEPS:
            raise forms.ValidationError(_("A goal has thirty steps at most. Make two goals of it."))
        return steps

    def new_goal(self) -> NewGoal:
        """When it is valid."""
        given = self.cleaned_data
        return NewGoal(
            title=given["title"],
            why=given["why"],
            is_private=given["is_private"],
            steps=[NewStep(text=line) for line in given.get("steps", ())],
        )


class ChangeGoalForm(GoalForm):
    steps = None  # type: ignore[assignment]  # how Django takes a field away


class StepForm(forms.Form):
    text = forms.CharField(label=_("Next step"), max_length=300, required=False)
    due_on = day(_("By when"))

    def new_step(self) -> NewStep:
        """When it is valid."""
        return NewStep(text=self.cleaned_data["text"], due_on=self.cleaned_data["due_on"])


class CommentForm(forms.Form):
    text = words(_("Say something about it"), rows=2, most=2000)


class NoteForm(forms.Form):
    text = words(_("Your notes"), rows=5, most=10_000)


class ThanksForm(forms.Form):
    words = words(_("A last word"), rows=3, most=1000)


class StageForm(forms.Form):
    words = words(_("What you write down"), rows=6, most=4000)


class RoleWishForm(forms.Form):
    role = forms.ChoiceField(choices=Kind.choices)
    words = words(_("A line with it"), rows=2, most=LINE)


class RoleLogForm(forms.Form):
    """In the form of one role."""

    def __init__(self, role: Kind, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.role = role
        for key, asks in ROLES[role].log.items():
            self.fields[key] = words(asks, rows=2, most=LONGEST_ENTRY)
        self.fields["on"] = day(_("When"))
        self.fields["on"].initial = today
        self.today = today

    def entry(self) -> dict[str, str]:
        """When it is valid."""
        return {key: self.cleaned_data[key] for key in ROLES[self.role].log}

    def on(self) -> date:
        found: date | None = self.cleaned_data["on"]
        return found or self.today


class PlanForm(forms.Form):
    is_revised = forms.BooleanField(label=_("I went through all of it today"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, part in PARTS.items():
            self.fields[key] = words(part.label, rows=4, most=LONGEST_PART, asks=part.asks)

    def parts(self) -> dict[str, str]:
        """When it is valid."""
        return {key: self.cleaned_data[key].replace("\r\n", "\n") for key in PARTS}
