"""A scale as a director puts it in: whose it is, its points, and its items from a file."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.mentoring.actions.meetings import NewInstrument
from corridor.mentoring.instrument_file import MOST_BYTES, ItemsFile, read_items, text_of

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile
    from django.utils.datastructures import MultiValueDict

ANSWERED_BY = [
    ("mentee", gettext_lazy("Mentees, about their mentor")),
    ("mentor", gettext_lazy("Mentors, about themselves")),
    ("both", gettext_lazy("Both")),
]
LONGEST_LABEL = 80
POINTS = range(2, 11)


class InstrumentForm(forms.Form):
    title = forms.CharField(label=gettext_lazy("Name of the scale"), max_length=200)
    source = forms.CharField(
        label=gettext_lazy("Source"),
        help_text=gettext_lazy("Authors, year, where it was published; shown wherever it is used."),
        max_length=500,
    )
    permission = forms.CharField(
        label=gettext_lazy("Why you may use it"),
        help_text=gettext_lazy("Its licence, such as CC BY 4.0, or who permitted it and when."),
        max_length=500,
    )
    answered_by = forms.ChoiceField(label=gettext_lazy("Who answers"), choices=ANSWERED_BY)
    labels = forms.CharField(
        label=gettext_lazy("What its points are called"),
        help_text=gettext_lazy("One a line, the least first; two to ten."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 7}),
    )
    file = forms.FileField(
        label=gettext_lazy("Items as a CSV file"),
        help_text=gettext_lazy("Two columns: item, subscale. In place of what stands below."),
        required=False,
    )
    text = forms.CharField(
        label=gettext_lazy("Or as text"),
        required=False,
        max_length=50_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "placeholder": "item,subscale"}),
    )
    items: ItemsFile

    def __init__(
        self,
        data: QueryDict | None = None,
        files: "MultiValueDict[str, UploadedFile[Any]] | None" = None,
    ) -> None:
        """What a file says stands in the text as well, so that it can be put right there."""
        given = files.get("file") if files else None
        read = text_of(given.read(MOST_BYTES + 1)) if given is not None else None
        self.is_unreadable = given is not None and read is None
        if data is not None and read is not None:
            data = data.copy()
            data["text"] = read
        super().__init__(data, files)

    def clean_labels(self) -> list[str]:
        found = [" ".join(one.split()) for one in self.cleaned_data["labels"].splitlines()]
        labels = [one for one in found if one]
        if len(labels) not in POINTS or len(set(labels)) < len(labels):
            raise forms.ValidationError(_("Two to ten different points, one a line."))
        if any(len(one) > LONGEST_LABEL for one in labels):
            raise forms.ValidationError(_("A point is called by at most 80 letters."))
        return labels

    def clean(self) -> None:
        self.items = read_items(self.cleaned_data.get("text", ""))
        if self.is_unreadable:
            self.add_error("file", _("The file is no text in UTF-8, or larger than 50 kB."))
            return
        for wrong in self.items.mistakes:
            said = _("Line %(line)d: %(says)s") % {"line": wrong.line, "says": wrong.says}
            self.add_error("text", said)

    def new(self) -> NewInstrument:
        """When it is valid."""
        said = self.cleaned_data
        names = ("title", "source", "permission", "answered_by", "labels")
        return NewInstrument(**{name: said[name] for name in names}, items=self.items.items)
