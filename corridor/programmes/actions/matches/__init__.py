"""What happens to a match from the moment it is proposed."""

from corridor.programmes.actions.matches.accept_match import MenteeIsServed, accept_match
from corridor.programmes.actions.matches.ask_mentee import (
    AnswerMissing,
    AnswerTooLong,
    AskedAlready,
    NoSuchQuestion,
    NothingAsked,
    answer_mentor,
    ask_mentee,
)
from corridor.programmes.actions.matches.decline_match import (
    NotNow,
    decline_match,
    pass_on_match,
    refuse_match,
)
from corridor.programmes.actions.matches.end_matches_of import end_matches_between, end_matches_of
from corridor.programmes.actions.matches.follow_up import (
    AlreadyDecided,
    NoLongerFree,
    decide_next_best,
    follow_up,
    pass_over,
)
from corridor.programmes.actions.matches.give_up_match import give_up_match, take_match_up
from corridor.programmes.actions.matches.hold_match import (
    MatchIsOver,
    NotYourMatch,
    hold_open,
)
from corridor.programmes.actions.matches.make_link import (
    LinkIsUsed,
    digest_of,
    make_link,
    use_link,
)
from corridor.programmes.actions.matches.note_reminder import note_reminder
from corridor.programmes.actions.matches.offer_place import offer_place, offer_places_of_returned
from corridor.programmes.actions.matches.propose_match import Chosen, propose_match
from corridor.programmes.actions.matches.tend_matches import tend_matches

__all__ = [
    "AlreadyDecided",
    "AnswerMissing",
    "AnswerTooLong",
    "AskedAlready",
    "Chosen",
    "LinkIsUsed",
    "MatchIsOver",
    "MenteeIsServed",
    "NoLongerFree",
    "NoSuchQuestion",
    "NotNow",
    "NotYourMatch",
    "NothingAsked",
    "accept_match",
    "answer_mentor",
    "ask_mentee",
    "decide_next_best",
    "decline_match",
    "digest_of",
    "end_matches_between",
    "end_matches_of",
    "follow_up",
    "give_up_match",
    "hold_open",
    "make_link",
    "note_reminder",
    "offer_place",
    "offer_places_of_returned",
    "pass_on_match",
    "pass_over",
    "propose_match",
    "refuse_match",
    "take_match_up",
    "tend_matches",
    "use_link",
]
