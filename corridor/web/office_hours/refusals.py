"""What people read when something at office hours is refused."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.state_machines import MoveImpossible
from corridor.mentoring import actions, meeting_details
from corridor.mentoring.actions import office_hours
from corridor.posts import actions as posting

SENTENCES: Mapping[type[Exception], Promise] = {
    MoveImpossible: _("That was done already."),
    actions.NoRoom: _("You have no place left for them: change your offer, or end something."),
    actions.NotVerified: _("First show who you are: under You, “Verification”."),
    actions.WordsMissing: _("There is nothing in it yet."),
    actions.WordsTooLong: _("It is too long."),
    office_hours.AskedAnew: _("The question was worded anew. Read it above, then answer that."),
    office_hours.EndsBeforeItBegins: _("The last day is for times that repeat, after the first."),
    office_hours.ListIsFull: _("Twenty people wait already. Another date is likelier to help."),
    office_hours.NoSuchSitting: _("This is not there any more, or somebody else does it."),
    office_hours.NoTurn: _("There is no turn of yours to give up or to take again."),
    office_hours.NobodyWaits: _("There is nobody in the queue now: look again."),
    office_hours.NotBegunYet: _("It has not begun. You can call it off."),
    office_hours.NotForAll: _("Whoever asked wants it answered in the talk alone, or withdrew."),
    office_hours.NotForThem: _("Choose a circle that you lead, or a programme you take part in."),
    office_hours.NotYourHours: _("These office hours have ended."),
    office_hours.QuestionMissing: _("Say in a line what it is about."),
    office_hours.QuestionTooLong: _("That is too long: at most 300 letters."),
    office_hours.QueueIsClosed: _("Sign-up for this date is closed."),
    office_hours.SignedUpAlready: _("You have signed up already."),
    office_hours.SittingIsOver: _("This date is over, or was called off."),
    office_hours.TooEarly: _("Turns begin a quarter of an hour before it at the earliest."),
    office_hours.TooManyHours: _("Four at a time are enough. End one of yours first."),
    office_hours.TooManyTurns: _("You have signed up three times already. Give up one, or wait."),
    office_hours.TopicOfHoursTooLong: _("The topic is one line: at most 120 letters."),
    office_hours.WrongNumberOfTurns: _("One to twelve people can come each time."),
    meeting_details.TimeOutOfReach: _("Choose a time that is still to come, within half a year."),
    meeting_details.NotAnAddress: _("A link begins with https://"),
    posting.MayIdentifyPatient: posting.MAY_IDENTIFY_PATIENT,
}
REFUSED: tuple[type[Exception], ...] = tuple(SENTENCES)
FIELDS: Mapping[type[Exception], str] = {
    office_hours.EndsBeforeItBegins: "last_on",
    office_hours.NotForThem: "whom",
    office_hours.TopicOfHoursTooLong: "topic",
    office_hours.WrongNumberOfTurns: "places",
    office_hours.QuestionMissing: "question",
    office_hours.QuestionTooLong: "question",
    meeting_details.TimeOutOfReach: "first_at",
    meeting_details.NotAnAddress: "where",
    actions.WordsMissing: "words",
    actions.WordsTooLong: "words",
}


def sentence(refusal: Exception) -> str:
    return str(SENTENCES[type(refusal)])


def field_of(refusal: Exception) -> str | None:
    """Of a form, where the mistake is; None: it is about all of it."""
    return FIELDS.get(type(refusal))
