"""Who is told of what is new in circles."""

from corridor.mentoring.events import CircleChanged
from corridor.notifications import actions
from corridor.notifications.choices import Kind
from corridor.notifications.policies import News


def tell_of_circle(event: CircleChanged) -> None:
    """What it is stands on the page of the circle."""
    news = News(kind=Kind.CIRCLE, by=event.by_id, at=event.at)
    actions.notify(news, to=event.to_ids)
