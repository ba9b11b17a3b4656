"""Who finds what is due, for each kind of the table of reminders."""

from collections.abc import Mapping

from corridor.algorithms.reminders.table import Kind
from corridor.mentoring.reminding import of_meetings, of_work
from corridor.notifications.reminding import messages_to_read
from corridor.programmes import reminding as programmes
from corridor.reminders.badges import badges_that_run_out
from corridor.reminders.due import Finder
from corridor.safety import reminding as safety

FINDERS: Mapping[str, Finder] = {
    Kind.ANSWER_MATCH: programmes.matches_to_answer,
    Kind.SEND_APPLICATION: programmes.applications_to_send,
    Kind.ANSWER_HELLO: of_work.contacts_to_answer,
    Kind.CHOOSE_TIME: of_meetings.times_to_choose,
    Kind.FIRST_MEETING: of_meetings.first_meetings,
    Kind.WRITE_LOG: of_meetings.logs_to_write,
    Kind.ANSWER_MENTEE: of_work.promises_over,
    Kind.READ_MESSAGE: messages_to_read,
    Kind.SIGN_AGREEMENT: of_work.agreements_to_sign,
    Kind.GIVE_REVIEW: of_meetings.reviews_to_give,
    Kind.MOVE_GOAL: of_work.goals_that_stand_still,
    Kind.SILENCE: of_work.silent_pairs,
    Kind.RENEW_BADGE: badges_that_run_out,
    Kind.READ_POST: safety.posts_to_read,
    Kind.CHANGE_POST: safety.posts_to_change,
    Kind.DECIDE_APPEAL: programmes.appeals_to_decide,
}
