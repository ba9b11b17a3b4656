"""What posts hold about one person, for her own archive."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.people.higher_contexts import HigherContext, Section
from corridor.posts.actions.forget_files import forget_files
from corridor.posts.models import (
    Achievement,
    Attachment,
    Bookmark,
    Boost,
    DeletedPost,
    DeletionRule,
    DismissedNote,
    Draft,
    FeaturedTag,
    Filter,
    Kudos,
    Post,
    PostingDefaults,
    PulledPost,
    Revision,
    ScheduledPost,
    TagFollow,
    Vote,
)

if TYPE_CHECKING:
    from corridor.people.models import Profile

OTHERS = "What others say or do is theirs."
MADE = "Made from what is exported besides."
LABELS: Mapping[str, str | Promise] = {
    "id": _("Number"),
    "at": _("When"),
    "edited_at": _("Edited"),
    "text": _("Words"),
    "content_note": _("Content note"),
    "audience": _("Audience"),
    "language": _("Language"),
    "in_reply_to": _("In reply to"),
    "author": _("Of"),
    "post": _("Post"),
    "answer": _("Answer"),
    "tag": _("Hashtag"),
    "name": _("Name"),
    "keywords": _("Words"),
    "action": _("What happens"),
    "due_at": _("To be published"),
    "words": _("Words"),
    "file": _("File"),
    "shows": _("What it shows"),
    "kind": _("Kind"),
    "about": _("About"),
    "title": _("Title"),
    "place": _("Where"),
    "doi": _("DOI"),
    "happened_on": _("On"),
    "until": _("Kept until"),
    "days": _("Older than so many days"),
    "begins_at": _("From"),
    "note": _("Note"),
    "digest": _("SHA-256 of the sealed copy"),
}


def archive(profile: "Profile") -> Sequence[Section]:
    return [
        _posts(profile),
        _revisions(profile),
        _of_posts("boosts", _("Boosts"), Boost.objects.filter(booster=profile)),
        _of_posts("kudos", _("Kudos you gave"), Kudos.objects.filter(profile=profile)),
        _of_posts("bookmarks", _("Posts you kept"), Bookmark.objects.filter(profile=profile)),
        _attachments(profile),
        _achievements(profile),
        _votes(profile),
        _tags("followed_tags", _("Hashtags you follow"), TagFollow, profile),
        _tags("featured_tags", _("Hashtags on your profile"), FeaturedTag, profile),
        _filters(profile),
        _later("scheduled_posts", _("Posts for later"), ScheduledPost, profile, "due_at"),
        _rule(profile),
        _defaults(profile),
        _deleted(profile),
        _later("drafts", _("Drafts"), Draft, profile, "at"),
        _pulled(profile),
        _dismissed(profile),
    ]


def forget(profile: "Profile", handle: str) -> None:
    """Rows go with the profile; files have no transaction and go once the rows are gone."""
    del handle
    forget_files(Attachment.objects.filter(owner=profile))


def _section(key: str, title: str | Promise, rows: Sequence[Mapping[str, object]]) -> Section:
    names = {name for row in rows for name in row}
    return Section(
        key=key,
        title=title,
        rows=rows,
        labels={name: label for name, label in LABELS.items() if name in names},
    )


def _posts(profile: "Profile") -> Section:
    rows = Post.objects.filter(author=profile).order_by("id")
    names = ("id", "at", "edited_at", "kind", "audience", "language", "content_note", "text")
    return _section(
        "posts",
        _("Posts"),
        [
            {name: getattr(post, name) for name in names} | {"in_reply_to": post.in_reply_to_id}
            for post in rows
        ],
    )


def _revisions(profile: "Profile") -> Section:
    rows = Revision.objects.filter(post__author=profile).order_by("at", "pk")
    names = ("post_id", "at", "content_note", "text")
    told = [dict(zip(("post", *names[1:]), row, strict=True)) for row in rows.values_list(*names)]
    return _section("revisions", _("What posts said before you edited them"), told)


def _of_posts(key: str, title: str | Promise, rows: object) -> Section:
    found = rows.order_by("at", "pk").values_list("at", "post", "post__author__handle")  # type: ignore[attr-defined]
    return _section(
        key, title, [{"at": at, "post": post, "author": author} for at, post, author in found]
    )


def _attachments(profile: "Profile") -> Section:
    rows = Attachment.objects.filter(owner=profile).order_by("id")
    return _section(
        "attachments",
        _("Pictures, sound and video"),
        [{"at": one.at, "kind": one.kind, "file": one.file.name, "shows": one.alt} for one in rows],
    )


def _achievements(profile: "Profile") -> Section:
    """Told by her, or about her; those that wait as well."""
    rows = Achievement.objects.filter(Q(author=profile) | Q(about=profile)).order_by("at", "pk")
    names = ("at", "title", "words", "place", "doi", "happened_on")
    told = [
        {name: getattr(one, name) for name in names}
        | {
            "author": one.author.handle,
            "about": one.about.handle,
            "kind": one.get_feat_display(),
            "post": one.post_id,
        }
        for one in rows.select_related("author", "about")
    ]
    return _section("achievements", _("Achievements"), told)


def _votes(profile: "Profile") -> Section:
    rows = Vote.objects.filter(profile=profile).order_by("at", "pk")
    found = rows.values_list("at", "option__poll__post", "option__title")
    told = [{"at": at, "post": post, "answer": title} for at, post, title in found]
    return _section("votes", _("Votes in polls"), told)


def _tags(
    key: str,
    title: str | Promise,
    model: type[TagFollow] | type[FeaturedTag],
    profile: "Profile",
) -> Section:
    rows = model.objects.filter(profile=profile).order_by("at", "pk")
    found = rows.values_list("at", "tag__shown_as")
    return _section(key, title, [{"at": at, "tag": tag} for at, tag in found])


def _filters(profile: "Profile") -> Section:
    rows = Filter.objects.filter(profile=profile).prefetch_related("keywords").order_by("pk")
    return _section(
        "filters",
        _("Filters"),
        [
            {
                "name": one.title,
                "action": one.get_action_display(),
                "for_strangers": one.for_strangers,
                "keywords": [keyword.keyword for keyword in one.keywords.all()],
            }
            for one in rows
        ],
    )


def _rule(profile: "Profile") -> Section:
    rules = DeletionRule.objects.filter(profile=profile).order_by("pk")
    told = [{"days": rule.days, "begins_at": rule.begins_at} for rule in rules]
    return _section("deletion_rule", _("When your posts are deleted"), told)


def _defaults(profile: "Profile") -> Section:
    names = ("audience", "language", "content_note")
    rows = PostingDefaults.objects.filter(profile=profile).order_by("pk")
    told = [{name: getattr(one, name) for name in names} for one in rows]
    return _section("posting_defaults", _("How your posts begin"), told)


def _deleted(profile: "Profile") -> Section:
    rows = DeletedPost.objects.filter(author=profile).order_by("at", "pk")
    title = _("Posts you deleted, as long as you can bring them back")
    told = [
        {"id": one.pk, "at": one.at, "until": one.until, "text": words["text"]}
        | {"content_note": words["content_note"]}
        for one in rows
        for words in [one.content["rows"][0][0]["fields"]]
    ]
    return _section("deleted_posts", title, told)


def _later(
    key: str,
    title: str | Promise,
    model: type[ScheduledPost] | type[Draft],
    profile: "Profile",
    when: str,
) -> Section:
    rows = model.objects.filter(author=profile).order_by(when, "pk")
    told = [{when: getattr(one, when), "words": one.words} for one in rows]
    return _section(key, title, told)


def _dismissed(profile: "Profile") -> Section:
    rows = DismissedNote.objects.filter(profile=profile).order_by("pk")
    told = [{"note": one.get_note_display(), "at": one.at} for one in rows]
    return _section("dismissed_notes", _("Notes beside the composer that you dismissed"), told)


def _pulled(profile: "Profile") -> Section:
    rows = PulledPost.objects.filter(author=profile).order_by("pk")
    told = [
        {
            "at": one.pulled_at,
            "text": one.kept["text"],
            "content_note": one.kept["content_note"],
            "digest": one.digest,
        }
        for one in rows
    ]
    return _section("pulled_posts", _("Sealed copies of what you pulled"), told)


ABOUT_PEOPLE = HigherContext(
    archive=archive,
    works_with=lambda _profile: frozenset(),
    forget=forget,
    holds={
        "posts.Achievement.about": "achievements",
        "posts.Achievement.author": "achievements",
        "posts.Attachment.owner": "attachments",
        "posts.Bookmark.profile": "bookmarks",
        "posts.Boost.booster": "boosts",
        "posts.DeletedPost.author": "deleted_posts",
        "posts.DeletionRule.profile": "deletion_rule",
        "posts.DismissedNote.profile": "dismissed_notes",
        "posts.Draft.author": "drafts",
        "posts.FeaturedTag.profile": "featured_tags",
        "posts.Filter.profile": "filters",
        "posts.Kudos.profile": "kudos",
        "posts.Post.author": "posts",
        "posts.PostingDefaults.profile": "posting_defaults",
        "posts.PulledPost.author": "pulled_posts",
        "posts.ScheduledPost.author": "scheduled_posts",
        "posts.TagFollow.profile": "followed_tags",
        "posts.Vote.profile": "votes",
    },
    excuses={
        "posts.Addressee.profile": OTHERS,
        "posts.Figures.profile": MADE,
        "posts.Post.in_reply_to_author": MADE,
        "posts.ReadMarker.profile": "How far she has read, until she reads on.",
        "posts.RepeatKey.profile": "Numbers that apps made up, kept for a day.",
        "posts.SeenElsewhere.owner": "Kinds of what was found in pictures, made from them.",
        "posts.ThreadMute.profile": "Numbers of conversations that she does not hear of.",
        "posts.ThreadPlace.profile": "How far she has read, until she reads on.",
        "posts.TimelineEntry.profile": MADE,
    },
)
