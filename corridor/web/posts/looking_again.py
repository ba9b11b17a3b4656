"""What in a post may identify a patient, shown to its author with words to take instead."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.patient_details import LEFT_OUT
from corridor.posts import actions
from corridor.posts.choices import WhyKept
from corridor.web.viewer import MemberRequest

ALL = "all"
FIELDS = ("text", "content_note")
SAID_BY_OTHERS = (WhyKept.SENT_AGAIN, WhyKept.READ)
REASONS = (
    ("", _("Choose why")),
    *[(one.value, one.label) for one in WhyKept if one not in SAID_BY_OTHERS],
)


@dataclass(frozen=True, kw_only=True)
class Shown:
    words: str
    why: str
    suggestion: str
    take: str
    """Value of the button that takes the suggestion; empty where she changes it herself."""

    @property
    def is_left_out(self) -> bool:
        return self.suggestion == LEFT_OUT


@dataclass(frozen=True, kw_only=True)
class LookAgain:
    findings: Sequence[Shown]
    pictures: Sequence[actions.DoubtfulPicture]
    is_final: bool

    @property
    def reason(self) -> forms.BoundField:
        return ReasonForm()["kept_because"]

    @property
    def several(self) -> bool:
        return sum(bool(one.take) for one in self.findings) > 1


class ReasonForm(forms.Form):
    kept_because = forms.ChoiceField(
        label=_("Why it is all right as it is"), choices=REASONS, required=False
    )


def look_again(refusal: actions.MayIdentifyPatient) -> LookAgain:
    return LookAgain(
        findings=[
            Shown(
                words=one.text[found.start : found.end],
                why=found.why,
                suggestion=found.suggestion,
                take=f"{one.field}:{found.start}:{found.end}" if one.field in FIELDS else "",
            )
            for one in refusal.doubtful
            for found in one.checked.findings
        ],
        pictures=refusal.pictures,
        is_final=refusal.is_final,
    )


def by_hand(refusal: actions.MayIdentifyPatient) -> LookAgain:
    """Where several posts are written at once, and she finds the place herself."""
    look = look_again(refusal)
    return replace(look, findings=[replace(one, take="") for one in look.findings])


def kept_because(request: MemberRequest) -> str:
    said = request.POST.get("kept_because", "")
    return said if said in dict(REASONS) else ""


def with_suggestions(request: MemberRequest, *, place: str) -> tuple[QueryDict, LookAgain | None]:
    """What was typed, with what she takes instead, and what is still to be looked at."""
    data = request.POST.copy()
    said = {name: data.get(name, "").replace("\r\n", "\n").strip() for name in FIELDS}
    for name, text in _taken(said, request.POST.get("take", ""), request, place).items():
        data[name] = said[name] = text
    left = actions.doubtful_words(said.items(), place=place, by=request.profile)
    return data, look_again(actions.MayIdentifyPatient(left)) if left else None


def _taken(
    said: Mapping[str, str], take: str, request: MemberRequest, place: str
) -> Mapping[str, str]:
    texts = dict(said)
    for one in actions.doubtful_words(said.items(), place=place, by=request.profile):
        spans = [
            (found.start, found.end, found.suggestion)
            for found in one.checked.findings
            if take in {ALL, f"{one.field}:{found.start}:{found.end}"}
        ]
        texts[one.field] = _replaced(one.text, spans)
    return texts


def _replaced(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    """From the end, so that places before stay what they are."""
    for start, end, words in sorted(spans, reverse=True):
        text = text[:start] + words + text[end:]
    return text
