"""One press of a button: what was done, or why not, stands above the page that follows."""

from collections.abc import Callable, Mapping
from typing import Protocol

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise

from corridor.web.refused_words import with_words


class Done(Protocol):
    def __call__(
        self,
        request: HttpRequest,
        do: Callable[[], object],
        *,
        says: str,
        then: HttpResponse,
        wrote: str = "",
    ) -> HttpResponse:
        """What she `wrote` stands there too if it was refused, to be taken elsewhere."""


def doing(sentences: Mapping[type[Exception], Promise]) -> Done:
    """`sentences`: what is refused, and how that is said."""
    refused = tuple(sentences)

    def done(
        request: HttpRequest,
        do: Callable[[], object],
        *,
        says: str,
        then: HttpResponse,
        wrote: str = "",
    ) -> HttpResponse:
        try:
            do()
        except refused as refusal:
            messages.error(request, with_words(str(sentences[type(refusal)]), wrote))
        else:
            if says:
                messages.success(request, says)
        return then

    return done
