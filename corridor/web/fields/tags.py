"""Words to tick and words of one's own, as one field."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from corridor.people.words import (
    LONGEST_TAG,
    MOST_TAGS,
    TagTooLong,
    TooManyTags,
    plain_tag,
    plain_tags,
)


class TagsInput(forms.Widget):
    """Chips to tick, then a line for others with commas between."""

    template_name = "fields/tags.html"
    use_fieldset = True

    def __init__(self, suggested: Iterable[str] = (), known: Iterable[str] = ()) -> None:
        super().__init__()
        self.suggested = list(suggested)
        self.known = list(known)
        """For the list that a browser completes from."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        ticked = [plain_tag(tag) for tag in value or ()]
        offered = dict.fromkeys([*(tag for tag in ticked if tag), *self.suggested])
        context["widget"] |= {
            "chips": [(tag, tag in ticked) for tag in offered],
            "known": [tag for tag in self.known if tag not in offered],
        }
        return context

    def value_from_datadict(self, data: Mapping[str, Any], files: object, name: str) -> list[str]:
        del files
        ticked = data.getlist(name) if isinstance(data, QueryDict) else list(data.get(name, ()))
        return [*ticked, *str(data.get(f"{name}-more", "")).split(",")]

    def value_omitted_from_data(self, data: Mapping[str, Any], files: object, name: str) -> bool:
        del files
        return name not in data and f"{name}-more" not in data

    def id_for_label(self, id_: str) -> str:
        return f"{id_}-more" if id_ else ""


class TagsField(forms.Field):
    widget = TagsInput

    def clean(self, value: list[str]) -> list[str]:
        try:
            tags = plain_tags(value)
        except TagTooLong as long:
            raise forms.ValidationError(
                _("“%(tag)s” is too long: at most %(most)d letters.")
                % {"tag": long.tag[:30], "most": LONGEST_TAG}
            ) from long
        except TooManyTags as many:
            raise forms.ValidationError(
                _("That are too many: at most %(most)d.") % {"most": MOST_TAGS}
            ) from many
        if self.required and not tags:
            raise forms.ValidationError(_("Choose one at least."))
        return tags
