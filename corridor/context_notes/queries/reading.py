"""Notes as they stand under posts: the same for everybody who may read the post."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from corridor.algorithms.references import with_addresses
from corridor.context_notes.choices import MEANS, READ, State
from corridor.context_notes.models import ContextNote, NoteStanding, Ranking
from corridor.context_notes.wording import in_words
from corridor.library import queries as library
from corridor.library.queries import ListedReference
from corridor.posts import markup
from corridor.posts import queries as posts

STANDS = Q(withdrawn_at=None, withheld_at=None, standing__in=READ) & ~Q(standing_at=None)

HISTORY = 30


@dataclass(frozen=True, kw_only=True)
class ShownNote:
    note: ContextNote
    """With its author and the author of its post."""
    html: str
    answer_html: str
    references: Sequence[ListedReference]
    latest: NoteStanding | None
    """Its numbers; None until it was ranked."""
    why: Sequence[str]
    """The same in sentences."""

    @property
    def means(self) -> str:
        return str(MEANS[State(self.note.state)])

    @property
    def is_edited_since(self) -> bool:
        """Its post says something else than when it was written."""
        said_at = self.note.edited_at or self.note.written_at
        edited_at = self.note.post.edited_at
        return edited_at is not None and edited_at > said_at


def has_note_to_read(post: str = "pk") -> Exists:
    """As a condition on posts."""
    return Exists(ContextNote.objects.filter(STANDS, post=OuterRef(post)).order_by())


def notes_under(posts: Collection[int]) -> Mapping[int, Sequence[ShownNote]]:
    """Number of a post -> notes that stand under it, those first that came to stand there first."""
    rows = _whole(ContextNote.objects.filter(STANDS, post__in=posts))
    found: dict[int, list[ShownNote]] = defaultdict(list)
    for one in _shown(rows.order_by("first_shown_at", "pk")):
        found[one.note.post_id].append(one)
    return found


def shown_notes(notes: Sequence[ContextNote]) -> Sequence[ShownNote]:
    """Of notes that somebody may see, in their order."""
    return _shown(notes)


def shown_note(note: ContextNote) -> ShownNote:
    (one,) = _shown([note])
    return one


def history_of(note: ContextNote) -> Sequence[NoteStanding]:
    """Where it stood, newest first, with the ranking that said so."""
    rows = NoteStanding.objects.filter(note=note).select_related("ranking")
    return list(rows.order_by("-pk")[:HISTORY])


def newest_ranking() -> Ranking | None:
    return Ranking.objects.order_by("-at", "-pk").first()


def shown_notes_on(post_id: int, *, viewer_id: int, now: datetime) -> Sequence[ShownNote]:
    """All that a member may know of: hers, those to answer, and those that can be rated."""
    rows = ContextNote.objects.filter(post=post_id, withdrawn_at=None)
    rows = rows.filter(
        Q(author=viewer_id) | Q(withheld_at=None),
        has_part(viewer_id) | ~Q(opened_at=None),
        not_hidden(viewer_id, now=now),
    )
    return _shown(_whole(rows).order_by("written_at", "pk"))


def has_part(viewer_id: int) -> Q:
    """She wrote it, or the post."""
    return Q(author=viewer_id) | Q(post__author=viewer_id)


def not_hidden(viewer_id: int, *, now: datetime) -> Q:
    """By nobody hidden from her; what all see under a post, and what is said to her, she sees."""
    return STANDS | has_part(viewer_id) | posts.by_nobody_hidden("author", viewer_id, now=now)


def _whole(rows: QuerySet[ContextNote]) -> QuerySet[ContextNote]:
    return rows.select_related("author", "post__author")


def _shown(notes: Iterable[ContextNote]) -> list[ShownNote]:
    several = list(notes)
    latest = _latest(several)
    references = library.references_of([note.text for note in several])
    return [
        ShownNote(
            note=note,
            html=markup.html(with_addresses(note.text), {}),
            answer_html=markup.html(with_addresses(note.answer), {}) if note.answer else "",
            references=listed,
            latest=latest.get(note.pk),
            why=in_words(latest[note.pk].told["reasons"]) if note.pk in latest else (),
        )
        for note, listed in zip(several, references, strict=True)
    ]


def _latest(notes: Iterable[ContextNote]) -> Mapping[int, NoteStanding]:
    rows = NoteStanding.objects.filter(note__in=[note.pk for note in notes])
    return {row.note_id: row for row in rows.select_related("ranking").order_by("pk")}
