"""Files of a message that is being written: kept from one try to the next."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from corridor.conversations import actions, queries
from corridor.conversations.choices import MOST_FILE_BYTES, MOST_FILES
from corridor.web.given_numbers import numbers_in
from corridor.web.messages.refusals import FILES, SENTENCES
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.conversations.models import AttachedFile


@dataclass(frozen=True, kw_only=True)
class GivenFiles:
    kept: "Sequence[AttachedFile]" = ()
    problem: str = ""

    @classmethod
    def sent(cls, request: MemberRequest) -> Self:
        """Those that the form names, without those dropped, and those that it brings."""
        dropped = request.POST.getlist("drop")
        named = [one for one in request.POST.getlist("file")[:MOST_FILES] if one not in dropped]
        kept = list(queries.unsent_files(numbers_in(named), owner_id=request.profile.pk))
        brought = request.FILES.getlist("files")
        if len(kept) + len(brought) > MOST_FILES:
            return cls(kept=kept, problem=str(SENTENCES[actions.TooManyFiles]))
        for one in brought:
            try:
                name, content = str(one.name), one.read(MOST_FILE_BYTES + 1)
                added = actions.attach_file(
                    name=name, content=content, by=request.profile, now=request.now
                )
            except tuple(FILES) as refused:
                return cls(kept=kept, problem=f"{one.name}: {FILES[type(refused)]}")
            kept.append(added)
        return cls(kept=kept)

    @property
    def ids(self) -> list[int]:
        return [one.pk for one in self.kept]

    @property
    def has_room(self) -> bool:
        return len(self.kept) < MOST_FILES
