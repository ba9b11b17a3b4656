"""Whatever people do, in whatever order: nobody is told too early, given too many, or caught."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.db.models import F
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corridor.mentoring import actions as mentoring
from corridor.mentoring.choices import Ending
from corridor.mentoring.models import Relationship
from corridor.notifications.models import Notification
from corridor.programmes import actions, queries
from corridor.programmes.actions import applying, matches, publishing
from corridor.programmes.actions.matches import NotNow
from corridor.programmes.models import Application, Match, NextBest, Publication, Round
from corridor.programmes.states import MATCH, ROUND
from tests.thoroughly import tries

pytestmark = pytest.mark.django_db

MOVES = (
    "approve_many",
    "publish",
    "publish",
    "stop",
    "release",
    "release",
    "match",
    "reopen",
    "close",
    "begin",
    "finish",
    "accept",
    "accept",
    "accept",
    "ask",
    "answer",
    "decline",
    "refuse",
    "lapse",
    "recall",
    "leave",
    "end",
    "next",
)


CAPACITY = {"kwame_osei": 2, "helen_vaughan": 1}


class NothingThere(Exception):
    """The walk meant something that does not exist now."""


REFUSALS = (
    NothingThere,
    *(
        refusal
        for package in (actions, applying, matches, mentoring, publishing)
        for refusal in vars(package).values()
        if isinstance(refusal, type) and issubclass(refusal, Exception)
    ),
)


class Walk:
    def __init__(self, round, director, now):
        self.round, self.director, self.now = round, director, now
        self.was_published = False

    def make(self, move, at):
        self.round.refresh_from_db()
        self.now += timedelta(hours=1)
        try:
            with transaction.atomic():
                getattr(self, move)(at)
        except REFUSALS:
            pass

    def approve_many(self, _at):
        run = self._run()
        actions.approve_many(run=run, by=self.director, now=self.now)

    def publish(self, _at):
        publishing.schedule_publication(run=self._run(), by=self.director, now=self.now)

    def stop(self, _at):
        publishing.stop_publication(round=self.round, by=self.director, now=self.now)

    def release(self, _at):
        self.was_published |= bool(publishing.release_due(now=self.now))

    def match(self, _at):
        actions.run_matching(round=self.round, by=self.director, now=self.now)

    def reopen(self, _at):
        actions.reopen_applications(round=self.round, by=self.director, now=self.now)

    def close(self, _at):
        actions.close_applications(round=self.round, by=self.director)

    def begin(self, _at):
        actions.begin_round(round=self.round, by=self.director)

    def finish(self, at):
        if at % 4:
            raise NothingThere
        actions.finish_round(round=self.round, by=self.director)

    def accept(self, at):
        one = self._match(at)
        by = one.mentor.profile
        matches.accept_match(match_id=one.pk, side="mentor", by=by, now=self.now)

    def ask(self, at):
        one = self._match(at)
        by = one.mentor.profile
        matches.ask_mentee(match_id=one.pk, question="reach", by=by, now=self.now)

    def answer(self, at):
        one = self._match(at)
        by = one.mentee.profile
        matches.answer_mentor(match_id=one.pk, words="A paper.", by=by, now=self.now)

    def decline(self, at):
        one = self._match(at)
        said = NotNow(takes_no_more=at % 3 == 0)
        matches.decline_match(match_id=one.pk, said=said, by=one.mentor.profile, now=self.now)

    def refuse(self, at):
        one = self._match(at)
        matches.refuse_match(match_id=one.pk, by=one.mentee.profile, now=self.now)

    def lapse(self, _at):
        self.now += timedelta(days=8)
        matches.tend_matches(now=self.now)

    def recall(self, _at):
        publishing.recall_matches(round=self.round, words="Sorry.", by=self.director, now=self.now)

    def leave(self, at):
        one = self._one(Application.objects.filter(round=self.round).order_by("pk"), at)
        applying.withdraw_application(application=one, by=one.profile, now=self.now)

    def end(self, at):
        one = self._one(Relationship.objects.order_by("pk"), at)
        mentoring.end_relationship(one.pk, by=one.mentor, ending=Ending.STOPPED, now=self.now)

    def next(self, at):
        one = self._one(NextBest.objects.order_by("pk"), at)
        if at % 3 == 0:
            matches.pass_over(suggested=one, by=self.director, now=self.now)
            return
        matches.decide_next_best(
            suggested=one, is_wanted=bool(at % 2), by=self.director, now=self.now
        )

    def _run(self):
        run = queries.current_run(self.round)
        if run is None:
            raise NothingThere
        return run

    def _match(self, at):
        return self._one(Match.objects.order_by("pk"), at)

    def _one(self, rows, at):
        found = list(rows)
        if not found:
            raise NothingThere
        return found[at % len(found)]

    def check(self):
        self.round.refresh_from_db()
        if not self.was_published:
            subjects = [one.subject for one in mail.outbox]
            told = [one for one in subjects if not one.startswith("You have left")]
            assert (told, Notification.objects.count(), Match.objects.count()) == ([], 0, 0)
        for mentor in Application.objects.filter(side="mentor"):
            open_now = Relationship.objects.filter(mentor=mentor.profile).exclude(state="ended")
            assert open_now.count() <= CAPACITY[mentor.profile.handle]
        for mentee in Application.objects.filter(side="mentee"):
            accepted = Match.objects.filter(mentee=mentee, state="accepted")
            assert accepted.count() <= 1
        for one in Match.objects.all():
            for who in MATCH.bound if one.is_open else ():
                assert any(move.leaves for move in MATCH.open_to(who, state=one.state))
        if self.round.state != Round.State.FINISHED:
            ways = ROUND.open_to("director", state=self.round.state)
            assert any(move.leaves for move in ways)
        waiting = Publication.objects.filter(stopped_at=None, done_at=None)
        assert waiting.count() <= 1


@settings(
    max_examples=tries(12),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    asks_first=st.booleans(),
    steps=st.lists(
        st.tuples(st.sampled_from(MOVES), st.integers(min_value=0, max_value=11)),
        min_size=10,
        max_size=30,
    ),
)
def test_wherever_a_walk_leads(run, prof_lindqvist, now, asks_first, steps):
    with transaction.atomic():
        mail.outbox.clear()
        can_open_again = {"closes_on": F("starts_on")}
        Round.objects.filter(pk=run.round_id).update(asks_before_next=asks_first, **can_open_again)
        walk = Walk(Round.objects.get(pk=run.round_id), prof_lindqvist, now)
        for move, at in (("approve_many", 0), *steps):
            walk.make(move, at)
            walk.check()
        transaction.set_rollback(True)
