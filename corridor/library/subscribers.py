"""What follows for the library from what people do."""

from corridor.library.actions.name_works import name_works, name_works_of_new
from corridor.posts import queries as posts
from corridor.posts.events import PostChanged, PostPublished


def name_works_of_post(event: PostPublished) -> None:
    name_works_of_new(event.post_id, event.text)


def name_works_anew(event: PostChanged) -> None:
    if event.is_edit:
        name_works(event.post_id, posts.text_of(event.post_id))
