"""What people read when an action of safety refuses."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.library.actions import KeptGone
from corridor.mentoring import actions as mentoring
from corridor.people.actions import RestrictedAlready
from corridor.safety import actions

SENTENCES: Mapping[type[Exception], Promise] = {
    mentoring.QuestionGone: _("Whoever asked took it back meanwhile."),
    KeptGone: _("One of the two took it out of the library meanwhile."),
    actions.CannotFlagYourself: _("Nobody flags herself. What is yours you can edit or delete."),
    actions.WordsTooLong: _("That is too long: at most 1,000 characters."),
    actions.TooManyFlags: _(
        "You have flagged very much today. Moderators see what is there; go on tomorrow."
    ),
    actions.AppealedAlready: _("This decision is appealed already; each is looked at again once."),
    actions.ChooseAMeasure: _("Choose what is to be done; “no action” stands alone."),
    actions.ClaimedByAnother: _(
        "Another moderator has this case. It is free again after half an hour."
    ),
    actions.ClosedAlready: _("This case was decided meanwhile."),
    actions.DoesNotFit: _("The post or the account is gone: that cannot be done to it any more."),
    actions.NoteIsEmpty: _("Write something before you keep the note."),
    actions.NoteTooLong: _("That is too long: at most 2,000 characters."),
    actions.NothingToAppeal: _("There is nothing to appeal here."),
    actions.NotSoManyDays: _("Choose between a day and a year, or leave the days empty."),
    actions.NotWithoutAnother: _("Whoever decided does not judge the appeal."),
    actions.NotYourCase: _("This case is for another moderator."),
    actions.NothingHeld: _("That was answered already."),
    actions.NotYourFolder: _("You may not look through this folder any more."),
    actions.SayTheNote: _("Write what the content note says."),
    actions.SayWhy: _("Say why: it is read by whom it is about."),
    actions.LeaveItToAnother: _(
        "You are tied to somebody in this case, and another moderator is not: leave it to them."
    ),
    actions.NoNameThere: _("Whoever flagged it left: there is no name any more."),
    actions.AskedAlready: _("You asked already; another moderator has yet to answer."),
    actions.AnsweredAlready: _("Another moderator has answered meanwhile."),
    actions.TooFewWords: _("Say a little more: at least twenty characters."),
    actions.SayWhoYouAre: _("Say your name and e-mail: without them nobody can ask or answer you."),
    actions.SayInGoodFaith: _("Say that you believe it to be true."),
    actions.GoneMeanwhile: _(
        "It is gone, or not for everybody any more, so there is nothing to look at."
    ),
    actions.ThereAlready: _("Choose another queue: the case is in that one."),
    actions.NotYoursToAppoint: _(
        "That is for whoever runs the server, or for who leads that kind of case."
    ),
    actions.NotAtTheDesk: _("They moderate none of these."),
    actions.NobodyToWriteTo: _("Nobody is there to write to: they left."),
    actions.CorrespondenceOver: _("The case was closed more than two weeks ago."),
    actions.TooManyAnswers: _("That is very much for a day; go on tomorrow."),
    actions.UndoneAlready: _("There is nothing left to undo."),
    RestrictedAlready: _("That is in force already; undo it first to give it another end."),
}
REFUSED: tuple[type[Exception], ...] = tuple(SENTENCES)


def sentence(refusal: Exception) -> str:
    return str(SENTENCES[type(refusal)])
