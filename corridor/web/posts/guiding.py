"""Where the check found something, whoever has not read the card on it yet is asked to, once."""

from collections.abc import Sequence
from contextlib import suppress

from corridor.safety import actions, queries
from corridor.safety.guidance_cards import CASE_POST, POLICY
from corridor.safety.queries import AskedCard
from corridor.web.given_numbers import number_in
from corridor.web.viewer import MemberRequest

READ, DECLINED = "guided", "no-guidance"


def cards_beside(request: MemberRequest) -> Sequence[AskedCard]:
    return queries.cards_to_ask_about(CASE_POST, POLICY, viewer=request.profile)


def keep_answers(request: MemberRequest) -> None:
    """What she ticked as read, or that she does not want to be asked; a card that changed meanwhile
    is asked about anew."""
    for said in request.POST.getlist(READ):
        name, _colon, after = said.partition(":")
        version = number_in(after)
        if version is not None:
            with suppress(actions.NoSuchCard):
                actions.read_card(name, version=version, by=request.profile, now=request.now)
    if request.POST.get("deed") == DECLINED:
        for one in cards_beside(request):
            actions.decline_card(one.name, version=one.version, by=request.profile, now=request.now)
