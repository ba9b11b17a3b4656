from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.programmes.actions.materials import NewMaterial
from corridor.programmes.choices import LAST_MEETING, Side
from corridor.web.directing.forms import Mistaken

if TYPE_CHECKING:
    from corridor.programmes.models import Material


class MaterialForm(Mistaken):
    title = forms.CharField(label=_("Title"), max_length=120)
    words = forms.CharField(
        label=_("Text"),
        max_length=6000,
        required=False,
        help_text=_("An empty line begins a new paragraph."),
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    address = forms.CharField(
        label=_("Address"),
        max_length=500,
        required=False,
        help_text=_("Of a page, a video or a course elsewhere; it begins with https://."),
        widget=forms.URLInput,
    )
    side = forms.ChoiceField(
        label=_("For whom"), choices=[("", _("For both")), *Side.choices], required=False
    )
    meeting = forms.IntegerField(
        label=_("Before meeting number"),
        min_value=1,
        max_value=LAST_MEETING,
        required=False,
        help_text=_("Of each two people. Empty: from the start on."),
    )
    is_training = forms.BooleanField(
        label=_("A training: the team sees who has finished it"),
        required=False,
        help_text=_("People read that before they say so. Otherwise only they know."),
    )

    def new(self) -> NewMaterial:
        said = self.cleaned_data
        return NewMaterial(**{**said, "side": Side(said["side"]) if said["side"] else None})


def first_of(one: "Material") -> dict[str, object]:
    return {name: getattr(one, name) for name in MaterialForm.base_fields}
