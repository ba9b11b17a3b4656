"""What people read when something in a relationship is refused."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.mentoring import actions

SENTENCES: Mapping[type[Exception], Promise] = {
    actions.AgreementIsEmpty: _("Write something in at least one part."),
    actions.AlreadyTogether: _("You have this role for each other already."),
    actions.AttestedEnough: _("There are twenty links. Withdraw one that nobody needs any more."),
    actions.EntryIsEmpty: _("Write in a few words what it was."),
    actions.EntryTooLong: _("That is too long: a few sentences are enough."),
    actions.GoalIsOver: _("This goal is reached or dropped. Open it again first."),
    actions.GoalNeedsTitle: _("Write something first."),
    actions.GoalNotThere: _("This goal is not there any more."),
    actions.GoalTooLong: _("That is too long. Two or three sentences are enough."),
    actions.KeptApart: _("That is not possible at the moment."),
    actions.LastRole: _("This is the only role. To stop, end your work together."),
    actions.LineTooLong: _("That is too long: at most 500 letters."),
    actions.MoveImpossible: _("That was done already."),
    actions.NewerVersion: _("It was changed meanwhile. Read the newest version, and then decide."),
    actions.NoLineNow: _(
        "Moderators let you read only: leave the line empty, and you can go all the same."
    ),
    actions.NoCoach: _("Coaching is not among your roles. Add it first."),
    actions.NoPlan: _("There is no plan yet. Write something first."),
    actions.NoRoom: _("There is no place for this at the moment."),
    actions.NoSuchRole: _("That role has ended."),
    actions.NoThanks: _("Write a word first, or leave it."),
    actions.NotAttested: _("That link was withdrawn already."),
    actions.NotOpen: _("This has ended. What was written stays to read."),
    actions.NotOver: _("You still work together."),
    actions.NotYetThen: _("That day has not come yet."),
    actions.NotYourPause: _("Whoever paused says when it goes on. You can end it meanwhile."),
    actions.NotYourRelationship: _("This is not there any more."),
    actions.NoteTooLong: _("That is too long for a note: at most 10,000 letters."),
    actions.NothingChanged: _(
        "It says what it said before. Change something, or sign it as it is."
    ),
    actions.NothingWaits: _("Nothing waits for an answer here."),
    actions.NothingWished: _("That was answered, or taken back."),
    actions.OwnWords: _("The other agrees to what you wrote."),
    actions.PauseInThePast: _("Choose a day that is still to come, or none."),
    actions.PlanIsEmpty: _("Write something in at least one part."),
    actions.PlanNotFinished: _(
        "Say first what you want in the next twelve months, and what you do for it."
    ),
    actions.PlanTooLong: _("One part is too long: at most 4,000 letters."),
    actions.Resting: _("You pause: nothing new reaches the other until it goes on."),
    actions.SignedAlready: _("You have signed this version."),
    actions.StepIsEmpty: _("Write something first."),
    actions.StepNotOpen: _("Another step of the cycle comes first, or this one is agreed."),
    actions.StepNotThere: _("This step is not there any more."),
    actions.StepRewritten: _("The other changed it meanwhile. Read it once more."),
    actions.StepTooLong: _("That is too long: at most 4,000 letters."),
    actions.TermTooLong: _("One part is too long: at most 2,000 letters."),
    actions.ThankedAlready: _("You said your last word already."),
    actions.ThanksTooLong: _("That is too long: at most 1,000 letters."),
    actions.TooLateToTakeBack: _("This end cannot be taken back any more."),
    actions.TooManyGoals: _(
        "That is more than anybody can follow. Finish or drop something first."
    ),
    actions.WaitsAlready: _("You said already that you wait for an answer."),
    actions.WishedAlready: _("This was asked already, and waits for an answer."),
}
REFUSED: tuple[type[Exception], ...] = tuple(SENTENCES)


def sentence(refusal: Exception) -> str:
    return str(SENTENCES[type(refusal)])
