"""What the report says, ready to be placed on a page: words, numbers and pictures."""

from collections.abc import Iterator
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corridor.algorithms.matching.options import FULL_FIT, MUST
from corridor.algorithms.matching.outcome import Load, Match, Unmatched, WhatIf
from corridor.algorithms.matching.people import Role
from corridor.programmes.files.changes import Ended, ended_in_words, ended_matches
from corridor.programmes.files.charts import bar, columns, parts_bar
from corridor.programmes.files.report_audit import audit_figures
from corridor.programmes.files.results import Results
from corridor.programmes.files.spreadsheets import offer_text, waited_next_round
from corridor.programmes.files.summary import (
    check_command,
    proof_sentence,
    summary_figures,
    summary_lines,
)
from corridor.programmes.wording import (
    CRITERIA,
    criterion_name,
    enumerated,
    ordinal,
    points,
    role_name,
    sentences,
)

MOST_SHOWN = 2_000
"""Rows of one kind on the page; a browser cannot hold a hundred thousand."""
BINS = 10

Figures = dict[str, Any]


def report_figures(results: Results) -> Figures:
    matches = results.outcome.matches
    looks = [match for match in matches if match.looks]
    rest = [match for match in matches if not match.looks]
    return {
        "title": results.title,
        "made_on": results.made_on,
        "summary": _summary(results),
        "key_figures": _key_figures(results),
        "looks": [_match(match, results) for match in looks[:MOST_SHOWN]],
        "matches": [_match(match, results) for match in rest[:MOST_SHOWN]],
        "matches_left_out": max(0, len(looks) - MOST_SHOWN) + max(0, len(rest) - MOST_SHOWN),
        "unmatched": [_unmatched(left, results) for left in results.outcome.unmatched[:MOST_SHOWN]],
        "unmatched_left_out": max(0, len(results.outcome.unmatched) - MOST_SHOWN),
        "ended": [_ended(one, results) for one in ended_matches(results)][:MOST_SHOWN],
        "circles": list(_circles(results)),
        "loads": [_load(load, results) for load in _by_load(results)[:MOST_SHOWN]],
        "loads_left_out": max(0, len(results.outcome.loads) - MOST_SHOWN),
        "histogram": _histogram(results),
        "rests_on": _rests_on(results),
        **_explored(results),
        "settings": list(_settings(results)),
        "weights": [
            (criterion_name(criterion), results.options.weights.get(criterion, 0), MUST)
            for criterion in CRITERIA
        ],
        "proof": proof_sentence(results),
        "check": check_command(results.folder) if results.certificate else "",
        **audit_figures(results),
    }


def _summary(results: Results) -> list[str]:
    """As on the terminal; whoever is left out or loses a mentor has a section further down."""
    lines = (line for line in summary_lines(results) if not line.startswith(" "))
    return [f"{line[:-1]}." if line.endswith(":") else line for line in lines]


def _key_figures(results: Results) -> list[tuple[str, str, str]]:
    """Label, number, note."""
    figures = summary_figures(results)
    fairness = results.outcome.fairness
    left = figures["unmatched"]
    return [
        (
            _("Mentees matched"),
            str(figures["mentees_matched"]),
            _("of %(n)d") % {"n": figures["mentees"]}
            + (
                ", "
                + ngettext("%(n)d request not met", "%(n)d requests not met", left) % {"n": left}
                if left
                else ", " + _("none left out")
            ),
        ),
        (
            _("Need a look"),
            str(figures["need_a_look"]),
            ngettext("of %(n)d match", "of %(n)d matches", figures["matches"])
            % {"n": figures["matches"]},
        ),
        (
            _("Typical fit"),
            figures["median_fit"] or "–",
            _("median; lowest %(lowest)s") % {"lowest": figures["lowest_fit"] or "–"},
        ),
        (
            _("Busiest mentor"),
            str(fairness.max_load),
            _used(results, figures["mentors_used"]),
        ),
    ]


def _used(results: Results, mentors: int) -> str:
    """A circle fills one place, however many sit in it."""
    if results.outcome.circles:
        text = ngettext("places; %(n)d mentor used", "places; %(n)d mentors used", mentors)
    else:
        text = ngettext("mentees; %(n)d mentor used", "mentees; %(n)d mentors used", mentors)
    return text % {"n": mentors}


def _match(match: Match, results: Results) -> Figures:
    mentee, mentor = results.mentee_of[match.mentee], results.mentor_of[match.mentor]
    notes = [
        _("kept from before") if match.is_kept else "",
        _("new") if results.options.existing and not match.is_kept else "",
        _("pinned") if match.is_pinned else "",
        _("circle %(n)d") % {"n": match.circle} if match.circle is not None else "",
        _("as %(role)s") % {"role": role_name(match.role)}
        if match.role is not Role.MENTOR or len(mentor.offers) > 1 or len(mentee.wishes) > 1
        else "",
    ]
    return {
        "mentee": results.names[match.mentee],
        "mentee_note": _described(mentee.stage_name, mentee.specialty),
        "mentor": results.names[match.mentor],
        "mentor_note": _described(mentor.stage_name, _place(match)),
        "fit": points(match.fit),
        "choice": _("%(place)s choice") % {"place": ordinal(match.mentee_choice)}
        if match.mentee_choice
        else "",
        "reasons": sentences(match.compatibility.reasons, results.names),
        "looks": sentences(match.looks, results.names),
        "notes": ", ".join(filter(None, notes)),
        "parts": [
            (criterion_name(part.criterion), points(part.share), bar(part.share, FULL_FIT))
            for part in match.compatibility.parts
            if part.weight
        ],
    }


