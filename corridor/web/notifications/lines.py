"""What happened, as lines of a page: what is told together is one line."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corridor.notifications.choices import OF_MEETINGS, Kind
from corridor.notifications.wording import sentence
from corridor.posts import queries as posts
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from datetime import datetime

    from corridor.notifications.models import Notification
    from corridor.people.models import Profile
    from corridor.posts.models import Post

MOST_WORDS = 40
ICONS: Mapping[str, str] = {
    Kind.MENTION: "message-circle",
    Kind.REPLY_WAITING: "clock",
    Kind.BOOST: "arrow-left-right",
    Kind.KUDOS: "hand-heart",
    Kind.FOLLOW: "user-round",
    Kind.FOLLOW_REQUEST: "user-round",
    Kind.POLL: "list-checks",
    Kind.EDIT: "pencil",
    Kind.POST: "send",
    Kind.QUOTE: "message-circle",
    Kind.FLAG_ANSWERED: "flag",
    Kind.DECIDED: "scale",
    Kind.CHECK_IN: "hand-heart",
    Kind.READING_WAITS: "eye",
    Kind.READING_ANSWER: "eye",
    Kind.ATTENTION: "shield-check",
    Kind.SHIELD_OFFERED: "shield-check",
    Kind.INTEREST: "handshake",
    Kind.APPLICATION: "handshake",
    Kind.NOTE_TO_ANSWER: "message-circle",
    Kind.NOTE_ANSWERED: "message-circle",
    Kind.NOTE_SHOWN: "info",
    Kind.NOTE_JUDGED: "scale",
    Kind.QUESTIONED: "triangle-alert",
    Kind.HELPER_ASKED: "users-round",
    Kind.HELPER_AGREED: "users-round",
    Kind.HELPER_CALLED: "triangle-alert",
    Kind.HELPED: "shield-check",
    Kind.TEAM_ASKED: "handshake",
    Kind.TEAM_ANSWERED: "handshake",
    Kind.ACTED_FOR: "info",
    Kind.MESSAGE: "mail",
    Kind.LIKED: "hand-heart",
    Kind.HELLO: "message-circle",
    Kind.HELLO_ANSWERED: "message-circle",
    Kind.CONTACT_STEP: "message-circle",
    Kind.CONTACT_OVER: "check",
    Kind.QUESTION: "message-circle",
    Kind.ANSWER_TO_KEEP: "file-text",
    Kind.MESSAGE_ASKED: "mail",
    Kind.RELATIONSHIP: "handshake",
    Kind.MENTORING: "handshake",
    Kind.CIRCLE: "users-round",
    Kind.OFFICE_HOURS: "clock",
    Kind.GOAL_STUCK: "clock",
    Kind.MEETING_ASKED: "calendar",
    Kind.MEETING_AGREED: "calendar",
    Kind.MEETING_OFF: "calendar",
    Kind.MEETING_DOUBT: "calendar",
    Kind.MEETING_SOON: "clock",
    Kind.LOG_WANTED: "pencil",
    Kind.REVIEW_ASKED: "list-checks",
    Kind.CONTACT_ASKED: "message-circle",
    Kind.MATCH: "handshake",
    Kind.MATCH_NEWS: "handshake",
    Kind.NEXT_BEST: "handshake",
}
PAGES: Mapping[str, str] = {
    Kind.REPLY_WAITING: "replies-waiting",
    Kind.FLAG_ANSWERED: "own-flags",
    Kind.DECIDED: "decisions",
    Kind.CHECK_IN: "incidents",
    Kind.READING_WAITS: "second-readings",
    Kind.READING_ANSWER: "own-readings",
    Kind.ATTENTION: "shield",
    Kind.SHIELD_OFFERED: "shield",
    Kind.NOTE_JUDGED: "own-notes",
    Kind.HELPER_ASKED: "helping",
    Kind.HELPER_AGREED: "helpers",
    Kind.HELPER_CALLED: "helping",
    Kind.HELPED: "helpers",
    Kind.TEAM_ASKED: "team-invitations",
    Kind.TEAM_ANSWERED: "team-invitations",
    Kind.ACTED_FOR: "programmes",
    Kind.MESSAGE: "messages",
    Kind.LIKED: "first-contacts",
    Kind.HELLO: "first-contacts",
    Kind.HELLO_ANSWERED: "first-contacts",
    Kind.CONTACT_STEP: "first-contacts",
    Kind.CONTACT_OVER: "first-contacts",
    Kind.QUESTION: "ask",
    Kind.ANSWER_TO_KEEP: "kept-answers-own",
    Kind.MESSAGE_ASKED: "messages-asked",
    Kind.RELATIONSHIP: "relationships",
    Kind.MENTORING: "relationships",
    Kind.CIRCLE: "circles",
    Kind.OFFICE_HOURS: "office-hours",
    Kind.GOAL_STUCK: "relationships",
    **dict.fromkeys(OF_MEETINGS, "meetings"),
    Kind.INTEREST: "own-applications",
    Kind.APPLICATION: "own-applications",
    Kind.MATCH: "matches",
    Kind.MATCH_NEWS: "matches",
    Kind.NEXT_BEST: "programmes",
}
"""Kinds that lead to a page of their own."""
NOTES = frozenset({Kind.NOTE_TO_ANSWER, Kind.NOTE_ANSWERED, Kind.NOTE_SHOWN})
"""Kinds that lead to what was noted on a post."""


@dataclass(frozen=True, kw_only=True)
class Line:
    kind: str
    icon: str
    sentence: str
    person: "Profile"
    """Who did it last."""
    at: "datetime"
    url: str
    words: str
    """The beginning of what the post says."""
    is_unread: bool


def lines(several: Sequence["Notification"], request: MemberRequest, *, read_to: int) -> list[Line]:
    """Newest first; without what her filters hide here."""
    said = {
        one.post.pk: posts.Said(
            by=one.post.author_id, words=f"{one.post.content_note}\n{one.post.text}".casefold()
        )
        for one in several
        if one.post is not None
    }
    met = posts.filters_met(request.profile.pk, said, now=request.now, context="notifications")
    hiding = {pk: {one.filter.action for one in found} for pk, found in met.items()}
    titles = {pk: found[0].filter.title for pk, found in met.items()}
    groups: dict[str, list[Notification]] = {}
    for one in several:
        if "hide" not in hiding.get(one.post_id or 0, ()):
            groups.setdefault(one.group, []).append(one)
    return [_line(group, read_to, titles.get(group[0].post_id or 0)) for group in groups.values()]


def _line(group: Sequence["Notification"], read_to: int, covered_by: str | None) -> Line:
    newest = group[0]
    return Line(
        kind=newest.kind,
        icon=ICONS[newest.kind],
        sentence=sentence(newest, who=_names(one.by for one in group)),
        person=newest.by,
        at=newest.at,
        url=_address(newest),
        words="" if newest.post is None else _beginning(newest.post, covered_by),
        is_unread=newest.pk > read_to,
    )


def _names(people: Iterable["Profile"]) -> str:
    first, *rest = dict.fromkeys(person.display_name for person in people)
    if not rest:
        return first
    if len(rest) == 1:
        return _("%(one)s and %(other)s") % {"one": first, "other": rest[0]}
    count = len(rest)
    return ngettext("%(one)s and %(count)d other", "%(one)s and %(count)d others", count) % {
        "one": first,
        "count": count,
    }


def _beginning(post: "Post", covered_by: str | None) -> str:
    if covered_by is not None:
        return _("Covered by your filter “%(title)s”.") % {"title": covered_by}
    said = post.content_note or post.text
    return Truncator(said).words(MOST_WORDS)


def _address(one: "Notification") -> str:
    if one.kind in PAGES:
        return reverse(PAGES[one.kind])
    if one.kind in NOTES and one.post is not None:
        return reverse("post-notes", args=[one.post.pk])
    if one.post is not None:
        return reverse("post", args=[one.post.author.handle, one.post.pk])
    return reverse("profile", args=[one.by.handle])
