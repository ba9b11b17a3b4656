"""The demo's posts: what the cast says, what others say around it, and what all make of it."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from django.core.files.base import File

from corridor.demo.cast import AMARA, CAST, DR_OSEI, MALLORY
from corridor.demo.drawings import DRAWINGS, drawn
from corridor.demo.further_words import QUOTING, TO_SOMEBODY
from corridor.demo.people import DemoPerson
from corridor.demo.post_words import ANSWERS, ROUNDS, SAID, TAGS, Said
from corridor.kernel.ids import first_id
from corridor.people.actions import PrivacySettings, follow, set_privacy
from corridor.posts import actions, queries
from corridor.posts.actions import NewPoll, NewPost, Upload

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.posts.models import Post

SEED = "said in the corridor"
DAYS = 21
OTHERS = 40
"""People besides the cast who write."""
ROUNDS_OF_OTHERS, ANSWERED = 80, 30
FOLLOWED_BY_AMARA = (
    "kwame_osei",
    "helen_vaughan",
    "adaeze_okonkwo",
    "ingrid_lindqvist",
    "rosa_delgado",
    "tomi_lawal",
    "bala_yusuf",
    "noor_rahmani",
    "kwame_mensa",
    "miguel_reyes",
    "mateus_ferreira",
    "eilidh_o_briain",
)
TAGS_OF_AMARA = ("FirstGenMed", "RegionalAnesthesia", "POCUS")
PASSED_ON = 0.45
"""Share of what the cast says."""
LAST_VISIT = timedelta(hours=6)

Profiles = Mapping[str, "Profile"]


def post_as_people_do(
    people: Sequence[DemoPerson], profiles: Profiles, *, now: datetime
) -> "list[Profile]":
    """The same words at the same hours before `now`, in every demo. Who reads and writes here."""
    rng = random.Random(SEED)
    others = [who for who in people if who not in CAST][:OTHERS]
    _follow(others, profiles, rng=rng, now=now)
    said = sorted(
        [*SAID, *QUOTING, *TO_SOMEBODY, *_of_others(others, rng)], key=lambda one: -one.hours
    )
    posts: dict[str, Post] = {}
    for one in said:
        post = _say(one, posts, profiles[one.who], now=now)
        posts[one.key or f"{one.who} {one.hours}"] = post
    readers = [profiles[who.handle] for who in [*CAST, *others]]
    _let_be_found(readers, now=now)
    _answer(posts, readers, rng=rng, now=now)
    _mark(posts, readers, rng=rng, now=now)
    amara = profiles[AMARA.handle]
    came = now - LAST_VISIT
    actions.mark_read(timeline="home", to=first_id(came), by=amara.pk, now=came)
    return readers


def _let_be_found(writers: "Sequence[Profile]", *, now: datetime) -> None:
    """Posts for everybody, by search; Mallory keeps hers to herself."""
    for profile in writers:
        if profile.handle != MALLORY.handle:
            settings = replace(PrivacySettings.of(profile), is_searchable=True)
            set_privacy(profile=profile, settings=settings, by=profile, now=now)


def _follow(
    others: Sequence[DemoPerson], profiles: Profiles, *, rng: random.Random, now: datetime
) -> None:
    """The cast knows each other in part; others follow some of the cast."""
    then = now - timedelta(days=DAYS + 4)
    cast = [who.handle for who in CAST]
    wanted = {AMARA.handle: list(FOLLOWED_BY_AMARA)}
    for who in [*CAST[1:], *others]:
        wanted[who.handle] = rng.sample(cast, k=rng.randint(2, 6))
    wanted[DR_OSEI.handle].append(AMARA.handle)
    for handle, followed in wanted.items():
        for other in dict.fromkeys(followed):
            if other != handle:
                follow(follower=profiles[handle], followed=profiles[other], now=then)
    for tag in TAGS_OF_AMARA:
        actions.follow_tag(name=tag, by=profiles[AMARA.handle], now=then)


def _of_others(others: Sequence[DemoPerson], rng: random.Random) -> list[Said]:
    said = []
    for number in range(ROUNDS_OF_OTHERS):
        who = rng.choice(others)
        text = rng.choice(ROUNDS).format(
            field=who.specialty, interest=rng.choice(who.interests), tag=rng.choice(TAGS)
        )
        hours = rng.uniform(2, DAYS * 24)
        said.append(Said(who=who.handle, text=text, hours=hours, key=f"round {number}"))
    return said


def _say(said: Said, posts: "Mapping[str, Post]", by: "Profile", *, now: datetime) -> "Post":
    at = now - timedelta(hours=said.hours)
    new = NewPost(
        text=said.text,
        audience=said.audience,
        repliers=said.repliers,
        content_note=said.note,
        language=said.language,
        in_reply_to=posts[said.to].pk if said.to else None,
        quotes=posts[said.quotes].pk if said.quotes else None,
        attachments=[picture(said.picture, by, at)] if said.picture else (),
        poll=NewPoll(options=said.options, lasts=timedelta(days=3)) if said.options else None,
    )
    return actions.publish_post(new, by=by, now=at)


def picture(name: str, by: "Profile", at: datetime) -> int:
    file = File(BytesIO(drawn(name)), name=f"{name}.png")
    sent = actions.upload_media(Upload(file=file, alt=DRAWINGS[name].alt), by=by, now=at)
    actions.look_at_picture(sent.pk)  # no worker runs yet
    return sent.pk


def _answer(
    posts: "Mapping[str, Post]", readers: "Sequence[Profile]", *, rng: random.Random, now: datetime
) -> None:
    open_to_all = [post for post in posts.values() if post.is_open and post.repliers == "everyone"]
    for post in sorted(rng.sample(open_to_all, k=ANSWERED), key=lambda one: one.at):
        by = rng.choice([one for one in readers if one.pk != post.author_id])
        at = _after(post, rng, now)
        if not queries.readable(by.pk, now=at).filter(pk=post.pk).exists():
            continue  # the two are kept apart
        new = NewPost(text=rng.choice(ANSWERS), in_reply_to=post.pk, language="en")
        actions.publish_post(new, by=by, now=at)


def _mark(
    posts: "Mapping[str, Post]", readers: "Sequence[Profile]", *, rng: random.Random, now: datetime
) -> None:
    """What the cast says is liked more; some of it is passed on, and polls are answered."""
    for post in [one for one in posts.values() if one.is_open]:
        is_known = post.author_id in {one.pk for one in readers[: len(CAST)]}
        likes = rng.randint(2, 9) if is_known else rng.randint(0, 2)
        for by in rng.sample(readers, k=likes):
            actions.give_kudos(post=post, by=by, now=_after(post, rng, now))
        if is_known and post.in_reply_to_id is None and rng.random() < PASSED_ON:
            by = rng.choice([one for one in readers if one.pk != post.author_id])
            actions.boost_post(post=post, by=by, now=_after(post, rng, now))
        _vote(post, readers, rng=rng)


def _after(post: "Post", rng: random.Random, now: datetime) -> datetime:
    """Sooner rather than later; never two at the same moment."""
    return post.at + (now - post.at) * rng.random() ** 3


def _vote(post: "Post", readers: "Sequence[Profile]", *, rng: random.Random) -> None:
    poll = getattr(post, "poll", None)
    if poll is None:
        return
    for by in rng.sample(readers[1:], k=17):
        if by.pk != post.author_id:
            at = post.at + timedelta(minutes=rng.randint(1, 90))
            choice = min(rng.randint(0, 3), rng.randint(0, 3))
            actions.vote(poll=poll, choices=[choice], by=by, now=at)
