"""The options of `corridor match`."""

import argparse
import re
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

from corridor.algorithms.matching.options import Circles
from corridor.algorithms.matching.people import Criterion

DEFAULT_SEED = "corridor"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    _add_files(parser)
    _add_weights(parser)
    _add_rules(parser)
    _add_round(parser)
    _add_output(parser)


def _add_files(parser: argparse.ArgumentParser) -> None:
    files = parser.add_argument_group(_("files"))
    files.add_argument(
        "people",
        nargs="?",
        type=Path,
        metavar="FILE",
        help=_("CSV or Excel with everybody, and a column for mentee or mentor"),
    )
    files.add_argument(
        "--mentees", type=Path, metavar="FILE", help=_("mentees in a file of their own")
    )
    files.add_argument(
        "--mentors", type=Path, metavar="FILE", help=_("mentors in a file of their own")
    )
    files.add_argument("-o", "--out", type=Path, metavar="FOLDER", help=_("where the results go"))
    files.add_argument(
        "--map", type=Path, metavar="FILE", help=_("TOML or JSON: your headers and answers")
    )
    files.add_argument(
        "--headers",
        type=Path,
        metavar="FILE",
        help=_("show how each column is understood, and stop"),
    )
    files.add_argument(
        "--pairs", type=Path, metavar="FILE", help=_("scored pairs: mentee, mentor, fit")
    )
    files.add_argument(
        "--capacities", type=Path, metavar="FILE", help=_("for --pairs: mentor, capacity")
    )


def _add_weights(parser: argparse.ArgumentParser) -> None:
    weights = parser.add_argument_group(_("what counts"))
    weights.add_argument(
        "--weight",
        action="append",
        default=[],
        type=weight,
        metavar="NAME=N",
        help=_("0 to 10, 10 is a must; names: %(names)s") % {"names": ", ".join(Criterion)},
    )
    weights.add_argument(
        "--weights", type=Path, metavar="FILE", help=_("TOML or JSON: name = 0 to 10")
    )
    weights.add_argument(
        "--load-weight",
        type=_whole(0, 10_000),
        default=None,
        metavar="N",
        help=_("how much an even load counts, in points of fit (500; 0 is off)"),
    )
    weights.add_argument(
        "--change-cost",
        type=_whole(0, 10_000),
        default=None,
        metavar="N",
        help=_("points of fit that changing an existing match must gain (1000)"),
    )
    weights.add_argument(
        "--no-own-best",
        action="store_true",
        help=_("compare raw scores, not each person’s against her own best"),
    )
    weights.add_argument(
        "--mentee-voice",
        type=_whole(0, 100),
        default=None,
        metavar="PERCENT",
        help=_("how much of the fit is the mentee’s view (60)"),
    )


def _add_rules(parser: argparse.ArgumentParser) -> None:
    rules = parser.add_argument_group(_("rules"))
    rules.add_argument(
        "--same-institution",
        choices=("allow", "forbid"),
        help=_("may people of one institution be matched (forbid)"),
    )
    rules.add_argument(
        "--language",
        choices=("shared", "any"),
        help=_("must a match share a language (shared)"),
    )
    rules.add_argument(
        "--min-overlap",
        type=_whole(0, 2_400),
        metavar="MINUTES",
        help=_("free time a week a match must share, where both said theirs (60)"),
    )
    rules.add_argument(
        "--allow-peer", action="store_true", help=_("mentors need not be further on in the career")
    )
    rules.add_argument(
        "--capacity-limit",
        "--places-per-mentor",
        dest="places_per_mentor",
        type=_whole(0, 200),
        metavar="N",
        help=_("at most so many mentees of this programme for one mentor"),
    )
    rules.add_argument(
        "--places",
        type=_whole(0, 10_000_000),
        metavar="N",
        help=_("at most so many matches in all"),
    )
    rules.add_argument(
        "--circles", type=circles, metavar="3-6", help=_("groups in place of single matches")
    )
    rules.add_argument(
        "--circle-mentors",
        type=_whole(1, 2),
        metavar="N",
        help=_("mentors of a circle (1)"),
    )


def _add_round(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(_("this round"))
    group.add_argument(
        "--existing",
        type=Path,
        metavar="FILE",
        help=_("matches.csv of before, to keep; counted once where mentors count them as well"),
    )
    group.add_argument(
        "--pins", type=Path, metavar="FILE", help=_("pairs that must be: mentee, mentor, role")
    )
    group.add_argument(
        "--forbids",
        type=Path,
        metavar="FILE",
        help=_("pairs that must not be: mentee, mentor, reason"),
    )
    group.add_argument(
        "--waiting",
        type=Path,
        metavar="FILE",
        help=_("unmatched.csv of before: who waits goes first"),
    )
    group.add_argument("--start", type=day, metavar="DATE", help=_("first day (today)"))
    group.add_argument(
        "--end",
        type=day,
        metavar="DATE",
        help=_("last day (a year after the first)"),
    )
    group.add_argument("--time-zone", metavar="ZONE", help=_("of everybody who does not say"))
    group.add_argument(
        "--group",
        action="append",
        default=[],
        metavar="COLUMN",
        help=_("a column to report coverage by; it never decides a match"),
    )


def _add_output(parser: argparse.ArgumentParser) -> None:
    output = parser.add_argument_group(_("output"))
    output.add_argument("--title", default="", metavar="TEXT", help=_("heading of the report"))
    output.add_argument(
        "--seed",
        default=DEFAULT_SEED,
        metavar="TEXT",
        help=_("decides ties, and nothing else (corridor)"),
    )
    output.add_argument("--no-explore", action="store_true", help=_("leave out the what-ifs"))
    output.add_argument("--json", action="store_true", help=_("print the summary as JSON"))
    output.add_argument(
        "--force", action="store_true", help=_("write into a folder that holds other things")
    )


def weight(text: str) -> tuple[Criterion, int]:
    name, _sign, number = text.partition("=")
    try:
        return Criterion(name.strip()), _whole(0, 10)(number.strip())
    except ValueError:
        names = ", ".join(Criterion)
        message = _("“%(text)s”: a name of %(names)s, and 0 to 10, as in needs=8")
        raise argparse.ArgumentTypeError(message % {"text": text, "names": names}) from None


def circles(text: str) -> Circles:
    match = re.fullmatch(r"(\d{1,2})(?:\s*[-\u2013]\s*(\d{1,2}))?", text)
    if match is None:
        raise argparse.ArgumentTypeError(_("sizes are expected, as in 3-6"))
    smallest = int(match[1])
    return Circles(smallest=smallest, largest=int(match[2] or smallest))


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = _("a day is expected, as in 2026-09-01")
        raise argparse.ArgumentTypeError(message) from None


class _whole:  # noqa: N801 - used as a type, named like one of argparse's
    """A whole number within bounds, for argparse."""

    def __init__(self, least: int, most: int) -> None:
        self._least, self._most = least, most

    def __call__(self, text: str) -> int:
        number = int(text) if re.fullmatch(r"\d{1,9}", text) else -1
        if not self._least <= number <= self._most:
            raise argparse.ArgumentTypeError(
                _("a whole number from %(least)d to %(most)d is expected")
                % {"least": self._least, "most": self._most}
            )
        return number
