"""The part of the report about fairness and stability."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corridor.algorithms.matching.fairness import SMALLEST_SHOWN
from corridor.algorithms.matching.options import FULL_FIT
from corridor.algorithms.matching.outcome import Coverage, GroupAudit
from corridor.programmes.files.charts import interval
from corridor.programmes.files.results import Results
from corridor.programmes.wording import points

FOUR_FIFTHS = 0.8
SHOWN_EXAMPLES = 10
MOST_NAMED = 12
"""Groups that are too small to show, named in one row."""


def audit_figures(results: Results) -> dict[str, Any]:
    outcome = results.outcome
    return {
        "fairness": list(_fairness(results)),
        "audits": [_audit(audit) for audit in outcome.fairness.audits],
        "smallest_shown": SMALLEST_SHOWN,
        "stability": list(_stability(results)),
        "blocking": [
            (
                results.names[mentee],
                results.names[mentor],
                points(mentee_gain),
                points(mentor_gain),
            )
            for mentee, mentor, mentee_gain, mentor_gain in outcome.stability.examples[
                :SHOWN_EXAMPLES
            ]
        ],
    }


def _fairness(results: Results) -> list[str]:
    fairness = results.outcome.fairness
    lines = [
        _(
            "The busiest mentor looks after %(most)d, the typical one %(median)s; the Gini index of"
            " load over capacity is %(gini).2f (0: all carry their share alike)."
        )
        % {"most": fairness.max_load, "median": f"{fairness.median_load:g}", "gini": fairness.gini},
        _("In %(share)d %% of the matches a shared experience was asked for and found.")
        % {"share": round(100 * fairness.experience_share)},
    ]
    without = fairness.without_experience
    if without:
        lines.append(_without_experience(dict(without)))
    return lines


def _without_experience(change: dict[str, int]) -> str:
    if not any(change.values()):
        return _("Without the wish for a shared experience nothing would change.")
    return ngettext(
        "Without the wish for a shared experience %(moved)d request would get somebody else;"
        " %(matched)+d matches, %(fit)+.1f points of mean fit.",
        "Without the wish for a shared experience %(moved)d requests would get somebody else;"
        " %(matched)+d matches, %(fit)+.1f points of mean fit.",
        change["moved"],
    ) % {
        "moved": change["moved"],
        "matched": change["matched"],
        "fit": change["fit"] * 100 / FULL_FIT,
    }


def _audit(audit: GroupAudit) -> dict[str, Any]:
    shown = [figures for group in audit.groups if (figures := _group(group))]
    return {
        "column": audit.column,
        "groups": shown,
        "not_shown": _listed([group for group in audit.groups if group.people is None]),
        "note": _compared(audit),
    }


def _listed(groups: Sequence[Coverage]) -> str:
    """By name, with semicolons: “Resident, PGY-3” has a comma of its own."""
    names = [_name(group) for group in groups[:MOST_NAMED]]
    more = len(groups) - len(names)
    if more > 0:
        names.append(ngettext("%(n)d more", "%(n)d more", more) % {"n": more})
    return "; ".join(names)


def _name(group: Coverage) -> str:
    return group.group or _("not said")


def _group(group: Coverage) -> dict[str, Any]:
    """Empty for a group that is not to be shown."""
    if group.people is None or group.matched is None:
        return {}
    low, high = group.rate_low or 0.0, group.rate_high or 0.0
    rate = group.matched / group.people if group.people else 0.0
    return {
        "name": _name(group),
        "people": group.people,
        "matched": group.matched,
        "rate": f"{100 * rate:.0f} %",
        "interval": f"{100 * low:.0f}\u2013{100 * high:.0f} %",
        "picture": interval(low, high, rate),
        "mean_fit": points(group.mean_fit)
        if group.mean_fit is not None
        else _("fewer than %(n)d") % {"n": SMALLEST_SHOWN},
    }


def _compared(audit: GroupAudit) -> str:
    if audit.ratio is None:
        return _("Fewer than two groups are large enough to compare.")
    text = _(
        "The lowest match rate is %(ratio).2f of the highest (Fisher’s exact test: p = %(p).2f)."
    ) % {"ratio": audit.ratio, "p": audit.exact_p or 0.0}
    if audit.ratio < FOUR_FIFTHS:
        text += " " + _("That is below four fifths: look at it.")
    return text


def _stability(results: Results) -> list[str]:
    stability = results.outcome.stability
    if results.options.circles:
        return []
    requests, fit = len(results.outcome.matches), _mean_fit(results)
    lines = [
        ngettext(
            "%(n)d mentee and mentor would both rather have each other than what they were given.",
            "%(n)d pairs would both rather have each other than what they were given.",
            stability.blocking_pairs,
        )
        % {"n": stability.blocking_pairs},
        ngettext(
            "In %(n)d of these pairs both would gain more than 10 points.",
            "In %(n)d of these pairs both would gain more than 10 points.",
            stability.noticeable_pairs,
        )
        % {"n": stability.noticeable_pairs},
        _(
            "A stable choice (deferred acceptance), in which there is no such pair, would serve"
            " %(stable)d requests with a mean fit of %(stable_fit)s; this one serves %(n)d with"
            " %(fit)s."
        )
        % {
            "stable": stability.stable_matched,
            "stable_fit": points(stability.stable_mean_fit),
            "n": requests,
            "fit": points(fit),
        },
    ]
    return lines if stability.blocking_pairs else [lines[0], lines[2]]


def _mean_fit(results: Results) -> int:
    matches = results.outcome.matches
    return sum(match.fit for match in matches) // len(matches) if matches else 0
