"""Of what those who take part in a programme are reminded; the table says when and how often."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial

from django.db.models import F
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from corridor.algorithms.reminders.table import OF, Kind
from corridor.people.letters import Button, Letter, address_of_page, to_member
from corridor.programmes import letters_of_matches
from corridor.programmes.actions.matches import make_link, note_reminder
from corridor.programmes.letters_of_consequences import waits_for_decision
from corridor.programmes.models import Appeal, Application, Match, Round
from corridor.programmes.queries.consequences import deciders
from corridor.programmes.queries.matches import WHOLE
from corridor.programmes.states import OPEN_MATCH
from corridor.programmes.states_of_consequences import WAITING
from corridor.reminders.due import Due, only
from corridor.reminders.wording import WORDS

BEGUN_BEFORE = timedelta(days=2)
"""Whoever has just begun knows that she has."""


def matches_to_answer(*, now: datetime, about: int | None = None) -> Iterable[Due]:
    """To the mentor, or to a mentee who was asked something; not where there is little time."""
    before = OF[Kind.ANSWER_MATCH].after
    waiting = Match.objects.filter(
        state__in=OPEN_MATCH,
        answer_by__lte=now + before,
        answer_by__gt=now,
        reminded_at=None,
        proposed_at__lt=F("answer_by") - 2 * before,
    )
    for match in only(waiting, about).select_related(*WHOLE).order_by("pk"):
        is_asked = match.state == Match.State.ASKED
        reader = match.mentee.profile if is_asked else match.mentor.profile
        yield Due(
            kind=Kind.ANSWER_MATCH,
            to=reader.pk,
            about=match.pk,
            since=match.proposed_at,
            letter=partial(_match_waits, match),
            mark=partial(note_reminder, match.pk),
        )


def applications_to_send(*, now: datetime, about: int | None = None) -> Iterable[Due]:
    """Before the round closes; whoever withdrew it began it again herself."""
    before = OF[Kind.SEND_APPLICATION].after
    drafts = Application.objects.filter(
        state=Application.State.DRAFT,
        round__state=Round.State.OPEN,
        round__closes_on__gte=now.date(),
        round__closes_on__lte=(now + before).date(),
        applied_at__lte=now - BEGUN_BEFORE,
    )
    people = ("profile__account", "round__programme")
    for draft in only(drafts, about).select_related(*people).order_by("pk"):
        yield Due(
            kind=Kind.SEND_APPLICATION,
            to=draft.profile_id,
            about=draft.pk,
            since=draft.applied_at,
            letter=partial(_draft_waits, draft),
        )


def appeals_to_decide(*, now: datetime, about: int | None = None) -> Iterable[Due]:
    """To whoever was told of it first, or would be now."""
    waiting = Appeal.objects.filter(state=WAITING, at__lte=now - OF[Kind.DECIDE_APPEAL].after)
    people = ("consequence__programme", "consequence__profile")
    for appeal in only(waiting, about).select_related(*people).order_by("at", "pk"):
        for reader in deciders(appeal.consequence, today=now.date())[:1]:
            yield Due(
                kind=Kind.DECIDE_APPEAL,
                to=reader.pk,
                about=appeal.pk,
                since=appeal.at,
                letter=partial(waits_for_decision, appeal.consequence, reader),
            )


def _match_waits(match: Match) -> Letter:
    if match.state == Match.State.ASKED:
        return letters_of_matches.question(match)
    return letters_of_matches.mentor_waited_for(match, make_link(match, match.mentor.profile))


def _draft_waits(draft: Application) -> Letter:
    round = draft.round
    names = {
        "programme": round.programme.name,
        "round": round.name,
        "day": date_format(round.closes_on, "j F"),
    }
    return Letter(
        subject=_("Your application to %(programme)s is not sent yet") % names,
        paragraphs=(
            _("You began it, and everything you wrote is kept. %(round)s closes on %(day)s.")
            % names,
            _("Go on with it, or leave it: nobody reads a draft, and it enrols you in nothing."),
        ),
        button=Button(
            label=WORDS[Kind.SEND_APPLICATION].press,
            url=address_of_page("apply", round.programme.slug, draft.side),
        ),
        why=to_member(draft.profile.handle),
    )
