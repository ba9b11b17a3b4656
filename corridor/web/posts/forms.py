"""The composer: everything that can be said about a post before it is published."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django import forms
from django.conf.global_settings import LANGUAGES
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _

from corridor.posts import markup, queries
from corridor.posts.actions import LONGEST_POST, NewPoll, NewPost
from corridor.posts.choices import Audience, Quoters, Repliers

if TYPE_CHECKING:
    from corridor.people.models import Profile

OPTIONS = ("option_1", "option_2", "option_3", "option_4", "option_5", "option_6")
"""Shown at first."""
AUDIENCES = (
    (Audience.PUBLIC, _("Everyone, on the open web")),
    (Audience.QUIET, _("Everyone, but not in public timelines")),
    (Audience.FOLLOWERS, _("My followers")),
    (Audience.VERIFIED, _("Verified members")),
    (Audience.RELATIONS, _("My mentors and mentees")),
    (Audience.NAMED, _("Only the people I name")),
)
LASTS = (
    ("3600", _("1 hour")),
    ("21600", _("6 hours")),
    ("86400", _("1 day")),
    ("259200", _("3 days")),
    ("604800", _("7 days")),
    ("1209600", _("14 days")),
)
A_DAY = "86400"


def languages() -> list[tuple[str, object]]:
    return [("", _("Not said")), *((code, _(name)) for code, name in LANGUAGES)]


class WordsForm(forms.Form):
    """What a post says, when it is written and when it is edited."""

    text = forms.CharField(
        label=_("Your post"),
        required=False,
        strip=False,
        widget=forms.Textarea(
            attrs={
                "rows": 3,
                "data-draft": "",
                "aria-describedby": "counts",
                "placeholder": _("What would you say in the corridor?"),
            }
        ),
    )
    content_note = forms.CharField(
        label=_("Content note"),
        help_text=_("Shown first; the post is folded behind it. “A death in theatre, no details.”"),
        max_length=300,
        required=False,
    )
    is_sensitive = forms.BooleanField(label=_("Cover the pictures"), required=False)
    language = forms.ChoiceField(label=_("Language"), choices=languages, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", "compose_%s")
        super().__init__(*args, **kwargs)

    def clean_text(self) -> str:
        return str(self.cleaned_data["text"]).replace("\r\n", "\n").strip()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        note = cleaned.get("content_note", "")
        over = markup.length(cleaned.get("text", "")) + len(note) - LONGEST_POST
        if over > 0:
            too_long = ngettext(
                "It is %(over)d character too long: 1,000 at most, the note included.",
                "It is %(over)d characters too long: 1,000 at most, the note included.",
                over,
            )
            self.add_error("text", forms.ValidationError(too_long, params={"over": over}))
        return cleaned

    @property
    def count(self) -> int:
        return markup.length(str(self["text"].value() or ""))

    @property
    def longest(self) -> int:
        return LONGEST_POST


class ComposeForm(WordsForm):
    audience = forms.ChoiceField(label=_("Who may read it"), choices=AUDIENCES)
    repliers = forms.ChoiceField(
        label=_("Who may reply at once"), choices=Repliers.choices, required=False
    )
    quoters = forms.ChoiceField(
        label=_("Who may quote it"), choices=Quoters.choices, required=False
    )
    option_1 = forms.CharField(label=_("Answer 1"), max_length=100, required=False)
    option_2 = forms.CharField(label=_("Answer 2"), max_length=100, required=False)
    option_3 = forms.CharField(label=_("Answer 3, if you like"), max_length=100, required=False)
    option_4 = forms.CharField(label=_("Answer 4, if you like"), max_length=100, required=False)
    option_5 = forms.CharField(label=_("Answer 5, if you like"), max_length=100, required=False)
    option_6 = forms.CharField(label=_("Answer 6, if you like"), max_length=100, required=False)
    lasts = forms.ChoiceField(label=_("Open for"), choices=LASTS, initial=A_DAY, required=False)
    is_multiple = forms.BooleanField(label=_("Several answers may be chosen"), required=False)
    hides_totals = forms.BooleanField(label=_("Show results only at the end"), required=False)
    due_on = forms.DateField(
        label=_("Day"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    due_at = forms.TimeField(
        label=_("Time"), required=False, widget=forms.TimeInput(attrs={"type": "time"})
    )
    reply = forms.IntegerField(required=False, widget=forms.HiddenInput)
    quote = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, viewer: "Profile", now: datetime, **kwargs: Any) -> None:
        if not args:
            kwargs["initial"] = _own_way(viewer) | dict(kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        self.now = now

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("due_at") and not cleaned.get("due_on"):
            self.add_error("due_on", _("Say the day as well, or leave the time empty."))
        if cleaned.get("due_on") and not cleaned.get("due_at"):
            self.add_error("due_at", _("Say the time as well, or leave the day empty."))
        return cleaned

    def due(self) -> datetime | None:
        """By her own clock, as she typed it."""
        day, time = self.cleaned_data.get("due_on"), self.cleaned_data.get("due_at")
        if not day or not time:
            return None
        return datetime.combine(day, time, ZoneInfo(self.viewer.time_zone))

    def new_post(self, *, attachments: list[int]) -> NewPost:
        said = self.cleaned_data
        return NewPost(
            text=said["text"],
            content_note=said["content_note"],
            is_sensitive=said["is_sensitive"],
            audience=Audience(said["audience"]),
            repliers=Repliers(said["repliers"] or Repliers.EVERYONE),
            quoters=Quoters(said["quoters"] or Quoters.EVERYONE),
            language=said["language"],
            in_reply_to=said["reply"],
            quotes=said["quote"],
            attachments=attachments,
            poll=self.poll(),
        )

    def poll(self) -> NewPoll | None:
        said = self.cleaned_data
        answers = [said[name].strip() for name in OPTIONS if said[name].strip()]
        if not answers:
            return None
        return NewPoll(
            options=answers,
            lasts=timedelta(seconds=int(said["lasts"] or A_DAY)),
            is_multiple=said["is_multiple"],
            hides_totals=said["hides_totals"],
        )

    @property
    def options(self) -> list[forms.BoundField]:
        return [self[name] for name in OPTIONS]

    @property
    def is_open(self) -> bool:
        """Something besides the words was said, so it is shown unfolded."""
        return any(self[name].value() for name in ("content_note", *OPTIONS, "due_on", "due_at"))

    @property
    def answers_or_quotes(self) -> bool:
        return bool(self["reply"].value() or self["quote"].value())

    @property
    def kept_as(self) -> str:
        """Under which name a browser keeps what is typed: nobody else's, nor another reply's."""
        named = [(name, self[name].value()) for name in ("reply", "quote")]
        about = [f"{name}-{number}" for name, number in named if number]
        return "-".join([str(self.viewer.pk), *about])

    def as_typed(self) -> dict[str, str]:
        """For a draft: what was typed, whether it could be published or not."""
        names = [name for name in self.fields if name in self.data]
        return {name: str(self.data[name]) for name in names}


def typed(words: Mapping[str, Any]) -> dict[str, Any]:
    """A draft's words as initial values of the form."""
    known = ComposeForm.base_fields
    return {name: words[name] for name in words if name in known}


def _own_way(viewer: "Profile") -> dict[str, Any]:
    """As her posts begin."""
    kept = queries.posting_defaults(viewer.pk)
    names = ("audience", "quoters", "content_note", "is_sensitive")
    return {name: getattr(kept, name) for name in names} | {
        "language": kept.language or _own_language()
    }


def _own_language() -> str:
    code = get_language() or ""
    codes = {code for code, _name in LANGUAGES}
    return code if code in codes else code.partition("-")[0]
