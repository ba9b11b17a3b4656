"""What messages refuse, as sentences."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.conversations import actions
from corridor.posts import actions as posting

SENTENCES: Mapping[type[Exception], str | Promise] = {
    actions.AnswerFirst: _("Accept first, or decline: then you can answer."),
    actions.CannotReach: _("One of them cannot be written to at the moment."),
    actions.ConversationClosed: _("Nobody can be written to here at the moment."),
    actions.EmptyMessage: _("There is nothing in it yet: no words and no file."),
    actions.MessageTooLong: _("It is too long: 5,000 characters at most."),
    actions.NobodyToTalkTo: _("Name somebody besides yourself, and who is not in it already."),
    actions.TitleTooLong: _("At most 80 characters."),
    actions.TooManyFiles: _("Four files at most go with one message."),
    actions.TooManyMessages: _("Three hundred messages within an hour are enough. Wait a little."),
    actions.TooManyPeople: _("A group has twelve people at most, you included."),
    actions.UnknownFile: _("A file is gone: choose it again."),
    actions.WaitForAnswer: _("Your first message waits for an answer. Until then there is one."),
    posting.NobodyReads: _(
        "Nobody reads what is written to an automated account. Write to a person: the page of a"
        " programme says who leads it."
    ),
    posting.NotForStrangers: _(
        "One of them takes first messages only from people she knows, or who are verified."
    ),
    posting.TooManyFirstMessages: _(
        "You wrote to many people today who do not know you. Wait until some have answered."
    ),
}
FILES: Mapping[type[Exception], str | Promise] = {
    actions.FileTooLarge: _("It is too large: 10 MB and 40 megapixels at most."),
    actions.NoPictureAndNoPdf: _("It is neither a picture nor a PDF, or a broken one."),
    actions.PdfIsLocked: _(
        "This PDF is locked by a password or forbids changes, so what is written about its author"
        " cannot be taken out. Print it into a new PDF and send that."
    ),
    actions.TooManyFilesToday: _("Two hundred files in a day are enough. Go on tomorrow."),
}
REFUSED = tuple(SENTENCES)


def sentence(refusal: Exception) -> str:
    return str(SENTENCES[type(refusal)])
