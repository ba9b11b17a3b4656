"""What a worker does again and again, how often."""

from datetime import datetime, timedelta

from corridor.background.routines import Regular
from corridor.background.tasks_kept import forget_failed
from corridor.context_notes import actions as context_notes
from corridor.conversations import actions as conversations
from corridor.incidents import actions as incidents
from corridor.mastodon_api.oauth.forgetting import forget_unused_apps
from corridor.mastodon_api.streaming.noting import forget_events
from corridor.mentoring import actions as mentoring
from corridor.mentoring.actions import circles, meetings, office_hours
from corridor.notifications import actions as notifications
from corridor.people import actions as people
from corridor.posts import actions as posts
from corridor.programmes.actions import consequences, matches, messaging, publishing, setting_up
from corridor.reminders import actions as reminders
from corridor.safety import actions as safety

SECONDS, MINUTE, QUARTER, HOUR, DAY = (
    timedelta(seconds=15),
    timedelta(minutes=1),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(days=1),
)


def complete_departures(now: datetime) -> None:
    """What `corridor purge` does."""
    people.complete_departures(now=now)
    people.forget_unfinished(now=now)


def send_reminders(now: datetime) -> None:
    """What `corridor remind` does."""
    people.tell_of_returns(now=now)
    notifications.mail_digests(now=now)


def remind_of_meetings(now: datetime) -> None:
    meetings.remind_of_meetings(now=now)
    meetings.ask_for_logs(now=now)
    meetings.lapse_proposals(now=now)
    office_hours.remind_of_sittings(now=now)


def ask_how_it_goes(now: datetime) -> None:
    meetings.ask_reviews(now=now)
    meetings.let_reviews_be(now=now)
    meetings.ask_contact(now=now)


SCHEDULE = (
    Regular(name="publish-due", every=SECONDS, run=lambda now: posts.publish_due(now=now)),
    Regular(name="publish-matches", every=SECONDS, run=lambda now: publishing.release_due(now=now)),
    Regular(
        name="round-messages", every=SECONDS, run=lambda now: messaging.release_messages(now=now)
    ),
    Regular(name="tend-rounds", every=MINUTE, run=lambda now: setting_up.tend_rounds(now=now)),
    Regular(name="tend-matches", every=MINUTE, run=lambda now: matches.tend_matches(now=now)),
    Regular(name="close-polls", every=SECONDS, run=lambda now: posts.close_polls(now=now)),
    Regular(name="forget-events", every=MINUTE, run=lambda now: forget_events(now=now)),
    Regular(name="remove-expired", every=MINUTE, run=lambda now: posts.remove_expired(now=now)),
    Regular(name="delete-old", every=MINUTE, run=lambda now: posts.delete_by_rules(now=now)),
    Regular(name="check-ins", every=MINUTE, run=lambda now: incidents.ask_check_ins(now=now)),
    Regular(name="restrictions", every=MINUTE, run=lambda now: people.end_restrictions(now=now)),
    Regular(name="surges", every=MINUTE, run=lambda now: safety.watch_surges(now=now)),
    Regular(name="shields", every=MINUTE, run=lambda now: people.lower_shields(now=now)),
    Regular(name="readings", every=MINUTE, run=lambda now: safety.tend_readings(now=now)),
    Regular(name="tend-notes", every=MINUTE, run=lambda now: context_notes.tend_notes(now=now)),
    Regular(name="first-contacts", every=MINUTE, run=lambda now: mentoring.lapse_contacts(now=now)),
    Regular(
        name="mail-messages", every=MINUTE, run=lambda now: notifications.mail_messages(now=now)
    ),
    Regular(
        name="unsent-files", every=HOUR, run=lambda now: conversations.forget_unsent_files(now=now)
    ),
    Regular(name="pauses", every=HOUR, run=lambda now: mentoring.resume_due(now=now)),
    Regular(name="circles", every=HOUR, run=lambda now: circles.tend_circles(now=now)),
    Regular(name="office-hours", every=HOUR, run=lambda now: office_hours.tend_hours(now=now)),
    Regular(name="meetings", every=MINUTE, run=remind_of_meetings),
    Regular(name="reviews", every=HOUR, run=ask_how_it_goes),
    Regular(
        name="consequences",
        every=HOUR,
        run=lambda now: consequences.tend_consequences(now=now),
    ),
    Regular(name="trim-timelines", every=HOUR, run=lambda _now: posts.trim_timelines()),
    Regular(name="forget-repeats", every=HOUR, run=lambda now: posts.forget_keys(now=now)),
    Regular(name="deleted", every=HOUR, run=lambda now: posts.forget_what_was_deleted(now=now)),
    Regular(name="unused-media", every=HOUR, run=lambda now: posts.remove_unused_media(now=now)),
    Regular(name="reminders", every=QUARTER, run=lambda now: reminders.send_due(now=now)),
    Regular(name="purge", every=HOUR, run=complete_departures),
    Regular(name="remind", every=DAY, run=send_reminders),
    Regular(
        name="returned-mentors",
        every=DAY,
        run=lambda now: matches.offer_places_of_returned(now=now),
    ),
    Regular(name="stuck-goals", every=DAY, run=lambda now: mentoring.tell_stuck(now=now)),
    Regular(name="rank-notes", every=DAY, run=lambda now: context_notes.rank_notes(now=now)),
    Regular(name="unused-apps", every=DAY, run=lambda now: forget_unused_apps(now=now)),
    Regular(name="old-cases", every=DAY, run=lambda now: safety.forget_cases(now=now)),
    Regular(name="outside-flags", every=DAY, run=lambda now: safety.forget_outside_flags(now=now)),
    Regular(name="failed-tasks", every=DAY, run=lambda now: forget_failed(now=now)),
)
