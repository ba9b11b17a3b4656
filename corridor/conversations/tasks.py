"""What is done for conversations after the fact, by a worker."""

from django.utils import timezone
from django_tasks import task

from corridor.conversations import actions
from corridor.conversations.choices import place_of_file
from corridor.conversations.events import PictureGiven
from corridor.posts import actions as posting


def look_at_given_picture_later(event: PictureGiven) -> None:
    place = place_of_file(event.file_id)
    if posting.ask_for_look(place, owner_id=event.owner_id, now=timezone.now()):
        look_at_given_picture.enqueue(event.file_id)


@task()
def look_at_given_picture(file_id: int) -> None:
    actions.look_at_given_picture(file_id)
