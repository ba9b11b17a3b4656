"""Who reacts to what. The one place where a lower context reaches a higher one."""

from collections.abc import Mapping

from corridor.context_notes import queries as context_notes
from corridor.context_notes.events import (
    NoteAnswered,
    NoteJudged,
    NoteShown,
    NotesUnderPostChanged,
    NoteWritten,
)
from corridor.context_notes.personal_archive import ABOUT_PEOPLE as IN_CONTEXT_NOTES
from corridor.conversations.events import (
    ConversationChanged,
    ConversationRead,
    MessageSent,
    PictureGiven,
)
from corridor.conversations.personal_archive import ABOUT_PEOPLE as IN_CONVERSATIONS
from corridor.conversations.tasks import look_at_given_picture_later
from corridor.helping.events import (
    HelperActed,
    HelperAgreed,
    HelperAsked,
    HelperCalled,
    HelperWithdrawn,
)
from corridor.helping.personal_archive import ABOUT_PEOPLE as IN_HELPING
from corridor.helping.subscribers import call_on_surge
from corridor.incidents.events import CheckInDue
from corridor.incidents.personal_archive import ABOUT_PEOPLE as IN_INCIDENTS
from corridor.kernel.events import Subscriptions
from corridor.library import queries as library
from corridor.library.events import AnswerToKeep, NoticesOfPostChanged, WorkQuestioned
from corridor.library.personal_archive import ABOUT_PEOPLE as IN_THE_LIBRARY
from corridor.library.subscribers import name_works_anew, name_works_of_post
from corridor.mastodon_api.events import AppsSignedOut
from corridor.mastodon_api.personal_archive import ABOUT_PEOPLE as IN_THE_MASTODON_API
from corridor.mastodon_api.streaming import noting
from corridor.mastodon_api.subscribers import (
    render_account,
    render_new_post,
    render_post,
    sign_out_apps,
)
from corridor.mastodon_api.tasks import push_later
from corridor.mentoring import subscribers as mentoring
from corridor.mentoring.events import (
    AbsenceSaid,
    AbsenceUnsaid,
    CircleChanged,
    CirclePlaceFree,
    ContactAsked,
    ContactMoved,
    GoalStuck,
    LogWanted,
    MeetingAgreed,
    MeetingCalledOff,
    MeetingDoubted,
    MeetingProposed,
    MeetingSoon,
    MentorLeft,
    QuestionAnswered,
    QueueChanged,
    RelationshipChanged,
    RelationshipEnded,
    RelationshipOpened,
    RelationshipPaused,
    RelationshipResumed,
    SurveyAsked,
    WorkLiked,
)
from corridor.mentoring.personal_archive import ABOUT_PEOPLE as IN_MENTORING
from corridor.notifications import circle_subscribers as circles
from corridor.notifications import contact_subscribers as contacts
from corridor.notifications import message_subscribers as letters
from corridor.notifications import subscribers as notices
from corridor.notifications.events import Notified, RequestsAccepted
from corridor.notifications.personal_archive import ABOUT_PEOPLE as IN_NOTIFICATIONS
from corridor.people.events import (
    FollowAsked,
    Followed,
    HomeChanged,
    LeaveAsked,
    PeopleParted,
    PhotoShown,
    ProfileChanged,
    RoomChanged,
    ShieldLowered,
    ShieldRaised,
    Unfollowed,
)
from corridor.people.higher_contexts import HigherContext
from corridor.people.tasks import tell_who_waited
from corridor.posts.beneath import Beneath
from corridor.posts.events import (
    BoostTakenBack,
    FiltersChanged,
    HomesReached,
    HomesWait,
    KudosGiven,
    KudosTakenBack,
    MediaReceived,
    PictureReceived,
    PollClosed,
    PostBoosted,
    PostBroughtBack,
    PostChanged,
    PostDeleted,
    PostHeld,
    PostPublished,
    PostWithheld,
)
from corridor.posts.personal_archive import ABOUT_PEOPLE as IN_POSTS
from corridor.posts.subscribers import begin_following, end_following, index_words, read_elsewhere
from corridor.posts.tasks import (
    look_at_photo_later,
    look_at_picture_later,
    make_media_ready_later,
    reach_homes_later,
    write_boosts_home_later,
)
from corridor.programmes import queries as programmes_of_somebody
from corridor.programmes import subscribers as programmes
from corridor.programmes.events import (
    ActedFor,
    ApplicationAnswered,
    ApplicationSent,
    ApplicationWithdrawn,
    BreakEnded,
    CountingChanged,
    InterestNoted,
    MatchAccepted,
    MatchDeclined,
    MatchingAsked,
    MatchLapsed,
    MatchProposed,
    MatchTalked,
    NextBestFound,
    RoundPublished,
    TeamAnswered,
    TeamAsked,
)
from corridor.programmes.personal_archive import ABOUT_PEOPLE as IN_PROGRAMMES
from corridor.programmes.tasks import (
    answer_in_public_later,
    follow_up_after_break,
    follow_up_later,
    look_again_later,
    match_later,
    offer_others_later,
    offer_places_later,
    offer_places_of_mentor_later,
    reconsider_later,
)
from corridor.reminders.personal_archive import ABOUT_PEOPLE as IN_REMINDERS
from corridor.safety import subscribers as shields
from corridor.safety.events import (
    AttentionNoticed,
    Decided,
    FlagAnswered,
    HeldAnswered,
    ReadingAnswered,
    ReadingAsked,
    ShieldOffered,
)
from corridor.safety.personal_archive import ABOUT_PEOPLE as IN_SAFETY

