"""A programme speaks where everybody reads along."""

from corridor.programmes.actions.answering.answer_in_public import (
    MOST_IN_AN_HOUR,
    answer_in_public,
    forget_answers,
    take_answers_back,
    take_back_between,
    take_back_where_hidden,
)
from corridor.programmes.actions.answering.check_answer import check_answer
from corridor.programmes.actions.answering.keep_account import (
    NoAccountYet,
    choose_handle,
    close_account,
    name_account,
    open_account,
    open_missing_accounts,
)

__all__ = [
    "MOST_IN_AN_HOUR",
    "NoAccountYet",
    "answer_in_public",
    "check_answer",
    "choose_handle",
    "close_account",
    "forget_answers",
    "name_account",
    "open_account",
    "open_missing_accounts",
    "take_answers_back",
    "take_back_between",
    "take_back_where_hidden",
]
