"""What people read when an action refuses."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from corridor.algorithms.credentials.domains import NotADomain, NotAnAddress
from corridor.algorithms.credentials.npi import NotAnNpi
from corridor.kernel.bare_pdf import PdfIsLocked
from corridor.people import actions
from corridor.people.actions import verifying
from corridor.people.documents import DocumentTooLarge, NotADocument
from corridor.people.medical_images import IsDicom

SENTENCES: dict[type[Exception], str | Promise] = {
    NotAnAddress: gettext_lazy("This is no e-mail address: a name, an @ and a domain."),
    NotADomain: gettext_lazy(
        "This is no domain of one institution. It looks like severnside.ac.uk; what many share,"
        " such as ac.uk, does not count."
    ),
    NotAnNpi: gettext_lazy(
        "This is no NPI number: it has ten digits, and the last one checks the others."
    ),
    IsDicom: IsDicom.sentence,
    NotADocument: gettext_lazy("This file is no PDF, JPEG or PNG, or it is damaged."),
    PdfIsLocked: gettext_lazy(
        "This PDF is locked by a password or forbids changes, so a reviewer could not be sure of"
        " it. Print it into a new PDF and send that."
    ),
    DocumentTooLarge: gettext_lazy("The file is too large: at most 5 MB and 50 megapixels."),
    verifying.DomainDoesNotCount: gettext_lazy(
        "Mailboxes there do not count: they are kept for life, or a reviewer switched the domain"
        " off. Use the address of where you are now."
    ),
    verifying.CodeSentJustNow: gettext_lazy(
        "A code was sent less than a minute ago. Look in the mailbox, and among unwanted mail."
    ),
    actions.MailNotSent: gettext_lazy(
        "The mail could not be sent just now. Nothing was kept; try again later."
    ),
    verifying.NoCodeSent: gettext_lazy("No code is waiting for you. Ask for one first."),
    verifying.CodeExpired: gettext_lazy("This code was good for half an hour. Ask for a new one."),
    verifying.TooManyAttempts: gettext_lazy(
        "Five wrong codes: this one is void now. Ask for a new one."
    ),
    verifying.ShownByAnother: gettext_lazy(
        "Another profile is verified with this already, and it verifies one only. Sign in to that"
        " one, or write to the people who run this server."
    ),
    verifying.ClaimOpenAlready: gettext_lazy(
        "Something of this kind is waiting for a reviewer. Withdraw it first, or wait."
    ),
    verifying.SayWhatItIs: gettext_lazy("Say what the document is, such as a staff card."),
    verifying.DomainKnownAlready: gettext_lazy(
        "This domain is in the table: ask for a code to be sent there."
    ),
    verifying.NotYourClaim: gettext_lazy("This is not yours to withdraw."),
    verifying.DecidedAlready: gettext_lazy("This is decided or withdrawn already."),
    verifying.BadgeEndedAlready: gettext_lazy("This badge has ended already."),
    verifying.ReasonMissing: gettext_lazy("Give a reason: the person is told why."),
    verifying.SayWhatItShows: gettext_lazy("Say what was shown: nobody gets a bare tick."),
    verifying.DomainThereAlready: gettext_lazy("The table has this domain already."),
    verifying.NoteIsEmpty: gettext_lazy("Write something before you keep the note."),
    verifying.VouchForSomebodyElse: gettext_lazy("Nobody vouches for themselves."),
    verifying.KeptApart: gettext_lazy("There is no such member for you to vouch for."),
    verifying.VoucherNotVerified: gettext_lazy(
        "Whoever vouches is verified in another way than by vouching. Do that first."
    ),
    verifying.VoucherTooNew: gettext_lazy("You can vouch once you have been here for two weeks."),
    verifying.VouchedForNobody: gettext_lazy(
        "A program speaks for this account: there is nobody to vouch for."
    ),
    verifying.VouchedAlready: gettext_lazy("You vouch for this person already."),
    verifying.VouchedInACircle: gettext_lazy(
        "This person, or somebody they vouch for, vouches for you. A circle proves nothing."
    ),
    verifying.VouchedForMany: gettext_lazy("Five people in a month are enough to vouch for."),
    verifying.SayHowYouKnow: gettext_lazy("Say where you know each other from."),
    verifying.NoSuchVouch: gettext_lazy("You do not vouch for this person."),
}


REFUSED: tuple[type[Exception], ...] = (*SENTENCES, verifying.WrongCode)
"""What a view catches."""


def sentence(refusal: Exception) -> str:
    if isinstance(refusal, verifying.WrongCode):
        if not refusal.left:
            return str(SENTENCES[verifying.TooManyAttempts])
        return (
            _("This is not the code that was sent.")
            + " "
            + (ngettext("%d try is left.", "%d tries are left.", refusal.left) % refusal.left)
        )
    return str(SENTENCES[type(refusal)])
