"""What first contacts and questions to mentors concern whom."""

from collections.abc import Mapping

from corridor.library.events import AnswerToKeep
from corridor.mentoring.events import ContactMoved, QuestionAnswered, WorkLiked
from corridor.notifications import actions
from corridor.notifications.choices import Kind
from corridor.notifications.policies import News

TO_MENTOR: Mapping[str, Kind] = {
    "say_hello": Kind.HELLO,
    "say_more": Kind.HELLO,
    "book": Kind.CONTACT_STEP,
    "wish": Kind.CONTACT_STEP,
    "withdraw": Kind.CONTACT_OVER,
    "settle": Kind.CONTACT_OVER,
}
TO_MENTEE: Mapping[str, Kind] = {
    "ask_more": Kind.HELLO_ANSWERED,
    "welcome": Kind.HELLO_ANSWERED,
    "offer_times": Kind.CONTACT_STEP,
    "offer": Kind.HELLO_ANSWERED,
    "decline": Kind.CONTACT_OVER,
    "lapse": Kind.CONTACT_OVER,
}
"""A no and no answer are told alike. That two work together is told where that is opened."""


def tell_of_contact(event: ContactMoved) -> None:
    for moves, by, to in (
        (TO_MENTOR, event.mentee_id, event.mentor_id),
        (TO_MENTEE, event.mentor_id, event.mentee_id),
    ):
        if event.move in moves:
            actions.notify(News(kind=moves[event.move], by=by, at=event.at), to=[to])


def tell_of_like(event: WorkLiked) -> None:
    news = News(kind=Kind.LIKED, by=event.mentor_id, at=event.at)
    actions.notify(news, to=[event.mentor_id])


def tell_of_answer(event: QuestionAnswered) -> None:
    news = News(kind=Kind.QUESTION, by=event.asker_id, at=event.at)
    actions.notify(news, to=[event.asker_id])


def tell_of_answer_to_keep(event: AnswerToKeep) -> None:
    news = News(kind=Kind.ANSWER_TO_KEEP, by=event.by_id, at=event.at)
    actions.notify(news, to=[event.profile_id])
