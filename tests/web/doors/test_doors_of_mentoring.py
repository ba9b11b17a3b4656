"""Who gets to which page of relationships, meetings, circles, first contacts and messages."""

from datetime import timedelta

import pytest
from django.utils import timezone

from corridor.conversations import actions as talking
from corridor.conversations import queries as talks
from corridor.mentoring import actions, queries
from corridor.mentoring.actions import Hello, NewGoal, NewStep, circles, meetings
from corridor.mentoring.actions.keep_map import Noted, note_developer, show_map
from corridor.mentoring.choices import CoachingStage
from corridor.mentoring.models import AgendaItem, DaysOff, GoalStep, PlanAttestation, Survey
from corridor.people.actions import NewOffer, block, set_offers
from corridor.people.choices import Kind
from tests.kernel.pdfs import pdf
from tests.web.doors.knocking import clients, doors, opens, who_gets_in

pytestmark = pytest.mark.django_db

MEMBERS = "amara osei vaughan lindqvist noor mallory"
ALL = f"visitor {MEMBERS}"
NOBODY = ""


@pytest.fixture
def at_the_door(signed_in, amara, osei, dr_vaughan, prof_lindqvist, noor, mallory, now):
    """Amara blocked Mallory; Dr Vaughan is another mentor, Noor moderates."""
    block(blocker=amara, blocked=mallory, now=now)
    return clients(
        signed_in,
        amara=amara,
        osei=osei,
        vaughan=dr_vaughan,
        lindqvist=prof_lindqvist,
        noor=noor,
        mallory=mallory,
    )


@pytest.fixture
def together(begin, amara, osei, now):
    """Amara and Dr Osei, with everything that a relationship can hold."""
    one = begin(at=now - timedelta(days=90))
    begin(role=Kind.COACHING, at=now - timedelta(days=60))
    actions.propose_agreement(one.pk, {"goals": "A paper"}, after=0, by=amara, now=now)
    goal = NewGoal(title="First paper", steps=[NewStep(text="Write the methods")])
    actions.add_goal(one.pk, goal, by=amara, now=now)
    said = actions.NewStage(stage=CoachingStage.PRINCIPLES, words="We are honest.")
    actions.write_coaching_step(one.pk, said, by=osei, now=now)
    actions.wish_role(one.pk, Kind.SPONSORSHIP, words="", by=amara, now=now)
    plan = {"short": "A paper", "actions": "Write on Fridays"}
    actions.write_plan(plan, owner=amara, is_revised=True, now=now)
    actions.show_plan(owner=amara, relationship_id=one.pk, now=now)
    actions.attest_plan(owner=amara, now=now)
    note_developer("", Noted(name="An aunt"), owner=amara, now=now)
    show_map(one.pk, owner=amara)
    return one


def doors_of(one, viewer, *, relationship_id):
    """Of everything in one relationship, under the number of this or another one."""
    (goal,) = queries.goals(one, viewer=viewer)
    attestation = PlanAttestation.objects.get()
    steps = {
        "goal-step": GoalStep.objects.get().pk,
        "coaching-agree": queries.coaching_steps(one)[0].pk,
    }
    paths = doors(
        "mentoring",
        relationship_id=relationship_id,
        goal_id=goal.pk,
        step_id=steps,
        wish_id=queries.role_wishes(one)[0].pk,
        span_id=one.roles.get(role=Kind.COACHING).pk,
        role="coach",
        attestation_id=attestation.pk,
        token=attestation.token,
    )
    (noted,) = [person.key for person in queries.network_map(viewer).people if person.is_outside]
    return paths | doors("network_map", relationship_id=relationship_id, key=noted)


def test_the_doors_of_a_relationship(at_the_door, together, amara):
    paths = doors_of(together, amara, relationship_id=together.pk)

    assert who_gets_in(paths, at_the_door) == {
        "amara osei": opens(
            get="relationship relationship-roles relationship-agreement agreement-write goal-add"
            " goal coaching relationship-pause relationship-end somebody-else relationship-wrong",
            post="relationship-roles role-answer role-end role-log agreement-write agreement-sign"
            " goal-add goal-change goal-end goal-step-add goal-step goal-comment coaching"
            " coaching-agree relationship-note relationship-pause relationship-resume"
            " relationship-end relationship-take-back relationship-thanks relationship-wait"
            " relationship-answered",
        ),
        "amara": opens(get="network-map-one", post="network-map-one network-map-forget"),
        "osei": opens(get="plan-shown network-map-shown"),
        MEMBERS: opens(post="plan-withdraw"),  # says the same to all; see the test of what stays
        ALL: opens(get="attestation"),
    }


