"""What somebody said in answer to one question, sealed for her and for that question.

Sealed answers are all of one length, and whoever answers one question has a row for each: a
copy of the database tells neither what was said nor which questions were answered.
"""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corridor.kernel import sealing

if TYPE_CHECKING:
    from corridor.people.models import Facet, Option

PURPOSE = "self-description"
BLOCK = 2048
LONGEST_OWN_WORDS = 200


@dataclass(frozen=True, kw_only=True)
class Answer:
    options: tuple[str, ...] = ()
    """Slugs of the question's options."""
    own_words: str = ""

    def __bool__(self) -> bool:
        return bool(self.options or self.own_words)


def seal_answer(answer: Answer, *, profile_id: int, question_id: int) -> bytes:
    text = json.dumps(
        {"options": answer.options, "own_words": answer.own_words}, ensure_ascii=False
    )
    padding = " " * (-len(text.encode()) % BLOCK)
    return sealing.seal(text + padding, purpose=PURPOSE, place=_place(profile_id, question_id))


def open_answer(facet: "Facet") -> Answer:
    """Raises CannotOpen."""
    place = _place(facet.profile_id, facet.question_id)
    said = json.loads(sealing.unseal(bytes(facet.sealed), purpose=PURPOSE, place=place))
    return Answer(options=tuple(said["options"]), own_words=said["own_words"])


def digest_of(option: "Option") -> bytes:
    """What `FacetIndex` keeps of an option: the same for everybody, and nothing without the key."""
    return sealing.digest(f"{option.question_id} {option.slug}", purpose=PURPOSE)


def _place(profile_id: int, question_id: int) -> str:
    return f"profile {profile_id}, question {question_id}"
