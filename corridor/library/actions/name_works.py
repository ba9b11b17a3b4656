"""What a post refers to is written down when it is published or edited."""

from collections.abc import Iterable

from django.db.models import Q

from corridor.algorithms.references import Identifier, identifiers
from corridor.library.models import NamedWork
from corridor.library.queries import notices_on


def name_works(post_id: int, text: str) -> None:
    """The works that it names now are the only ones."""
    works = [one for one in identifiers(text) if one.kind in {"doi", "pmid"}]
    kept = Q()
    for one in works:
        kept |= Q(kind=one.kind, value=one.value)
    named = NamedWork.objects.filter(post=post_id)
    (named.exclude(kept) if works else named).delete()
    NamedWork.objects.bulk_create(_rows(post_id, works), ignore_conflicts=True)


def name_works_of_new(post_id: int, text: str) -> None:
    """The same where nothing was named before: most posts name none, and cost nothing."""
    works = [one for one in identifiers(text) if one.kind in {"doi", "pmid"}]
    if works:
        NamedWork.objects.bulk_create(_rows(post_id, works), ignore_conflicts=True)


def _rows(post_id: int, works: Iterable[Identifier]) -> list[NamedWork]:
    works = list(works)
    notices = notices_on(works)
    return [
        NamedWork(post_id=post_id, kind=one.kind, value=one.value, is_questioned=one in notices)
        for one in works
    ]