SUBSCRIPTIONS: Subscriptions = {
    ApplicationAnswered: [notices.tell_of_application],
    ApplicationSent: [],
    ActedFor: [notices.tell_of_deed_for_her],
    ApplicationWithdrawn: [programmes.end_matches, programmes.decline_circles],
    AnswerToKeep: [contacts.tell_of_answer_to_keep],
    AppsSignedOut: [],
    AttentionNoticed: [notices.tell_of_attention],
    CircleChanged: [circles.tell_of_circle],
    CountingChanged: [reconsider_later],
    CirclePlaceFree: [programmes.offer_place_in_circle],
    BreakEnded: [follow_up_after_break, offer_places_of_mentor_later],
    BoostTakenBack: [notices.take_back_boost, noting.note_boost_gone],
    CheckInDue: [notices.tell_of_check_in],
    ContactMoved: [contacts.tell_of_contact],
    ConversationChanged: [noting.note_messages],
    ConversationRead: [letters.take_back_messages],
    Decided: [notices.tell_of_decision],
    FiltersChanged: [noting.note_filters],
    FlagAnswered: [notices.tell_of_answered_flag],
    FollowAsked: [notices.tell_of_follow_request],
    Followed: [begin_following, notices.tell_of_follower],
    GoalStuck: [notices.tell_of_stuck_goal],
    HeldAnswered: [notices.tell_of_answered],
    HomeChanged: [read_elsewhere],
    HomesReached: [noting.note_at_home],
    HelperActed: [notices.tell_of_help],
    HelperAgreed: [notices.tell_of_agreement],
    HelperAsked: [notices.tell_of_question],
    HelperCalled: [notices.tell_helper],
    HelperWithdrawn: [notices.take_back_question],
    InterestNoted: [notices.tell_of_interest, answer_in_public_later],
    HomesWait: [reach_homes_later],
    KudosGiven: [notices.tell_of_kudos],
    KudosTakenBack: [notices.take_back_kudos],
    LeaveAsked: [sign_out_apps, mentoring.tell_who_works_with_her],
    MatchAccepted: [offer_others_later],
    ContactAsked: [notices.ask_for_contact],
    LogWanted: [notices.ask_for_log],
    MeetingAgreed: [notices.tell_of_agreed_meeting],
    AbsenceSaid: [programmes.count_absence],
    AbsenceUnsaid: [programmes.uncount_absence],
    MeetingCalledOff: [notices.tell_of_meeting_off, programmes.count_late],
    MeetingDoubted: [notices.tell_of_doubted_meeting],
    MeetingProposed: [notices.tell_of_suggested_times],
    MeetingSoon: [notices.tell_of_near_meeting],
    SurveyAsked: [notices.ask_for_review],
    MatchDeclined: [notices.tell_of_match_that_ended, follow_up_later],
    MatchLapsed: [
        notices.tell_of_match_that_ended,
        programmes.count_silence,
        follow_up_later,
    ],
    MatchProposed: [notices.tell_of_match],
    MatchTalked: [notices.tell_of_talk],
    MatchingAsked: [match_later],
    MediaReceived: [make_media_ready_later],
    MentorLeft: [look_again_later],
    MessageSent: [letters.tell_of_message, noting.note_messages],
    NextBestFound: [notices.tell_of_next_best],
    NoteAnswered: [notices.tell_of_answered_note],
    NoteJudged: [notices.tell_of_judged_note],
    NoteShown: [notices.tell_of_shown_note],
    NoteWritten: [notices.tell_of_note],
    NotesUnderPostChanged: [render_post, noting.note_change],
    NoticesOfPostChanged: [render_post, noting.note_change],
    Notified: [push_later, noting.note_notification],
    PeopleParted: [
        mentoring.end_first_contacts,
        mentoring.pause_what_they_had,
        mentoring.end_turns,
        programmes.end_matches_between,
        programmes.take_back_answers_between,
    ],
    PhotoShown: [look_at_photo_later],
    PictureGiven: [look_at_given_picture_later],
    PictureReceived: [look_at_picture_later],
    PollClosed: [notices.tell_of_poll],
    PostBoosted: [notices.tell_of_boost, noting.note_boost],
    PostBroughtBack: [write_boosts_home_later],
    PostChanged: [
        index_words,
        name_works_anew,
        render_post,
        notices.tell_of_edit,
        noting.note_change,
        programmes.reconsider,
    ],
    PostDeleted: [noting.note_deletion, programmes.take_back],
    PostHeld: [render_post, shields.hold_waiting, notices.tell_of_waiting_reply],
    PostPublished: [
        name_works_of_post,
        render_new_post,
        shields.hold_published,
        notices.tell_of_post,
        noting.note_post,
        programmes.answer_hashtag,
    ],
    PostWithheld: [render_post, noting.note_deletion, programmes.take_back],
    ProfileChanged: [render_account],
    QuestionAnswered: [contacts.tell_of_answer],
    QueueChanged: [circles.tell_of_queue],
    ReadingAnswered: [notices.tell_of_answered_reading],
    ReadingAsked: [notices.tell_of_waiting_reading],
    RelationshipChanged: [notices.tell_of_mentoring],
    RelationshipEnded: [
        mentoring.close_meetings,
        mentoring.ask_final_review,
        notices.tell_of_mentoring,
        look_again_later,
        offer_places_later,
    ],
    RelationshipOpened: [notices.tell_of_relationship],
    RelationshipPaused: [mentoring.close_meetings, notices.tell_of_mentoring],
    RelationshipResumed: [notices.tell_of_mentoring, programmes.take_match_up],
    RequestsAccepted: [noting.note_requests],
    RoundPublished: [],
    RoomChanged: [
        mentoring.count_what_she_has,
        tell_who_waited,
        offer_places_of_mentor_later,
    ],
    ShieldLowered: [],
    ShieldOffered: [notices.tell_of_offer, call_on_surge],
    ShieldRaised: [call_on_surge],
    TeamAnswered: [notices.tell_of_team_answer],
    TeamAsked: [notices.tell_of_team_question],
    WorkQuestioned: [notices.tell_of_questioned_work],
    WorkLiked: [contacts.tell_of_like],
    Unfollowed: [end_following, notices.take_back_follower],
}

