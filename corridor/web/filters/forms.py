"""Which words the viewer does not want to see."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.posts.actions import FilterAction, FilterWords, Keyword

if TYPE_CHECKING:
    from django.http import QueryDict

    from corridor.posts.models import Filter

LONGEST = 100
MOST_WORDS = 200
PLACES = [
    ("home", _("Home and lists")),
    ("public", _("What everybody posts, and hashtags")),
    ("notifications", _("Activity")),
    ("thread", _("Conversations")),
    ("account", _("Profiles")),
]
FOREVER, AS_IT_IS = "", "as-it-is"
DAYS = [
    (FOREVER, _("Until I end it")),
    ("1", _("For a day")),
    ("7", _("For a week")),
    ("30", _("For 30 days")),
]


EVERYBODY, STRANGERS = "", "strangers"
WHOSE = [
    (EVERYBODY, _("Whoever says it")),
    (STRANGERS, _("Only people you neither follow nor answered, nor otherwise have to do with")),
]


class FilterForm(forms.Form):
    words = forms.CharField(
        label=_("Words and phrases"),
        help_text=_(
            "One a line. Capitals make no difference. With a * before or after it a word is found"
            " inside of others too."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    title = forms.CharField(
        label=_("Name"),
        max_length=LONGEST,
        required=False,
        help_text=_("Shown where a post is covered. Without one it is called by its first word."),
    )
    contexts = forms.MultipleChoiceField(
        label=_("Where"),
        choices=PLACES,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one place.")},
    )
    action = forms.ChoiceField(
        label=_("What happens"), choices=FilterAction.choices, widget=forms.RadioSelect
    )
    whose = forms.ChoiceField(
        label=_("Whose words"), choices=WHOSE, widget=forms.RadioSelect, required=False
    )
    days = forms.ChoiceField(label=_("How long"), choices=DAYS, required=False)

    def __init__(self, said: "QueryDict | None" = None, *, kept: "Filter | None" = None) -> None:
        super().__init__(said, initial=initial(kept))
        self.kept = kept
        if kept is not None and kept.expires_at is not None:
            days = self.fields["days"]
            days.choices = [  # type: ignore[attr-defined]  # a ChoiceField
                (AS_IT_IS, _("Until %(day)s, as it is") % {"day": f"{kept.expires_at:%d %B %Y}"}),
                *DAYS,
            ]

    def clean_words(self) -> list[str]:
        lines = [line.strip() for line in str(self.cleaned_data["words"]).splitlines()]
        words = list(dict.fromkeys(line for line in lines if line.strip("* ")))
        if not words:
            raise forms.ValidationError(_("Write at least one word."))
        if any(len(word.strip("* ")) > LONGEST for word in words):
            raise forms.ValidationError(_("At most 100 letters a line."))
        if len(words) > MOST_WORDS:
            raise forms.ValidationError(_("At most 200 lines."))
        return words

    def meant(self, now: datetime) -> FilterWords:
        said = self.cleaned_data
        return FilterWords(
            title=said["title"] or said["words"][0].strip("* "),
            contexts=said["contexts"],
            action=FilterAction(said["action"]),
            expires_at=self._expires_at(now),
            for_strangers=said["whose"] == STRANGERS,
        )

    def keywords(self) -> list[Keyword]:
        """New ones, and an end for each that was there and is not any more."""
        before = [] if self.kept is None else list(self.kept.keywords.all())
        known = {as_line(word.keyword, is_whole=word.is_whole_word): word.pk for word in before}
        wanted = [_keyword(line, pk=known.get(line)) for line in self.cleaned_data["words"]]
        kept = {one.pk for one in wanted}
        return wanted + [
            Keyword(text=word.keyword, pk=word.pk, is_ended=True)
            for word in before
            if word.pk not in kept
        ]

    def _expires_at(self, now: datetime) -> datetime | None:
        days = self.cleaned_data["days"]
        if days == AS_IT_IS and self.kept is not None:
            return self.kept.expires_at
        return now + timedelta(days=int(days)) if days else None


def initial(kept: "Filter | None") -> dict[str, Any]:
    if kept is None:
        return {"contexts": [place for place, _label in PLACES], "action": FilterAction.WARN} | {
            "whose": EVERYBODY
        }
    words = [as_line(one.keyword, is_whole=one.is_whole_word) for one in kept.keywords.all()]
    return {
        "words": "\n".join(words),
        "title": kept.title,
        "contexts": kept.contexts,
        "action": kept.action,
        "whose": STRANGERS if kept.for_strangers else EVERYBODY,
        "days": FOREVER if kept.expires_at is None else AS_IT_IS,
    }


def as_line(word: str, *, is_whole: bool) -> str:
    return word if is_whole else f"*{word}*"


def _keyword(line: str, *, pk: int | None) -> Keyword:
    text = line.strip("* ")
    return Keyword(text=text, is_whole=not _has_star(line), pk=pk)


def _has_star(line: str) -> bool:
    return line.startswith("*") or line.endswith("*")
