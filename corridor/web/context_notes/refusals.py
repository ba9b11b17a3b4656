"""What people read when an action on context notes refuses."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.specialties import BY_SLUG
from corridor.context_notes import actions

SENTENCES: Mapping[type[Exception], Promise] = {
    actions.AnsweredOrRated: _(
        "Others have answered or rated this note as it is, or moderators took it away. Withdraw it"
        " to write another one."
    ),
    actions.FlaggedAlready: _("You have asked about this note; nobody has looked yet."),
    actions.NoField: _("Say your specialty on your profile first: notes are signed with it."),
    actions.NoReference: _(
        "Add at least one reference that others can look up: a DOI, PMID, PMCID, a trial's NCT"
        " number or an arXiv number."
    ),
    actions.NotAClinician: _(
        "Notes are signed by clinicians who showed that they are, by more than the word of others."
    ),
    actions.NotForNotes: _("Notes stand on posts for everybody, and never on stories."),
    actions.NotOpen: _("This note cannot be rated, or not any more."),
    actions.NotRated: _("You have not rated this note."),
    actions.NotYourNote: _("Only who wrote the note can do that."),
    actions.NotYourPost: _("Only the author of the post answers."),
    actions.NotYoursToJudge: _("This one is for another moderator."),
    actions.NotYoursToRate: _(
        "Verified members rate notes, but not their own, nor those on their own posts."
    ),
    actions.NotedAlready: _("You have a note on this post already: edit or withdraw it."),
    actions.NothingSaid: _("Write something first."),
    actions.NothingToAnswer: _("There is nothing to answer here, or you have answered."),
    actions.NothingToAppeal: _("There is nothing to appeal here."),
    actions.NothingToJudge: _("Another moderator has decided this meanwhile."),
    actions.OnlyReferences: _("Say in a sentence of your own what the reference shows."),
    actions.OwnNote: _("Nobody flags her own note. You can edit or withdraw it."),
    actions.OwnPost: _("This is your own post: edit it, or reply."),
    actions.ReasonsDoNotFit: _("These reasons do not go with that answer: choose others."),
    actions.SayWhy: _("Say why: somebody has to understand it."),
    actions.TooLong: _("That is too long."),
    actions.TooManyFlags: _("You have asked about very many notes today; go on tomorrow."),
    actions.TooManyRatings: _("You have rated very many notes today; go on tomorrow."),
    actions.WithdrawnAlready: _("This note was withdrawn."),
    actions.WordsTooLong: _("That is too long: at most 2,000 characters."),
}
REFUSED: tuple[type[Exception], ...] = (
    *SENTENCES,
    actions.NotYourField,
    actions.TooManyNotes,
)


def sentence(refusal: Exception) -> str:
    if isinstance(refusal, actions.NotYourField):
        names = ", ".join(BY_SLUG[slug].name for slug in sorted(refusal.fields))
        return _now("This post is about %(fields)s: members of that field add notes to it.") % {
            "fields": names
        }
    if isinstance(refusal, actions.TooManyNotes):
        said = _now(
            "You may write %(most)d a day for now. Ratings that turn out right earn more:"
            " see “Your notes”."
        )
        return said % {"most": refusal.most}
    return str(SENTENCES[type(refusal)])
