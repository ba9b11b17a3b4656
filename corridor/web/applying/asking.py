"""Questions of a programme as fields of a page: what was typed, and what is wrong with it.

What somebody types is kept as words of each question, right or wrong, so that a draft gives back
exactly what was there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as kept_apart
from datetime import time
from typing import TYPE_CHECKING, Any

from django.http import QueryDict
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from corridor.algorithms.matching.week import DAYS, MINUTES_PER_DAY, Span
from corridor.programmes.checking_answers import AnswerRefused, Value, check_answer
from corridor.programmes.choices import QuestionKind as Kind
from corridor.web.fields.hours import spans_of
from corridor.web.fields.week import MOST_ROWS, WeekInput

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from corridor.programmes.questions import Asked

Typed = dict[str, list[str]]
MOST_RANKS = 5
BAR = "|"
ROW = ("day", "from", "until")
"""What stands between bars, of exact hours."""


@dataclass
class AskedField:
    """One question; `components/_errors.html` takes it for a field of a form."""

    asked: "Asked"
    typed: list[str]
    errors: list[str] = kept_apart(default_factory=list)

    @property
    def name(self) -> str:
        return f"q-{self.asked.key}"

    @property
    def auto_id(self) -> str:
        return f"id_{self.name}"

    @property
    def id_for_label(self) -> str:
        return f"{self.auto_id}_0" if self.is_group else self.auto_id

    @property
    def label(self) -> str:
        return str(self.asked.label)

    @property
    def is_group(self) -> bool:
        return self.asked.kind in {Kind.SEVERAL, Kind.ONE, Kind.RANKED, Kind.YES_NO, Kind.HOURS}

    @property
    def text(self) -> str:
        return self.typed[0] if self.typed else ""

    @property
    def choices(self) -> list[tuple[str, str, bool]]:
        """Value, words, whether it is ticked."""
        if self.asked.kind == Kind.YES_NO:
            return [(value, words, value in self.typed) for value, words in _yes_and_no()]
        return [
            (option.value, str(option.label), option.value in self.typed)
            for option in self.asked.options
        ]

    @property
    def ranks(self) -> list[tuple[int, str]]:
        """Number of the rank, what stands there."""
        most = min(self.asked.most or MOST_RANKS, len(self.asked.options))
        return [
            (rank, self.typed[rank - 1] if rank <= len(self.typed) else "")
            for rank in range(1, most + 1)
        ]

    @property
    def week(self) -> "SafeString":
        described = f"{self.auto_id}_helptext"
        return WeekInput().render(
            self.name, _as_week(self.typed), {"id": self.auto_id, "aria-describedby": described}
        )

    def in_words(self) -> str:
        """As a summary says it."""
        said = [one for one in self.typed if one]
        labels = {value: words for value, words, _ticked in self.choices}
        if self.asked.kind == Kind.HOURS:
            return _hours_in_words(said)
        if self.asked.kind == Kind.CONSENT:
            return _("Yes") if said else _("No")
        return ", ".join(
            " · ".join(line for line in labels.get(one, one).splitlines() if line) for one in said
        )


class Asking:
    """A whole form: iterable over its fields."""

    def __init__(self, questions: Sequence["Asked"], typed: Mapping[str, Sequence[str]]) -> None:
        self.fields = [
            AskedField(asked=asked, typed=list(typed.get(asked.key, ()))) for asked in questions
        ]
        self.non_field_errors: list[str] = []

    @classmethod
    def posted(cls, questions: Sequence["Asked"], data: QueryDict) -> "Asking":
        return cls(questions, {asked.key: _posted(asked, data) for asked in questions})

    def __iter__(self) -> Iterator[AskedField]:
        return iter(self.fields)

    @property
    def errors(self) -> list[AskedField]:
        return [field for field in self.fields if field.errors]

    @property
    def typed(self) -> Typed:
        return {field.asked.key: field.typed for field in self.fields}

    def check(self) -> dict[str, Value]:
        """What is kept of each answer; what is wrong stands beside its question."""
        values: dict[str, Value] = {}
        for field in self.fields:
            field.errors = []
            try:
                values[field.asked.key] = check_answer(field.asked, _given(field))
            except AnswerRefused as refused:
                field.errors = [str(refused)]
        return values


def typed_of(asked: "Asked", value: Any) -> list[str]:
    """An answer as it would have been typed."""
    if value is None or value == "":
        return []
    if isinstance(value, bool):
        return ["yes" if value else "no"]
    if isinstance(value, list | tuple | set | frozenset):
        words = [str(one) for one in value]
        if asked.kind in {Kind.WORDS, Kind.PEOPLE}:
            return ["\n".join(words)] if words else []
        return [_as_row(one) for one in words] if asked.kind == Kind.HOURS else words
    return [str(value)]


def span_words(spans: Sequence[Span]) -> list[str]:
    """As `check_answer` keeps free hours."""
    return [f"{span.day} {span.start} {span.end}" for span in spans]


def _posted(asked: "Asked", data: QueryDict) -> list[str]:
    name = f"q-{asked.key}"
    if asked.kind == Kind.HOURS:
        typed = WeekInput().value_from_datadict(data, None, name)
        rows = [BAR.join(row) for row in typed["rows"] if row[1] or row[2]]
        return [*typed["ticked"], *rows]
    if asked.kind == Kind.RANKED:
        most = min(asked.most or MOST_RANKS, len(asked.options))
        ranked = [data.get(f"{name}-{rank}", "") for rank in range(1, most + 1)]
        return ranked if any(ranked) else []
    return [one for one in data.getlist(name) if one]


def _given(field: AskedField) -> list[str]:
    """As `check_answer` takes it. Raises AnswerRefused for hours that are none."""
    if field.asked.kind != Kind.HOURS:
        return field.typed
    week = _as_week(field.typed)
    return span_words(spans_of(week["ticked"], [_span(row) for row in week["rows"]]))


def _as_week(typed: Sequence[str]) -> dict[str, list[Any]]:
    rows = [one.split(BAR) for one in typed if BAR in one]
    return {
        "ticked": [one for one in typed if BAR not in one],
        "rows": [tuple(row) for row in rows if len(row) == len(ROW)][:MOST_ROWS],
    }


def _as_row(words: str) -> str:
    """tue 1080 1200 as tue|18:00|20:00."""
    day, start, end = words.split()
    return BAR.join((day, _clock(int(start)), _clock(int(end))))


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def _span(row: tuple[str, str, str]) -> Span:
    day, start, end = row
    try:
        begins, ends = time.fromisoformat(start), time.fromisoformat(end)
    except ValueError as unreadable:
        text = _("Exact hours have a day, a beginning and a later end, such as 18:30.")
        raise AnswerRefused(text) from unreadable
    until = ends.hour * 60 + ends.minute
    return Span(day, begins.hour * 60 + begins.minute, until or MINUTES_PER_DAY)


def _hours_in_words(typed: Sequence[str]) -> str:
    week = _as_week(typed)
    spans = spans_of(week["ticked"], [_span(row) for row in week["rows"]])
    return ", ".join(
        f"{WEEKDAYS[DAYS.index(span.day)]} {_clock(span.start)}–{_clock(span.end)}"
        for span in spans
    )


def _yes_and_no() -> tuple[tuple[str, str], ...]:
    return (("yes", _("Yes")), ("no", _("No")))
