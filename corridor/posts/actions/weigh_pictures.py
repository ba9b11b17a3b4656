"""Whether pictures may go with these words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from corridor.algorithms.patient_details import ASK, HOLD, is_about_patient
from corridor.algorithms.picture_details import FACE
from corridor.posts.choices import MediaKind
from corridor.posts.models import Attachment, PictureDetail

NOT_LOOKED_AT = "picture"
FINAL = _(
    "A number, a name or a date of birth of a patient may be written in it. Cover it, or choose"
    " another picture."
)
UNSEEN = _(
    "Nobody but you looked at it, and the words are about a patient. Look for faces, names,"
    " numbers and days, in its corners and in the background too."
)
SHOWS_FACE = _("It shows a face, and the words are about a patient. Cover the face.")
SAYS_SOMETHING = _("What is written in it may lead to a patient. Cover it if it does.")


@dataclass(frozen=True, kw_only=True)
class DoubtfulPicture:
    """One that is to be looked at again."""

    attachment_id: int
    number: int
    """Of the post, from one."""
    kinds: Sequence[str]
    """Of what was found, or that nobody looked."""
    is_final: bool
    """No reason lets it pass: what is found has to be covered."""

    @property
    def sentence(self) -> str:
        if self.is_final:
            return str(FINAL)
        if self.kinds == [NOT_LOOKED_AT]:
            return str(UNSEEN)
        if FACE in self.kinds:
            return str(SHOWS_FACE)
        return str(SAYS_SOMETHING)


def doubtful_pictures(
    pictures: Iterable[Attachment], *, words: Iterable[str]
) -> list[DoubtfulPicture]:
    """Of these, those that may show who a patient is, or that nobody looked at beside one."""
    seen = [one for one in pictures if one.kind != MediaKind.AUDIO]
    if not seen:
        return []
    beside_patient = any(is_about_patient(one) for one in words)
    details: dict[int, list[PictureDetail]] = {}
    for detail in PictureDetail.objects.filter(attachment__in=seen).order_by("pk"):
        details.setdefault(detail.attachment_id, []).append(detail)
    weighed = [
        _weighed(one, number, details.get(one.pk, []), beside_patient=beside_patient)
        for number, one in enumerate(seen, start=1)
    ]
    return [one for one in weighed if one is not None]


def _weighed(
    picture: Attachment, number: int, details: Sequence[PictureDetail], *, beside_patient: bool
) -> DoubtfulPicture | None:
    states = {(one.kind, one.beside_patient if beside_patient else one.alone) for one in details}
    kinds = sorted({kind for kind, state in states if state in {ASK, HOLD}})
    # Of a video some frames are looked at: beside a patient its author sees it through.
    is_whole = picture.kind == MediaKind.IMAGE
    was_looked_at = is_whole and picture.looked_for_faces and picture.looked_for_writing
    if beside_patient and not was_looked_at:
        kinds.append(NOT_LOOKED_AT)
    if not kinds:
        return None
    return DoubtfulPicture(
        attachment_id=picture.pk,
        number=number,
        kinds=kinds,
        is_final=any(state == HOLD for _kind, state in states),
    )
