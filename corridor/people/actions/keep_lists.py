"""Lists of people that somebody keeps for herself; nobody is told."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from corridor.kernel import events
from corridor.people.choices import RepliesShown
from corridor.people.events import HomeChanged
from corridor.people.models import ListEntry, PersonList, Profile
from corridor.people.queries.relations import kept_from

LONGEST_TITLE = 60
MOST_LISTS = 50


class TitleMissing(Exception):
    """A list without a name cannot be found again."""


class TitleTooLong(Exception):
    """At most ``LONGEST_TITLE`` letters."""


class TitleTaken(Exception):
    """She has a list of that name."""


class TooManyLists(Exception):
    """``MOST_LISTS`` are enough for anybody."""


class NotYourList(Exception):
    """Lists are changed by whoever keeps them."""


class CannotBeListed(Exception):
    """Yourself, or somebody you are kept apart from."""


@transaction.atomic
def make_list(*, owner: Profile, title: str) -> PersonList:
    """Raises TitleMissing, TitleTooLong, TitleTaken or TooManyLists."""
    Profile.objects.select_for_update().get(pk=owner.pk)
    if PersonList.objects.filter(owner=owner).count() >= MOST_LISTS:
        raise TooManyLists
    return PersonList.objects.create(owner=owner, title=_free_title(owner, title))


@transaction.atomic
def rename_list(*, kept: PersonList, title: str, by: Profile) -> None:
    """Raises NotYourList, TitleMissing, TitleTooLong or TitleTaken."""
    _check_owner(kept, by)

    kept.title = _free_title(by, title, besides=kept)
    kept.save(update_fields=["title"])


@transaction.atomic
def tune_list(*, kept: PersonList, replies: RepliesShown, is_exclusive: bool, by: Profile) -> None:
    """What is in it, and whether it is read apart from Home. Raises NotYourList."""
    _check_owner(kept, by)

    was_exclusive = kept.is_exclusive
    kept.replies = replies
    kept.is_exclusive = is_exclusive
    kept.save(update_fields=["replies", "is_exclusive"])
    if was_exclusive != is_exclusive:
        _tell_home(kept, _people_on(kept))


@transaction.atomic
def end_list(*, kept: PersonList, by: Profile) -> None:
    """The people on it are not touched. Raises NotYourList."""
    _check_owner(kept, by)

    were_on = _people_on(kept) if kept.is_exclusive else []
    kept.delete()
    _tell_home(kept, were_on)


@transaction.atomic
def put_on_list(*, kept: PersonList, profile: Profile, by: Profile, today: date) -> None:
    """Putting twice is putting once. Raises NotYourList or CannotBeListed."""
    _check_owner(kept, by)
    if profile.pk == by.pk or profile.pk in kept_from(by, today=today):
        raise CannotBeListed

    _, is_new = ListEntry.objects.get_or_create(list=kept, profile=profile)
    if is_new and kept.is_exclusive:
        _tell_home(kept, [profile.pk])


@transaction.atomic
def take_off_list(*, kept: PersonList, profile: Profile, by: Profile) -> None:
    """Whoever is not on it stays off. Raises NotYourList."""
    _check_owner(kept, by)

    gone, _ = ListEntry.objects.filter(list=kept, profile=profile).delete()
    if gone and kept.is_exclusive:
        _tell_home(kept, [profile.pk])


def _people_on(kept: PersonList) -> list[int]:
    return list(kept.entries.order_by("pk").values_list("profile", flat=True))


def _tell_home(kept: PersonList, profile_ids: Iterable[int]) -> None:
    for profile_id in profile_ids:
        events.publish(HomeChanged(reader_id=kept.owner_id, author_id=profile_id))


def _check_owner(kept: PersonList, by: Profile) -> None:
    if kept.owner_id != by.pk:
        raise NotYourList


def _free_title(owner: Profile, title: str, *, besides: PersonList | None = None) -> str:
    title = " ".join(title.split())
    if not title:
        raise TitleMissing
    if len(title) > LONGEST_TITLE:
        raise TitleTooLong
    others = PersonList.objects.filter(owner=owner, title=title)
    if (others.exclude(pk=besides.pk) if besides else others).exists():
        raise TitleTaken
    return title
