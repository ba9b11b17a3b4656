from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from corridor.programmes import policies, queries
from corridor.web.viewer import ViewerRequest


@require_safe
def programmes(request: ViewerRequest) -> HttpResponse:
    return render(request, "programmes/programmes.html", {"programmes": queries.programmes()})


@require_safe
def programme(request: ViewerRequest, slug: str) -> HttpResponse:
    shown = queries.programme(slug, viewer=request.profile)
    if shown is None:
        raise Http404
    context = {
        "programme": shown,
        "directors": queries.directors(shown),
        "rounds": shown.rounds.all(),
        "can_direct": policies.can_direct(request.profile, shown),
    }
    return render(request, "programmes/programme.html", context)
