"""How well two people suit each other: the definition that everything faster must equal.

Each side has a view, the weighted mean of the criteria that count. The mentee's view has all
eight; the mentor's has how much of her own interests is shared, her own choices, and stage,
time and language, which are the same for both. The fit is the two views, weighed by the
mentee's voice; the worth is the same with both views measured against the mentee's own best.
See docs/algorithms/scoring.md for the sources and a worked example.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corridor.algorithms.matching.barriers import barrier_between
from corridor.algorithms.matching.options import FULL_FIT, Options
from corridor.algorithms.matching.outcome import Compatibility, Part, Reason
from corridor.algorithms.matching.people import Criterion, Mentee, Mentor
from corridor.algorithms.matching.shares import (
    choice_share,
    language_share,
    part_of,
    place_of,
    specialty_share,
    stage_share,
    time_share,
)
from corridor.algorithms.matching.week import shared_minutes

Shares = Mapping[Criterion, int | None]


def compare(mentee: Mentee, mentor: Mentor, options: Options) -> Compatibility:
    """Fit, its parts in the mentee's view, and reasons, heaviest first; also behind a barrier."""
    views = _views(mentee, mentor, options)
    judged = _judged(mentee, mentor, options, views)
    return replace(judged, reasons=tuple(_reasons(mentee, mentor, views)))


def judge(mentee: Mentee, mentor: Mentor, options: Options) -> Compatibility:
    """The same without the reasons: for the many of whom few are shown."""
    return _judged(mentee, mentor, options, _views(mentee, mentor, options))


def _judged(mentee: Mentee, mentor: Mentor, options: Options, views: "_Views") -> Compatibility:
    return Compatibility(
        fit=views.fit,
        parts=views.hers,
        reasons=(),
        barrier=barrier_between(mentee, mentor, options),
        shared_minutes=shared_minutes(mentee.free, mentor.free),
        mentee_view=view_of(views.hers),
        mentor_view=view_of(views.theirs),
    )


