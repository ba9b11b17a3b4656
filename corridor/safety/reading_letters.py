"""Mails about second readings: never with a word of what is to be read."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.people import letters
from corridor.people import queries as people
from corridor.people.letters import Button, Letter
from corridor.safety.choices import ReadingState

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.safety.models import SecondReading

MOST_READERS = 20

ANSWERS: Mapping[str, tuple[Promise, Promise]] = {
    ReadingState.PASSED: (
        gettext_lazy("A second reader let your post pass"),
        gettext_lazy("It is published, or waits for the time that you chose."),
    ),
    ReadingState.CHANGE: (
        gettext_lazy("A second reader asks for a change"),
        gettext_lazy("What they write is on the page. Change the post there and send it again."),
    ),
    ReadingState.DECLINED: (
        gettext_lazy("A second reader did not let your post pass"),
        gettext_lazy("The reasons are on the page. Your words stay there for a week, for you."),
    ),
    ReadingState.EXPIRED: (
        gettext_lazy("Your post was not read in time"),
        gettext_lazy(
            "Nobody but you has it, and nothing was published. Your words stay for a week: send"
            " them again, or leave out what leads to somebody."
        ),
    ),
}


def tell_readers(readers: Iterable[int]) -> None:
    for reader_id in list(readers)[:MOST_READERS]:
        reader = people.profile_here(reader_id)
        if reader is not None:
            letter = to_reader(reader, subject=_("A post waits for a second reader"))
            letters.tell(letter, to=reader.account.email)


def to_reader(reader: "Profile", *, subject: str) -> Letter:
    return Letter(
        subject=subject,
        paragraphs=(
            _(
                "Somebody wants it read before it is published, because a patient might be"
                " recognised in it or because they are not sure. Until then nobody sees it."
            ),
            _("It ends by itself when nobody reads it within three days."),
        ),
        button=Button(label=_("Read it"), url=letters.address_of_page("second-readings")),
        why=letters.to_member(reader.handle),
    )


def tell_author(reading: "SecondReading") -> None:
    author = people.profile_here(reading.author_id)
    if author is not None:
        letters.tell(to_author(reading, author), to=author.account.email)


def to_author(reading: "SecondReading", author: "Profile") -> Letter:
    subject, paragraph = ANSWERS[reading.state]
    return Letter(
        subject=subject,
        paragraphs=(paragraph,),
        button=Button(
            label=_("See what came of it"),
            url=letters.address_of_page("own-reading", reading.pk),
        ),
        why=letters.to_member(author.handle),
    )
