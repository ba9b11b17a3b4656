"""The ZIP: `data.json` for programs, `index.html` for her, and her photo."""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from corridor.people import higher_contexts
from corridor.people.archive.about_herself import OF_ACCOUNT, OF_PROFILE
from corridor.people.archive.opened import opened_sections
from corridor.people.archive.plain import plain_section
from corridor.people.archive.signing_in import SIGNING_IN
from corridor.people.archive.with_others import WITH_OTHERS
from corridor.people.higher_contexts import Section
from corridor.people.models import Profile

FORMAT = "corridor-archive/1"


def archive_of(profile: Profile, *, now: datetime) -> bytes:
    """docs/using/your-data.md says what is in it; its keys never change within a format."""
    sections = sections_of(profile)
    told = {"format": FORMAT, "server": settings.PUBLIC_URL, "made_at": now}
    told |= {section.key: _as_data(section) for section in sections}
    photo = f"photo{PurePosixPath(str(profile.photo)).suffix}" if profile.photo else ""
    page = render_to_string(
        "archive/page.html",
        {
            "profile": profile,
            "made_at": date_format(now, "j F Y, H:i"),
            "server": settings.PUBLIC_URL,
            "photo": photo,
            "sections": [_in_words(section) for section in sections],
        },
    )
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "data.json", json.dumps(told, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
        )
        archive.writestr("index.html", page)
        if profile.photo:
            with profile.photo.open("rb") as file:
                archive.writestr(photo, file.read())
    return kept.getvalue()


def sections_of(profile: Profile) -> Sequence[Section]:
    return [
        *(plain_section(plain, profile.account) for plain in [*OF_ACCOUNT, *SIGNING_IN]),
        *(plain_section(plain, profile) for plain in [*OF_PROFILE, *WITH_OTHERS]),
        *opened_sections(profile),
        *(section for it in higher_contexts.connected() for section in it.archive(profile)),
    ]


def _as_data(section: Section) -> Any:
    return section.rows[0] if section.is_one else section.rows


def _in_words(section: Section) -> Mapping[str, Any]:
    return {
        "key": section.key,
        "title": section.title,
        "is_one": section.is_one,
        "labels": list(section.labels.values()),
        "rows": [
            [
                (label, _word(_decoded(row[key], section.choices.get(key))))
                for key, label in section.labels.items()
            ]
            for row in section.rows
        ],
    }


def _decoded(value: Any, choices: Mapping[Any, Any] | None) -> Any:
    return choices.get(value, value) if choices else value


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, date):
        return date_format(value, "j F Y, H:i" if isinstance(value, datetime) else "j F Y")
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_word(held)}" for key, held in value.items() if held)
    if isinstance(value, list | tuple):
        return ", ".join(map(_word, value))
    return "" if value is None else str(value)
