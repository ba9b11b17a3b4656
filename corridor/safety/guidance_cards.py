"""Cards on what to do where it is needed: short, with sources and a version.

What bodies of the profession say is told in our words; whoever wants theirs follows the source.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, kw_only=True)
class Source:
    name: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Card:
    slug: str
    version: int
    """Counts up whenever a point changes: whoever read it is asked again."""
    title: Promise
    when: Promise
    points: Sequence[Promise]
    sources: Sequence[Source]


SAFE_HARBOR = Source(
    name="45 CFR 164.514(b)(2), Safe Harbor",
    url="https://www.ecfr.gov/current/title-45/section-164.514",
)
AMA = Source(
    name="AMA Code of Medical Ethics, Opinion 2.3.2",
    url="https://pubmed.ncbi.nlm.nih.gov/21837888/",
)
ACP_FSMB = Source(
    name="ACP and FSMB position paper, Annals of Internal Medicine 2013",
    url="https://doi.org/10.7326/0003-4819-158-8-201304160-00100",
)
GREYSEN = Source(name="Greysen et al., JAMA 2012", url="https://doi.org/10.1001/jama.2012.330")
SEGAL = Source(
    name="Segal and Hansen, Nature Reviews Gastroenterology and Hepatology 2021",
    url="https://doi.org/10.1038/s41575-021-00453-1",
)
HHS = Source(
    name="HHS Office for Civil Rights, resolution agreements",
    url="https://www.hhs.gov/hipaa/for-professionals/compliance-enforcement/agreements/index.html",
)
PENDERGRAST = Source(
    name="Pendergrast et al., JAMA Internal Medicine 2021",
    url="https://doi.org/10.1001/jamainternmed.2020.7235",
)
OPEN_PAYMENTS = Source(
    name="Undisclosed industry ties in health posts, PMC10432670",
    url="https://pmc.ncbi.nlm.nih.gov/articles/PMC10432670/",
)
PAIN = Source(
    name="Social media in pain medicine and neuroscience, Journal of Pain Research 2022",
    url="https://doi.org/10.2147/JPR.S366978",
)

CASE_POST, TROLL, DISCLOSURE, REPLY_TO_PATIENT, AFTER_ERROR = (
    "case-post", "attack", "disclosure", "reply-to-a-patient", "after-an-error",
)  # fmt: skip
CARDS: Mapping[str, Card] = {
    card.slug: card
    for card in (
        Card(
            slug=CASE_POST,
            version=1,
            title=_("Posting a case"),
            when=_("Before you write about a patient, or show a picture of one"),
            points=(
                _(
                    "Leave out names, places below a state, days, ages over 89, numbers and faces:"
                    " of the patient, the family and their employers."
                ),
                _(
                    "That is not enough where your name, your hospital and the day say the rest."
                    " Wait some weeks, change what does not matter, put several cases together."
                ),
                _(
                    "Agreement means in writing, to this use, knowing that it cannot be called"
                    " back; it is filed in the record. One's own doctor is hard to refuse."
                ),
                _("A rare picture identifies without a face; what is cut off may come back."),
                _("Ask: would the patient, reading this, be glad? Would their daughter?"),
            ),
            sources=(SAFE_HARBOR, SEGAL, AMA),
        ),
        Card(
            slug=TROLL,
            version=1,
            title=_("When somebody attacks you"),
            when=_("Before you answer insults, threats or a crowd"),
            points=(
                _(
                    "Nearly one physician in four who answered a survey had been attacked: it says"
                    " nothing of you."
                ),
                _("Do not answer at once. Keep what was said first: a flag keeps it as evidence."),
                _("Block, mute and raise a shield early: that ends most of it."),
                _(
                    "Threats, your address, calls to your employer: tell a person you trust and"
                    " your programme or employer before somebody else does."
                ),
                _("Correct what is false once, for those who read along, and stop there."),
            ),
            sources=(PENDERGRAST, PAIN),
        ),
        Card(
            slug=DISCLOSURE,
            version=1,
            title=_("Saying what interests you have"),
            when=_("Where you praise or compare a drug, a device or a company"),
            points=(
                _(
                    "Say fees, shares, an employer, lent devices and paid studies in the post"
                    " itself, in its first lines: a profile is not read with it."
                ),
                _("“Views my own” discloses nothing."),
                _("“No interests” is a disclosure too, and readers are glad of it."),
                _("In studies of health posts nearly no industry tie was disclosed: be the other."),
            ),
            sources=(ACP_FSMB, OPEN_PAYMENTS),
        ),
        Card(
            slug=REPLY_TO_PATIENT,
            version=1,
            title=_("Answering a patient"),
            when=_("Where somebody asks about their own health, or says that you treated them"),
            points=(
                _(
                    "Do not say whether somebody is your patient, not even to thank or to defend"
                    " yourself: practices were fined for answers to reviews."
                ),
                _("Speak of what is true for most people; send the person to who knows them."),
                _("An emergency? Say so, and which number to call, before anything else."),
                _(
                    "Treat, follow up and befriend patients elsewhere: not in public, and not where"
                    " nothing is kept in the record."
                ),
            ),
            sources=(ACP_FSMB, GREYSEN, HHS),
        ),
        Card(
            slug=AFTER_ERROR,
            version=1,
            title=_("When a post was a mistake"),
            when=_("A patient can be recognised, something is wrong, somebody is hurt"),
            points=(
                _(
                    "A patient can be recognised: pull the post from everywhere, then tell the"
                    " privacy officer of your hospital the same day. They decide what follows."
                ),
                _("Something medical is wrong: say so in a new post, with what is right."),
                _("Somebody is hurt: a short apology without a “but”, once, and to them first."),
                _("Do not delete and deny: the sealed copy shows what you said, and when."),
                _("Talk to your mentor before you go on. Nearly everybody has done it once."),
            ),
            sources=(AMA, GREYSEN),
        ),
    )
}
POLICY = "policy"
POLICY_TITLE = _("The policy of this place")
"""The installation's own, kept in versions by whoever leads the desk."""
