"""What people write in notes, and in answers to them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.context_notes.choices import LONGEST_ANSWER, LONGEST_NOTE, Answer, Why


class NoteForm(forms.Form):
    text = forms.CharField(
        label=_("What should readers know?"),
        help_text=_(
            "In your own words, with at least one reference: a DOI, PMID, PMCID, NCT or arXiv"
            " number. It is signed with your name and specialty."
        ),
        max_length=LONGEST_NOTE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class AnswerForm(forms.Form):
    text = forms.CharField(
        label=_("Your answer"),
        help_text=_("It stands beside the note, wherever the note is read."),
        max_length=LONGEST_ANSWER,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class RatingForm(forms.Form):
    answer = forms.ChoiceField(
        label=_("Does this note help?"),
        choices=Answer.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three.")},
    )
    reasons = forms.MultipleChoiceField(
        label=_("Why?"),
        help_text=_("As many as fit, or none."),
        choices=Why.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class WordsForm(forms.Form):
    """For moderators, in own words."""

    words = forms.CharField(
        label=_("In your own words"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
