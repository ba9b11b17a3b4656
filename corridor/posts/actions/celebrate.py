"""Somebody tells of an achievement: hers at once, another's once she agrees."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from corridor.algorithms.references import Identifier, identifiers
from corridor.people import letters
from corridor.people import queries as people
from corridor.people.letters import Button, Letter
from corridor.posts.actions.delete_post import delete_post
from corridor.posts.actions.publish_post import NewPost, publish_post
from corridor.posts.choices import Audience, Feat, Kind
from corridor.posts.models import Achievement

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_WAITING = 20
AUDIENCES = (Audience.PUBLIC, Audience.QUIET, Audience.FOLLOWERS)


class NobodyToCelebrate(Exception):
    """There is no such person for her."""


class NotADoi(Exception):
    """What she typed there names no work."""


class TooManyWaiting(Exception):
    """As many wait already for others to agree."""


class NotAboutYou(Exception):
    """Only she whom it is about may answer, and only while it waits."""


class NotYourAchievement(Exception):
    """Neither told by her nor about her."""


@dataclass(frozen=True, kw_only=True)
class NewAchievement:
    feat: Feat
    title: str
    words: str = ""
    place: str = ""
    doi: str = ""
    happened_on: date | None = None
    audience: Audience = Audience.PUBLIC
    about: str = ""
    """A handle; empty for her own."""


@transaction.atomic
def celebrate(new: NewAchievement, *, by: "Profile", now: datetime) -> Achievement:
    """Raises NobodyToCelebrate, NotADoi, TooManyWaiting, or what `publish_post` raises."""
    about = _about(new, by, now)
    doi = _doi(new.doi)
    waiting = Achievement.objects.filter(author=by, post=None).count()
    if about.pk != by.pk and waiting >= MOST_WAITING:
        raise TooManyWaiting

    told = Achievement.objects.create(
        author=by,
        about=about,
        feat=new.feat,
        title=" ".join(new.title.split()),
        words=new.words.strip(),
        place=" ".join(new.place.split()),
        doi=doi,
        happened_on=new.happened_on,
        audience=new.audience if new.audience in AUDIENCES else Audience.PUBLIC,
        at=now,
    )
    if about.pk == by.pk:
        _publish(told, now)
    else:
        transaction.on_commit(lambda: _ask(told))
    return told


@transaction.atomic
def agree(achievement: Achievement, *, by: "Profile", now: datetime) -> None:
    """It is published by whoever told it. Raises NotAboutYou, or what `publish_post` raises."""
    held = Achievement.objects.select_for_update().filter(pk=achievement.pk, post=None).first()
    if held is None or held.about_id != by.pk:
        raise NotAboutYou

    _publish(held, now)


@transaction.atomic
def take_away(achievement: Achievement, *, by: "Profile", now: datetime) -> None:
    """By either of them, at any time; a published one goes with its post.

    Whoever it is about does not want to see it again: then it does not come back.

    Raises NotYourAchievement.
    """
    if by.pk not in {achievement.author_id, achievement.about_id}:
        raise NotYourAchievement

    if achievement.post is not None:
        author = achievement.author
        delete_post(post=achievement.post, by=author, now=now, for_good=by.pk != author.pk)
    else:
        achievement.delete()


def text_of(achievement: Achievement) -> str:
    """As apps show it, which know no cards."""
    when = achievement.happened_on
    facts = [achievement.place, date_format(when, "j F Y") if when else ""]
    line = ", ".join(
        [f"{achievement.get_feat_display()}: {achievement.title}", *filter(None, facts)]
    )
    doi = Identifier(kind="doi", value=achievement.doi).url if achievement.doi else ""
    is_own = achievement.author_id == achievement.about_id
    whose = "" if is_own else f"@{achievement.about.handle}"
    return "\n\n".join(filter(None, [achievement.words, f"{whose} {line}".strip(), doi]))


def _publish(achievement: Achievement, now: datetime) -> None:
    new = NewPost(
        text=text_of(achievement),
        kind=Kind.ACHIEVEMENT,
        audience=Audience(achievement.audience),
    )
    achievement.post = publish_post(new, by=achievement.author, now=now)
    achievement.save(update_fields=["post"])


def _about(new: NewAchievement, by: "Profile", now: datetime) -> "Profile":
    handle = new.about.strip().removeprefix("@").lower()
    if handle in {"", by.handle}:
        return by
    about = people.profile_seen(handle, viewer=by, today=now.date())
    if about is None or about.is_automated:
        raise NobodyToCelebrate
    return about


def _doi(typed: str) -> str:
    if not typed.strip():
        return ""
    found = [one for one in identifiers(typed) if one.kind == "doi"]
    if len(found) != 1:
        raise NotADoi
    return found[0].value


def _ask(achievement: Achievement) -> None:
    name = achievement.author.display_name
    letter = Letter(
        subject=_("%(name)s would like to celebrate you") % {"name": name},
        paragraphs=(
            f"{achievement.get_feat_display()}: {achievement.title}",
            _("It is published only if you agree. If you do nothing, it stays between you two."),
        ),
        button=Button(label=_("Look at it"), url=letters.address_of_page("achievements-waiting")),
        why=letters.to_member(achievement.about.handle),
    )
    letters.tell(letter, to=achievement.about.account.email)
