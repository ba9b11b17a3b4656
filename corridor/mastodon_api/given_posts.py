"""What apps say of a post that is to be, and what it means here.

https://docs.joinmastodon.org/methods/statuses/#create; what is ours alone is in `corridor[...]`.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import AfterValidator, BeforeValidator, Field

from corridor.algorithms.languages import is_language
from corridor.mastodon_api.callers import Caller
from corridor.mastodon_api.errors import ApiError
from corridor.mastodon_api.paging import LARGEST_ID
from corridor.posts import actions as posting
from corridor.posts import queries as posts
from corridor.posts.choices import Audience, Kind, Quoters, Repliers

LONGEST_APPLICATION = 120
YEARS = range(2000, 2200)
AUDIENCES: Mapping[str, Audience] = {
    "public": Audience.PUBLIC,
    "unlisted": Audience.QUIET,
    "private": Audience.FOLLOWERS,
    "direct": Audience.NAMED,
}
QUOTERS: Mapping[str, Quoters] = {
    "public": Quoters.EVERYONE,
    "followers": Quoters.FOLLOWERS,
    "nobody": Quoters.NOBODY,
}
Visibility = Literal["public", "unlisted", "private", "direct"]
QuotePolicy = Literal["public", "followers", "nobody"]


def _blank_is_none(value: Any) -> Any:
    return None if value == "" else value


def _no_blanks(value: Any) -> Any:
    if value is None or value == "":
        return []
    return [one for one in value if one != ""] if isinstance(value, list) else value


def _in_our_time(at: datetime) -> datetime:
    """Far from the ends of the calendar, so that every zone can tell it."""
    if at.year not in YEARS:
        raise ValueError("is no time that anybody lives to see")
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)


Id = Annotated[int, Field(ge=0, le=LARGEST_ID)]
MaybeId = Annotated[Id | None, BeforeValidator(_blank_is_none)]
Flag = Annotated[bool | None, BeforeValidator(_blank_is_none)]
Moment = Annotated[datetime, AfterValidator(_in_our_time)]
MaybeMoment = Annotated[Moment | None, BeforeValidator(_blank_is_none)]


class PollWords(Schema):
    options: list[str] = Field(max_length=50)
    expires_in: int = Field(ge=0, le=10**9)
    multiple: Flag = None
    hide_totals: Flag = None

    def meant(self) -> posting.NewPoll:
        return posting.NewPoll(
            options=self.options,
            lasts=timedelta(seconds=self.expires_in),
            is_multiple=bool(self.multiple),
            hides_totals=bool(self.hide_totals),
        )


class MediaWords(Schema):
    id: Id
    description: str | None = None
    focus: str | None = None

    def meant(self) -> posting.Description:
        return posting.Description(
            attachment=self.id, alt=self.description, focus=focus_of(self.focus)
        )


class CorridorWords(Schema):
    audience: Annotated[Audience | None, BeforeValidator(_blank_is_none)] = None
    repliers: Annotated[Repliers | None, BeforeValidator(_blank_is_none)] = None
    kind: Annotated[Kind | None, BeforeValidator(_blank_is_none)] = None
    expires_at: MaybeMoment = None


class PostWords(Schema):
    """Of a new post and of an edited one."""

    status: str | None = None
    media_ids: Annotated[list[Id], Field(max_length=20), BeforeValidator(_no_blanks)] = []
    media_attributes: Annotated[
        list[MediaWords], Field(max_length=20), BeforeValidator(_no_blanks)
    ] = []
    poll: Annotated[PollWords | None, BeforeValidator(_blank_is_none)] = None
    sensitive: Flag = None
    spoiler_text: str | None = None
    language: str | None = None
    quote_approval_policy: Annotated[QuotePolicy | None, BeforeValidator(_blank_is_none)] = None

    @property
    def descriptions(self) -> Sequence[posting.Description]:
        return [one.meant() for one in self.media_attributes]


class NewPostWords(PostWords):
    in_reply_to_id: MaybeId = None
    quoted_status_id: MaybeId = None
    visibility: Annotated[Visibility | None, BeforeValidator(_blank_is_none)] = None
    scheduled_at: MaybeMoment = None
    corridor: CorridorWords | None = None

    def meant(self, caller: Caller) -> posting.NewPost:
        ours = self.corridor or CorridorWords()
        usual = posts.posting_defaults(caller.member.pk)
        return posting.NewPost(
            text=self.status or "",
            audience=ours.audience or self._audience(usual.audience),
            kind=ours.kind or Kind.POST,
            language=language_of(self.language) or usual.language,
            content_note=self.spoiler_text or "",
            is_sensitive=usual.is_sensitive if self.sensitive is None else self.sensitive,
            repliers=ours.repliers or Repliers.EVERYONE,
            quoters=self._quoters(usual.quoters),
            in_reply_to=self.in_reply_to_id,
            quotes=self.quoted_status_id,
            attachments=self.media_ids,
            poll=None if self.poll is None else self.poll.meant(),
            expires_at=ours.expires_at,
            application=caller.application[:LONGEST_APPLICATION],
        )

    def _audience(self, usual: str) -> Audience:
        return Audience(usual) if self.visibility is None else AUDIENCES[self.visibility]

    def _quoters(self, usual: str) -> Quoters:
        said = self.quote_approval_policy
        return Quoters(usual) if said is None else QUOTERS[said]


def language_of(said: str | None) -> str:
    """What is no language is none, as Mastodon has it."""
    return said if said and is_language(said) else ""


def focus_of(said: str | None) -> tuple[float, float] | None:
    """From "0.2,-0.5"."""
    if not said:
        return None
    try:
        across, up = (float(part) for part in said.split(","))
    except ValueError as odd:
        raise ApiError(422, "Validation failed: focus: two numbers with a comma between") from odd
    return across, up
