"""What is done for posts after the fact, by a worker."""

from django.utils import timezone
from django_tasks import task

from corridor.people.events import PhotoShown
from corridor.posts import actions
from corridor.posts.events import HomesWait, MediaReceived, PictureReceived, PostBroughtBack


def make_media_ready_later(event: MediaReceived) -> None:
    make_media_ready.enqueue(event.attachment_id)


@task()
def make_media_ready(attachment_id: int) -> None:
    """Takes minutes at worst."""
    actions.make_media_ready(attachment_id, now=timezone.now())


def look_at_picture_later(event: PictureReceived) -> None:
    look_at_picture.enqueue(event.attachment_id)


@task()
def look_at_picture(attachment_id: int) -> None:
    """Takes a second or two, and a few hundred MB while it does."""
    actions.look_at_picture(attachment_id)


def look_at_photo_later(event: PhotoShown) -> None:
    place = actions.place_of_photo(event.profile_id)
    if actions.ask_for_look(place, owner_id=event.profile_id, now=timezone.now()):
        look_at_photo.enqueue(event.profile_id)


@task()
def look_at_photo(profile_id: int) -> None:
    actions.look_at_photo(profile_id)


def reach_homes_later(event: HomesWait) -> None:
    reach_homes.enqueue(event.entry, event.after)


@task()
def reach_homes(entry: int, after: int) -> None:
    actions.reach_homes(entry, after=after)


def write_boosts_home_later(event: PostBroughtBack) -> None:
    write_boosts_home.enqueue(event.post_id)


@task()
def write_boosts_home(post_id: int) -> None:
    actions.write_boosts_home(post_id)
