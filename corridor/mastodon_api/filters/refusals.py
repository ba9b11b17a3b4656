"""Refusals about filters as apps read them."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _

from corridor.mastodon_api.errors import ApiError, NotThere
from corridor.posts import actions as posting


@contextmanager
def told() -> Iterator[None]:
    """Around actions: what they refuse is an answer."""
    try:
        yield
    except posting.FilterRefused as refused:
        said = _("A filter has a name, a place where it holds, and words of at most 100 letters.")
        raise ApiError(422, f"Validation failed: {said}") from refused
    except posting.TooManyFilters as refused:
        raise ApiError(422, _("There are as many filters or words as there can be.")) from refused
    except posting.NotYourFilter as refused:
        raise NotThere from refused
