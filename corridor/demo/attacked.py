"""What Amara went through, in a file that she closed, and the helper whom she named since."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from corridor.demo.cast import AMARA, DR_OSEI
from corridor.helping import actions as helping
from corridor.helping.choices import Scope
from corridor.incidents import actions, queries
from corridor.incidents.actions import Answer, NewPiece, Told
from corridor.incidents.choices import CheckIns, Feeling, Kind, Recipient, Step
from corridor.people.letters import told_to_nobody

if TYPE_CHECKING:
    from corridor.people.models import Profile

TAKEN = (Step.SAFE, Step.ACCOUNT, Step.TELL_ONE, Step.SLEEP, Step.PEER, Step.LETTER, Step.THANK)

CALM = timedelta(days=9)
"""Ago: since then somebody could help her."""
EVIDENCE = (
    (
        1,
        NewPiece(
            kind=Kind.POST,
            who="@truthinmedicine",
            where="https://social.example/@truthinmedicine/8812",
            words="This is who takes your child's place. Ask her school how that works.",
        ),
    ),
    (
        9,
        NewPiece(
            kind=Kind.MAIL,
            who="Somebody unknown",
            where="Sent to the admissions office",
            words="We know which hospital she is at. Withdraw the offer or we go on.",
        ),
    ),
    (26, NewPiece(kind=Kind.TOLD, who="Dr Osei, my mentor", words="He called at once.")),
    (
        50,
        NewPiece(
            kind=Kind.CALL,
            who="Dean's office",
            words="They have had two mails, answer none, and offer to talk on Monday.",
        ),
    ),
)
"""So many hours after it began."""


def remember_attack(profiles: Mapping[str, "Profile"], *, now: datetime) -> None:
    """Asked here only: nobody lives at her address."""
    amara, began = profiles[AMARA.handle], now - timedelta(days=45)
    told = Told(
        title="After the bursary post",
        what_happened=(
            "I wrote that I could not have studied without a bursary. An account with 40,000"
            " followers quoted it, and for three days strangers wrote that I took somebody's place."
            " Two of them wrote to the school."
        ),
        began_on=began.date().isoformat(),
        where="Another network, and mails to the school",
        what_is_false="I was admitted with the same scores as everybody. The bursary came later.",
        what_i_want="The school answers strangers with one sentence, or not at all.",
    )
    incident = actions.open_incident(told, check_ins=CheckIns.HERE, by=amara, now=began)
    for hours, piece in EVIDENCE:
        at = began + timedelta(hours=hours)
        kept = replace(piece, happened_at=at.isoformat(timespec="minutes"))
        actions.add_piece(kept, incident=incident, by=amara, now=at)
    for step in TAKEN:
        actions.take_step(step, incident=incident, is_done=True, by=amara, now=began)
    _answer(amara, Feeling.WORSE, at=began + timedelta(days=2))
    _answer(amara, Feeling.BETTER, at=began + timedelta(days=8))
    letter = queries.letter_of(Recipient.OFFICE, queries.opened(incident), today=began.date())
    words = letter.words.replace("[name]", "Dr Abara")
    actions.keep_letter(words, recipient=Recipient.OFFICE, incident=incident, by=amara, now=began)
    ended = began + timedelta(days=20)
    words = "It ebbed away. Not answering helped, and that the dean heard it from me first."
    actions.close_incident(words, incident=incident, by=amara, now=ended)


def name_helper(profiles: Mapping[str, "Profile"], *, now: datetime) -> None:
    """Dr Osei looks after what strangers say to Amara; both rows are those of their actions."""
    osei, amara = profiles[DR_OSEI.handle], profiles[AMARA.handle]
    with told_to_nobody():
        asked = helping.ask_helper(
            frozenset({Scope.READ, Scope.DOCUMENT, Scope.FLAG}),
            helper=osei,
            is_called=True,
            by=amara,
            now=now - CALM,
        )
    helping.agree_to_help(asked.pk, by=osei, now=now - CALM + timedelta(hours=2))


def _answer(by: "Profile", feeling: Feeling, *, at: datetime) -> None:
    actions.ask_check_ins(now=at)
    asked = queries.check_ins_waiting(by)[0]
    actions.answer_check_in(Answer(feeling=feeling), check_in=asked, by=by, now=at)
