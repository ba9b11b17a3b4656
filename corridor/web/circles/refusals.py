"""What people read when something in a circle is refused."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.state_machines import MoveImpossible
from corridor.mentoring import actions, meeting_details
from corridor.mentoring.actions import circles

SENTENCES: Mapping[type[Exception], Promise] = {
    MoveImpossible: _("That was done already."),
    actions.KeptApart: _("That is not possible at the moment."),
    actions.NoRoom: _("You have no place left. Change your offer first, or say no."),
    actions.PauseInThePast: _("Choose a day that is still to come, or none."),
    circles.AskedAlready: _("You have asked already, or have a place."),
    circles.CircleIsClosed: _("This circle is closed. What was written stays to read."),
    circles.CircleNeedsName: _("Give it a name."),
    circles.CircleRests: _("Meetings and topics wait: it has not begun, or it pauses."),
    circles.CircleTooLong: _("That is too long: a name of 120 letters, and 2,000 for the rest."),
    circles.MeetingIsOver: _("This meeting was held or called off meanwhile."),
    circles.NobodyComesIn: _(
        "Nobody could come in: let members find it, or invite two people at least."
    ),
    circles.NotHeldYet: _("It has not begun. Write it down afterwards."),
    circles.NotInvited: _("There is no invitation to answer any more."),
    circles.NotYourCircle: _("This is not there any more, or somebody else does it."),
    circles.RulesAreEmpty: _("Write at least one ground rule."),
    circles.RulesAreNewer: _("Purpose or ground rules changed meanwhile. Read them once more."),
    circles.TooManyAhead: _("That is more than anybody can follow. Finish something first."),
    circles.TopicIsEmpty: _("Write something first."),
    circles.TopicTooLong: _("That is too long: at most 300 letters."),
    circles.WrongNumber: _("A circle has three to six places, and not more people than places."),
    meeting_details.TimeOutOfReach: _("Choose a time that is still to come, within half a year."),
    meeting_details.NotAnAddress: _("A link begins with https://"),
    meeting_details.NotANumber: _("That is no telephone number."),
}
REFUSED: tuple[type[Exception], ...] = tuple(SENTENCES)


def sentence(refusal: Exception) -> str:
    return str(SENTENCES[type(refusal)])