def _place(match: Match) -> str:
    return _("place %(place)d of %(capacity)d") % {"place": match.place, "capacity": match.capacity}


def _described(*notes: str) -> str:
    return ", ".join(filter(None, notes))


def _unmatched(left: Unmatched, results: Results) -> Figures:
    mentee = results.mentee_of[left.mentee]
    return {
        "mentee": results.names[left.mentee],
        "note": _described(mentee.stage_name, mentee.specialty),
        "role": role_name(left.role),
        "reasons": sentences(left.reasons, results.names),
        "offers": [offer_text(offer, results) for offer in left.nearest[:3]],
        "waited": waited_next_round(left, results),
    }


def _ended(one: Ended, results: Results) -> Figures:
    return {
        "mentee": results.names[one.pair.mentee],
        "mentor": results.names[one.pair.mentor],
        "role": role_name(one.pair.role),
        "text": ended_in_words(one, results),
    }


def _circles(results: Results) -> Iterator[Figures]:
    for circle in results.outcome.circles:
        yield {
            "number": circle.number,
            "mentors": [results.names[one] for one in circle.mentors],
            "mentees": [results.names[one] for one in circle.mentees],
        }


def _by_load(results: Results) -> list[Load]:
    return sorted(
        results.outcome.loads,
        key=lambda load: (-(load.carried + load.given), -load.capacity, load.mentor),
    )


def _load(load: Load, results: Results) -> Figures:
    return {
        "mentor": results.names[load.mentor],
        "carried": load.carried,
        "given": load.given,
        "capacity": load.capacity,
        "picture": parts_bar(
            [(load.carried, "before"), (load.given, "now")],
            max(load.capacity, load.carried + load.given),
        ),
        "unused": sentences(load.unused, results.names),
    }


def _histogram(results: Results) -> Figures:
    counts = [0] * BINS
    for match in results.outcome.matches:
        counts[min(BINS - 1, match.fit * BINS // FULL_FIT)] += 1
    width = 100 // BINS
    labels = [f"{low}\u2013{low + width}" for low in range(0, 100, width)]
    return {"picture": columns(counts), "rows": list(zip(labels, counts, strict=True))}


def _rests_on(results: Results) -> list[tuple[str, str, SafeString]]:
    """Criterion, points of 100 that it adds to the mean fit, and a bar; the heaviest first."""
    added = sorted(results.outcome.rests_on.items(), key=lambda one: (-one[1], one[0]))
    most = added[0][1] if added else 0
    return [
        (criterion_name(criterion), points(value), bar(value, most))
        for criterion, value in added
        if value
    ]


def _explored(results: Results) -> Figures:
    """Settings that would change who is matched with whom, and those that would not."""
    others = results.outcome.what_ifs
    fits = [match.fit for match in results.outcome.matches]
    now = sum(fits) // len(fits) if fits else 0
    changing = [other for other in others if other.moved or other.matched != len(fits)]
    widest = max((abs(other.mean_fit - now) for other in changing), default=0) or 1
    return {
        "has_what_ifs": bool(others),
        "what_ifs": [_what_if(other, results, now=now, widest=widest) for other in changing],
        "what_ifs_alike": enumerated(
            f"{criterion_name(other.setting)} {other.value}"
            for other in others
            if other not in changing
        ),
    }


def _what_if(other: WhatIf, results: Results, *, now: int, widest: int) -> Figures:
    options = results.options
    weights = {str(criterion): number for criterion, number in options.weights.items()}
    return {
        "setting": criterion_name(other.setting),
        "now": options.load_weight if other.setting == "load" else weights[other.setting],
        "value": other.value,
        "matched": other.matched,
        "mean_fit": points(other.mean_fit),
        "change": f"{(other.mean_fit - now) * 100 / FULL_FIT:+.1f}".replace("-", "\u2212"),
        "picture": bar(abs(other.mean_fit - now), widest, "look" if other.mean_fit < now else ""),
        "moved": other.moved,
        "moved_picture": bar(other.moved, max(1, results.requests)),
        "max_load": other.max_load,
        "gini": f"{other.gini:.2f}",
    }


def _settings(results: Results) -> Iterator[tuple[str, str]]:
    options, rules = results.options, results.options.rules
    yes_no = {True: _("yes"), False: _("no")}
    yield _("Same institution is avoided"), yes_no[rules.other_institution]
    yield _("A shared language is needed"), yes_no[rules.shared_language]
    yield _("Mentors are further on in the career"), yes_no[rules.senior_mentor]
    yield _("Shared free time a week, at least"), _("%(n)d minutes") % {"n": rules.overlap_minutes}
    yield _("Load counts (points of fit)"), str(options.load_weight)
    yield _("A change must gain (points of fit)"), str(options.change_cost)
    yield _("The mentee’s voice"), f"{options.mentee_voice} %"
    yield _("Scores are set against each person’s own best"), yes_no[options.own_best]
    if options.places_per_mentor is not None:
        yield _("Mentees for one mentor, at most"), str(options.places_per_mentor)
    if options.places is not None:
        yield _("Matches in all, at most"), str(options.places)
    if options.circles is not None:
        circles = options.circles
        sizes = sorted({circles.smallest, circles.largest})
        yield _("Circles"), "\u2013".join(map(str, sizes))
    for label, pairs in (
        (_("Pairs ruled out by a declaration"), options.must_not),
        (_("Pinned pairs"), options.pins),
        (_("Matches of before"), options.existing),
    ):
        yield label, str(len(pairs))
    yield _("Seed (decides ties)"), options.seed