def contributions(mentee: Mentee, mentor: Mentor, options: Options) -> dict[Criterion, int]:
    """Points that each criterion adds to the fit, each rounded down; together about the fit.

    A side that can judge nothing leaves its voice to the other.
    """
    views = _views(mentee, mentor, options)
    hers, theirs = _weight(views.hers), _weight(views.theirs)
    voice = 100 if not theirs else options.mentee_voice if hers else 0
    views = replace(views, voice=voice)
    whole = 100 * max(1, hers) * max(1, theirs)
    return {criterion: views.points(criterion) // whole for criterion in Criterion}


def worths(pairs: Sequence[Compatibility], options: Options) -> tuple[int, ...]:
    """What is optimised, for the feasible pairs of one mentee, 0 to 10,000 each.

    With ``own_best`` each view is set against the best that she could have: a thin profile
    then weighs as much as a rich one, and no attribute of hers is read.
    """
    best_of_hers = max((pair.mentee_view or 0 for pair in pairs), default=0)
    best_of_theirs = max((pair.mentor_view or 0 for pair in pairs), default=0)
    if not options.own_best:
        return tuple(pair.fit for pair in pairs)
    return tuple(
        combined(
            _against_best(pair.mentee_view, best_of_hers),
            _against_best(pair.mentor_view, best_of_theirs),
            options.mentee_voice,
        )
        for pair in pairs
    )


def _against_best(view: int | None, best: int) -> int | None:
    return view * FULL_FIT // best if view else view


def combined(mentee_view: int | None, mentor_view: int | None, voice: int) -> int:
    """Per cent ``voice`` for the mentee; a side that can judge nothing leaves it to the other."""
    if mentee_view is None:
        return mentor_view or 0
    if mentor_view is None:
        return mentee_view
    return (voice * mentee_view + (100 - voice) * mentor_view) // 100


def view_of(parts: Iterable[Part]) -> int | None:
    """Weighted mean of the shares, 0 to 10,000; None where nothing counts."""
    parts = tuple(parts)
    weight = sum(part.weight for part in parts)
    return sum(part.weight * part.share for part in parts) // weight if weight else None


@dataclass(frozen=True, kw_only=True)
class _Views:
    hers: tuple[Part, ...]
    theirs: tuple[Part, ...]
    voice: int

    @property
    def fit(self) -> int:
        return combined(view_of(self.hers), view_of(self.theirs), self.voice)

    def points_of_hers(self, criterion: Criterion) -> int:
        return self.voice * _points(self.hers, criterion) * max(1, _weight(self.theirs))

    def points_of_theirs(self, criterion: Criterion) -> int:
        return (100 - self.voice) * _points(self.theirs, criterion) * max(1, _weight(self.hers))

    def points(self, criterion: Criterion) -> int:
        """What the criterion adds to the fit, in units that only serve to compare."""
        return self.points_of_hers(criterion) + self.points_of_theirs(criterion)


def _weight(parts: tuple[Part, ...]) -> int:
    return sum(part.weight for part in parts)


def _points(parts: tuple[Part, ...], criterion: Criterion) -> int:
    return sum(part.weight * part.share for part in parts if part.criterion is criterion)


def _views(mentee: Mentee, mentor: Mentor, options: Options) -> _Views:
    common = {
        Criterion.STAGE: stage_share(mentee, mentor),
        Criterion.TIME: time_share(mentee, mentor),
        Criterion.LANGUAGE: language_share(mentee, mentor, options),
    }
    hers = _mentee_shares(mentee, mentor) | common
    theirs = _mentor_shares(mentee, mentor) | common
    return _Views(
        hers=tuple(_parts(hers, options, mentee.top)),
        theirs=tuple(_parts(theirs, options, None)),
        voice=options.mentee_voice,
    )


def _mentee_shares(mentee: Mentee, mentor: Mentor) -> dict[Criterion, int | None]:
    shared = len(mentee.interests & mentor.interests)
    return {
        Criterion.NEEDS: part_of(len(mentee.needs & mentor.covers), len(mentee.needs)),
        Criterion.INTERESTS: part_of(shared, len(mentee.interests)),
        Criterion.SPECIALTY: specialty_share(mentee, mentor),
        Criterion.CHOICES: choice_share(mentee, mentor),
        Criterion.EXPERIENCE: part_of(len(mentee.shares & mentor.experience), len(mentee.shares)),
    }


def _mentor_shares(mentee: Mentee, mentor: Mentor) -> dict[Criterion, int | None]:
    shared = len(mentee.interests & mentor.interests)
    return {
        # A mentor gains nothing by naming none: she then shares none of what was asked.
        Criterion.INTERESTS: (part_of(shared, len(mentor.interests)) or 0)
        if mentee.interests
        else None,
        Criterion.CHOICES: choice_share(mentor, mentee),
    }


def _parts(shares: Shares, options: Options, top: Criterion | None) -> Iterator[Part]:
    for criterion in Criterion:
        share = shares.get(criterion)
        weight = options.weights.get(criterion, 0) * (2 if criterion is top else 1)
        if share is not None and weight:
            yield Part(criterion=criterion, share=share, weight=weight)


def _reasons(mentee: Mentee, mentor: Mentor, views: _Views) -> Iterator[Reason]:
    weighed = [
        (points, reason) for points, reason in _weighed_reasons(mentee, mentor, views) if points > 0
    ]
    weighed.sort(key=lambda pair: -pair[0])
    return (reason for _, reason in weighed)


def _weighed_reasons(mentee: Mentee, mentor: Mentor, views: _Views) -> Iterator[tuple[int, Reason]]:
    yield views.points(Criterion.NEEDS), _tags("covers", mentee.needs & mentor.covers)
    shared = mentee.interests & mentor.interests
    yield views.points(Criterion.INTERESTS), _tags("shares_interests", shared)
    specialty = Reason(code="same_specialty", values={"specialty": mentee.specialty})
    yield views.points(Criterion.SPECIALTY), specialty
    yield from _weighed_common_reasons(mentee, mentor, views)
    yield from _weighed_choices(mentee, mentor, views)
    experience = _tags("shares_experience", mentee.shares & mentor.experience)
    yield views.points(Criterion.EXPERIENCE), experience


def _weighed_common_reasons(
    mentee: Mentee, mentor: Mentor, views: _Views
) -> Iterator[tuple[int, Reason]]:
    if mentee.stage is not None and mentor.stage is not None and mentor.stage > mentee.stage:
        ahead = Reason(code="stage_ahead", values={"rungs": mentor.stage - mentee.stage})
        yield views.points(Criterion.STAGE), ahead
    minutes = shared_minutes(mentee.free, mentor.free) or 0
    hours = Reason(code="shared_hours", values={"minutes": minutes})
    yield views.points(Criterion.TIME), hours
    languages = _tags("shared_languages", mentee.languages & mentor.languages)
    yield views.points(Criterion.LANGUAGE), languages


def _weighed_choices(mentee: Mentee, mentor: Mentor, views: _Views) -> Iterator[tuple[int, Reason]]:
    hers = place_of(mentee, mentor)
    if hers is not None:
        choice = Reason(code="her_choice", values={"place": hers})
        yield views.points_of_hers(Criterion.CHOICES), choice
    theirs = place_of(mentor, mentee)
    if theirs is not None:
        choice = Reason(code="mentors_choice", values={"place": theirs})
        yield views.points_of_theirs(Criterion.CHOICES), choice


def _tags(code: str, tags: frozenset[str]) -> Reason:
    return Reason(code=code, values={"tags": tuple(sorted(tags))})
