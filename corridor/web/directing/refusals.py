"""What people read when an action of a team refuses."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.programmes import actions
from corridor.programmes.actions import (
    answering,
    forms,
    keep_health_filter,
    materials,
    setting_up,
    team,
    tend_pairs,
)

SENTENCES: Mapping[type[Exception], Promise] = {
    answering.NoAccountYet: _("It gets its account when it is published."),
    forms.KindIsFixed: _(
        "People have answered this question: what they said would be no answer to another kind."
        " Remove it and ask a new one; the answers stay."
    ),
    forms.NoSuchQuestion: _("Somebody of the team removed this question meanwhile."),
    forms.NotRetired: _(
        "It cannot come back: it is asked already, or another question asks for the same."
    ),
    forms.TooManyQuestions: _("A form has at most 300 questions."),
    keep_health_filter.FilterNameTaken: _(
        "The team keeps a filter of that name already. Choose another name."
    ),
    keep_health_filter.FilterNeedsName: _("Give the filter a name of at most 60 letters."),
    keep_health_filter.NoSuchFilter: _("Somebody of the team removed this filter meanwhile."),
    keep_health_filter.TooManyFilters: _(
        "The team keeps ten filters. Remove one first; the list stays shown."
    ),
    materials.NoSuchMaterial: _("Somebody of the team put it away meanwhile."),
    materials.TooManyMaterials: _("A programme shows at most 100. Put something away first."),
    setting_up.AskedTooOften: _(
        "You asked today already; whoever runs this server has your words."
    ),
    setting_up.DatesAreFixed: _("The people of this round are being matched: its dates stay."),
    setting_up.HashtagTaken: _(
        "Another active programme has this hashtag. Choose another one under About."
    ),
    setting_up.MayNotStart: _("On this server you cannot start a programme yet."),
    setting_up.NoInstrument: _("No scale is in use any more."),
    setting_up.NotArchived: _("It is not archived."),
    setting_up.NotBothYours: _("You can join it only to a programme that you set up as well."),
    setting_up.NotInTeam: _("Your part in the team does not allow this."),
    setting_up.NotReady: _("Something is missing still; the sections say what."),
    setting_up.PartOfItself: _(
        "A programme that counts others cannot belong to one itself, and the other way round."
    ),
    setting_up.ProgrammeArchived: _("It is archived: bring it back first."),
    setting_up.RoundsGoOn: _("A round is going on. Finish it first; then archive the programme."),
    setting_up.TooManyDrafts: _("You have twenty drafts. Archive some of them first."),
    tend_pairs.NobodyToRemind: _(
        "No pair is silent that was not reminded within the last two weeks."
    ),
    tend_pairs.NoSuchPair: _("That pair is not of this round."),
    tend_pairs.OfferedLately: _("Both were told within the last two weeks, or it is over."),
    team.AskedAlready: _("This person was asked and has not answered yet."),
    team.InTeamAlready: _("This person is in the team: change the part below."),
    team.LastOwner: _("A programme has an owner. Hand it over first."),
    team.NotAsked: _("That question was taken back, or you answered it before."),
    team.NotOfProgramme: _("This person has not applied to this programme."),
    team.NotOfTeam: _("This person has left the team meanwhile."),
    team.NothingSent: _("There is no application of this person in this round to withdraw."),
    team.ReasonNeeded: _("Write why: the member reads it, and so does whoever asks later."),
    actions.AnotherRoundUnderReview: _(
        "Another round of this programme is under review: publish or finish that one first."
    ),
    actions.LastDayIsOver: _(
        "The last day of applications is over. Give the round a new last day first, under"
        " “Change the dates”."
    ),
    actions.RoundIsMatched: _("People were matched already: applications stay closed."),
    actions.RoundNotOpen: _("Applications are not open."),
    actions.TooLongForRecord: _("That is too long: at most 1000 letters."),
}
REFUSED: tuple[type[Exception], ...] = tuple(SENTENCES)


def sentence(refusal: Exception) -> str:
    return str(SENTENCES[type(refusal)])
