"""Who names whom in the forms: choices, wishes not to be matched, conflicts, current mentors."""

from collections.abc import Callable, Iterator, Sequence

from django.utils.translation import gettext as _

from corridor.algorithms.matching.options import Barrier, Pair
from corridor.programmes.intake.columns import Titled
from corridor.programmes.intake.directory import Directory, Stranger
from corridor.programmes.intake.drafts import Draft
from corridor.programmes.intake.fields import Field
from corridor.programmes.intake.problems import Notes
from corridor.programmes.intake.values import listed

BARRIERS = {
    Field.EVALUATORS: Barrier.EVALUATOR,
    Field.DIRECTORS: Barrier.PROGRAMME_DIRECTOR,
    Field.READERS: Barrier.APPLICATION_READER,
    Field.BLOCKED: Barrier.BLOCKED,
    Field.CONFLICTS: Barrier.CONFLICT,
}
"""Fields that forbid a match, and what they declare."""

FORGIVING = frozenset({*BARRIERS, Field.AVOID})
"""Fields that may well name people outside the round: an assessor need not be a mentor."""


class Acquaintances:
    def __init__(self, drafts: Sequence[Draft], notes: Notes) -> None:
        self._notes = notes
        self.mentees = Directory(_("mentee"))
        self.mentors = Directory(_("mentor"))
        for draft in drafts:
            if draft.is_mentee:
                self.mentees.add(draft.id, name=draft.name, email=draft.email)
            if draft.is_mentor:
                self.mentors.add(draft.id, name=draft.name, email=draft.email)
        self._chose_themselves: set[str] = set()
        self._both = _on_both_sides(drafts)
        self._named: dict[tuple[int, Field], tuple[list[str], list[str]]] = {}
        self.must_not: dict[tuple[str, str], Barrier] = {}
        existing: set[Pair] = set()
        for draft in drafts:
            for field in draft.references:
                self._look_up(draft, field)
            existing |= {
                Pair(mentee=draft.id, mentor=mentor)
                for mentor in self._mentors(draft, Field.EXISTING)
            }
            self._declare(draft)
        self.existing = frozenset(existing)
        self.must_not |= {(one, one): Barrier.ONESELF for one in self._both}

    def choices_of_mentee(self, draft: Draft) -> tuple[str, ...]:
        return tuple(self._mentors(draft, Field.CHOICES))

    def choices_of_mentor(self, draft: Draft) -> tuple[str, ...]:
        return tuple(self._mentees(draft, Field.CHOICES))

    def avoided_by_mentee(self, draft: Draft) -> frozenset[str]:
        return frozenset(self._mentors(draft, Field.AVOID))

    def avoided_by_mentor(self, draft: Draft) -> frozenset[str]:
        return frozenset(self._mentees(draft, Field.AVOID))

    def _mentors(self, draft: Draft, field: Field) -> list[str]:
        return self._named.get((id(draft), field), ([], []))[0]

    def _mentees(self, draft: Draft, field: Field) -> list[str]:
        return self._named.get((id(draft), field), ([], []))[1]

    def _declare(self, draft: Draft) -> None:
        for field, barrier in BARRIERS.items():
            for mentor in self._mentors(draft, field):
                self.must_not.setdefault((draft.id, mentor), barrier)
            for mentee in self._mentees(draft, field):
                self.must_not.setdefault((mentee, draft.id), barrier)

    def _look_up(self, draft: Draft, field: Field) -> None:
        mentors: list[str] = []
        mentees: list[str] = []
        for name, title in self._names(draft, field):
            found = False
            stranger: Stranger | None = None
            for asks, directory, into in (
                (draft.is_mentee, self.mentors, mentors),
                (draft.is_mentor and field is not Field.EXISTING, self.mentees, mentees),
            ):
                if not asks:
                    continue
                try:
                    into.append(directory.find(name))
                    found = True
                    self._refuse_oneself(draft, field, into[-1], title)
                except Stranger as error:
                    stranger = stranger or error
            if not found and stranger:
                self._report(draft, field, stranger, title)
        self._named[id(draft), field] = (
            [one for one in dict.fromkeys(mentors) if one != draft.id],
            [one for one in dict.fromkeys(mentees) if one != draft.id],
        )

    def _names(self, draft: Draft, field: Field) -> Iterator[Titled]:
        """A cell may hold one name with a comma in it, or several."""
        seen: set[str] = set()
        for text, title in draft.references[field]:
            is_one = any(_knows(directory, text) for directory in (self.mentors, self.mentees))
            for name in [text] if is_one else listed([text]):
                if name not in seen:
                    seen.add(name)
                    yield Titled(text=name, title=title)

    def _refuse_oneself(self, draft: Draft, field: Field, found: str, title: str) -> None:
        # In a form for both sides a name is looked up on each: it is told once.
        chose_herself = field is Field.CHOICES and found == draft.id in self._both
        if chose_herself and draft.id not in self._chose_themselves:
            self._chose_themselves.add(draft.id)
            text = _("“%(name)s” is this person: choose somebody else.")
            text %= {"name": draft.name or draft.id}
            self._notes.problem(draft.file, text, line=draft.line, column=title)

    def _report(self, draft: Draft, field: Field, stranger: Stranger, title: str) -> None:
        is_problem = stranger.is_misspelt or field not in FORGIVING
        tell: Callable[..., None] = self._notes.problem if is_problem else self._notes.warn
        tell(draft.file, str(stranger), line=draft.line, column=title)


def _knows(directory: Directory, text: str) -> bool:
    try:
        directory.find(text)
    except Stranger:
        return False
    return True


def _on_both_sides(drafts: Sequence[Draft]) -> frozenset[str]:
    """The same id stands for one person where it is one row, or the names agree."""
    as_mentee = {draft.id: draft for draft in drafts if draft.is_mentee}
    return frozenset(
        draft.id
        for draft in drafts
        if draft.is_mentor
        and (other := as_mentee.get(draft.id))
        and (other is draft or _same(draft, other))
    )


def _same(one: Draft, other: Draft) -> bool:
    return one.name.casefold() == other.name.casefold() and one.email == other.email
