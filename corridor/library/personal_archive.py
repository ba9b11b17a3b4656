"""What the library holds about one person, for her own archive."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from corridor.library import answers_archive
from corridor.library.models import Tutorial
from corridor.people.higher_contexts import HigherContext, Section

if TYPE_CHECKING:
    from corridor.people.models import Profile


def archive(profile: "Profile") -> Sequence[Section]:
    rows = Tutorial.objects.filter(author=profile).order_by("pk")
    found = [
        {
            "tutorial": tutorial.pk,
            "version": version.number,
            "title": version.title,
            "summary": version.summary,
            "published_at": version.published_at,
            "text": "\n\n---\n\n".join(part.text for part in version.parts.all()),
        }
        for tutorial in rows.prefetch_related("versions__parts")
        for version in tutorial.versions.all()
    ]
    labels = {
        "tutorial": _("Number"),
        "version": _("Version"),
        "title": _("Title"),
        "summary": _("Summary"),
        "published_at": _("Published"),
        "text": _("Words"),
    }
    tutorials = Section(key="tutorials", title=_("Tutorials"), rows=found, labels=labels)
    return [tutorials, answers_archive.kept(profile)]


def forget(profile: "Profile", handle: str) -> None:
    """Tutorials go with the profile."""
    del handle
    answers_archive.forget(profile)


ABOUT_PEOPLE = HigherContext(
    archive=archive,
    works_with=lambda _profile: frozenset(),
    forget=forget,
    holds={
        "library.Tutorial.author": "tutorials",
        "library.KeptAnswer.answerer": "kept_answers",
    },
    excuses={},
)
