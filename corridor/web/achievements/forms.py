"""What can be said of an achievement."""

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.posts.actions import NewAchievement
from corridor.posts.choices import Audience, Feat

AUDIENCES = (
    (Audience.PUBLIC, _("Everyone, on the open web")),
    (Audience.QUIET, _("Everyone, but not in public timelines")),
    (Audience.FOLLOWERS, _("My followers")),
)


class AchievementForm(forms.Form):
    feat = forms.ChoiceField(label=_("What"), choices=Feat.choices)
    title = forms.CharField(
        label=_("In one line"),
        help_text=_("The title of the paper or talk, the name of the award, where somebody goes."),
        max_length=300,
    )
    words = forms.CharField(
        label=_("A few words of yours"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    about = forms.CharField(
        label=_("Whose"),
        help_text=_(
            "The @name of a mentee, mentor or colleague, who must agree before it is published."
            " Leave it empty for your own."
        ),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )
    place = forms.CharField(
        label=_("Where"),
        help_text=_("Journal, meeting or hospital."),
        max_length=200,
        required=False,
    )
    doi = forms.CharField(label=_("DOI"), max_length=250, required=False)
    happened_on = forms.DateField(
        label=_("When"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    audience = forms.ChoiceField(label=_("Who may read it"), choices=AUDIENCES)

    def new_achievement(self) -> NewAchievement:
        said = self.cleaned_data
        return NewAchievement(
            feat=Feat(said["feat"]),
            title=said["title"],
            words=said["words"],
            about=said["about"],
            place=said["place"],
            doi=said["doi"],
            happened_on=said["happened_on"],
            audience=Audience(said["audience"]),
        )
