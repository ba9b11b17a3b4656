"""Settings that no set of matches can satisfy, all named before anything is solved.

Codes and their values: ``no_mentees``; ``no_mentors``; ``duplicate_mentee`` and
``duplicate_mentor`` (id); ``unknown_mentee`` and ``unknown_mentor`` (id, setting);
``pin_forbidden`` (mentee, mentor, barrier); ``pin_in_two_roles`` (mentee, mentor);
``pin_role_not_offered`` (mentee, mentor, role); ``pins_over_capacity`` (mentor, pins, places);
``pins_over_role_capacity`` (mentor, role, pins, places); ``pins_over_experience_capacity``
(mentor, pins, places); ``pins_over_wishes`` (mentee, role, pins, wishes);
``pins_over_programme`` (pins, places); ``circle_sizes`` (smallest, largest);
``circle_mentors`` (mentors); ``pins_over_circle`` (mentee, pins, mentors);
``must_unanswered`` (criterion); ``weight_out_of_range`` (criterion, weight).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corridor.algorithms.matching.barriers import declared_barrier
from corridor.algorithms.matching.options import MUST, Circles, Options, Pair
from corridor.algorithms.matching.outcome import Reason
from corridor.algorithms.matching.people import Criterion, Mentee, Mentor, Person, Role

MOST_MENTORS_OF_A_CIRCLE = 2


class ImpossibleSettings(Exception):
    """No matching can obey these settings; ``problems`` names each of them."""

    def __init__(self, problems: tuple[Reason, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


def refuse_impossible(
    mentees: Sequence[Mentee], mentors: Sequence[Mentor], options: Options
) -> None:
    """Raises ImpossibleSettings."""
    problems = (
        *_nobody(mentees, mentors),
        *_duplicates(mentees, mentors),
        *_settings_out_of_range(options),
    )
    if not problems:
        people = _People.of(mentees, mentors, options)
        problems = (*_strangers(people), *_pins(people), *_unanswered_musts(people))
    if problems:
        raise ImpossibleSettings(problems)


def refuse_impossible_pins(
    mentees: Sequence[Mentee], mentors: Sequence[Mentor], options: Options
) -> None:
    """Of those only who are pinned, before everybody is matched. Raises ImpossibleSettings."""
    problems = tuple(_pins(_People.of(mentees, mentors, options)))
    if problems:
        raise ImpossibleSettings(problems)


def places_of(mentor: Mentor, options: Options) -> int:
    """Mentees of this programme she can be given, those of ``existing`` included."""
    free = mentor.capacity - mentor.carries
    if options.places_per_mentor is not None:
        free = min(free, options.places_per_mentor)
    return max(0, free)


@dataclass(frozen=True, kw_only=True)
class _People:
    mentees: Mapping[str, Mentee]
    mentors: Mapping[str, Mentor]
    options: Options

    @classmethod
    def of(
        cls, mentees: Sequence[Mentee], mentors: Sequence[Mentor], options: Options
    ) -> "_People":
        return cls(
            mentees={mentee.id: mentee for mentee in mentees},
            mentors={mentor.id: mentor for mentor in mentors},
            options=options,
        )

    @property
    def pins(self) -> list[tuple[Pair, Mentee, Mentor]]:
        """Those between people who take part."""
        return [
            (pin, self.mentees[pin.mentee], self.mentors[pin.mentor])
            for pin in in_order(self.options.pins)
            if pin.mentee in self.mentees and pin.mentor in self.mentors
        ]


def in_order(pairs: Iterable[Pair]) -> list[Pair]:
    return sorted(pairs, key=lambda pair: (pair.mentee, pair.mentor, pair.role))


def _problem(code: str, **values: str | int) -> Reason:
    return Reason(code=code, values=values)


def _nobody(mentees: Sequence[Mentee], mentors: Sequence[Mentor]) -> Iterator[Reason]:
    if not mentees:
        yield _problem("no_mentees")
    if not mentors:
        yield _problem("no_mentors")


def _duplicates(mentees: Sequence[Mentee], mentors: Sequence[Mentor]) -> Iterator[Reason]:
    for code, people in (("duplicate_mentee", mentees), ("duplicate_mentor", mentors)):
        for one in _named_twice(people):
            yield _problem(code, id=one)


def _named_twice(people: Sequence[Person]) -> list[str]:
    return sorted(
        one for one, times in Counter(person.id for person in people).items() if times > 1
    )


def _settings_out_of_range(options: Options) -> Iterator[Reason]:
    for criterion, weight in sorted(options.weights.items()):
        if not 0 <= weight <= MUST:
            yield _problem("weight_out_of_range", criterion=criterion, weight=weight)
    circles = options.circles
    if circles is None:
        return
    if not 1 <= circles.smallest <= circles.largest:
        yield _problem("circle_sizes", smallest=circles.smallest, largest=circles.largest)
    if not 1 <= circles.mentors <= MOST_MENTORS_OF_A_CIRCLE:
        yield _problem("circle_mentors", mentors=circles.mentors)


def _strangers(people: _People) -> Iterator[Reason]:
    for setting, pairs in (("pins", people.options.pins), ("existing", people.options.existing)):
        for one in sorted({pair.mentee for pair in pairs} - people.mentees.keys()):
            yield _problem("unknown_mentee", id=one, setting=setting)
        for one in sorted({pair.mentor for pair in pairs} - people.mentors.keys()):
            yield _problem("unknown_mentor", id=one, setting=setting)


def _pins(people: _People) -> Iterator[Reason]:
    yield from _barred_pins(people)
    yield from _pins_in_two_roles(people)
    yield from _pins_over_capacity(people)
    if people.options.circles:
        yield from _pins_over_circle(people, people.options.circles)
        return
    yield from _pins_over_wishes(people)
    yield from _pins_over_role_capacity(people)
    yield from _pins_over_experience_capacity(people)
    pins, places = len(people.options.pins), people.options.places
    if places is not None and pins > places:
        yield _problem("pins_over_programme", pins=pins, places=places)


def _barred_pins(people: _People) -> Iterator[Reason]:
    for pin, mentee, mentor in people.pins:
        barrier = declared_barrier(mentee, mentor, people.options)
        if barrier is not None:
            yield _problem("pin_forbidden", mentee=pin.mentee, mentor=pin.mentor, barrier=barrier)
        if pin.role not in mentor.offers:
            yield _problem(
                "pin_role_not_offered", mentee=pin.mentee, mentor=pin.mentor, role=pin.role
            )


def _pins_in_two_roles(people: _People) -> Iterator[Reason]:
    couples = Counter((pin.mentee, pin.mentor) for pin in people.options.pins)
    for (mentee, mentor), times in sorted(couples.items()):
        if times > 1:
            yield _problem("pin_in_two_roles", mentee=mentee, mentor=mentor)


def _pins_over_wishes(people: _People) -> Iterator[Reason]:
    asked = Counter((pin.mentee, pin.role) for pin, _, _ in people.pins)
    for (mentee, role), pins in sorted(asked.items()):
        wishes = people.mentees[mentee].wishes.get(role, 0)
        if pins > wishes:
            yield _problem("pins_over_wishes", mentee=mentee, role=role, pins=pins, wishes=wishes)


def _pins_over_circle(people: _People, circles: Circles) -> Iterator[Reason]:
    """She sits in one circle, if she asked for anybody."""
    for mentee, pins in sorted(Counter(pin.mentee for pin, _, _ in people.pins).items()):
        if not any(people.mentees[mentee].wishes.values()):
            yield _problem("pins_over_wishes", mentee=mentee, role=Role.MENTOR, pins=pins, wishes=0)
        if pins > circles.mentors:
            yield _problem("pins_over_circle", mentee=mentee, pins=pins, mentors=circles.mentors)


def _pins_over_capacity(people: _People) -> Iterator[Reason]:
    circles = people.options.circles
    for mentor, pins in sorted(Counter(pin.mentor for pin, _, _ in people.pins).items()):
        places = places_of(people.mentors[mentor], people.options)
        places *= circles.largest if circles else 1
        if pins > places:
            yield _problem("pins_over_capacity", mentor=mentor, pins=pins, places=places)


def _pins_over_role_capacity(people: _People) -> Iterator[Reason]:
    in_role = Counter((pin.mentor, pin.role) for pin, _, _ in people.pins)
    for (mentor, role), pins in sorted(in_role.items()):
        places = people.mentors[mentor].role_capacity.get(role)
        if places is not None and pins > places:
            yield _problem(
                "pins_over_role_capacity", mentor=mentor, role=role, pins=pins, places=places
            )


def _pins_over_experience_capacity(people: _People) -> Iterator[Reason]:
    asked = Counter(
        mentor.id for _, mentee, mentor in people.pins if mentee.shares & mentor.experience
    )
    for one, pins in sorted(asked.items()):
        places = people.mentors[one].experience_capacity
        if places is not None and pins > places:
            yield _problem("pins_over_experience_capacity", mentor=one, pins=pins, places=places)


def _unanswered_musts(people: _People) -> Iterator[Reason]:
    """A must that every mentee asks about and no mentor answers leaves nobody anything."""
    for criterion, weight in sorted(people.options.weights.items()):
        if weight < MUST:
            continue
        asked = all(_asks(mentee, criterion) for mentee in people.mentees.values())
        answered = any(_answers(mentor, criterion) for mentor in people.mentors.values())
        if asked and not answered:
            yield _problem("must_unanswered", criterion=criterion)


def _asks(mentee: Mentee, criterion: Criterion) -> bool:
    if criterion is Criterion.NEEDS:
        return bool(mentee.needs)
    if criterion is Criterion.EXPERIENCE:
        return bool(mentee.shares)
    return (criterion is Criterion.CHOICES and bool(mentee.choices)) or _has(mentee, criterion)


def _answers(mentor: Mentor, criterion: Criterion) -> bool:
    if criterion is Criterion.NEEDS:
        return bool(mentor.covers)
    if criterion is Criterion.EXPERIENCE:
        return bool(mentor.experience)
    return criterion is Criterion.CHOICES or _has(mentor, criterion)


def _has(person: Person, criterion: Criterion) -> bool:
    return {
        Criterion.INTERESTS: bool(person.interests),
        Criterion.SPECIALTY: bool(person.specialty),
        Criterion.STAGE: person.stage is not None,
        Criterion.TIME: bool(person.free),
        Criterion.LANGUAGE: bool(person.languages),
    }.get(criterion, False)
