"""Why a post could not be published, in words for its author."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.posts.actions.attach_media import (
    AttachmentBroken,
    AttachmentNotReady,
    PictureNotLookedAt,
    TooManyAttachments,
    UnknownAttachment,
)
from corridor.posts.actions.first_contact import (
    NobodyReads,
    NotForStrangers,
    TooManyFirstMessages,
)
from corridor.posts.actions.look_for_patients import MayIdentifyPatient
from corridor.posts.actions.open_poll import PollRefused
from corridor.posts.actions.publish_post import (
    CannotQuote,
    EmptyPost,
    PostTooLong,
    RepliesClosed,
    StoryNeedsEnd,
)

MAY_IDENTIFY_PATIENT = _(
    "Something in it may identify a patient: say it more generally, or leave it out."
)
SENTENCES: Mapping[type[Exception], str | Promise] = {
    AttachmentBroken: _(
        "The video or sound could not be read, or is too long: take it out and choose another."
    ),
    AttachmentNotReady: _(
        "The video or sound is still being made ready, which may take as long as it lasts: try"
        " again then."
    ),
    CannotQuote: _("The post you quote is not there for you, or its author lets nobody quote it."),
    EmptyPost: _("There is nothing in it: no words, no picture, no poll."),
    MayIdentifyPatient: MAY_IDENTIFY_PATIENT,
    NobodyReads: _(
        "Nobody reads what is written to an automated account. Write to a person: the page of a"
        " programme says who leads it."
    ),
    NotForStrangers: _(
        "Somebody named in it takes first messages only from people she knows, or who are"
        " verified. Follow her, or answer a post of hers."
    ),
    PictureNotLookedAt: _(
        "A picture is still being looked at for faces and writing: try again in a few seconds."
    ),
    PollRefused: _(
        "A poll has two to six different answers of at most 100 characters, and is open from"
        " five minutes to 31 days."
    ),
    PostTooLong: _("It is too long: 1,000 characters at most, 300 of them in the content note."),
    RepliesClosed: _("The post you reply to is not there for you, or nobody may reply to it."),
    StoryNeedsEnd: _("A restricted story says when it ends."),
    TooManyAttachments: _("A post has at most four pictures, or one video or sound."),
    TooManyFirstMessages: _(
        "You wrote to many people today who do not know you. Wait until some have answered."
    ),
    UnknownAttachment: _("A picture is not yours, or goes with another post already."),
}
REFUSALS = tuple(SENTENCES)


def sentence(refusal: Exception) -> str:
    return str(SENTENCES[type(refusal)])
