"""What is written about conduct: by a director, and in confidence."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.programmes.actions.conduct import LONGEST_CONCERN
from corridor.programmes.actions.consequences import LONGEST_APPEAL, LONGEST_REASON
from corridor.web.directing.forms import Mistaken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.people.models import Profile


class ConductForm(Mistaken):
    text = forms.CharField(
        label=_("What everybody keeps to"),
        max_length=10_000,
        help_text=_("An empty line begins a new paragraph."),
        widget=forms.Textarea(attrs={"rows": 20}),
    )

    def __init__(self, *args: Any, team: "Sequence[Profile]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hears"] = forms.ChoiceField(
            label=_("Who hears concerns"),
            required=False,
            help_text=_(
                "Named to everybody who takes part. Never told what concerns themselves: then it"
                " goes to whoever else leads the programme."
            ),
            choices=[
                ("", _("Whoever leads the programme longest")),
                *((str(one.pk), one.display_name) for one in team),
            ],
        )


class ConcernForm(forms.Form):
    words = forms.CharField(
        label=_("What is it about?"),
        max_length=LONGEST_CONCERN,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class AnswerForm(forms.Form):
    words = forms.CharField(
        label=_("Your answer"),
        max_length=LONGEST_CONCERN,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class AppealForm(forms.Form):
    words = forms.CharField(
        label=_("What should somebody know who looks at it again?"),
        help_text=_("One line is enough."),
        max_length=LONGEST_APPEAL,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DecisionForm(forms.Form):
    words = forms.CharField(
        label=_("Why? The person reads it"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
