"""What stands beneath a post, for apps: in fields of ours, and as a card that all of them show.

Nothing is added to what the author said. Mastodon's apps show the card of a link below a post; we
fetch no links, so that place is free (https://docs.joinmastodon.org/entities/PreviewCard/).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from corridor.mastodon_api.entities.account import absolute

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.context_notes.queries import ShownNote
    from corridor.library.queries import QuestionedWork

LONGEST = 300


@dataclass(frozen=True, kw_only=True)
class BeneathPost:
    notes: "Sequence[ShownNote]" = ()
    questioned: "Sequence[QuestionedWork]" = ()


NOTHING = BeneathPost()


def fields(beneath: BeneathPost) -> dict[str, Any]:
    """For `corridor` of a status; absent where there is nothing."""
    told: dict[str, Any] = {}
    if beneath.notes:
        told["context_notes"] = [note_read(one) for one in beneath.notes]
    if beneath.questioned:
        told["questioned_works"] = [_work(one) for one in beneath.questioned]
    return told


def card(beneath: BeneathPost) -> dict[str, Any] | None:
    """The first note; where there is none, the first work that was retracted or doubted."""
    with override(settings.LANGUAGE_CODE):  # one text for all readers
        if beneath.notes:
            one = beneath.notes[0]
            title = _("Context by %(name)s, verified, %(field)s") % {
                "name": one.note.author.display_name,
                "field": one.note.field_name,
            }
            return _card(_address(one), title, one.note.text)
        if beneath.questioned:
            work = beneath.questioned[0]
            title = f"{work.words}: {work.identifier.label}"
            return _card(work.identifier.url, title, work.notice.reason)
    return None


def note_read(one: "ShownNote") -> dict[str, Any]:
    note = one.note
    return {
        "id": str(note.pk),
        "url": _address(one),
        "content": absolute(one.html),
        "answer": absolute(one.answer_html) if one.answer_html else None,
        "standing": note.standing,
        "field": note.field,
        "signed_by": note.author.handle,
        "references": [
            {"label": listed.identifier.label, "url": listed.identifier.url}
            for listed in one.references
        ],
    }


def _work(one: "QuestionedWork") -> dict[str, Any]:
    notice = one.notice
    return {
        "label": one.identifier.label,
        "url": one.identifier.url,
        "nature": notice.nature.value,
        "on": notice.on.isoformat() if notice.on else None,
        "reason": notice.reason,
    }


def _address(one: "ShownNote") -> str:
    return f"{settings.PUBLIC_URL}/notes/{one.note.pk}/"


def _card(url: str, title: str, description: str) -> dict[str, Any]:
    return {
        "url": url,
        "title": title,
        "description": description[:LONGEST],
        "language": None,
        "type": "link",
        "author_name": "",
        "author_url": "",
        "authors": [],
        "provider_name": "Corridor",
        "provider_url": settings.PUBLIC_URL,
        "html": "",
        "width": 0,
        "height": 0,
        "image": None,
        "image_description": "",
        "embed_url": "",
        "blurhash": None,
        "published_at": None,
    }
