"""What people read when an action of meetings refuses."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.mentoring.actions import (
    GoalIsOver,
    GoalNotThere,
    NotOpen,
    NotYourRelationship,
    Resting,
    TooManyGoals,
    meetings,
)

RESTS = _("This relationship is paused or over: nothing new is arranged in it.")
SENTENCES: Mapping[type[Exception], Promise] = {
    NotOpen: RESTS,
    Resting: RESTS,
    NotYourRelationship: _("There is no such relationship of yours."),
    meetings.AgendaFull: _("Thirty things are on the agenda. Take some out or tick them off."),
    meetings.AlreadyAnswered: _("This was changed meanwhile. Look at what stands there now."),
    meetings.AlreadyBegan: _("Its time has come. Say below whether you met."),
    meetings.InstrumentChanged: _(
        "The programme asks by another scale by now, or by none: look at what stands below, then"
        " keep it."
    ),
    meetings.NoAreas: _("Choose one area at least and six at most, each of them once."),
    meetings.NoDays: _("The last day comes with or after the first, and not before today."),
    meetings.NoSuchItem: _("That was taken off the agenda meanwhile."),
    meetings.NoTimes: _("Suggest one time at least, and six at most."),
    meetings.NotANumber: _("Give a phone number in digits, with + for another country."),
    meetings.NotAnAddress: _("A video link begins with https:// and leads to a page on the web."),
    meetings.NotAsked: _("This was answered already."),
    meetings.NotSuggested: _("That time is none of those suggested. Choose one that stands there."),
    meetings.NotYetBegun: _("It lies in the future: write the log when you have met."),
    meetings.NotYourItem: _("Whoever brought it up takes it out. You can tick it off."),
    meetings.NotYourMeeting: _("There is no such meeting of yours."),
    meetings.NotYourSurvey: _("This question was put to somebody else."),
    meetings.NotYoursToPick: _("You suggested these times: the other one chooses."),
    meetings.NothingToAdopt: _("It is a step of that goal already."),
    GoalIsOver: _("That goal was reached or dropped meanwhile."),
    GoalNotThere: _("That goal is not there any more."),
    TooManyGoals: _("That goal has thirty steps already."),
    meetings.NobodySaidSo: _("Nobody says so any more: it counts for nothing."),
    meetings.NothingSaid: _("Say in a few words what you want to talk about."),
    meetings.OutOfRange: _("Choose from 1 to 5 for each area."),
    meetings.SurveyClosed: _("This was answered or closed already."),
    meetings.TakenMeanwhile: _("One of you has another meeting then. Choose another time."),
    meetings.TimeHasPassed: _("That time has passed. Choose another."),
    meetings.TimeOutOfReach: _("Suggest times that are still to come, within half a year."),
    meetings.TooLong: _("A log has ten hours at most."),
    meetings.TooLongAgo: _("Meetings of the last year can be written down."),
    meetings.TooManyDaysOff: _("Forty entries are kept. Take one out first."),
    meetings.TooManyRepeats: _("A meeting is repeated eleven times at most."),
    meetings.TooManyWait: _("Three suggestions are open between you: an answer comes first."),
    meetings.WrittenMeanwhile: _(
        "The other one changed the note while you wrote. Both versions are below: put them"
        " together, then keep it."
    ),
}
REFUSED: tuple[type[Exception], ...] = tuple(SENTENCES)


def sentence(refusal: Exception) -> str:
    return str(SENTENCES[type(refusal)])
