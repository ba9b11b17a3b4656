"""Words as a second reader sees them: what was found in them is marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corridor.posts.actions.look_for_patients import ANSWER, NOTE, PICTURE, TEXT

if TYPE_CHECKING:
    from corridor.posts.actions import MayIdentifyPatient
    from corridor.safety.queries import WholeReading


@dataclass(frozen=True, kw_only=True)
class Piece:
    text: str
    why: str = ""
    """Empty where nothing was found."""


@dataclass(frozen=True, kw_only=True)
class Marked:
    """A post, field by field."""

    text: Sequence[Piece]
    content_note: Sequence[Piece]
    answers: Sequence[Sequence[Piece]]
    descriptions: Sequence[Sequence[Piece]]
    reasons: Sequence[str]
    """Each once, as they stand in the text."""


def marked(whole: "WholeReading") -> Marked:
    refusal, post = whole.refusal, whole.post
    doubtful = refusal.doubtful if refusal is not None else []
    found = [one.why for said in doubtful for one in said.checked.findings]
    found += [one.sentence for one in refusal.pictures] if refusal is not None else []
    answers = post.poll.options if post.poll is not None else []
    return Marked(
        text=_pieces(TEXT, post.text, refusal),
        content_note=_pieces(NOTE, post.content_note, refusal),
        answers=[_pieces(ANSWER, one, refusal) for one in answers],
        descriptions=[_pieces(PICTURE, one.alt, refusal) for one in whole.pictures],
        reasons=list(dict.fromkeys(found)),
    )


def _pieces(field: str, text: str, refusal: "MayIdentifyPatient | None") -> list[Piece]:
    for one in refusal.doubtful if refusal is not None else ():
        if (one.field, one.text) == (field, text):
            spans = [(found.start, found.end, found.why) for found in one.checked.findings]
            return list(_cut(text, spans))
    return [Piece(text=text)] if text else []


def _cut(text: str, spans: Sequence[tuple[int, int, str]]) -> Iterator[Piece]:
    done = 0
    for start, end, why in sorted(spans):
        yield Piece(text=text[done:start])
        yield Piece(text=text[start:end], why=why)
        done = end
    yield Piece(text=text[done:])
