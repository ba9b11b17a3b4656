"""The composer of threads."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf.global_settings import LANGUAGES
from django.utils.translation import gettext_lazy as _

from corridor.library.actions import PartWords, Words
from corridor.posts.choices import Audience
from corridor.web.given_numbers import number_in

AUDIENCES = (
    (Audience.PUBLIC, _("Everyone, on the open web")),
    (Audience.QUIET, _("Everyone, but not in public timelines")),
    (Audience.FOLLOWERS, _("My followers")),
    (Audience.VERIFIED, _("Verified members")),
)
PROBLEMS: Mapping[str, Any] = {
    "no-title": _("Give it a title."),
    "no-parts": _("Write a part first."),
    "empty": _("Nothing is said here yet."),
    "too-long": _("It is too long for a post: shorten it, or add a part."),
    "poll": _("A poll has two to six different answers of at most 100 characters, one a line."),
    "too-many-pictures": _("A post has at most four pictures."),
    "no-alt": _("Say what each picture shows, for people who do not see it."),
    "reveals-nothing": _("An answer needs a poll in a part above it."),
}


def languages() -> list[tuple[str, Any]]:
    return [("", _("Not said")), *((code, _(name)) for code, name in LANGUAGES)]


class BeginForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=150)
    text = forms.CharField(
        label=_("Text, if you have some"),
        help_text=_("A line of three dashes begins the next part. You can arrange parts later."),
        required=False,
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class ThreadForm(forms.Form):
    """What stands above the parts; the parts come by their numbers."""

    title = forms.CharField(label=_("Title"), max_length=150, required=False)
    summary = forms.CharField(
        label=_("Summary"),
        help_text=_("One or two sentences, for lists and for whoever cites it."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    language = forms.ChoiceField(label=_("Language"), choices=languages, required=False)
    audience = forms.ChoiceField(label=_("Who may read it"), choices=AUDIENCES, required=False)
    change = forms.CharField(
        label=_("What changed"),
        help_text=_("Shown in the list of versions."),
        max_length=300,
        required=False,
    )


def words_typed(form: ThreadForm, sent: Mapping[str, str]) -> Words:
    """Of a form that is valid."""
    said = form.cleaned_data
    numbers = [name.removeprefix("text-") for name in sent if name.startswith("text-")]
    return Words(
        title=said["title"],
        summary=said["summary"],
        language=said["language"],
        change=said["change"],
        audience=Audience(said["audience"] or Audience.PUBLIC),
        parts=[
            PartWords(
                part_id=part_id,
                text=sent[f"text-{number}"],
                answers=sent.get(f"answers-{number}", ""),
                is_reveal=f"reveal-{number}" in sent,
            )
            for number in numbers
            if (part_id := number_in(number)) is not None
        ],
    )
