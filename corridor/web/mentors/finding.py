"""The directory: mentors with room, filters in the address, and why each is shown."""

from datetime import date
from http import HTTPStatus
from urllib.parse import urlencode

from django.core.cache import cache
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from corridor.algorithms.directory.search import Cursor
from corridor.kernel.rate_limits import is_within_limit
from corridor.people import actions, queries
from corridor.people.choices import Deed
from corridor.people.queries import ExperienceOption, Mentors
from corridor.web.addresses import way_to
from corridor.web.given_numbers import LARGEST
from corridor.web.mentors.cards import card_of, weights_shown
from corridor.web.mentors.forms import FindForm
from corridor.web.viewer import ViewerRequest

MINUTES_5 = 300
MOST_A_MINUTE = 200
"""Pages for visitors from one address: a whole school may sit behind one."""
QUICK_FILTERS = (
    ("replies", "3", gettext_lazy("Replies within 3 days")),
    ("outside", "on", gettext_lazy("Outside my institution")),
    ("verified", "on", gettext_lazy("Showed who they are")),
    ("full", "on", gettext_lazy("Also who is full")),
    ("away", "on", gettext_lazy("Also who is away")),
)


@require_safe
def mentors(request: ViewerRequest) -> HttpResponse:
    if request.profile is None and not is_within_limit(
        request, "directory", most=MOST_A_MINUTE, seconds=60
    ):
        return render(request, "mentors/too_often.html", status=HTTPStatus.TOO_MANY_REQUESTS)
    if "" in request.GET.values():
        # A form sends what was left empty, too; the address people share goes without.
        return redirect(f"{reverse('mentors')}?{kept(request.GET)}".removesuffix("?"))
    form = FindForm(request.GET, experiences=_experiences(request))
    asked = form.asked()
    found = queries.mentors(
        viewer=request.profile,
        asked=asked,
        now=request.now,
        after=_cursor(request.GET.get("after", "")),
    )
    if asked.experiences:
        _note_finds(request, found)
    form.offer(found.choices)
    needs = len({need for wish in found.wishes for need in wish.needs})
    shown = {
        "form": form,
        "found": found,
        "cards": [card_of(one, needs=needs) for one in found.suggestions],
        "without_room": [card_of(one, needs=needs) for one in found.without_room],
        "awaited": [card_of(one, needs=needs) for one in found.awaited],
        "quick_filters": _quick_filters(request),
        "lists": [
            ("topics", found.choices.topics),
            ("subspecialties", found.choices.subspecialties),
            ("interests", found.choices.interests),
            ("languages", found.choices.languages),
        ],
        "goals": _goals(found),
        "wishes_url": way_to("offers"),
        "is_widened": asked.with_full or asked.with_away,
        "is_first": "after" not in request.GET,
        "following": _following(request.GET, found),
        "first": _first(request.GET),
        "weights": weights_shown(),
        "back": kept(request.GET),
    }
    return render(request, "mentors/mentors.html", shown)


def _note_finds(request: ViewerRequest, found: Mentors) -> None:
    """A search by lived experience tells who has it: each of them can read who searched."""
    actions.record_sights(
        subjects=[one.profile.pk for one in (*found.suggestions, *found.without_room)],
        by=request.profile,
        deed=Deed.FOUND,
        now=request.now,
    )


def _goals(found: Mentors) -> list[str]:
    """What somebody hopes for in her own words, and every need once."""
    hopes = [wish.goal for wish in found.wishes if wish.goal]
    needs = [need[:1].upper() + need[1:] for wish in found.wishes for need in wish.needs]
    return list(dict.fromkeys([*hopes, *needs]))


def _experiences(request: ViewerRequest) -> list[ExperienceOption]:
    """The same for all members for a while: an operator changes them now and then."""
    if request.profile is None:
        return []
    offered = cache.get_or_set(
        "experience-options", lambda: list(queries.experience_options()), MINUTES_5
    )
    return list(offered or ())


def _quick_filters(request: ViewerRequest) -> list[dict[str, object]]:
    """Links that set one filter or take it away, and leave the others as they are.

    "Outside my institution" asks nothing of who has none.
    """
    return [
        {
            "label": label,
            "is_on": request.GET.get(name) == value,
            "url": "?" + _with(request.GET, name, value),
        }
        for name, value, label in QUICK_FILTERS
        if name != "outside" or (request.profile is not None and request.profile.institution)
    ]


def _with(asked: QueryDict, name: str, value: str) -> str:
    changed = asked.copy()
    changed.pop("after", None)
    if asked.get(name) == value:
        del changed[name]
    else:
        changed[name] = value
    return kept(changed)


def kept(asked: QueryDict) -> str:
    """What was asked, without what was left empty: a short address to share."""
    return urlencode([(name, one) for name in asked for one in asked.getlist(name) if one])


def _first(asked: QueryDict) -> str:
    changed = asked.copy()
    changed.pop("after", None)
    return kept(changed)


def _following(asked: QueryDict, found: Mentors) -> str:
    if found.following is None:
        return ""
    cursor = found.following
    changed = asked.copy()
    changed["after"] = f"{cursor.day.isoformat()}.{cursor.rank}.{cursor.id}"
    return "?" + kept(changed)


def _cursor(written: str) -> Cursor | None:
    """None for what nobody was given: the first page then."""
    day, _, numbers = written.partition(".")
    rank, _, last = numbers.partition(".")
    try:
        cursor = Cursor(day=date.fromisoformat(day), rank=int(rank), id=int(last))
    except ValueError:
        return None
    is_ours = 0 <= cursor.rank <= LARGEST and 0 <= cursor.id <= LARGEST
    return cursor if is_ours else None
