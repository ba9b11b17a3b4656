"""What somebody says of her shield."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.people.actions import ShieldWishes
from corridor.people.choices import LetsThrough

LASTS = {"day": timedelta(days=1), "week": timedelta(days=7), "open": None}


class ShieldForm(forms.Form):
    lasts = forms.ChoiceField(
        label=_("How long"),
        choices=[
            ("day", _("24 hours")),
            ("week", _("7 days")),
            ("open", _("Until I lower it")),
        ],
        initial="day",
        widget=forms.RadioSelect,
    )
    lets_through = forms.ChoiceField(
        label=_("Who still reaches you"),
        choices=LetsThrough.choices,
        initial=LetsThrough.RELATIONS,
        widget=forms.RadioSelect,
    )
    hides_counts = forms.BooleanField(
        label=_("Show nobody how often my posts are boosted, answered and liked"),
        required=False,
        initial=True,
        help_text=_("On our pages. Apps have no word for it and go on showing numbers."),
    )
    is_slow = forms.BooleanField(
        label=_("Slow replies: from each person one in fifteen minutes"),
        required=False,
        help_text=_("For people who reach you, too. What comes sooner goes to the folder."),
    )

    def wishes(self) -> ShieldWishes:
        said = self.cleaned_data
        return ShieldWishes(
            lasts=LASTS[said["lasts"]],
            lets_through=LetsThrough(said["lets_through"]),
            is_slow=said["is_slow"],
            hides_counts=said["hides_counts"],
        )
