"""What people read when an action on an incident file refuses."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.incidents import actions

SENTENCES: Mapping[type[Exception], Promise] = {
    actions.ClosedAlready: _("This file is closed already."),
    actions.CopyTheWords: _(
        "That page is not on this server, and is not fetched from here: copy what it says, or add"
        " a screenshot."
    ),
    actions.EvidenceTooLarge: _("That file is too large: at most 16 MB and 40 megapixels."),
    actions.FileIsFull: _("This file is full: take something out, or open another one."),
    actions.FlagNotThere: _("What you flagged is no post, or its time is over."),
    actions.LetterIsEmpty: _("Write something before you keep the letter."),
    actions.NotAskedYet: _("This question is not there any more."),
    actions.NotClosed: _("This file is open."),
    actions.NotEvidence: _(
        "That is no picture, PDF, sound, video, e-mail (.eml) or plain text, or it is damaged."
    ),
    actions.NothingToKeep: _("Write something, or add a file."),
    actions.NotYourIncident: _("This file is not there any more."),
    actions.PostNotThere: _(
        "That post is not there, or not for you. If you have a picture of it, add that."
    ),
    actions.RemovedAlready: _("That was taken out already."),
    actions.SayWhatHappened: _("Say in a few words what happened. You can change it later."),
    actions.TooManyFiles: _("At most ten files at once: add the others as a second piece."),
    actions.TooManyIncidents: _("You have a hundred files. Delete one that you no longer need."),
    actions.TooManyPieces: _("That was very much within an hour. Go on in an hour."),
    actions.WordsTooLong: _("That is too long. Add a file with the text instead."),
}
REFUSED: tuple[type[Exception], ...] = tuple(SENTENCES)


def sentence(refusal: Exception) -> str:
    return str(SENTENCES[type(refusal)])
