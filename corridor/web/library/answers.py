"""Answers that are kept: found by words and topic, and one of them."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from corridor.library import queries
from corridor.people.vocabulary import TOPICS
from corridor.web.given_numbers import LARGEST
from corridor.web.viewer import MemberRequest, member_required

ON_A_PAGE = 20
LONGEST_SEARCH = 100


@require_safe
@never_cache
@member_required
def answers(request: MemberRequest) -> HttpResponse:
    words = request.GET.get("q", "")[:LONGEST_SEARCH].replace("\0", "")
    topic = request.GET.get("topic", "")
    topic = topic if topic in TOPICS else ""
    found = queries.kept_answers(request.profile, words=words, topic=topic, now=request.now)
    context = {
        "page": Paginator(found, ON_A_PAGE).get_page(request.GET.get("page")),
        "words": words,
        "topic": topic,
        "topics": TOPICS,
    }
    return render(request, "library/answers.html", context)


@require_safe
@never_cache
@member_required
def answer(request: MemberRequest, kept_id: int) -> HttpResponse:
    kept = queries.kept_answer(min(kept_id, LARGEST), viewer=request.profile, now=request.now)
    if kept is None:
        raise Http404
    is_hers = queries.own_kept(request.profile).filter(pk=kept.pk).exists()
    return render(request, "library/answer.html", {"kept": kept, "is_hers": is_hers})
