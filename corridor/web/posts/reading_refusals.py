"""What people read when a second reading is refused."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.safety import actions

SENTENCES: Mapping[type[Exception], Promise] = {
    actions.AnswerTooLong: _("That is too long: at most 2,000 characters."),
    actions.AuthorReadsOnly: _(
        "Its author may only read for now, by a decision of moderators. Decline it, or wait."
    ),
    actions.CannotReadThis: _(
        "Choose somebody you work with. What leads to one patient needs a second reader."
    ),
    actions.NobodyToRead: _(
        "Nobody here is a second reader who could read this. Leave out what leads to somebody, or"
        " ask whoever runs this server to appoint one."
    ),
    actions.NotYourReading: _("It was answered meanwhile, or taken back."),
    actions.ReadingOver: _("It was answered meanwhile."),
    actions.RequestTooLong: _("That is too long for the reader: at most 1,000 characters."),
    actions.SaidOtherwise: _("Its author changed it since you opened it. Read it once more."),
    actions.SayMore: _(
        "Say what the reader can go by: where the agreement lies and what it covers, where it is"
        " published, or why the check is wrong."
    ),
    actions.SayTheGrounds: _("Choose why it may be posted."),
    actions.SayWhatToChange: _("Say what to change, or why not: its author reads it."),
    actions.TooManyReadings: _("Ten posts of yours are with readers already: wait for one first."),
}
REFUSED: tuple[type[Exception], ...] = tuple(SENTENCES)


def sentence(refusal: Exception) -> str:
    return str(SENTENCES[type(refusal)])