ABOUT_PEOPLE_ABOVE: Mapping[str, HigherContext] = {
    "conversations": IN_CONVERSATIONS,
    "helping": IN_HELPING,
    "incidents": IN_INCIDENTS,
    "context_notes": IN_CONTEXT_NOTES,
    "library": IN_THE_LIBRARY,
    "mastodon_api": IN_THE_MASTODON_API,
    "mentoring": IN_MENTORING,
    "notifications": IN_NOTIFICATIONS,
    "posts": IN_POSTS,
    "programmes": IN_PROGRAMMES,
    "reminders": IN_REMINDERS,
    "safety": IN_SAFETY,
}
"""What contexts above people hold about them: for archives, departures, and who works with whom."""

BENEATH_POSTS: Mapping[str, Beneath] = {
    "notes": Beneath(is_there=context_notes.has_note_to_read, of=context_notes.notes_under),
    "questioned": Beneath(is_there=library.names_questioned_work, of=library.questioned_under),
}
"""What pages show under a post, whoever reads it."""

COUNTS_ABSENCES = programmes_of_somebody.counts_absences
"""Whether something follows in a programme for who does not come to meetings."""

PROGRAMMES_OF = programmes_of_somebody.programmes_of
"""Where somebody takes part: for office hours that are for a programme."""

STAYS_IN = programmes_of_somebody.stays_in
"""Whether she does so between two rounds as well: such office hours go on then."""
