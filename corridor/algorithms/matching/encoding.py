"""From people to the arrays of ``population``; whatever is numbered is numbered by name."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from corridor.algorithms.matching.barriers import wished_roles
from corridor.algorithms.matching.lottery import Keys, keys
from corridor.algorithms.matching.market import Ints, Longs
from corridor.algorithms.matching.options import Options
from corridor.algorithms.matching.people import (
    SLOTS_PER_WEEK,
    Criterion,
    Mentee,
    Mentor,
    Person,
    Role,
)
from corridor.algorithms.matching.population import (
    BARRED,
    CATEGORY,
    HOURS,
    INSTITUTION,
    INTERESTS,
    NEED,
    OF_CATEGORY,
    OF_HOURS,
    OF_INSTITUTIONS,
    OF_KEY,
    OF_NEEDS,
    OF_SPECIALTY,
    OUTLINE_BITS,
    OUTLINE_COLUMNS,
    SLOTS_PER_BLOCK,
    SPECIALTY,
    UNSAID,
    WORDS_PER_WEEK,
    Languages,
    MenteeArrays,
    MenteeCategories,
    MentorArrays,
    MentorCategories,
    Population,
)
from corridor.algorithms.matching.shares import share_of_place, weighs_language

Ids = Mapping[str, int]
Lists = tuple[Longs, Ints]

UNKNOWN = -1
"""A stage that was not given."""
BLOCK = 64
"""Mentors whose highest bound is kept, so that most blocks can be passed over."""


def encode(mentees: Sequence[Mentee], mentors: Sequence[Mentor], options: Options) -> Population:
    specialties = _numbered({person.specialty for person in (*mentees, *mentors)} | {""})
    mentee_keys = keys(options.seed, [mentee.id for mentee in mentees])
    mentor_keys = keys(options.seed, [mentor.id for mentor in mentors])
    specialty = _ints(specialties[mentor.specialty] for mentor in mentors)
    speech, languages = _classes_of_language((*mentees, *mentors), options)
    mentor_categories, mentor_category = _mentor_categories(mentors, speech)
    kind_of_category = _kinds(mentor_categories)
    kind = kind_of_category[mentor_category]
    order = np.lexsort((mentor_keys, specialty, kind)).astype(np.int32)
    mentors = [mentors[at] for at in order.tolist()]
    hours, weeks = _classes_of_hours((*mentees, *mentors))
    mentee_categories, mentee_category = _mentee_categories(mentees, speech)
    vocabulary = _vocabulary(mentors)
    held = _held(mentors, vocabulary)
    wanted = _wanted(mentees, mentors, vocabulary, options)
    mentees_said = _said(
        mentee_category,
        _ints(specialties[mentee.specialty] for mentee in mentees),
        hours[: len(mentees)],
        [(len(one.needs), len(one.interests), len(one.shares)) for one in mentees],
        mentees,
    )
    mentors_said = _said(
        mentor_category[order],
        specialty[order],
        hours[len(mentees) :],
        [(len(one.covers), len(one.interests), len(one.experience)) for one in mentors],
        mentors,
    )
    outlines = _outlines(mentor_keys[order], held, mentors_said, weeks)
    return Population(
        options=options,
        order=order,
        mentees=MenteeArrays(
            mentee_keys,
            mentees_said,
            *wanted,
            _outlines(mentee_keys, wanted, mentees_said, weeks),
        ),
        mentors=MentorArrays(
            mentor_keys[order],
            mentors_said,
            *held,
            *_holders(held, sum(map(len, vocabulary))),
            outlines,
            weeks[mentors_said[:, HOURS]],
            outlines[:, OF_NEEDS].copy(),
            outlines[:, OF_HOURS].copy(),
            mentors_said[:, SPECIALTY].copy(),
            (1 / np.maximum(mentors_said[:, INTERESTS], 1)).astype(np.float32),
            _blocks(kind[order]),
            kind_of_category,
        ),
        mentee_categories=mentee_categories,
        mentor_categories=mentor_categories,
        languages=languages,
        few_needs=len(vocabulary[0]) <= OUTLINE_BITS,
        weeks=weeks,
    )


def _numbered(names: set[str], first: int = 0) -> Ids:
    return {name: number for number, name in enumerate(sorted(names), start=first)}


def _ints(values: Iterable[int]) -> Ints:
    return np.fromiter(values, dtype=np.int32)


def _said(
    category: Ints,
    specialty: Ints,
    hours: Ints,
    named: Sequence[tuple[int, int, int]],
    people: Sequence[Person],
) -> Ints:
    counts = np.array(named, dtype=np.int32).reshape(len(people), 3)
    ranks = _ints(len(person.choices) for person in people)
    return np.column_stack((category, specialty, hours, counts, ranks))


def _vocabulary(mentors: Sequence[Mentor]) -> tuple[Ids, Ids, Ids, Ids]:
    """What any mentor has, by kind; a tag that no mentor has needs no number."""
    needs = _numbered(set().union(*(mentor.covers for mentor in mentors)))
    interests = _numbered(set().union(*(one.interests for one in mentors)), len(needs))
    first = len(needs) + len(interests)
    experience = _numbered(set().union(*(mentor.experience for mentor in mentors)), first)
    first += len(experience)
    institutions = _numbered(set().union(*(one.institutions for one in mentors)), first)
    return needs, interests, experience, institutions


def _known(ids: Ids, named: frozenset[str]) -> list[int]:
    return sorted(ids[name] for name in named if name in ids)


def _held(mentors: Sequence[Mentor], vocabulary: tuple[Ids, Ids, Ids, Ids]) -> Lists:
    needs, interests, experience, institutions = vocabulary
    return _lists(
        (
            (
                _known(needs, mentor.covers),
                _known(interests, mentor.interests),
                _known(experience, mentor.experience),
                _known(institutions, mentor.institutions),
            )
            for mentor in mentors
        ),
        parts=len(vocabulary),
    )


def _wanted(
    mentees: Sequence[Mentee],
    mentors: Sequence[Mentor],
    vocabulary: tuple[Ids, Ids, Ids, Ids],
    options: Options,
) -> Lists:
    needs, interests, experience, institutions = vocabulary
    position_of = {mentor.id: position for position, mentor in enumerate(mentors)}
    chosen_by = _chosen_by(mentees, mentors)
    barred = _barred(mentees, mentors, options)
    return _lists(
        (
            (
                _known(needs, mentee.needs),
                _known(interests, mentee.interests),
                _known(experience, mentee.shares),
                _known(institutions, mentee.institutions),
                *_ranking(_places(mentee.choices, position_of)),
                *_ranking(chosen_by[row]),
                sorted(barred[row]),
            )
            for row, mentee in enumerate(mentees)
        ),
        parts=BARRED + 1,
    )


def _lists(rows: Iterable[tuple[list[int], ...]], *, parts: int) -> Lists:
    """All lists end to end, with a column for where each kind begins, and one for the end."""
    starts: list[list[int]] = []
    items: list[int] = []
    for row in rows:
        start = [len(items)]
        for part in row:
            items.extend(part)
            start.append(len(items))
        starts.append(start)
    start_of = np.array(starts, dtype=np.int64).reshape(len(starts), parts + 1)
    return start_of, np.array(items, dtype=np.int32)


def _places(choices: tuple[str, ...], known: Ids) -> dict[int, int]:
    """Place in the ranking of each person that the run knows."""
    first_named = dict.fromkeys(choices)
    return {known[one]: choices.index(one) + 1 for one in first_named if one in known}


def _ranking(places: Mapping[int, int]) -> tuple[list[int], list[int]]:
    return list(places), [share_of_place(place) for place in places.values()]


def _chosen_by(mentees: Sequence[Mentee], mentors: Sequence[Mentor]) -> list[dict[int, int]]:
    row_of = {mentee.id: row for row, mentee in enumerate(mentees)}
    chosen: list[dict[int, int]] = [{} for _ in mentees]
    for position, mentor in enumerate(mentors):
        for row, place in _places(mentor.choices, row_of).items():
            chosen[row][position] = place
    return chosen


def _barred(
    mentees: Sequence[Mentee], mentors: Sequence[Mentor], options: Options
) -> list[set[int]]:
    """Mentors whom somebody ruled out for each mentee."""
    row_of = {mentee.id: row for row, mentee in enumerate(mentees)}
    position_of = {mentor.id: position for position, mentor in enumerate(mentors)}
    barred: list[set[int]] = [set() for _ in mentees]
    for mentee_id, mentor_id in options.must_not:
        if mentee_id in row_of and mentor_id in position_of:
            barred[row_of[mentee_id]].add(position_of[mentor_id])
    for row, mentee in enumerate(mentees):
        barred[row].update(position_of[one] for one in mentee.avoid if one in position_of)
    for position, mentor in enumerate(mentors):
        for one in mentor.avoid & row_of.keys():
            barred[row_of[one]].add(position)
    return barred


def _outlines(key: Keys, lists: Lists, said: Ints, weeks: NDArray[np.uint64]) -> NDArray[np.uint64]:
    upper = said.astype(np.int64) << 32
    outlines = np.zeros((len(said), OUTLINE_COLUMNS), dtype=np.uint64)
    outlines[:, OF_NEEDS] = _bits_of(lists, NEED)
    outlines[:, OF_HOURS] = _bits_of_hours(weeks[said[:, HOURS]])
    outlines[:, OF_INSTITUTIONS] = _bits_of(lists, INSTITUTION)
    outlines[:, OF_CATEGORY] = said[:, CATEGORY] + upper[:, INTERESTS]
    outlines[:, OF_SPECIALTY] = said[:, HOURS] + upper[:, SPECIALTY]
    outlines[:, OF_KEY] = key
    return outlines


def _kinds(categories: MentorCategories) -> Ints:
    """A number for each category, the same for all in which the same criteria can be judged."""
    said = (
        categories.stage,
        categories.language > 0,
        categories.has_specialty,
        categories.has_hours,
        categories.has_choices,
    )
    _, kinds = np.unique(np.column_stack(said), axis=0, return_inverse=True)
    return kinds.ravel().astype(np.int32)


def _blocks(kind: Ints) -> Ints:
    """Cuts positions, which are sorted by kind, into blocks of at most so many of one kind."""
    blocks = [
        (number, begin, min(begin + BLOCK, last))
        for number in np.unique(kind).tolist()
        for last in [int(np.searchsorted(kind, number, side="right"))]
        for begin in range(int(np.searchsorted(kind, number)), last, BLOCK)
    ]
    return np.array(blocks, dtype=np.int32).reshape(-1, 3)


def _bits_of(lists: Lists, kind: int) -> NDArray[np.uint64]:
    start, item = lists
    sizes = start[:, kind + 1] - start[:, kind]
    person = np.repeat(np.arange(len(sizes)), sizes)
    place = np.arange(len(person)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    tag = item[np.repeat(start[:, kind], sizes) + place].astype(np.uint64)
    bits = np.zeros(len(sizes), dtype=np.uint64)
    np.bitwise_or.at(bits, person, np.uint64(1) << tag % np.uint64(OUTLINE_BITS))
    return bits


def _bits_of_hours(weeks: NDArray[np.uint64]) -> NDArray[np.uint64]:
    first_week = weeks[:, :WORDS_PER_WEEK].astype("<u8").view(np.uint8)
    slots = np.unpackbits(first_week, axis=1, bitorder="little")[:, :SLOTS_PER_WEEK]
    blocks = slots.reshape(len(weeks), SLOTS_PER_WEEK // SLOTS_PER_BLOCK, SLOTS_PER_BLOCK).any(
        axis=2
    )
    bits = np.uint64(1) << np.arange(blocks.shape[1], dtype=np.uint64)
    summed: NDArray[np.uint64] = np.where(blocks, bits, np.uint64(0)).sum(axis=1, dtype=np.uint64)
    return summed


def _holders(held: Lists, tags: int) -> Lists:
    """For each tag, the positions of those who have it."""
    start, item = held
    person = np.repeat(np.arange(len(start), dtype=np.int32), start[:, -1] - start[:, 0])
    by_tag = np.argsort(item, kind="stable")
    return np.searchsorted(item[by_tag], np.arange(tags + 1)), person[by_tag]


def _classes_of_hours(people: Sequence[Person]) -> tuple[Ints, NDArray[np.uint64]]:
    numbers: dict[tuple[int, ...], int] = {(): UNSAID}
    classes = _ints(numbers.setdefault(person.free, len(numbers)) for person in people)
    weeks = max(1, *map(len, numbers))
    masks = b"".join(
        week.to_bytes(8 * WORDS_PER_WEEK, "little")
        for week in chain.from_iterable(free or (0,) * weeks for free in numbers)
    )
    words = np.frombuffer(masks, dtype="<u8").astype(np.uint64)
    return classes, words.reshape(len(numbers), weeks * WORDS_PER_WEEK)


def _classes_of_language(
    people: Sequence[Person], options: Options
) -> tuple[Mapping[frozenset[str], int], Languages]:
    """One numbering for both sides, and what every two classes share."""
    spoken = {person.languages for person in people} - {frozenset()}
    classes = [frozenset[str](), *sorted(spoken, key=sorted)]
    ids = _numbered(set().union(*classes))
    speaks = np.zeros((len(classes), len(ids)), dtype=np.float32)
    for number, languages in enumerate(classes):
        speaks[number, [ids[language] for language in languages]] = 1
    return {languages: number for number, languages in enumerate(classes)}, Languages(
        shared=(speaks @ speaks.T).astype(np.int32),
        spoken=_ints(len(languages) for languages in classes),
        counts=np.array([weighs_language(languages, options) for languages in classes]),
    )


def _mentee_categories(
    mentees: Sequence[Mentee], speech: Mapping[frozenset[str], int]
) -> tuple[MenteeCategories, Ints]:
    tops = {None: -1} | {criterion: number for number, criterion in enumerate(Criterion)}
    described = [
        (
            UNKNOWN if mentee.stage is None else mentee.stage,
            speech[mentee.languages],
            _role_bits(wished_roles(mentee)),
            tops[mentee.top],
            mentee.specialty != "",
            mentee.free != (),
            bool(mentee.needs),
            bool(mentee.interests),
            mentee.choices != (),
            bool(mentee.shares),
        )
        for mentee in mentees
    ]
    columns, category = _distinct(described, len(MenteeCategories._fields))
    return MenteeCategories(*columns), category


def _mentor_categories(
    mentors: Sequence[Mentor], speech: Mapping[frozenset[str], int]
) -> tuple[MentorCategories, Ints]:
    described = [
        (
            UNKNOWN if mentor.stage is None else mentor.stage,
            speech[mentor.languages],
            _role_bits(mentor.offers),
            mentor.specialty != "",
            mentor.free != (),
            mentor.choices != (),
        )
        for mentor in mentors
    ]
    columns, category = _distinct(described, len(MentorCategories._fields))
    return MentorCategories(*columns), category


def _distinct(rows: Sequence[tuple[int, ...]], width: int) -> tuple[list[Ints], Ints]:
    described = np.array(rows, dtype=np.int32).reshape(len(rows), width)
    distinct, category = np.unique(described, axis=0, return_inverse=True)
    return [column.copy() for column in distinct.T], category.ravel().astype(np.int32)


_ROLE_BITS = {role: 1 << bit for bit, role in enumerate(Role)}


def _role_bits(roles: frozenset[Role]) -> int:
    return sum(_ROLE_BITS[role] for role in roles)
