"""A small installation, and in it much that is Mallory's alone: a word gives it away."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from django.db import connection
from django.test import Client

from corridor.mastodon_api.models import PushSubscription
from corridor.people import actions as people
from corridor.people.models import PersonList, PersonNote, Profile
from corridor.posts import actions as posts
from corridor.posts.choices import Audience
from corridor.posts.models import Filter, FilterKeyword, Post, ScheduledPost
from tests.mastodon_api.letting_in import EVERYTHING, let_in

SECRET = "Zwetschgenwasser"  # noqa: S105 - a word that nobody else says here
HERS = {
    Filter: "title",
    FilterKeyword: "keyword",
    PersonList: "title",
    PersonNote: "text",
    Post: "text__startswith",
    PushSubscription: "endpoint__endswith",
    ScheduledPost: "words__text",
}
"""What Mallory keeps, and where the word is found in it."""


@dataclass(frozen=True, kw_only=True)
class Stage:
    numbers: tuple[str, ...]
    """Of whatever is there: Amara's, of others, open and closed."""
    amara: Profile
    mallory: Profile

    def app(self):
        """Amara's, which may do anything."""
        return Client(headers={"Authorization": "Bearer token-of-amara"})


def furnish(now):
    amara, osei, mallory = (_somebody(name, now) for name in ("amara", "osei", "mallory"))
    numbers = [one.pk for one in (amara, osei, mallory)]
    numbers += [_says(one, audience, now) for one in (amara, osei) for audience in Audience]
    numbers += [
        _says(mallory, audience, now, SECRET)
        for audience in Audience
        if audience not in {Audience.PUBLIC, Audience.QUIET}
    ]
    numbers += [*_kept_by(amara, "exams", now), *_kept_by(mallory, SECRET, now)]
    let_in(amara, f"{EVERYTHING} profile", "token-of-amara")
    _wakes(let_in(mallory, EVERYTHING, "token-of-mallory"))
    people.note_about(about=amara, text=SECRET, by=mallory)
    return Stage(numbers=tuple(str(one) for one in numbers), amara=amara, mallory=mallory)


def count_hers():
    found = {}
    with connection.cursor() as asked:
        for name, sql, given in _asks_for_hers():
            asked.execute(sql, given)
            found[name] = len(asked.fetchall())
    return found


@cache
def _asks_for_hers():
    """Worked out once: the same is asked after every request."""
    found = {model: model.objects.filter(**{place: SECRET}) for model, place in HERS.items()}
    return [
        (model.__name__, *rows.order_by().values("pk").query.sql_with_params())
        for model, rows in found.items()
    ]


def _somebody(handle, now):
    person = people.NewPerson(
        email=f"{handle}@example.org", handle=handle, display_name=handle.title()
    )
    return people.register_person(person, "corridor-conversation", now=now)


def _wakes(token):
    PushSubscription.objects.create(
        token=token,
        endpoint=f"https://push.example/{SECRET}",
        p256dh="p",
        auth="a",
        sealed_token=b"",
    )


def _says(profile, audience, now, word="Blocks"):
    poll = posts.NewPoll(options=["Yes", "No"], lasts=timedelta(days=1))
    new = posts.NewPost(text=f"{word} on Thursday #FirstGen", audience=audience, poll=poll)
    return posts.publish_post(new, by=profile, now=now).pk


def _kept_by(profile, word, now):
    """A list, a filter, and a post that is to be."""
    kept = people.make_list(owner=profile, title=word)
    made = posts.make_filter(
        posts.FilterWords(title=word, contexts=["home"]),
        keywords=[posts.Keyword(text=word)],
        by=profile,
    )
    due = posts.schedule_post(
        posts.NewPost(text=word), due_at=now + timedelta(days=2), by=profile, now=now
    )
    return [kept.pk, made.pk, due.pk, *made.keywords.values_list("pk", flat=True)]
