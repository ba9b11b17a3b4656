"""The field in which somebody says when she can meet, every week."""

from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.dates import WEEKDAYS
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.algorithms.matching.week import DAYS, MINUTES_PER_DAY, Span
from corridor.web.fields.hours import PARTS, spans_of, ticked_and_exact

EMPTY_ROWS = 2
MOST_ROWS = 14
PART_LABELS: dict[str, str | Promise] = {
    "morning": gettext_lazy("Morning"),
    "afternoon": gettext_lazy("Afternoon"),
    "evening": gettext_lazy("Evening"),
}


class HoursUnreadable(forms.ValidationError):
    def __init__(self) -> None:
        super().__init__(_("Exact hours have a day, a beginning and a later end, such as 18:30."))


class WeekInput(forms.Widget):
    template_name = "fields/week.html"
    use_fieldset = True

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        ticked, rows = _as_typed(value)
        context["widget"] |= {
            "parts": [
                (label, f"{_hour(PARTS[part][0])}–{_hour(PARTS[part][1])}")
                for part, label in PART_LABELS.items()
            ],
            "days": [
                (WEEKDAYS[number], [_cell(number, part, ticked) for part in PARTS])
                for number in range(len(DAYS))
            ],
            "rows": [*rows, *([("", "", "")] * EMPTY_ROWS)][:MOST_ROWS],
            "day_choices": [(day, WEEKDAYS[number]) for number, day in enumerate(DAYS)],
        }
        return context

    def value_from_datadict(
        self, data: Mapping[str, Any], files: object, name: str
    ) -> dict[str, list[Any]]:
        del files
        return {
            "ticked": _all(data, name),
            "rows": list(
                zip(
                    _all(data, f"{name}-day"),
                    _all(data, f"{name}-from"),
                    _all(data, f"{name}-until"),
                    strict=False,
                )
            )[:MOST_ROWS],
        }

    def value_omitted_from_data(self, data: Mapping[str, Any], files: object, name: str) -> bool:
        # Nobody being free at all is an answer as well.
        del data, files, name
        return False


class WeekField(forms.Field):
    """Spans in, spans out."""

    widget = WeekInput

    def clean(self, value: dict[str, list[Any]]) -> list[Span]:
        exact = [_span(*row) for row in value["rows"] if row[1] or row[2]]
        return spans_of(value["ticked"], exact)


def _span(day: str, start: str, end: str) -> Span:
    try:
        begins, ends = (time.fromisoformat(text) for text in (start, end))
    except ValueError as unreadable:
        raise HoursUnreadable from unreadable
    span = Span(day, _minutes(begins), _minutes(ends) or MINUTES_PER_DAY)
    if day not in DAYS or span.start >= span.end:
        raise HoursUnreadable
    return span


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _as_typed(value: Any) -> tuple[list[str], Sequence[tuple[str, str, str]]]:
    """What was sent, when a form comes back; else what is kept."""
    if isinstance(value, dict):
        return value["ticked"], [row for row in value["rows"] if any(row[1:])]
    ticked, exact = ticked_and_exact(value or [])
    return ticked, [(span.day, _hour(span.start), _hour(span.end)) for span in exact]


def _cell(number: int, part: str, ticked: Sequence[str]) -> tuple[str, str, bool]:
    value = f"{DAYS[number]}-{part}"
    return value, f"{WEEKDAYS[number]}, {PART_LABELS[part]}", value in ticked


def _hour(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def _all(data: Mapping[str, Any], name: str) -> list[str]:
    return data.getlist(name) if isinstance(data, QueryDict) else list(data.get(name, ()))
