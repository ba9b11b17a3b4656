"""What people do, and whom it concerns."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from corridor.context_notes.events import NoteAnswered, NoteJudged, NoteShown, NoteWritten
from corridor.helping.events import (
    HelperActed,
    HelperAgreed,
    HelperAsked,
    HelperCalled,
    HelperWithdrawn,
)
from corridor.incidents.events import CheckInDue
from corridor.library.events import WorkQuestioned
from corridor.mentoring.events import (
    ContactAsked,
    GoalStuck,
    LogWanted,
    MeetingAgreed,
    MeetingCalledOff,
    MeetingDoubted,
    MeetingProposed,
    MeetingSoon,
    RelationshipChanged,
    RelationshipEnded,
    RelationshipOpened,
    RelationshipPaused,
    RelationshipResumed,
    SurveyAsked,
)
from corridor.notifications import actions
from corridor.notifications.choices import Kind
from corridor.notifications.policies import News
from corridor.people import queries as people
from corridor.people.events import FollowAsked, Followed, Unfollowed
from corridor.posts import queries as posts
from corridor.posts.events import (
    BoostTakenBack,
    KudosGiven,
    KudosTakenBack,
    PollClosed,
    PostBoosted,
    PostChanged,
    PostHeld,
    PostPublished,
)
from corridor.posts.queries import Facts
from corridor.programmes import queries as programmes
from corridor.programmes.events import (
    ActedFor,
    ApplicationAnswered,
    InterestNoted,
    MatchDeclined,
    MatchLapsed,
    MatchProposed,
    MatchTalked,
    NextBestFound,
    TeamAnswered,
    TeamAsked,
)
from corridor.safety.events import (
    AttentionNoticed,
    Decided,
    FlagAnswered,
    HeldAnswered,
    ReadingAnswered,
    ReadingAsked,
    ShieldOffered,
)

Ids = QuerySet[Any, Any]
AboutMeeting = (
    ContactAsked
    | LogWanted
    | MeetingAgreed
    | MeetingCalledOff
    | MeetingDoubted
    | MeetingProposed
    | MeetingSoon
    | SurveyAsked
)


def tell_of_post(event: PostPublished) -> None:
    facts = posts.facts_of(event.post_id)
    told = _tell_whom_it_addresses(facts)
    if facts.quoted is not None and facts.quoted not in told and _reads(facts.quoted, facts):
        told |= _tell(Kind.QUOTE, facts, to=[facts.quoted])
    if facts.has_bell:  # seldom
        bells = people.followers_with_bell(facts.author_id).exclude(follower__in=told)
        _tell(Kind.POST, facts, to=bells.filter(follower__in=posts.reached_by(facts.post_id)))


def tell_of_waiting_reply(event: PostHeld) -> None:
    facts = posts.facts_of(event.post_id)
    if facts.replies_to is not None:
        _tell(Kind.REPLY_WAITING, facts, to=[facts.replies_to])


def tell_of_edit(event: PostChanged) -> None:
    """Those who passed it on, and whoever is named only now."""
    if not event.is_edit:
        return
    facts = posts.facts_of(event.post_id)
    if facts.is_held:
        return
    _tell(Kind.MENTION, facts, to=posts.ids_named_in(facts.post_id), anew=False)
    _tell(Kind.EDIT, facts, to=posts.boosters_of(facts.post_id))


def tell_of_boost(event: PostBoosted) -> None:
    _tell_author(News(kind=Kind.BOOST, by=event.booster_id, at=event.at, post=event.post_id))


def tell_of_kudos(event: KudosGiven) -> None:
    _tell_author(News(kind=Kind.KUDOS, by=event.profile_id, at=event.at, post=event.post_id))


def tell_of_poll(event: PollClosed) -> None:
    facts = posts.facts_of(event.post_id)
    _tell(Kind.POLL, facts, to=posts.voters_of(facts.post_id))
    _tell(Kind.POLL, facts, to=[facts.author_id])


def tell_of_follower(event: Followed) -> None:
    """Whoever let her follow need not be told that she does."""
    if event.was_asked:
        take_back_request(event)
        return
    news = News(kind=Kind.FOLLOW, by=event.follower_id, at=event.at)
    actions.notify(news, to=[event.followed_id])


def tell_of_follow_request(event: FollowAsked) -> None:
    news = News(kind=Kind.FOLLOW_REQUEST, by=event.follower_id, at=event.at)
    actions.notify(news, to=[event.followed_id])


def take_back_request(event: Followed) -> None:
    actions.take_back(Kind.FOLLOW_REQUEST, by=event.follower_id, recipient=event.followed_id)


def take_back_follower(event: Unfollowed) -> None:
    actions.take_back(Kind.FOLLOW, by=event.follower_id, recipient=event.followed_id)


def take_back_boost(event: BoostTakenBack) -> None:
    actions.take_back(Kind.BOOST, by=event.booster_id, post=event.post_id)


def take_back_kudos(event: KudosTakenBack) -> None:
    actions.take_back(Kind.KUDOS, by=event.profile_id, post=event.post_id)


def tell_of_answered_flag(event: FlagAnswered) -> None:
    _tell_from_desk(Kind.FLAG_ANSWERED, event.profile_id, event.at)


def tell_of_decision(event: Decided) -> None:
    _tell_from_desk(Kind.DECIDED, event.profile_id, event.at)


def tell_of_attention(event: AttentionNoticed) -> None:
    _tell_from_desk(Kind.ATTENTION, event.profile_id, event.at)


def tell_of_offer(event: ShieldOffered) -> None:
    _tell_from_desk(Kind.SHIELD_OFFERED, event.profile_id, event.at)
    actions.mail_offer(event.profile_id)


def tell_of_answered(event: HeldAnswered) -> None:
    """What lay apart is told like anything else, or gone."""
    if event.is_let_through:
        actions.tell_what_lay_apart(event.post_id, by=event.by_id, to=event.profile_id)
    else:
        actions.forget_what_lay_apart(event.post_id, by=event.by_id, of=event.profile_id)


def tell_of_check_in(event: CheckInDue) -> None:
    _tell_from_desk(Kind.CHECK_IN, event.profile_id, event.at)


def tell_of_waiting_reading(event: ReadingAsked) -> None:
    for profile_id in event.reader_ids:
        _tell_from_desk(Kind.READING_WAITS, profile_id, event.at)


def tell_of_answered_reading(event: ReadingAnswered) -> None:
    _tell_from_desk(Kind.READING_ANSWER, event.profile_id, event.at)


def tell_of_question(event: HelperAsked) -> None:
    news = News(kind=Kind.HELPER_ASKED, by=event.owner_id, at=event.at)
    actions.notify(news, to=[event.helper_id])


def tell_of_agreement(event: HelperAgreed) -> None:
    actions.take_back(Kind.HELPER_ASKED, by=event.owner_id, recipient=event.helper_id)
    news = News(kind=Kind.HELPER_AGREED, by=event.helper_id, at=event.at)
    actions.notify(news, to=[event.owner_id])


def tell_helper(event: HelperCalled) -> None:
    news = News(kind=Kind.HELPER_CALLED, by=event.owner_id, at=event.at)
    actions.notify(news, to=[event.helper_id])


def tell_of_help(event: HelperActed) -> None:
    """The newest from each helper: the list has all of it."""
    news = News(kind=Kind.HELPED, by=event.helper_id, at=event.at)
    actions.notify(news, to=[event.owner_id])


def take_back_question(event: HelperWithdrawn) -> None:
    for kind in (Kind.HELPER_ASKED, Kind.HELPER_CALLED):
        actions.take_back(kind, by=event.owner_id, recipient=event.helper_id)


def tell_of_relationship(event: RelationshipOpened) -> None:
    """Both: neither is told by the other that it begins, or that there is one more role."""
    kind = Kind.RELATIONSHIP if event.is_new else Kind.MENTORING
    for one, other in (
        (event.mentor_id, event.mentee_id),
        (event.mentee_id, event.mentor_id),
    ):
        actions.notify(News(kind=kind, by=one, at=event.at), to=[other])


def tell_of_mentoring(
    event: RelationshipChanged | RelationshipEnded | RelationshipPaused | RelationshipResumed,
) -> None:
    """The newest from each: what it is stands on the page."""
    news = News(kind=Kind.MENTORING, by=event.by_id, at=event.at)
    actions.notify(news, to=[event.other_id])


def tell_of_stuck_goal(event: GoalStuck) -> None:
    _tell_from_desk(Kind.GOAL_STUCK, event.profile_id, event.at)


def tell_of_note(event: NoteWritten) -> None:
    news = News(kind=Kind.NOTE_TO_ANSWER, by=event.by, at=event.at, post=event.post_id)
    actions.notify(news, to=[event.post_author_id])
    actions.mail_note(event.post_author_id, note_id=event.note_id, by=event.by)


def tell_of_answered_note(event: NoteAnswered) -> None:
    news = News(kind=Kind.NOTE_ANSWERED, by=event.by, at=event.at, post=event.post_id)
    actions.notify(news, to=[event.note_author_id])


def tell_of_shown_note(event: NoteShown) -> None:
    for concerned in (event.post_author_id, event.note_author_id):
        _tell_from_desk(Kind.NOTE_SHOWN, concerned, event.at, post=event.post_id)


def tell_of_judged_note(event: NoteJudged) -> None:
    _tell_from_desk(Kind.NOTE_JUDGED, event.profile_id, event.at)


def tell_of_questioned_work(event: WorkQuestioned) -> None:
    _tell_from_desk(Kind.QUESTIONED, event.author_id, event.at, post=event.post_id)


def tell_of_suggested_times(event: MeetingProposed) -> None:
    _tell_of_meeting(Kind.MEETING_ASKED, event)


def tell_of_agreed_meeting(event: MeetingAgreed) -> None:
    actions.take_back(Kind.MEETING_ASKED, by=event.to_id, recipient=event.by_id)
    _tell_of_meeting(Kind.MEETING_AGREED, event)


def tell_of_meeting_off(event: MeetingCalledOff) -> None:
    for by, to in ((event.by_id, event.to_id), (event.to_id, event.by_id)):
        actions.take_back(Kind.MEETING_ASKED, by=by, recipient=to)
    _tell_of_meeting(Kind.MEETING_OFF, event)


def tell_of_doubted_meeting(event: MeetingDoubted) -> None:
    _tell_of_meeting(Kind.MEETING_DOUBT, event)


def tell_of_near_meeting(event: MeetingSoon) -> None:
    _tell_of_meeting(Kind.MEETING_SOON, event)


def ask_for_log(event: LogWanted) -> None:
    _tell_of_meeting(Kind.LOG_WANTED, event)


def ask_for_review(event: SurveyAsked) -> None:
    _tell_of_meeting(Kind.REVIEW_ASKED, event)


def ask_for_contact(event: ContactAsked) -> None:
    _tell_of_meeting(Kind.CONTACT_ASKED, event)


def _tell_of_meeting(kind: Kind, event: AboutMeeting) -> None:
    """The newest of each kind from each person: their page has all of it."""
    actions.notify(News(kind=kind, by=event.by_id, at=event.at), to=[event.to_id])


def tell_of_interest(event: InterestNoted) -> None:
    _tell_from_desk(Kind.INTEREST, event.profile_id, event.at)


def tell_of_application(event: ApplicationAnswered) -> None:
    _tell_from_desk(Kind.APPLICATION, event.profile_id, event.at)


def tell_of_match(event: MatchProposed) -> None:
    two = programmes.two_of(event.match_id)
    _tell_of_match(Kind.MATCH, two.mentee_id, two.mentor_id, event.at)
    _tell_of_match(Kind.MATCH, two.mentor_id, two.mentee_id, event.at)


def tell_of_match_that_ended(event: MatchDeclined | MatchLapsed) -> None:
    """Whoever did not end it; the mentee where nobody did."""
    two = programmes.two_of(event.match_id)
    if two.is_ended_by_mentee:
        _tell_of_match(Kind.MATCH_NEWS, two.mentor_id, two.mentee_id, event.at)
    else:
        _tell_of_match(Kind.MATCH_NEWS, two.mentee_id, two.mentor_id, event.at)


def tell_of_talk(event: MatchTalked) -> None:
    _tell_of_match(Kind.MATCH_NEWS, event.to_id, event.by_id, event.at)


def tell_of_next_best(event: NextBestFound) -> None:
    mentee = programmes.who_applied(event.application_id)
    news = News(kind=Kind.NEXT_BEST, by=mentee, at=event.at)
    actions.notify(news, to=programmes.who_publishes(event.application_id))


def _tell_of_match(kind: Kind, to: int, by: int, at: datetime) -> None:
    actions.notify(News(kind=kind, by=by, at=at), to=[to])


def _tell_from_desk(kind: Kind, profile_id: int, at: datetime, *, post: int | None = None) -> None:
    actions.notify(News(kind=kind, by=profile_id, at=at, post=post), to=[profile_id])


def _tell_whom_it_addresses(facts: Facts) -> set[int]:
    """Whoever is named, and whom it replies to even if she is not."""
    to = posts.ids_named_in(facts.post_id)
    if facts.replies_to not in {None, facts.author_id}:
        actions.let_through(facts.post_id)
        if facts.replies_to not in to and _reads(facts.replies_to, facts):
            to.add(facts.replies_to)
    _tell(Kind.MENTION, facts, to=to, anew=False)
    return to


def _reads(profile_id: int, facts: Facts) -> bool:
    return posts.is_there_for(profile_id, facts.post_id, now=facts.at)


def _tell(kind: Kind, facts: Facts, *, to: Ids | Collection[int], anew: bool = True) -> set[int]:
    """Of something that the author of the post did."""
    at = {Kind.EDIT: facts.edited_at, Kind.POLL: facts.poll_closed_at}.get(kind) or facts.at
    news = News(kind=kind, by=facts.author_id, at=at, post=facts.post_id, thread=facts.thread)
    ids = {pk for row in to for pk in row.values()} if isinstance(to, QuerySet) else to
    return actions.notify(news, to=ids, anew=anew)


def _tell_author(news: News) -> None:
    """Of something that somebody else did with her post."""
    if news.post is not None:
        facts = posts.facts_of(news.post)
        actions.notify(replace(news, thread=facts.thread), to=[facts.author_id])


def tell_of_team_question(event: TeamAsked) -> None:
    news = News(kind=Kind.TEAM_ASKED, by=event.by_id, at=event.at)
    actions.notify(news, to=[event.profile_id])


def tell_of_team_answer(event: TeamAnswered) -> None:
    """A no is seen on the page of the team and told to nobody."""
    actions.take_back(Kind.TEAM_ASKED, by=event.by_id, recipient=event.profile_id)
    if event.accepts:
        news = News(kind=Kind.TEAM_ANSWERED, by=event.profile_id, at=event.at)
        actions.notify(news, to=[event.by_id])


def tell_of_deed_for_her(event: ActedFor) -> None:
    news = News(kind=Kind.ACTED_FOR, by=event.by_id, at=event.at)
    actions.notify(news, to=[event.profile_id])
