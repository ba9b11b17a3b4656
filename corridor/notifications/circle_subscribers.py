"""Who is told of what is new in circles and at office hours."""

from corridor.mentoring.events import CircleChanged, QueueChanged
from corridor.notifications import actions
from corridor.notifications.choices import Kind
from corridor.notifications.policies import News


def tell_of_circle(event: CircleChanged) -> None:
    """What it is stands on the page of the circle."""
    news = News(kind=Kind.CIRCLE, by=event.by_id, at=event.at)
    actions.notify(news, to=event.to_ids)


def tell_of_queue(event: QueueChanged) -> None:
    """Whether it is her turn stands on the page of the queue."""
    news = News(kind=Kind.OFFICE_HOURS, by=event.by_id, at=event.at)
    actions.notify(news, to=event.to_ids)
