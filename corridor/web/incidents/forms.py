"""What she tells of an incident, and what she adds to the file."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from corridor.incidents.actions import NewPiece, Told
from corridor.incidents.choices import CheckIns, Feeling, Kind
from corridor.incidents.telling import LONGEST_LINE, LONGEST_WORDS


def _words(label: object, *, rows: int, help_text: object = "", required: bool = False) -> Any:
    return forms.CharField(
        label=label,  # type: ignore[arg-type]  # a Promise
        help_text=help_text,  # type: ignore[arg-type]  # as above
        max_length=LONGEST_WORDS,
        required=required,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def _line(label: object, *, help_text: object = "", **attrs: str) -> Any:
    return forms.CharField(
        label=label,  # type: ignore[arg-type]  # as above
        help_text=help_text,  # type: ignore[arg-type]  # as above
        max_length=LONGEST_LINE,
        required=False,
        widget=forms.TextInput(attrs=attrs),
    )


def _day(label: object, *, help_text: object = "") -> forms.DateField:
    return forms.DateField(
        label=label,  # type: ignore[arg-type]  # as above
        help_text=help_text,  # type: ignore[arg-type]  # as above
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class TellingForm(forms.Form):
    what_happened = _words(
        _("What happened?"),
        rows=6,
        required=True,
        help_text=_("As it comes. Nobody else reads it, and you can change it at any time."),
    )
    is_threatened = forms.BooleanField(
        label=_("Somebody threatens me, or knows where I am"), required=False
    )
    title = _line(_("A name for this file"), help_text=_("For your own list; else it is the date."))
    began_on = _day(_("Since when"))
    where = _line(_("Where"), help_text=_("This server, other networks, mail, phone, at work"))
    what_is_false = _words(
        _("What do they say that is not true?"),
        rows=3,
        help_text=_("The letters say it for you."),
    )
    what_i_want = _words(_("What should happen?"), rows=2)
    check_ins = forms.ChoiceField(
        label=_("Shall we ask you how you are after 1, 7 and 30 days?"),
        help_text=_("Under Activity. The mail does not say what it is about."),
        choices=CheckIns.choices,
        initial=CheckIns.MAIL,
    )

    def clean_what_happened(self) -> str:
        return str(self.cleaned_data["what_happened"]).replace("\r\n", "\n").strip()

    def told(self) -> Told:
        """When it is valid."""
        said = self.cleaned_data
        return Told(
            what_happened=said["what_happened"],
            title=said["title"],
            began_on=said["began_on"].isoformat() if said["began_on"] else "",
            where=said["where"],
            what_is_false=said["what_is_false"],
            what_i_want=said["what_i_want"],
            is_threatened=said["is_threatened"],
        )

    def check_ins_wanted(self) -> CheckIns:
        return CheckIns(self.cleaned_data["check_ins"])


class PieceForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What is it?"), choices=Kind.choices, widget=forms.RadioSelect, initial=Kind.POST
    )
    where = _line(
        _("Address, number or place"),
        help_text=_(
            "A post of this server is copied as it is now, with its pictures and what it answers."
        ),
        autocomplete="off",
    )
    who = _line(_("Who"), help_text=_("Who said or did it, or whom you told."), autocomplete="off")
    day = _day(_("Day"), help_text=_("When it happened, as well as you know it."))
    time = forms.TimeField(
        label=_("Time"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    words = _words(
        _("Words"),
        rows=5,
        help_text=_("What was said, or what you want to note. Leave names of patients out."),
    )

    masks = _line(
        _("Names of patients in it"),
        help_text=_(
            "With commas between: they are masked, besides what is recognised. The words as they"
            " were stay, for you alone."
        ),
        autocomplete="off",
    )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if given.get("time") and not given.get("day"):
            self.add_error("day", _("Say the day as well."))
        return given

    def new_piece(self) -> NewPiece:
        """When it is valid."""
        said = self.cleaned_data
        return NewPiece(
            kind=Kind(said["kind"]),
            words=str(said["words"]).replace("\r\n", "\n").strip(),
            who=said["who"],
            where=said["where"],
            happened_at=self._moment(),
            masks=tuple(said["masks"].split(",")),
        )

    def _moment(self) -> str:
        day, time = self.cleaned_data["day"], self.cleaned_data["time"]
        if day is None:
            return ""
        if time is None:
            return str(day.isoformat())
        here = timezone.make_aware(datetime.combine(day, time))
        return here.isoformat(timespec="minutes")


class AnswerForm(forms.Form):
    feeling = forms.ChoiceField(
        label=_("How are you, compared with before?"),
        choices=Feeling.choices,
        widget=forms.RadioSelect,
    )
    words = _words(_("Anything you want to remember"), rows=3)