def test_the_doors_of_meetings(at_the_door, together, agree, amara, now):
    item = meetings.add_item("The visa", relationship_id=together.pk, by=amara, now=now)
    meetings.ask_reviews(now=now)
    today = now.date()
    days = meetings.add_days_off(starts_on=today, ends_on=today, by=amara, today=today)
    paths = doors(
        "meetings",
        relationship_id=together.pk,
        meeting_id=agree().pk,
        item_id=item.pk,
        survey_id=Survey.objects.filter(side="mentee").first().pk,
        days_id=days.pk,
        code=meetings.renew_feed(by=amara),
        token="made-up",  # noqa: S106 - of a link that nobody has
    )

    assert who_gets_in(paths, at_the_door) == {
        "amara osei": opens(
            get="relationship-meetings meeting-new meeting-unplanned reviews meeting meeting-times"
            " meeting-cancellation meeting-log meeting-file",
            post="meeting-new meeting-unplanned agenda-add in-touch meeting-choice meeting-times"
            " meeting-absence-end meeting-cancellation meeting-log meeting-own-note"
            " meeting-shared-note meeting-pulse meeting-next-step",
        ),
        "amara": opens(get="survey", post="survey survey-skip"),
        MEMBERS: opens(post="agenda-tick agenda-removal days-off-removal"),  # as above
        ALL: opens(
            get="meeting-feed meeting-pick contact-answer", post="meeting-pick contact-answer"
        ),
    }


def test_what_others_post_changes_nothing(together, amara, signed_in, mallory, now):
    item = meetings.add_item("The visa", relationship_id=together.pk, by=amara, now=now)
    today = now.date()
    days = meetings.add_days_off(starts_on=today, ends_on=today, by=amara, today=today)
    client, attested = signed_in(mallory), PlanAttestation.objects.get()

    client.post(f"/meetings/agenda/{item.pk}/done/")
    client.post(f"/meetings/agenda/{item.pk}/removal/")
    client.post(f"/meetings/calendar/days-off/{days.pk}/removal/")
    client.post(f"/you/plan/attestations/{attested.pk}/end/")

    assert AgendaItem.objects.get().done_at is None
    assert DaysOff.objects.filter(profile=amara).exists()
    assert PlanAttestation.objects.get().withdrawn_at is None


def test_under_a_number_of_his_own_he_finds_nothing_of_others(
    at_the_door, together, begin, amara, mallory, dr_vaughan, now
):
    """Dr Vaughan has a relationship, too, and puts its number into addresses of the other one."""
    own = begin(mallory, mentor=dr_vaughan, origin=actions.Origin(kind="agreed", places=2))
    visitor_and_he = {who: at_the_door[who] for who in ("visitor", "vaughan")}
    paths = doors_of(together, amara, relationship_id=own.pk)
    of_something = "goal goal-change goal-end goal-step-add goal-step goal-comment role-log"

    found = who_gets_in(paths, visitor_and_he)

    assert opens(get="goal plan-shown network-map-shown") <= found[NOBODY]
    assert opens(post=of_something).isdisjoint(found["vaughan"])
    at_the_door["vaughan"].post(paths["role-answer"], {"answer": "no"})
    at_the_door["vaughan"].post(paths["coaching-agree"])
    assert len(queries.role_wishes(together)) == 1
    assert queries.coaching_steps(together)[0].agreed_at is None


