"""From the command line to the options of a run."""

import argparse
import json
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from django.utils.translation import gettext as _

from corridor.algorithms.matching.options import DEFAULT_WEIGHTS, MUST, Circles, Options, Rules
from corridor.algorithms.matching.people import Criterion
from corridor.programmes.intake.problems import Notes, rejected
from corridor.programmes.intake.sources import Source

GIVEN_POINTS = ("load_weight", "change_cost")
"""Options of the same name here and there, that count in points whatever is matched."""
DEFAULT_OVERLAP = 60
"""Minutes."""


def options_of(args: argparse.Namespace) -> Options:
    """Without what the files say of single pairs. Raises InputRejected for a bad --weights."""
    given = {name: getattr(args, name) for name in (*GIVEN_POINTS, "mentee_voice")}
    options = Options(
        weights=_weights(args),
        rules=Rules(
            other_institution=args.same_institution != "allow",
            shared_language=args.language != "any",
            senior_mentor=not args.allow_peer,
            overlap_minutes=DEFAULT_OVERLAP if args.min_overlap is None else args.min_overlap,
        ),
        own_best=not args.no_own_best,
        places_per_mentor=args.places_per_mentor,
        places=args.places,
        circles=_circles(args),
        seed=args.seed,
    )
    return replace(options, **{name: value for name, value in given.items() if value is not None})


def _circles(args: argparse.Namespace) -> Circles | None:
    if args.circles is None:
        if args.circle_mentors is not None:
            raise rejected("--circle-mentors", _("Only circles have it: add --circles 3-6."))
        return None
    return Circles(
        smallest=args.circles.smallest,
        largest=args.circles.largest,
        mentors=args.circle_mentors or 1,
    )


def _weights(args: argparse.Namespace) -> dict[Criterion, int]:
    from_file = _read_weights(args.weights) if args.weights else {}
    return {**DEFAULT_WEIGHTS, **from_file, **dict(args.weight)}


def _read_weights(path: Path) -> dict[Criterion, int]:
    source, notes = Source.at(path), Notes()
    weights: dict[Criterion, int] = {}
    for name, value in _content(source).items():
        try:
            criterion = Criterion(str(name))
        except ValueError:
            text = _("“%(name)s” is no criterion; there are %(names)s.")
            notes.problem(source.name, text % {"name": name, "names": ", ".join(Criterion)})
            continue
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MUST:
            weights[criterion] = value
        else:
            text = _("A whole number from 0 to 10 is expected.")
            notes.problem(source.name, text, column=str(name))
    notes.refuse_problems()
    return weights


def _content(source: Source) -> Mapping[str, object]:
    with source.open() as stream:
        raw = stream.read(1 << 20)
    try:
        text = raw.decode("utf-8-sig")
        content = json.loads(text) if source.name.endswith(".json") else tomllib.loads(text)
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict):
        raise rejected(source.name, _("Lines such as needs = 8 are expected (TOML or JSON)."))
    weights = content.get("weights", content)
    return weights if isinstance(weights, dict) else {}
