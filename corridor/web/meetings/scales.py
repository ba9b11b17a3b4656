"""The items of a published scale on the page of a review; every one of them can be left out."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.mentoring.actions.meetings import NewScale

if TYPE_CHECKING:
    from corridor.mentoring.models import Instrument

LEFT_OUT = ("", _("I leave it out"))


class ScaleForm(forms.Form):
    """Bound only to what was said to this very version: another one is asked anew."""

    def __init__(self, *args: Any, instrument: "Instrument", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instrument = instrument
        choices = [LEFT_OUT, *((str(at), one) for at, one in enumerate(instrument.points, 1))]
        self.items = list(instrument.items.all())
        for item in self.items:
            self.fields[f"item_{item.place}"] = forms.ChoiceField(
                label=item.words, choices=choices, required=False
            )

    def scale(self) -> NewScale:
        """When it is valid."""
        said = [self.cleaned_data[f"item_{item.place}"] for item in self.items]
        return NewScale(
            instrument_id=self.instrument.pk,
            numbers=[int(one) if one else None for one in said],
        )