def test_the_doors_of_a_circle(at_the_door, form, says_yes, osei, amara, tomi, dr_vaughan):
    """Of Dr Osei with Amara and Tọ́mi; Dr Vaughan is asked to lead it with him."""
    now = timezone.now()
    formed = form(leaders=(osei, dr_vaughan), members=(amara, tomi), is_listed=False)
    for one in (osei, amara, tomi):
        says_yes(one, formed)
    new = circles.NewCircleMeeting(starts_at=now + timedelta(days=2))
    paths = doors(
        "circles",
        circle_id=formed.pk,
        meeting_id=circles.set_meeting(formed.pk, new, by=osei, now=now).pk,
        topic_id=circles.add_topic(formed.pk, "Reviewer two", by=amara, now=now).pk,
    )

    assert who_gets_in(paths, at_the_door) == {
        "amara osei vaughan": opens(
            get="circle",
            post="circle-seat circle-ask circle-leave circle-agree circle-pause circle-resume"
            " circle-close circle-topics circle-topic circle-coming circle-meeting-off",
        ),
        "amara osei": opens(get="circle-log circle-meeting-file", post="circle-log"),
        "osei": opens(
            get="circle-rules circle-meeting-new", post="circle-rules circle-meeting-new"
        ),
    }


@pytest.mark.parametrize("who", ["amara", "vaughan"])
def test_only_whoever_leads_a_circle_moves_it(
    at_the_door, form, says_yes, osei, amara, tomi, dr_vaughan, who
):
    """Amara is a member, and Dr Vaughan has not said yes."""
    now = timezone.now()
    formed = form(leaders=(osei, dr_vaughan), members=(amara, tomi))
    for one in (osei, amara, tomi):
        says_yes(one, formed)
    new = circles.NewCircleMeeting(starts_at=now + timedelta(days=2))
    meeting = circles.set_meeting(formed.pk, new, by=osei, now=now)

    for part in ("pause/", "end/", f"meetings/{meeting.pk}/off/"):
        at_the_door[who].post(f"/circles/{formed.pk}/{part}")

    formed.refresh_from_db()
    meeting.refresh_from_db()
    assert (formed.state, meeting.state) == ("active", "agreed")


CONTACT = "first-contact"
STEPS = [CONTACT, *(f"{CONTACT}-{step}" for step in ("more", "said", "welcome", "time", "wish"))]
ENDS = [f"{CONTACT}-{end}" for end in ("match", "end")]
QUESTION = ["question", "question-answers", "question-thanks", "question-end"]


def test_the_doors_of_first_contacts(at_the_door, verify, amara, dr_vaughan):
    """Amara says hello to Dr Vaughan, and asks all mentors something."""
    now = timezone.now()
    offer = NewOffer(kind=Kind.MENTORSHIP, capacity=2)
    set_offers(profile=dr_vaughan, offers=[offer], by=dr_vaughan)
    verify(amara)
    hello = Hello(who="A student", why="Your thread", ask="How did you choose?")
    said = actions.say_hello(hello, mentor=dr_vaughan, role=Kind.MENTORSHIP, by=amara, now=now)
    asked = actions.ask_mentors(topic="research", words="Is it for me?", by=amara, now=now)
    numbers = dict.fromkeys([*STEPS, *ENDS], said.pk) | dict.fromkeys(QUESTION, asked.pk)
    paths = doors("first_contact", number=numbers, handle=amara.handle)

    assert who_gets_in(paths, at_the_door) == {
        "amara vaughan": opens(get=CONTACT, post=" ".join([*STEPS[1:], *ENDS])),
        "amara osei vaughan lindqvist noor": opens(
            get="hello question", post="hello like like-end question-answers"
        ),
        "amara": opens(post="question-end"),
        NOBODY: opens(post="question-thanks"),  # it names an answer, and there is none
    }


def test_the_doors_of_a_conversation(at_the_door, know_each_other, amara, osei):
    know_each_other(amara, osei)
    now = timezone.now()
    talk = talking.open_conversation(members=[osei], by=amara, now=now)
    opened = talks.conversation(talk.pk, viewer=amara, now=now)
    given = talking.attach_file(name="cv.pdf", content=pdf(), by=amara, now=now)
    new = talking.NewMessage(text="Hello", files=[given.pk])
    said = talking.send_message(new, opened=opened, by=amara, now=now)
    paths = doors("messages", number=talk.pk, message=said.pk, file_id=given.pk)

    assert who_gets_in(paths, at_the_door) == {
        "amara osei": opens(
            get="talk talk-fresh talk-change talk-file talk-copy talk-flag",
            post="talk-say talk-change talk-end talk-answer talk-mute talk-away talk-flag",
        ),
        NOBODY: opens(post="talk-leave talk-people talk-name"),  # two people are no group
    }
