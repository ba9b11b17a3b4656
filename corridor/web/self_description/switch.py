"""Where this server asks nobody about themselves, its pages are not there."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.conf import settings
from django.http import Http404, HttpResponse

from corridor.web.viewer import ViewerRequest

Rest = ParamSpec("Rest")


def identity_features_required(
    view: Callable[Concatenate[ViewerRequest, Rest], HttpResponse],
) -> Callable[Concatenate[ViewerRequest, Rest], HttpResponse]:
    @wraps(view)
    def switched(request: ViewerRequest, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
        if not settings.IDENTITY_FEATURES:
            raise Http404
        return view(request, *args, **kwargs)

    return cast("Callable[Concatenate[ViewerRequest, Rest], HttpResponse]", switched)
