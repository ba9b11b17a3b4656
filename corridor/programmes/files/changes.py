"""What becomes of the matches of before: who keeps whom, who does not and why, who is new."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corridor.algorithms.matching.barriers import barrier_in_role
from corridor.algorithms.matching.compatibility import compare
from corridor.algorithms.matching.conflicts import in_order, places_of
from corridor.algorithms.matching.options import Pair
from corridor.algorithms.matching.outcome import Match
from corridor.programmes.files.results import Results
from corridor.programmes.wording import barrier_sentence, enumerated, points, role_name

SHOWN = 5
MOST_NAMED = 3


class Ended(NamedTuple):
    """A match of before that does not go on."""

    pair: Pair
    why: str
    now: str
    """Whom the mentee has in its place."""


def changes_in_words(results: Results) -> list[str]:
    """Empty where there were no matches before."""
    existing = results.options.existing
    if not existing:
        return []
    ended = list(ended_matches(results))
    kept = len(existing) - len(ended)
    new = len(results.outcome.matches) - kept
    text = ngettext(
        "%(kept)d earlier match of %(n)d is kept.",
        "%(kept)d earlier matches of %(n)d are kept.",
        kept,
    ) % {"kept": kept, "n": len(existing)}
    text += " " + ngettext("%(n)d match is new.", "%(n)d matches are new.", new) % {"n": new}
    lines = [text, *("  " + ended_in_words(one, results) for one in ended[:SHOWN])]
    if len(ended) > SHOWN:
        more = _("… and %(n)d more, in report.html.") % {"n": len(ended) - SHOWN}
        lines.append("  " + more)
    return lines


def ended_in_words(ended: Ended, results: Results) -> str:
    names = results.names
    text = _("%(mentee)s is no longer with %(mentor)s: %(why)s. %(now)s") % {
        "mentee": names[ended.pair.mentee],
        "mentor": names[ended.pair.mentor],
        "why": ended.why,
        "now": ended.now,
    }
    return text.strip()


def ended_matches(results: Results) -> Iterator[Ended]:
    matches = {_pair(match) for match in results.outcome.matches}
    for pair in in_order(results.options.existing - matches):
        here = [
            match
            for match in results.matches_of_mentee.get(pair.mentee, ())
            if match.role is pair.role
        ]
        yield Ended(pair=pair, why=_why(pair, here, results), now=_now(pair, here, results))


def _pair(match: Match) -> Pair:
    return Pair(mentee=match.mentee, mentor=match.mentor, role=match.role)


def _why(pair: Pair, here: Sequence[Match], results: Results) -> str:
    mentee, mentor = results.mentee_of[pair.mentee], results.mentor_of[pair.mentor]
    if not mentee.wishes.get(pair.role):
        return _("a %(role)s is no longer asked for") % {"role": role_name(pair.role)}
    barrier = barrier_in_role(mentee, mentor, role=pair.role, options=results.options)
    if barrier is not None:
        return barrier_sentence(barrier)
    if places_of(mentor, results.options) == 0:
        return _("the mentor has no place in this programme")
    if any(match.is_pinned for match in here):
        return _("somebody else is pinned")
    return _what_was_gained(pair, here, results)


def _what_was_gained(pair: Pair, here: Sequence[Match], results: Results) -> str:
    before = _fit_before(pair, results)
    if here and max(match.fit for match in here) > before + results.options.change_cost:
        return _("another mentor fits so much better that the change is worth it")
    kept = results.options.existing
    after = results.matches_of_mentor.get(pair.mentor, ())
    came = [results.names[match.mentee] for match in after if _pair(match) not in kept]
    if came:
        names = enumerated(came[:MOST_NAMED])
        return _("the place went to %(names)s, and all together gain by it") % {"names": names}
    return _("all together gain more by the change than it costs")


def _now(pair: Pair, here: Sequence[Match], results: Results) -> str:
    if not here:
        return _("Now without a %(role)s.") % {"role": role_name(pair.role)}
    found = [
        _("%(mentor)s (fit %(fit)s)")
        % {"mentor": results.names[match.mentor], "fit": points(match.fit)}
        for match in here
    ]
    return _("Now with %(mentors)s; before, the fit was %(fit)s.") % {
        "mentors": enumerated(found),
        "fit": points(_fit_before(pair, results)),
    }


def _fit_before(pair: Pair, results: Results) -> int:
    mentee, mentor = results.mentee_of[pair.mentee], results.mentor_of[pair.mentor]
    return compare(mentee, mentor, results.options).fit
