"""What first contacts and questions refuse, as sentences."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.mentoring import actions
from corridor.mentoring.askable import SENTENCES as WHY_NOT
from corridor.posts import actions as posting

SENTENCES: Mapping[type[Exception], str | Promise] = {
    actions.AlreadyTogether: _("You work together already."),
    actions.CannotLike: _("That is for people who offer something, and for others than yourself."),
    actions.KeptApart: _("The two of you cannot work together at the moment."),
    actions.HelloTooLong: _("280 characters at most: the rest is for later."),
    actions.NoRoom: _("There is no place left: end another, or offer one more first."),
    actions.NoSuchTime: _("This time is over or gone: choose another."),
    actions.NotVerified: _("First show who you are: under You, “Verification”."),
    actions.OwnQuestion: _("Others answer your question."),
    actions.QuestionClosed: _("This question takes no more answers."),
    actions.SayAllThree: _("All three lines help a mentor to answer."),
    actions.SayWhat: _("There is nothing in it yet."),
    actions.StepNotPossible: _("It has gone on meanwhile: look again."),
    actions.TimesOutOfReach: _(
        "Five times at most, from half an hour from now to two months ahead."
    ),
    actions.TooManyLikes: _("Twenty in a week are enough."),
    actions.TooManyQuestions: _("Two questions in a week are enough."),
    actions.WordsMissing: _("There is nothing in it yet."),
    actions.WordsTooLong: _("It is too long."),
    posting.MayIdentifyPatient: posting.MAY_IDENTIFY_PATIENT,
}
REFUSED: tuple[type[Exception], ...] = (actions.NotAskable, *SENTENCES)


def sentence(refusal: Exception) -> str:
    if isinstance(refusal, actions.NotAskable):
        return str(WHY_NOT[refusal.why])
    return str(SENTENCES[type(refusal)])
