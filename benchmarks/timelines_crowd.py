"""The community that `timelines.py` reads and writes in, made by bulk inserts.

Each of the people follows the next hundred, and has 25 posts; every tenth post is
`#medtwitter`, every twelfth passed on by somebody. The reader, the first of them, gave kudos,
saved, muted, blocked and filters; all others gave some kudos too.

Whatever is drawn by chance is counted from the newest post: of two communities of which one has
more posts, the newest are the same.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Model
from oauth2_provider.models import AccessToken, Application, set_token_value

from corridor.kernel.ids import first_id
from corridor.mastodon_api.entities.account import account_part
from corridor.mastodon_api.models import RenderedAccount, RenderedPost
from corridor.mastodon_api.rendering import render_posts
from corridor.people import queries as people
from corridor.people.choices import EvaluationKind
from corridor.people.models import Account, Block, Evaluation, Follow, Mute, Profile
from corridor.posts.fan_out import MOST_KEPT
from corridor.posts.models import (
    Bookmark,
    Boost,
    Figures,
    Filter,
    FilterKeyword,
    Kudos,
    Post,
    Tag,
    TagUse,
    ThreadMute,
    TimelineEntry,
)

AT_ONCE = 5_000
BOOSTED = (600_000 << 16) + 1
"""Ten minutes later."""
TOKEN = "token-of-the-benchmark"  # noqa: S105 - of people who do not exist
TAG = "medtwitter"
NOBODY_KNOWS = "!"
RENDERED = 4_000
"""Newest posts whose text is made as always; older ones get a copy of one as long."""
WORDS = (
    *("airway", "consent", "ward", "round", "neonatal", "cardiology", "rota", "exam", "clinic"),
    *("teaching", "audit", "fellowship", "thesis", "application", "interview", "mentor"),
    *("night", "shift", "anatomy", "theatre", "referral", "guideline"),
)


@dataclass(frozen=True, kw_only=True)
class Size:
    people: int = 2_000
    follows: int = 100
    posts: int = 50_000
    readers: int = 50
    """For whom a home timeline is written; nobody else reads in the benchmark."""


@dataclass(frozen=True)
class Crowd:
    reader: int
    entries: int
    newest: int
    """Id of the newest post of the reader's timeline."""
    celebrity: int
    """Followed by 1,050."""


def make(size: Size, now: datetime) -> Crowd:
    with transaction.atomic():
        ids = make_people(size, now)
        make_follows(ids, size, now)
        posts = make_posts(ids, size, now)
        make_boosts(ids, posts, now)
        make_opinions(ids, posts, now)
        entries = make_entries(ids, size)
        keep_token(ids[0], now)
    render(posts)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    newest = TimelineEntry.objects.filter(profile=ids[0]).order_by("-entry").first()
    assert newest is not None
    return Crowd(ids[0], entries, newest.post_id, ids[size.follows + 1])


def write(model: type[Model], rows: Iterable[Any]) -> None:
    waiting = iter(rows)
    while some := list(islice(waiting, AT_ONCE)):
        model._default_manager.bulk_create(some)  # noqa: SLF001 - of any model


def make_people(size: Size, now: datetime) -> list[int]:
    write(
        Account,
        (
            Account(email=f"u{n}@example.org", password=NOBODY_KNOWS, joined_at=now)
            for n in range(size.people)
        ),
    )
    accounts = Account.objects.order_by("pk").values_list("pk", flat=True)
    write(
        Profile,
        (
            Profile(account_id=pk, handle=f"u{n:05}", display_name=f"Person {n}", bio="Surgery")
            for n, pk in enumerate(accounts)
        ),
    )
    return list(Profile.objects.order_by("pk").values_list("pk", flat=True))


def make_follows(ids: list[int], size: Size, now: datetime) -> None:
    """The one after those whom the reader follows is followed by 1,050."""
    count = len(ids)
    pairs = {(n, (n + k) % count) for n in range(count) for k in range(1, size.follows + 1)}
    celebrity = size.follows + 1
    fans = (n for n in range(1, count) if n != celebrity and (n, celebrity) not in pairs)
    have = sum((n, celebrity) in pairs for n in range(count))
    pairs |= {(n, celebrity) for n in islice(fans, max(0, 1_050 - have))}
    write(
        Follow,
        (
            Follow(follower_id=ids[a], followed_id=ids[b], asked_at=now, accepted_at=now)
            for a, b in sorted(pairs)
        ),
    )


def make_posts(ids: list[int], size: Size, now: datetime) -> list[int]:
    """Thirty seconds apart, in an order of authors that is fixed and looks like none."""
    tag = Tag.objects.create(name=TAG, shown_as="MedTwitter")

    def each() -> Iterator[Post]:
        for n in reversed(range(size.posts)):
            at = now - timedelta(seconds=30 * (n + 1))
            rng = random.Random(n)
            words = " ".join(rng.choices(WORDS, k=rng.randint(14, 40)))
            text = f"{words} #MedTwitter" if n % 10 == 0 else words
            link = f' <a href="/tags/{TAG}/" class="mention hashtag" rel="tag">#MedTwitter</a>'
            html = f"<p>{words}{link if n % 10 == 0 else ''}</p>"
            yield Post(
                id=first_id(at),
                author_id=ids[n * 7919 % len(ids)],
                at=at,
                text=text,
                html=html,
                language="en",
                thread=first_id(at),
            )

    write(Post, each())
    posts = list(Post.objects.order_by("pk").values_list("pk", flat=True))
    write(TagUse, (TagUse(tag=tag, post_id=pk) for pk in reversed(posts[::-10])))
    return posts


