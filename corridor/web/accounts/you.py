"""Everything that is about oneself, from one page: only places that exist here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from corridor.helping import queries as helping
from corridor.people import policies, queries
from corridor.safety import queries as safety
from corridor.web.addresses import way_to
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.people.models import Profile


@dataclass(frozen=True, kw_only=True)
class OwnPlace:
    page: str
    """Name of its address."""
    icon: str
    label: Promise
    says: Promise
    shown_to: Callable[["Profile"], bool] = lambda _: True


GROUPS: tuple[tuple[Promise, tuple[OwnPlace, ...]], ...] = (
    (
        _("What others see"),
        (
            OwnPlace(
                page="edit-profile",
                icon="pencil",
                label=_("Edit your profile"),
                says=_("Name, photo, work, interests, hours, links, handle"),
            ),
            OwnPlace(
                page="offers",
                icon="handshake",
                label=_("Offers and wishes"),
                says=_("What you give and seek, how much room you have, time away"),
            ),
            OwnPlace(
                page="bio-line",
                icon="message-circle",
                label=_("The line for your bio"),
                says=_("To copy to Mastodon or Bluesky, and to read back from there"),
            ),
            OwnPlace(
                page="verification",
                icon="badge-check",
                label=_("Show who you are"),
                says=_("Badges that say what was shown, to whom and when"),
            ),
            OwnPlace(
                page="self-description",
                icon="lock",
                label=_("What you say of yourself"),
                says=_("Sealed, for the uses you choose, and gone when you say so"),
            ),
            OwnPlace(
                page="role-model",
                icon="sparkles",
                label=_("You among role models"),
                says=_("Be shown to those who come after you"),
            ),
        ),
    ),
    (
        _("What you write"),
        (
            OwnPlace(
                page="compose-thread",
                icon="file-text",
                label=_("Threads and tutorials"),
                says=_("Explain something in numbered posts and on one page"),
            ),
            OwnPlace(
                page="compose-story",
                icon="hand-heart",
                label=_("Tell a story"),
                says=_("Of something personal, for few or for all; it ends by itself"),
            ),
            OwnPlace(
                page="compose-achievement",
                icon="sparkles",
                label=_("Achievements"),
                says=_("Tell of yours, celebrate others, answer who would celebrate you"),
            ),
            OwnPlace(
                page="posting-defaults",
                icon="sliders-horizontal",
                label=_("How your posts begin"),
                says=_("Who reads them, language, content note; ask before they are for all"),
            ),
            OwnPlace(
                page="drafts",
                icon="file-text",
                label=_("Drafts"),
                says=_("What you began to write, on every device"),
            ),
            OwnPlace(
                page="scheduled",
                icon="clock",
                label=_("Posts for later"),
                says=_("Published by themselves, when you said"),
            ),
            OwnPlace(
                page="own-readings",
                icon="eye",
                label=_("Read before it is posted"),
                says=_("What you had a second reader look at, and what came of it"),
            ),
            OwnPlace(
                page="own-notes",
                icon="info",
                label=_("Context notes"),
                says=_("Notes that you wrote, notes that need ratings, what yours came to"),
            ),
            OwnPlace(
                page="old-posts",
                icon="clock",
                label=_("Old posts"),
                says=_("Look through what you said, or have it deleted by a rule"),
            ),
            OwnPlace(
                page="deleted-lately",
                icon="rotate-ccw",
                label=_("Recently deleted"),
                says=_("Posts you deleted in the last 30 days, and can bring back"),
            ),
            OwnPlace(
                page="pulled-posts",
                icon="lock",
                label=_("What you pulled"),
                says=_("Sealed copies of posts that you took back from everywhere"),
            ),
        ),
    ),
    (
        _("Mentoring and programmes"),
        (
            OwnPlace(
                page="relationships",
                icon="handshake",
                label=_("Mentoring"),
                says=_("People you work with, what you agreed, goals, how to pause or end"),
            ),
            OwnPlace(
                page="meetings",
                icon="calendar",
                label=_("Your meetings"),
                says=_("What is agreed, times to choose, your calendar"),
            ),
            OwnPlace(
                page="plan",
                icon="list-checks",
                label=_("Your development plan"),
                says=_("Yours alone, unless you show it to one mentor"),
            ),
            OwnPlace(
                page="network-map",
                icon="arrow-left-right",
                label=_("Network map"),
                says=_("Who helps you with what, and where nobody does"),
            ),
            OwnPlace(
                page="circles",
                icon="users-round",
                label=_("Circles"),
                says=_("Mentoring in a group of three to six"),
            ),
            OwnPlace(
                page="office-hours",
                icon="clock",
                label=_("Office hours"),
                says=_("Mentors who are there at a set time, for a question in turn"),
            ),
            OwnPlace(
                page="first-contacts",
                icon="message-circle",
                label=_("First contacts"),
                says=_("Hellos, questions and first talks, and where they stand"),
            ),
            OwnPlace(
                page="own-applications",
                icon="file-text",
                label=_("Your applications"),
                says=_("To programmes: how they stand, what happens next, the way out"),
            ),
            OwnPlace(
                page="matches",
                icon="handshake",
                label=_("Your matches"),
                says=_("Whom programmes suggest, and who waits for your answer"),
            ),
        ),
    ),
    (
        _("You and others"),
        (
            OwnPlace(
                page="following",
                icon="users-round",
                label=_("People"),
                says=_("Whom you follow, who follows you, lists, blocks, who judges your work"),
            ),
            OwnPlace(
                page="replies-waiting",
                icon="message-circle",
                label=_("Replies waiting for you"),
                says=_("Let them through, or keep them between you two"),
            ),
            OwnPlace(
                page="privacy",
                icon="eye",
                label=_("Privacy"),
                says=_("Who sees your profile, and under which name"),
            ),
            OwnPlace(
                page="filters",
                icon="eye",
                label=_("Filters"),
                says=_("Words you do not want to see, and for how long"),
            ),
        ),
    ),
    (
        _("If you are attacked"),
        (
            OwnPlace(
                page="shield",
                icon="shield-check",
                label=_("Your shield"),
                says=_("Keep away what strangers say, for a day or as long as you want"),
            ),
            OwnPlace(
                page="message-requests",
                icon="mail",
                label=_("Message requests"),
                says=_("First messages of people whom you do not know"),
            ),
            OwnPlace(
                page="incidents",
                icon="shield-check",
                label=_("Incident files"),
                says=_("When somebody attacks you: evidence, letters, where to turn; only yours"),
            ),
            OwnPlace(
                page="helpers",
                icon="users-round",
                label=_("Your helpers"),
                says=_("Whom you trust to look after things should you be attacked"),
            ),
            OwnPlace(
                page="helping",
                icon="hand-heart",
                label=_("Whom you help"),
                says=_("People who named you as a helper"),
                shown_to=helping.helps_or_is_asked,
            ),
            OwnPlace(
                page="own-flags",
                icon="flag",
                label=_("What you flagged"),
                says=_("What moderators were told by you, and what came of it"),
            ),
            OwnPlace(
                page="decisions",
                icon="scale",
                label=_("What moderators decided about you"),
                says=_("And about your posts, why, and how to appeal"),
            ),
            OwnPlace(
                page="guidance",
                icon="list-checks",
                label=_("Guidance"),
                says=_("Cases, attacks, interests, patients, mistakes: a minute each"),
            ),
        ),
    ),
    (
        _("Your account"),
        (
            OwnPlace(
                page="security",
                icon="log-in",
                label=_("How you sign in"),
                says=_("Password, passkeys, second factor, sessions"),
            ),
            OwnPlace(
                page="apps",
                icon="smartphone",
                label=_("Apps"),
                says=_("Mastodon apps that you let in, and the way to sign them out"),
            ),
            OwnPlace(
                page="your-data",
                icon="download",
                label=_("Your data"),
                says=_("Take it with you, see who looked at it, leave"),
            ),
            OwnPlace(
                page="welcome",
                icon="house",
                label=_("The way in"),
                says=_("The first steps once more, or those you left out"),
            ),
        ),
    ),
    (
        _("What you do for this place"),
        (
            OwnPlace(
                page="second-readings",
                icon="eye",
                label=_("Second readings"),
                says=_("Posts that wait for you to read them first"),
                shown_to=safety.has_to_read,
            ),
            OwnPlace(
                page="queue",
                icon="scale",
                label=_("Queue of flags"),
                says=_("What people flagged, for you to look at"),
                shown_to=safety.is_moderator,
            ),
            OwnPlace(
                page="queue-people",
                icon="users-round",
                label=_("Moderators"),
                says=_("Who looks at which kind of case, and the wordings they begin with"),
                shown_to=policies.operates,
            ),
            OwnPlace(
                page="servers",
                icon="scale",
                label=_("Other servers"),
                says=_("Whom this server limits or keeps out, and lists that others keep"),
                shown_to=policies.operates,
            ),
            OwnPlace(
                page="desk",
                icon="list-checks",
                label=_("Verification desk"),
                says=_("What others showed of who they are, for reviewers to look at"),
                shown_to=queries.is_reviewer,
            ),
            OwnPlace(
                page="admissions",
                icon="users-round",
                label=_("Who joins"),
                says=_("Requests, invitations and rosters, for whoever runs this server"),
                shown_to=policies.operates,
            ),
            OwnPlace(
                page="admin:index",
                icon="sliders-horizontal",
                label=_("Running this server"),
                says=_("Accounts, profiles, mail domains, reviewers, questions"),
                shown_to=policies.operates,
            ),
        ),
    ),
)


@require_safe
@member_required
def you(request: MemberRequest) -> HttpResponse:
    groups = [
        (
            title,
            [
                (place, url)
                for place in places
                if (url := way_to(place.page)) and place.shown_to(request.profile)
                if place.page != "self-description" or settings.IDENTITY_FEATURES
            ],
        )
        for title, places in GROUPS
    ]
    shown = [(title, places) for title, places in groups if places]
    return render(request, "accounts/you.html", {"groups": shown})
