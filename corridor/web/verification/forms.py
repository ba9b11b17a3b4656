"""What people type in to show who they are, and reviewers to decide about it."""

from collections.abc import Sequence

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.people.documents import MOST_BYTES

ACCEPTED = ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"

REASONS: Sequence[str | Promise] = (
    _("The name on it is not the name here."),
    _("It cannot be read."),
    _("It says neither where you work or learn nor when."),
    _("It has run out."),
    _("It does not show what was claimed."),
    _("The domain is open to everybody, or is kept for life."),
)
"""For a no; a reviewer adds words of her own."""


class MailboxForm(forms.Form):
    address = forms.CharField(
        label=_("E-mail address at your school, hospital or university"),
        help_text=_("The code goes there. Others see what comes after the @, never the address."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code from the mail"),
        help_text=_("Eight digits; spaces do not matter."),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )


class DomainForm(forms.Form):
    address = forms.CharField(
        label=_("Domain of the institution, or your address there"),
        help_text=_("Of an address, what comes after the @ is kept."),
        max_length=254,
        widget=forms.TextInput(attrs={"spellcheck": "false", "autocapitalize": "none"}),
    )
    words = forms.CharField(
        label=_("Which institution it is, and where a reviewer can read that"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class NpiForm(forms.Form):
    number = forms.CharField(
        label=_("NPI number"),
        help_text=_("Ten digits."),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    words = forms.CharField(
        label=_("Anything a reviewer should know"),
        help_text=_("Such as a former name that the registry has."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DocumentForm(forms.Form):
    what = forms.CharField(
        label=_("What it is"),
        help_text=_("As the badge may say it: staff card of Wharfgate Infirmary."),
        max_length=150,
    )
    document = forms.FileField(
        label=_("The document"),
        help_text=_("PDF, JPEG or PNG, at most 5 MB. Cover what nobody needs, such as numbers."),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        max_length=255,
    )
    words = forms.CharField(
        label=_("Anything a reviewer should know"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    largest = MOST_BYTES


class VouchForm(forms.Form):
    knows_from = forms.CharField(
        label=_("Where do you know each other from?"),
        help_text=_("For reviewers, should they ask. Your name is on the badge."),
        max_length=200,
    )


class DomainEntryForm(forms.Form):
    domain = forms.CharField(label=_("Domain"), max_length=253)
    institution = forms.CharField(label=_("Institution"), max_length=160)
    country = forms.CharField(
        label=_("Country, two letters"),
        required=False,
        min_length=2,
        max_length=2,
        widget=forms.TextInput(attrs={"autocapitalize": "characters"}),
    )
    source = forms.CharField(
        label=_("Where we have it from"),
        help_text=_("So that others can check it: a page, a letter, a colleague."),
        max_length=200,
    )
