"""The review board as a page shows it: a run, its proposals and what people decided, in words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from statistics import median
from typing import TYPE_CHECKING, TypeVar

from django.core.paginator import Paginator
from django.utils.translation import gettext as _

from corridor.algorithms.matching.options import Circles, Options
from corridor.algorithms.matching.outcome import (
    Alternative,
    Load,
    Outcome,
    Reason,
    Unmatched,
)
from corridor.programmes import queries
from corridor.programmes.documents import from_document
from corridor.programmes.wording import criterion_name, points, role_name, sentence, sentences
from corridor.web.programmes import phrases
from corridor.web.programmes.board_search import BoardSearch
from corridor.web.programmes.circles import CircleGroup, CircleShown, meets, other_circles
from corridor.web.programmes.shown import (
    Chip,
    Group,
    Left,
    LoadShown,
    Part,
    PartShown,
    Party,
    Row,
    Selected,
    Shown,
    Since,
    Swap,
    Together,
    WhatIfShown,
)

if TYPE_CHECKING:
    from corridor.programmes.models import MatchingRun, Override, Proposal

SHOWN_AT_FIRST = 8
"""Rows of each group before somebody asks for all of it."""
ROWS_OF_A_PAGE = 100
SHOWN_OF_A_LIST = 100
"""Of who was left out, and of mentors with their load, before somebody asks for all."""
RECORDS_SHOWN = 12

Anybody = TypeVar("Anybody")


class Board:
    """Everything is read once; what the page does not ask for is not worked out."""

    def __init__(self, run: "MatchingRun", shown: Shown) -> None:
        self.run = run
        self.shown = shown
        recorded = run.record.outcome
        self.outcome = from_document(Outcome, recorded | {"matches": []})
        """Its matches are read one by one, where they are shown."""
        said = {(one["mentee"], one["mentor"], one["role"]): one for one in recorded["matches"]}
        people = queries.people_of(run.round)
        self._applications = {one.profile.handle: one for one in people.values()}
        self._names = {
            handle: one.profile.display_name for handle, one in self._applications.items()
        }
        proposals = queries.proposals_among(people, run=run)
        self._search = BoardSearch(shown.text, self.party)
        self._ruled_out = queries.ruled_out(
            run.round, proposals=proposals, record=self.overrides[::-1]
        )
        self.rows = [
            Row(proposal=proposal, said=said[_key(proposal)], board=self) for proposal in proposals
        ]

    @cached_property
    def options(self) -> Options:
        return from_document(Options, self.run.round.settings)

    @cached_property
    def circles(self) -> list[CircleShown]:
        """Empty where the run proposes matches of two."""
        rows: dict[int | None, list[Row]] = {}
        for row in self.rows:
            rows.setdefault(row.proposal.circle, []).append(row)
        least, starts_on = self.options.rules.overlap_minutes, self.run.round.starts_on
        return [
            CircleShown(
                circle, rows[circle.number], meets=meets(circle, least=least, starts_on=starts_on)
            )
            for circle in self.outcome.circles
        ]

    @cached_property
    def units(self) -> list[Sequence[Row]]:
        """What is approved at once: a match, or all of a circle."""
        return [circle.rows for circle in self.circles] or [(row,) for row in self.rows]

    @property
    def requests(self) -> int:
        return self.matched + len(self.outcome.unmatched)

    @property
    def matched(self) -> int:
        """Requests met: in a circle of two mentors that is one for both."""
        if self.circles:
            return sum(len(circle.members) for circle in self.circles)
        return len(self.rows)

    @property
    def approved(self) -> int:
        return sum(_is_approved(unit) for unit in self.units)

    @property
    def to_look_at(self) -> int:
        return sum(_needs_look(unit) and not _is_approved(unit) for unit in self.units)

    @property
    def waiting(self) -> int:
        """Those that the button for many approves."""
        return sum(
            not _needs_look(unit)
            and not _is_approved(unit)
            and self._ruled_out.isdisjoint(row.proposal.pk for row in unit)
            for unit in self.units
        )

    @property
    def together(self) -> Together | None:
        """The newest act that approved several, as far as they are approved still."""
        acts = Counter(unit[0].proposal.approval.at for unit in self.units if _is_approved(unit))
        several = [Together(at, count) for at, count in acts.items() if count > 1]
        return max(several, default=None)

    @property
    def left_to_review(self) -> int:
        return len(self.units) - self.approved

    @property
    def moved_without_experience(self) -> int:
        """Not worked out for circles."""
        return self.outcome.fairness.without_experience.get("moved", 0)

    @property
    def look_kinds(self) -> str:
        codes = [
            row.gravest for row in self.rows if row.proposal.needs_look and not row.is_approved
        ]
        kinds = dict.fromkeys(sorted(codes, key=lambda code: -codes.count(code)))
        return ", ".join(dict.fromkeys(str(phrases.SHORT_LOOKS[code]) for code in kinds))

    @property
    def typical_fit(self) -> str:
        return points(int(median(row.proposal.fit for row in self.rows)))

    @property
    def lowest_fit(self) -> str:
        return points(min(row.proposal.fit for row in self.rows))

    @property
    def busiest(self) -> LoadShown:
        return self.loads.rows[0]

    @property
    def mentors_used(self) -> int:
        return sum(load.given > 0 for load in self.outcome.loads)

    @cached_property
    def groups(self) -> list[Group]:
        look = [row for row in self.rows if row.proposal.needs_look and not row.is_approved]
        look.sort(key=lambda row: (row.gravity, row.proposal.fit, row.proposal.pk))
        waiting = [row for row in self.rows if not row.proposal.needs_look and not row.is_approved]
        approved = [row for row in self.rows if row.is_approved]
        approved.sort(key=lambda row: (-row.proposal.fit, row.proposal.pk))
        groups = (
            self._group("look", _("Need a look"), look),
            self._group("waiting", _("To approve"), waiting),
            self._group("approved", _("Approved"), approved),
        )
        return [group for group in groups if group.rows]

    @cached_property
    def circle_groups(self) -> list[CircleGroup]:
        left = [circle for circle in self.circles if not circle.is_approved]
        groups = (
            ("look", _("Need a look"), [one for one in left if one.needs_look]),
            ("waiting", _("To approve"), [one for one in left if not one.needs_look]),
            ("approved", _("Approved"), [one for one in self.circles if one.is_approved]),
        )
        found = (
            CircleGroup(title, [one for one in circles if any(map(self._search.finds, one.rows))])
            for key, title, circles in groups
            if self.shown.group in {"", key}
        )
        return [group for group in found if group.circles]

    @cached_property
    def selected(self) -> Selected | None:
        row = self._chosen_row()
        if row is None:
            return None
        return Selected(
            row=row,
            is_held=(row.match.mentee, row.match.mentor, row.match.role) in self._held,
            parts=tuple(
                PartShown(criterion_name(part.criterion), (part.share + 50) // 100, part.weight)
                for part in row.match.compatibility.parts
            ),
            reasons=tuple(sentences(row.match.compatibility.reasons, self._names)),
            looks=tuple(sentences(row.match.looks, self._names)),
            swaps=self._swaps(row),
            notes=[
                override
                for override in self.overrides
                if override.text and override.mentee_id == row.proposal.mentee_id
            ],
        )

    @cached_property
    def unmatched(self) -> Part[Left]:
        by_name = sorted(self.outcome.unmatched, key=lambda left: self._names[left.mentee])
        return Part([self._left(left) for left in self._of(by_name, "left")], len(by_name))

    @cached_property
    def loads(self) -> Part[LoadShown]:
        """Fullest first."""
        fullest = sorted(
            self.outcome.loads,
            key=lambda load: (-load.carried - load.given, load.capacity, load.mentor),
        )
        shown = [
            LoadShown(
                name=self._names[load.mentor],
                carried=load.carried,
                given=load.given,
                capacity=load.capacity,
                by_experience=load.by_experience,
                unused=tuple(sentences(load.unused, self._names)),
            )
            for load in self._of(fullest, "loads")
        ]
        return Part(shown, len(fullest))

    def _of(self, everybody: Sequence[Anybody], key: str) -> Sequence[Anybody]:
        return everybody if self.shown.whole == key else everybody[:SHOWN_OF_A_LIST]

    @property
    def what_ifs(self) -> list[WhatIfShown]:
        weights = {criterion.value: weight for criterion, weight in self.options.weights.items()}
        weights["load"] = self.options.load_weight
        return [
            WhatIfShown(
                criterion_name(made.setting), weights.get(made.setting, 0), made.value, made
            )
            for made in self.outcome.what_ifs
        ]

    @property
    def experience_percent(self) -> int:
        return round(self.outcome.fairness.experience_share * 100)

    @cached_property
    def overrides(self) -> list["Override"]:
        """The record as far as the page needs it, newest first."""
        return queries.record_on_board(self.run.round, newest=RECORDS_SHOWN)

    @property
    def record(self) -> list["Override"]:
        return self.overrides[:RECORDS_SHOWN]

    @cached_property
    def partings(self) -> list["Override"]:
        return queries.partings(self.run.round, record=self.overrides[::-1])

    @cached_property
    def since(self) -> list[Since]:
        """What this run does not know yet, oldest first."""
        proposals = [row.proposal for row in self.rows]
        decided = queries.decided_since(self.run, record=self.overrides[::-1], proposals=proposals)
        return [Since(one, self._way_back(one)) for one in decided]

    def _way_back(self, decision: "Override") -> str:
        """The name of the address that undoes it; empty where nothing of it is in force."""
        if decision in self.partings:
            return "parting-end"
        if decision.kind not in queries.CHOOSE_PAIRS:
            return ""
        mentor = decision.becomes or decision.mentor
        chosen = decision.mentee.profile.handle, mentor.profile.handle, decision.role
        return "choice-end" if chosen in self._held else ""

    @cached_property
    def _held(self) -> set[tuple[str, str, str]]:
        return {
            (pin.mentee, pin.mentor, pin.role)
            for pin in queries.pins(self.run.round, record=self.overrides[::-1])
        }

    @cached_property
    def _load_of(self) -> Mapping[str, Load]:
        return {load.mentor: load for load in self.outcome.loads}

    def _group(self, key: str, title: str, rows: Sequence[Row]) -> Group:
        if self.shown.group not in {"", key}:
            return Group(key, title, (), 0, 0, {})
        text = self.shown.text
        found = [row for row in rows if self._search.finds(row)] if text else rows
        if not (self.shown.group or text):
            rest = {"show": key}
            return Group(key, title, found[:SHOWN_AT_FIRST], len(found), SHOWN_AT_FIRST, rest)
        page = Paginator(found, ROWS_OF_A_PAGE).get_page(self.shown.page)
        here = {"show": key, "q": text}
        rest = here | {"page": str(page.number + 1)}
        before = here | {"page": str(page.number - 1)} if page.has_previous() else {}
        return Group(key, title, list(page), len(found), page.end_index(), rest, before)

    def mentor_of(self, row: Row) -> Party:
        mentor = row.proposal.mentor.profile
        taken = phrases.places(row.match.place, row.match.capacity)
        return Party(mentor.display_name, f"{self._grade(mentor.handle)}, {taken}")

    def chips_of(self, row: Row) -> tuple[Chip, ...]:
        looks = tuple(Chip(*phrases.look_chip(look)) for look in row.match.looks)
        if row.proposal.pk not in self._ruled_out:
            return looks
        return (Chip(_("Ruled out since; run again"), "circle-alert"), *looks)

    def party(self, handle: str) -> Party:
        profile = self._applications[handle].profile
        words = [self._grade(handle), profile.field]
        return Party(profile.display_name, ", ".join(word for word in words if word))

    def _grade(self, handle: str) -> str:
        career = self._applications[handle].profile.career
        # Who left the server has no answers any more.
        grade: str = self._applications[handle].answers.get("grade", "")
        return grade or (career.name if career else "")

    def _chosen_row(self) -> Row | None:
        """The one asked for, or else the first on the page."""
        for row in self.rows:
            proposal = row.proposal
            if self.shown.proposal == str(proposal.pk):
                return row
            if self.shown.mentee == str(proposal.mentee_id):
                return row
        shown = [circle.rows[0] for group in self.circle_groups for circle in group.circles]
        return next(chain(shown, (row for group in self.groups for row in group.rows)), None)

    def _swaps(self, row: Row) -> tuple[Swap, ...]:
        match = row.match
        if match.circle is not None:
            sizes = self.options.circles or Circles()
            return other_circles(row, self.circles, self.outcome.circles, sizes)
        return tuple(self._swap(one) for one in queries.alternatives(row.proposal))

    def _swap(self, alternative: Alternative) -> Swap:
        name_of, load = self._names, self._load_of[alternative.mentor]
        moves = [phrases.move(move, name_of) for move in alternative.moves]
        return Swap(
            handle=alternative.mentor,
            name=name_of[alternative.mentor],
            fit=points(alternative.fit),
            choice=phrases.swap_choice(alternative),
            moves=tuple(moves) or (phrases.nothing_moves(alternative, name_of, load),),
            loss=phrases.loss(alternative.loss),
        )

    def _left(self, left: Unmatched) -> Left:
        return Left(
            party=self.party(left.mentee),
            application=self._applications[left.mentee].pk,
            asked=left.role.value,
            role=role_name(left.role),
            reasons=tuple(self._told(left.reasons)),
            nearest=tuple(self._swap(one) for one in left.nearest),
        )

    def _told(self, reasons: Iterable[Reason]) -> list[str]:
        return [sentence(reason, self._names) for reason in reasons]


def _key(proposal: "Proposal") -> tuple[str, str, str]:
    return proposal.mentee.profile.handle, proposal.mentor.profile.handle, proposal.role


def _is_approved(unit: Sequence[Row]) -> bool:
    return all(row.is_approved for row in unit)


def _needs_look(unit: Sequence[Row]) -> bool:
    return any(row.proposal.needs_look for row in unit)
