"""What somebody is writing, and what is missing before it can be published."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from corridor.library import policies
from corridor.library.models import Part, Picture, Tutorial, Version
from corridor.library.wording import answers_of, counts_of
from corridor.posts.actions import LONGEST_POST, NewPost
from corridor.posts.choices import Audience

FEWEST_ANSWERS, MOST_ANSWERS, LONGEST_ANSWER = 2, 6, 100
MOST_PICTURES = 4


@dataclass(frozen=True, kw_only=True)
class Problem:
    """`number` of the part, or 0 for the whole."""

    number: int
    code: str


@dataclass(frozen=True, kw_only=True)
class Outline:
    part: Part
    number: int
    count: int
    problems: Sequence[Problem]

    @property
    def begins(self) -> str:
        return next((line for line in self.part.text.splitlines() if line.strip()), "")

    @property
    def keeps_place(self) -> bool:
        return policies.keeps_place(self.part)

    @property
    def is_too_long(self) -> bool:
        return self.count > LONGEST_POST


def own_tutorials(viewer_id: int) -> QuerySet[Tutorial]:
    newest_first = Prefetch("versions", queryset=Version.objects.order_by("-number"))
    rows = Tutorial.objects.filter(author=viewer_id).prefetch_related(newest_first)
    return rows.order_by("-pk")


def own_version(tutorial_id: int, *, viewer_id: int) -> Version | None:
    """The one she is writing."""
    rows = Version.objects.filter(
        tutorial=tutorial_id, tutorial__author=viewer_id, published_at=None
    )
    return rows.select_related("tutorial__author").order_by("-number").first()


def outline(version: Version) -> list[Outline]:
    parts = parts_of(version)
    found = _problems(version, parts)
    return [
        Outline(
            part=part,
            number=number,
            count=count,
            problems=[one for one in found if one.number == number],
        )
        for number, (part, count) in enumerate(zip(parts, counts_of(parts), strict=True), start=1)
    ]


def problems(version: Version) -> list[Problem]:
    """Empty where it can be published."""
    return _problems(version, parts_of(version))


def parts_of(version: Version) -> list[Part]:
    rows = Part.objects.filter(version=version).order_by("position", "pk")
    return list(rows.prefetch_related("pictures__attachment"))


def pictures_of(version: Version) -> QuerySet[Picture]:
    rows = Picture.objects.filter(part__version=version)
    return rows.select_related("attachment", "part__version").order_by("pk")


def said_in(version: Version) -> NewPost:
    """All that it says, part by part, in one text that somebody can read before it is posted."""
    parts, pictures = parts_of(version), []
    said = [version.title, version.summary]
    for number, part in enumerate(parts, start=1):
        said += [f"{number}/{len(parts)}", part.text.strip(), *answers_of(part)]
        for picture in part.pictures.all():
            pictures.append(picture.attachment_id)
            said.append(picture.attachment.alt)
    return NewPost(
        text="\n\n".join(one for one in said if one.strip()),
        audience=Audience(version.tutorial.audience),
        language=version.language,
        attachments=pictures,
    )


def _problems(version: Version, parts: Sequence[Part]) -> list[Problem]:
    found = [] if version.title.strip() else [Problem(number=0, code="no-title")]
    if not parts:
        found.append(Problem(number=0, code="no-parts"))
    is_asked = False
    for number, (part, count) in enumerate(zip(parts, counts_of(parts), strict=True), start=1):
        codes = [*_of_words(part, count), *_of_answers(part), *_of_pictures(part)]
        if part.is_reveal and not is_asked:
            codes.append("reveals-nothing")
        is_asked = is_asked or bool(answers_of(part))
        found += [Problem(number=number, code=code) for code in codes]
    return found


def _of_words(part: Part, count: int) -> Iterator[str]:
    if not part.text.strip():
        yield "empty"
    if count > LONGEST_POST:
        yield "too-long"


def _of_answers(part: Part) -> Iterator[str]:
    answers = answers_of(part)
    is_few_or_many = not FEWEST_ANSWERS <= len(answers) <= MOST_ANSWERS
    is_odd = len(set(answers)) < len(answers) or any(len(one) > LONGEST_ANSWER for one in answers)
    if answers and (is_few_or_many or is_odd):
        yield "poll"


def _of_pictures(part: Part) -> Iterator[str]:
    pictures = list(part.pictures.all())
    if len(pictures) > MOST_PICTURES:
        yield "too-many-pictures"
    if not all(picture.attachment.alt.strip() for picture in pictures):
        yield "no-alt"
