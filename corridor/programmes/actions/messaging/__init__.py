"""A team writes to many people of a round."""

from corridor.programmes.actions.messaging.release_messages import release_messages
from corridor.programmes.actions.messaging.stop_messages import begin_messages_again, end_messages
from corridor.programmes.actions.messaging.write_to_round import (
    HOLD,
    MessageNotWaiting,
    NewMessage,
    NobodyReached,
    NoSuchAudience,
    TimeHasPassed,
    TimeTooFar,
    stop_message,
    write_to_round,
)

__all__ = [
    "HOLD",
    "MessageNotWaiting",
    "NewMessage",
    "NoSuchAudience",
    "NobodyReached",
    "TimeHasPassed",
    "TimeTooFar",
    "begin_messages_again",
    "end_messages",
    "release_messages",
    "stop_message",
    "write_to_round",
]
