"""Messages between people of the demo: two who know each other, a group, and a request."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from corridor.conversations import actions, queries
from corridor.conversations.actions import NewMessage
from corridor.demo.cast import AMARA, DR_OSEI, DR_VAUGHAN, PROF_LINDQVIST, TOMI

if TYPE_CHECKING:
    from corridor.conversations.models import Conversation
    from corridor.people.models import Profile

Profiles = Mapping[str, "Profile"]
Said = tuple[str, str, timedelta]
"""By whom, what, and how long ago."""
OF_TWO: Sequence[Said] = (
    (
        AMARA.handle,
        "Dr Osei, thank you for yesterday. May I send you my abstract before I submit it?",
        timedelta(days=3, hours=2),
    ),
    (
        DR_OSEI.handle,
        (
            "Please do. Two things I will look for: one sentence that says what was not known"
            " before, and numbers with their units. Send it as it is, it need not be finished."
        ),
        timedelta(days=2, hours=20),
    ),
    (
        AMARA.handle,
        "It says what was not known now. The deadline is Friday at noon, in your zone 13:00.",
        timedelta(hours=26),
    ),
    (
        DR_OSEI.handle,
        (
            "Read. It is good: cut the last sentence, and name the block you mean. I will be in"
            " theatre until four, after that you reach me here."
        ),
        timedelta(hours=5),
    ),
)
OF_THREE: Sequence[Said] = (
    (
        PROF_LINDQVIST.handle,
        "A place to plan the evening about applying from a family without doctors. Who can speak?",
        timedelta(days=1, hours=4),
    ),
    (AMARA.handle, "I can: ten minutes on the personal statement.", timedelta(hours=22)),
    (DR_OSEI.handle, "And I answer questions afterwards.", timedelta(hours=9)),
)
ASKING: Said = (
    TOMI.handle,
    (
        "Good evening, we have not met. I read your thread on first blocks, and am about to choose"
        " an elective. May I ask you one question about yours?"
    ),
    timedelta(hours=7),
)


def write_messages(profiles: Profiles, *, now: datetime) -> None:
    amara, osei = profiles[AMARA.handle], profiles[DR_OSEI.handle]
    lindqvist = profiles[PROF_LINDQVIST.handle]
    began = now - timedelta(days=4)
    two = actions.open_conversation(members=[osei], by=amara, now=began)
    _say(two, OF_TWO, profiles, now)
    three = actions.open_conversation(
        members=[amara, osei], about="First-generation evening", by=lindqvist, now=began
    )
    _say(three, OF_THREE, profiles, now)
    handle, _words, ago = ASKING
    asked = actions.open_conversation(
        members=[profiles[DR_VAUGHAN.handle]], by=profiles[handle], now=now - ago
    )
    _say(asked, [ASKING], profiles, now)


def _say(talk: "Conversation", said: Sequence[Said], profiles: Profiles, now: datetime) -> None:
    for handle, words, ago in said:
        by, at = profiles[handle], now - ago
        opened = queries.conversation(talk.pk, viewer=by, now=at)
        if opened is None:
            continue
        if opened.is_asked:
            actions.accept_request(opened=opened, now=at)
            opened = queries.conversation(talk.pk, viewer=by, now=at) or opened
        actions.send_message(NewMessage(text=words), opened=opened, by=by, now=at)
