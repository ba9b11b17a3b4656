"""Refusals of posting as apps read them: a number and a sentence."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from corridor.kernel.moving_pictures import CannotMakeAnew, MovingPictureTooLarge
from corridor.kernel.pictures import NotAPicture, PictureTooLarge
from corridor.mastodon_api.errors import ApiError
from corridor.posts import actions as posting

NOT_ALLOWED = "This action is not allowed"
ANSWERS: Mapping[type[Exception], tuple[int, str | Promise]] = {
    CannotMakeAnew: (422, _("This server takes no sound or video. Link to it instead.")),
    MovingPictureTooLarge: (422, _("Sound and video have at most 40 MB and five minutes.")),
    NotAPicture: (
        422,
        _("The file is no JPEG, PNG, WebP, GIF, AVIF or HEIC, no sound and no video."),
    ),
    PictureTooLarge: (422, _("A picture has at most 16 MB and 40 million pixels.")),
    posting.AttachmentInUse: (422, _("It goes with a post. Edit that instead.")),
    posting.AlreadyVoted: (422, _("You have already voted in this poll.")),
    posting.CannotBoost: (403, NOT_ALLOWED),
    posting.CannotPin: (422, _("Posts for the people named in them cannot be pinned.")),
    posting.DescriptionTooLong: (422, _("A description has at most 1,500 characters.")),
    posting.FocusOutside: (422, _("The focus lies between -1 and 1 both ways.")),
    posting.IsDicom: (422, posting.IsDicom.sentence),
    posting.NotQuoted: (404, "Record not found"),
    posting.NotWaiting: (404, "Record not found"),
    posting.NotYourPost: (403, NOT_ALLOWED),
    posting.NotYourSchedule: (404, "Record not found"),
    posting.OneAnswerOnly: (422, _("One answer can be chosen in this poll.")),
    posting.OwnPoll: (422, _("You cannot vote in your own polls.")),
    posting.PollOver: (422, _("The poll has already ended.")),
    posting.TooManyUploads: (422, _("Too many of your files wait for a post.")),
    posting.TooManyPins: (422, _("You have already pinned as many posts as a profile shows.")),
    posting.TooManyScheduled: (422, _("You have scheduled 300 posts, which is all there can be.")),
    posting.TooManyThatDay: (422, _("You have scheduled 25 posts for that day.")),
    posting.TooSoon: (422, _("The scheduled date must be at least five minutes in the future.")),
    posting.UnknownAnswer: (422, _("The chosen answer does not exist.")),
}
MISSING = (posting.RepliesClosed, posting.CannotQuote)
"""Of a post that is not there for her, as Mastodon answers."""


class NotToBeSaid(ApiError):
    """It may identify a patient, and no sending again lets it pass."""


@contextmanager
def told() -> Iterator[None]:
    """Around actions: what they refuse is an answer."""
    try:
        yield
    except tuple(ANSWERS) as refusal:
        status, said = ANSWERS[type(refusal)]
        raise ApiError(status, said) from refusal
    except posting.MayIdentifyPatient as refusal:
        error = NotToBeSaid if refusal.is_final else ApiError
        raise error(422, _about_patients(refusal)) from None
    except posting.PUBLISHING_REFUSALS as refusal:
        status = 404 if isinstance(refusal, MISSING) else 422
        raise ApiError(status, posting.sentence(refusal)) from refusal


def _about_patients(refusal: posting.MayIdentifyPatient) -> str:
    """To the author alone: it says her own words."""
    lines = []
    for doubtful in refusal.doubtful:
        for found in doubtful.checked.findings:
            words = doubtful.text[found.start : found.end]
            lines.append(
                _now("“%(words)s”: %(why)s Write, for example, “%(instead)s”.")
                % {"words": words, "why": found.why, "instead": found.suggestion}
            )
    lines += [
        _now("Picture %(number)s: %(why)s") % {"number": one.number, "why": one.sentence}
        for one in refusal.pictures
    ]
    end = _now("It has to go.") if refusal.is_final else _now("Send it again as it is to keep it.")
    return " ".join([*lines, end])