def make_boosts(ids: list[int], posts: list[int], now: datetime) -> None:
    rng = random.Random(4)
    made = [
        Boost(id=pk + BOOSTED, booster_id=rng.choice(ids[1:]), post_id=pk, at=now)
        for pk in posts[-41::-12]
    ]
    write(Boost, reversed(made))


def make_opinions(ids: list[int], posts: list[int], now: datetime) -> None:
    rng = random.Random(5)
    reader, follows = ids[0], ids[1:101]
    recent = posts[:-6_001:-1]
    write(Kudos, (Kudos(profile_id=reader, post_id=pk, at=now) for pk in recent[::3]))
    write(Kudos, (Kudos(profile_id=rng.choice(ids[1:]), post_id=pk, at=now) for pk in posts[::-1]))
    Post.objects.update(kudos_count=1)
    write(Bookmark, (Bookmark(profile_id=reader, post_id=pk, at=now) for pk in recent[::5]))
    write(ThreadMute, (ThreadMute(profile_id=reader, thread=pk, at=now) for pk in recent[::50]))
    others = ids[-40:]
    write(Mute, (Mute(muter_id=reader, muted_id=pk, at=now) for pk in [follows[3], *others[:9]]))
    write(Block, (Block(blocker_id=reader, blocked_id=pk, at=now) for pk in others[10:20]))
    write(Block, (Block(blocker_id=pk, blocked_id=reader, at=now) for pk in others[20:23]))
    kind = EvaluationKind.EVALUATES_ME
    Evaluation.objects.create(declared_by_id=reader, other_id=others[30], kind=kind, at=now)
    made = Filter.objects.create(profile_id=reader, title="Exams", contexts=["home", "public"])
    write(FilterKeyword, (FilterKeyword(filter=made, keyword=word) for word in ("exam", "rota")))


def make_entries(ids: list[int], size: Size) -> int:
    """Written as `fan_out` writes them, for some readers, and trimmed as it trims them."""
    for place, reader in enumerate(ids[: size.readers]):
        mine = [ids[(place + k) % len(ids)] for k in range(1, size.follows + 1)]
        own = Post.objects.filter(author__in=mine).order_by("-pk").values_list("pk", flat=True)
        passed = Boost.objects.filter(booster__in=mine).order_by("-pk").values_list("pk", "post")
        entries = [(pk, pk, None) for pk in own[:MOST_KEPT]]
        entries += [(pk, post, pk) for pk, post in passed[:MOST_KEPT]]
        kept = sorted(entries, reverse=True)[:MOST_KEPT]
        write(
            TimelineEntry,
            (
                TimelineEntry(profile_id=reader, entry=entry, post_id=post, boost_id=boost)
                for entry, post, boost in kept
            ),
        )
    return TimelineEntry.objects.count()


def render(posts: list[int]) -> None:
    profiles = list(people.whole_profiles(Profile.objects.values_list("pk", flat=True)))
    base = settings.PUBLIC_URL
    with transaction.atomic():
        write(
            RenderedAccount,
            (RenderedAccount(profile=one, base=base, part=account_part(one)) for one in profiles),
        )
        write(Figures, (Figures(profile=one, posts=25, followers=100) for one in profiles))
        render_posts(needed(posts))
        model = RenderedPost.objects.order_by("-pk").first()
        assert model is not None
        made = set(RenderedPost.objects.values_list("pk", flat=True))
        write(
            RenderedPost,
            (
                RenderedPost(post_id=pk, part=model.part, words=model.words, base=base)
                for pk in posts
                if pk not in made
            ),
        )


def needed(posts: list[int]) -> set[int]:
    """What is read: the first pages of all timelines."""
    first = TimelineEntry.objects.order_by("profile", "-entry").values_list("profile", "post")
    pages: dict[int, list[int]] = {}
    for profile, post in first.iterator():
        page = pages.setdefault(profile, [])
        if len(page) < 100:
            page.append(post)
    return {*posts[-RENDERED // 4 :], *(post for page in pages.values() for post in page)}


def keep_token(profile_id: int, now: datetime) -> None:
    application = Application.objects.create(
        name="Benchmark",
        client_type=Application.CLIENT_CONFIDENTIAL,
        authorization_grant_type=Application.GRANT_AUTHORIZATION_CODE,
        redirect_uris="https://benchmark.example/back",
    )
    kept = AccessToken(
        user=Account.objects.get(profile=profile_id),
        application=application,
        scope="read write follow push",
        expires=now + timedelta(days=3650),
    )
    set_token_value(kept, TOKEN)
    kept.save()
    # Others sign in too: the token is found among thousands.
    write(
        AccessToken,
        (
            AccessToken(
                application=application,
                token_checksum=f"{n:064x}",
                token=f"other-{n}",
                scope="read",
                expires=now + timedelta(days=3650),
            )
            for n in range(4_000)
        ),
    )
