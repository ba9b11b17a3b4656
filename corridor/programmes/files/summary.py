"""A run in a few figures and sentences: on the terminal, and on top of the report."""

import shlex
from statistics import median_low
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corridor.algorithms.matching.outcome import Proof
from corridor.programmes.files.changes import changes_in_words, ended_matches
from corridor.programmes.files.results import Results
from corridor.programmes.wording import points, sentences

SHOWN = 5
MOST_REASONS = 4
NEAR = 3
"""Places on a mentee's own list that count as near the top."""


def summary_figures(results: Results) -> dict[str, Any]:
    outcome = results.outcome
    ended = sum(1 for _ended in ended_matches(results))
    fits = sorted(match.fit for match in outcome.matches)
    return {
        "mentees": len(results.mentees),
        "mentors": len(results.mentors),
        "requests": results.requests,
        "matches": len(outcome.matches),
        "mentees_matched": len(results.served),
        "unmatched": len(outcome.unmatched),
        "need_a_look": sum(bool(match.looks) for match in outcome.matches),
        "median_fit": points(median_low(fits)) if fits else None,
        "lowest_fit": points(fits[0]) if fits else None,
        "best_possible": sum(match.own_rank == 1 for match in outcome.matches),
        "busiest_mentor": outcome.fairness.busiest,
        "most_mentees": outcome.fairness.max_load,
        "mentors_used": len({match.mentor for match in outcome.matches}),
        "circles": len(outcome.circles),
        "kept": len(results.options.existing) - ended,
        "ended": ended,
        "is_proven_best": outcome.proof.is_optimal,
        "over_all_pairs": outcome.proof.over_all_pairs,
        "seed": outcome.seed,
    }


def check_command(folder: str) -> str:
    """For the shell: what whoever has the folder types to check the proof."""
    return shlex.join(["corridor", "verify-match", folder])


def summary_lines(results: Results) -> list[str]:
    """Matched, left out and why, typical fit, busiest mentor, proof."""
    return [
        _matched(results),
        *_left_out(results),
        *changes_in_words(results),
        *_counted_once(results),
        *_fit(results),
        *_own_lists(results),
        *_busiest(results),
        proof_sentence(results),
    ]


def _matched(results: Results) -> str:
    mentees, served = len(results.mentees), len(results.served)
    text = ngettext(
        "%(served)d of %(n)d mentee is matched.",
        "%(served)d of %(n)d mentees are matched.",
        mentees,
    ) % {"served": served, "n": mentees}
    if results.requests != mentees:
        text += " " + _("%(matches)d of %(requests)d requests are met.") % {
            "matches": len(results.outcome.matches),
            "requests": results.requests,
        }
    circles = len(results.outcome.circles)
    if circles:
        text += " " + ngettext("They form %(n)d circle.", "They form %(n)d circles.", circles) % {
            "n": circles
        }
    return text


def _left_out(results: Results) -> list[str]:
    left = results.outcome.unmatched
    if not left:
        return [_("Nobody is left out.")]
    lines = [
        "  "
        + _("%(mentee)s: %(reasons)s")
        % {
            "mentee": results.names[one.mentee],
            "reasons": " ".join(sentences(one.reasons[:MOST_REASONS], results.names)),
        }
        for one in left[:SHOWN]
    ]
    if len(left) > SHOWN:
        lines.append("  " + _("… and %(n)d more, in unmatched.csv.") % {"n": len(left) - SHOWN})
    heading = ngettext("%(n)d request is not met:", "%(n)d requests are not met:", len(left))
    return [heading % {"n": len(left)}, *lines]


def _counted_once(results: Results) -> list[str]:
    n = results.counted_once
    if not n:
        return []
    text = ngettext(
        "%(n)d mentee of an earlier match was among those whom mentors have already,"
        " and is counted once.",
        "%(n)d mentees of earlier matches were among those whom mentors have already,"
        " and are counted once.",
        n,
    )
    return [text % {"n": n}]


def _fit(results: Results) -> list[str]:
    figures = summary_figures(results)
    if figures["median_fit"] is None:
        return []
    looks = figures["need_a_look"]
    return [
        _("Typical fit %(median)s of 100, lowest %(lowest)s.")
        % {"median": figures["median_fit"], "lowest": figures["lowest_fit"]}
        + " "
        + ngettext("%(n)d match needs a look.", "%(n)d matches need a look.", looks) % {"n": looks}
    ]


def _own_lists(results: Results) -> list[str]:
    """How near people came to the best mentor who was possible for them."""
    ranks = [match.own_rank for match in results.outcome.matches if match.own_rank]
    if not ranks:
        return []
    first, near = ranks.count(1), sum(rank <= NEAR for rank in ranks)
    return [
        ngettext(
            "%(first)d of %(n)d match is with the best possible mentor for the mentee,"
            " %(near)d with one of her best three.",
            "%(first)d of %(n)d matches are with the best possible mentor for the mentee,"
            " %(near)d with one of her best three.",
            len(ranks),
        )
        % {"first": first, "n": len(ranks), "near": near}
    ]


def _busiest(results: Results) -> list[str]:
    fairness = results.outcome.fairness
    if fairness.busiest is None:
        return []
    load = next(load for load in results.outcome.loads if load.mentor == fairness.busiest)
    if results.outcome.circles:
        led = ngettext("leads %(n)d circle", "leads %(n)d circles", load.given) % {"n": load.given}
        return [
            _(
                "Busiest mentor: %(name)s %(led)s, %(filled)d of %(places)d places; a circle fills"
                " one place, however many sit in it."
            )
            % {
                "name": results.names[fairness.busiest],
                "led": led,
                "filled": fairness.max_load,
                "places": load.capacity,
            }
        ]
    return [
        ngettext(
            "Busiest mentor: %(name)s, %(mentees)d of %(places)d place.",
            "Busiest mentor: %(name)s, %(mentees)d of %(places)d places.",
            load.capacity,
        )
        % {
            "name": results.names[fairness.busiest],
            "mentees": fairness.max_load,
            "places": load.capacity,
        }
    ]


def proof_sentence(results: Results) -> str:
    proof = results.outcome.proof
    if results.outcome.circles or results.options.circles:
        return _of_circles(proof)
    if proof.is_optimal and proof.over_all_pairs:
        return _("Proven: under these settings no other choice of matches is better.")
    if proof.is_optimal:
        return _("Proven: no other choice among the pairs considered is better.")
    return what_is_open(requests=proof.requests_open, gain=proof.points_open)


def _of_circles(proof: Proof) -> str:
    if proof.is_optimal:
        return _("A full search found no better circles; there is no certificate for circles.")
    if proof.requests_open or proof.points_open:
        return what_is_open(requests=proof.requests_open, gain=proof.points_open)
    return _("These are the best circles that were found; better ones are not ruled out.")


def what_is_open(*, requests: int, gain: int) -> str:
    """Of matches that are not proven best: requests that could be met, or else points to gain."""
    if requests:
        return ngettext(
            "Not proven best: at most %(n)d more request could be met.",
            "Not proven best: at most %(n)d more requests could be met.",
            requests,
        ) % {"n": requests}
    if gain:
        return _(
            "Not proven best: no more requests can be met, but fit could be better by at most"
            " %(points)s of 100, all matches together."
        ) % {"points": points(gain)}
    return _("No more requests can be met and fit cannot be better; ties could fall otherwise.")
