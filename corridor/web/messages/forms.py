"""What is typed into messages."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from corridor.conversations.choices import LONGEST_TEXT, LONGEST_TITLE

LONGEST_NAMES = 600


class MessageForm(forms.Form):
    text = forms.CharField(
        label=_("Your message"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea({"rows": 3, "dir": "auto"}),
    )


class BeginForm(MessageForm):
    to = forms.CharField(
        label=_("To"),
        max_length=LONGEST_NAMES,
        help_text=_(
            "@handles, with spaces between. Several people make a group of twelve at most."
        ),
        widget=forms.TextInput({"autocapitalize": "none", "spellcheck": "false"}),
    )
    about = forms.CharField(
        label=_("About"),
        max_length=LONGEST_TITLE,
        required=False,
        help_text=_("What a group is called; you may leave it empty."),
    )
    field_order = ("to", "about", "text")


class PeopleForm(forms.Form):
    to = forms.CharField(
        label=_("Add people"),
        max_length=LONGEST_NAMES,
        help_text=_("@handles, with spaces between."),
    )


class NameForm(forms.Form):
    about = forms.CharField(label=_("Name of the group"), max_length=LONGEST_TITLE, required=False)


def handles(typed: str) -> list[str]:
    words = typed[:LONGEST_NAMES].replace(",", " ").split()
    return list(dict.fromkeys(word.removeprefix("@").lower() for word in words))


def typed_text(data: QueryDict) -> str:
    return data.get("text", "").replace("\r\n", "\n").strip()
