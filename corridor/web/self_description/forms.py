"""One form for all questions: what applies, own words, and who sees it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.people.actions import NewAnswer
from corridor.people.choices import Audience
from corridor.people.sealed_answers import LONGEST_OWN_WORDS

if TYPE_CHECKING:
    from corridor.people.models import Question


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The fields of one question, bound, and what is kept of it so far."""

    question: "Question"
    options: forms.BoundField
    own_words: forms.BoundField | None
    audience: forms.BoundField
    said: NewAnswer

    @property
    def is_answered(self) -> bool:
        return bool(self.said.options or self.said.own_words)

    @property
    def is_opened(self) -> bool:
        return self.said.audience != Audience.NOBODY

    @property
    def audience_label(self) -> str:
        return str(Audience(self.said.audience).label)

    @property
    def has_errors(self) -> bool:
        words = self.own_words.errors if self.own_words else ()
        return bool(self.options.errors or words or self.audience.errors)


class DescriptionForm(forms.Form):
    def __init__(
        self,
        *args: Any,
        questions: Iterable["Question"],
        said: Mapping[str, NewAnswer],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(questions)
        self.said = said
        for question in self.questions:
            self._ask(question, self._said(question))

    def asked(self, *, is_experience: bool) -> Iterator[Asked]:
        for question in self.questions:
            if question.is_experience == is_experience:
                yield Asked(
                    question=question,
                    options=self[f"{question.slug}-options"],
                    own_words=self[f"{question.slug}-words"] if question.allows_own_words else None,
                    audience=self[f"{question.slug}-audience"],
                    said=self._said(question),
                )

    def identity(self) -> Sequence[Asked]:
        return list(self.asked(is_experience=False))

    def experience(self) -> Sequence[Asked]:
        return list(self.asked(is_experience=True))

    def answers(self) -> dict[str, NewAnswer]:
        """Once the form is valid."""
        chosen = self.cleaned_data
        return {
            question.slug: NewAnswer(
                options=tuple(chosen[f"{question.slug}-options"]),
                own_words=chosen.get(f"{question.slug}-words", ""),
                audience=chosen[f"{question.slug}-audience"],
            )
            for question in self.questions
        }

    def _said(self, question: "Question") -> NewAnswer:
        return self.said.get(question.slug, NewAnswer())

    def _ask(self, question: "Question", said: NewAnswer) -> None:
        self.fields[f"{question.slug}-options"] = forms.MultipleChoiceField(
            label=question.wording,
            required=False,
            choices=[(option.slug, option.wording) for option in question.options.all()],
            widget=forms.CheckboxSelectMultiple,
            initial=said.options,
        )
        if question.allows_own_words:
            self.fields[f"{question.slug}-words"] = forms.CharField(
                label=_("In your own words"),
                required=False,
                max_length=LONGEST_OWN_WORDS,
                initial=said.own_words,
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
            )
        self.fields[f"{question.slug}-audience"] = forms.ChoiceField(
            label=_("Who sees it"), choices=Audience.choices, initial=said.audience
        )
