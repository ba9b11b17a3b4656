"""Posts that are there already get the words they are found by."""

from typing import Any

from django.db import migrations

from corridor.algorithms.directory.words import words_of

AT_ONCE = 500


def write(apps: Any, schema_editor: Any) -> None:
    post_model = apps.get_model("posts", "Post")
    entry_model = apps.get_model("posts", "SearchEntry")
    lacking = post_model.objects.filter(search_entry=None).order_by("pk")
    while some := list(lacking.prefetch_related("attachments", "poll__options")[:AT_ONCE]):
        entry_model.objects.bulk_create(
            entry_model(post=post, words=" ".join(words_of(_texts(post)))) for post in some
        )


def _texts(post: Any) -> list[str]:
    poll = getattr(post, "poll", None)
    options = [] if poll is None else [option.title for option in poll.options.all()]
    return [post.content_note, post.text, *options, *(one.alt for one in post.attachments.all())]


class Migration(migrations.Migration):
    dependencies = [("posts", "0005_search_by_words_of_posts")]

    operations = [migrations.RunPython(write, migrations.RunPython.noop, elidable=True)]
