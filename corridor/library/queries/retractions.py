"""What happened to works since they were published."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from corridor.algorithms.references import Identifier, Kind, identifiers
from corridor.algorithms.retractions import Nature, Notice, notice_in_force
from corridor.library.models import NamedWork, RetractionNotice

KINDS: Mapping[str, Kind] = {"doi": "doi", "pmid": "pmid"}
"""Of works that a list of retractions names."""
ASKED_AT_ONCE = 400
"""Numbers in one query: SQLite takes no more than so many values."""


@dataclass(frozen=True, kw_only=True)
class QuestionedWork:
    identifier: Identifier
    notice: Notice

    @property
    def words(self) -> str:
        return words_of(self.notice)

    @property
    def is_retracted(self) -> bool:
        return self.notice.nature == Nature.RETRACTION


def words_of(notice: Notice) -> str:
    """Retracted 2010."""
    year = f" {notice.on.year}" if notice.on else ""
    words = {
        Nature.RETRACTION: _("Retracted"),
        Nature.CONCERN: _("Expression of concern"),
        Nature.CORRECTION: _("Corrected"),
    }
    return f"{words[notice.nature]}{year}"


def notices_on(works: Iterable[Identifier]) -> Mapping[Identifier, Notice]:
    """What is in force, for those of which a notice is known: DOIs and PMIDs."""
    asked = [one for one in dict.fromkeys(works) if one.kind in {"doi", "pmid"}]
    if not asked:
        return {}
    known = _known(asked)
    found = {one: notice_in_force(known[one.kind, one.value]) for one in asked}
    return {one: notice for one, notice in found.items() if notice is not None}


def questioned_in(text: str) -> list[QuestionedWork]:
    """In the order in which they are named."""
    works = identifiers(text)
    notices = notices_on(works)
    return [QuestionedWork(identifier=one, notice=notices[one]) for one in works if one in notices]


def names_questioned_work(post: str = "pk") -> Exists:
    """As a condition on posts."""
    return Exists(NamedWork.objects.filter(post=OuterRef(post), is_questioned=True).order_by())


def questioned_under(posts: Collection[int]) -> Mapping[int, Sequence[QuestionedWork]]:
    """Number of a post -> works it names of which a notice is in force."""
    rows = NamedWork.objects.filter(post__in=posts, is_questioned=True).order_by("pk")
    named = [
        (post, Identifier(kind=KINDS[kind], value=value))
        for post, kind, value in rows.values_list("post", "kind", "value")
    ]
    notices = notices_on(work for _post, work in named)
    found: dict[int, list[QuestionedWork]] = defaultdict(list)
    for post, work in named:
        if work in notices:
            found[post].append(QuestionedWork(identifier=work, notice=notices[work]))
    return found


def _known(asked: Sequence[Identifier]) -> Mapping[tuple[str, str], list[Notice]]:
    found: dict[tuple[str, str], list[Notice]] = defaultdict(list)
    for start in range(0, len(asked), ASKED_AT_ONCE):
        some = asked[start : start + ASKED_AT_ONCE]
        dois = [one.value for one in some if one.kind == "doi"]
        pmids = [one.value for one in some if one.kind == "pmid"]
        rows = RetractionNotice.objects.filter(
            (Q(doi__in=dois) & ~Q(doi="")) | (Q(pmid__in=pmids) & ~Q(pmid=""))
        )
        for doi, pmid, nature, on, reason in rows.order_by("pk").values_list(
            "doi", "pmid", "nature", "on", "reason"
        ):
            notice = Notice(nature=Nature(nature), on=on, reason=reason)
            found["doi", doi].append(notice)
            found["pmid", pmid].append(notice)
    return found
