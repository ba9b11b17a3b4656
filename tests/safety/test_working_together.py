"""Two levels of moderators, cases that change hands, and wordings in versions."""

from datetime import timedelta

import pytest

from corridor.people import actions as people
from corridor.posts.models import Post
from corridor.safety import actions, queries
from corridor.safety.actions import NewWording
from corridor.safety.choices import Deed, Measure, Queue, Reason
from corridor.safety.models import Case, LogEntry, Moderator, Wording


@pytest.fixture
def operator(join):
    profile = join(handle="operator", display_name="Ola Operator")
    people.make_operator(email=profile.account.email)
    profile.account.refresh_from_db()
    return profile


@pytest.fixture
def lead(moderator, now):
    """Leads harassment, and moderates spam."""
    profile = moderator("spam")
    actions.appoint_moderator(profile, queues=[Queue.HARASSMENT], now=now, is_lead=True)
    return profile


def rights(profile):
    rows = Moderator.objects.filter(profile=profile).order_by("queue")
    return [(one.queue, one.is_lead) for one in rows]


def test_who_may_appoint_whom(operator, lead, moderator, dr_osei, now):
    def try_to(by, *queues, is_lead=False):
        try:
            actions.appoint_moderator(
                dr_osei, queues=[Queue(one) for one in queues], now=now, is_lead=is_lead, by=by
            )
        except actions.NotYoursToAppoint:
            return False
        return True

    refused = {
        "a moderator": try_to(moderator("spam"), "spam"),
        "a member": try_to(dr_osei, "spam"),
        "a lead, for another queue": try_to(lead, "spam"),
        "a lead, for hers and another": try_to(lead, "spam", "harassment"),
        "a lead, as a lead": try_to(lead, "harassment", is_lead=True),
    }
    assert not any(refused.values()), refused
    assert rights(dr_osei) == []

    assert try_to(lead, "harassment")
    assert try_to(operator, "spam", "harassment", is_lead=True)
    assert rights(dr_osei) == [("harassment", True), ("spam", True)]
    last = LogEntry.objects.latest("number")
    assert (last.by_number, last.details) == (
        operator.pk,
        f"profile {dr_osei.pk}: lead of harassment spam",
    )


def test_a_lead_ends_no_lead(lead, moderator, now):
    other, below = moderator(), moderator("harassment")
    actions.appoint_moderator(other, queues=[Queue.HARASSMENT], now=now, is_lead=True)

    with pytest.raises(actions.NotYoursToAppoint):
        actions.dismiss_moderator(other, queues=[Queue.HARASSMENT], now=now, by=lead)
    actions.dismiss_moderator(below, queues=[Queue.HARASSMENT], now=now, by=lead)

    assert ("harassment", True) in rights(other)
    assert rights(below) == []


def test_a_lead_takes_a_case_over(case, lead, moderator, now):
    has_it = moderator("harassment")
    actions.claim_case(case=case, by=has_it, now=now)

    with pytest.raises(actions.NotYourCase):
        actions.take_over_case(case=case, by=moderator("harassment"), now=now)
    assert Case.objects.get(pk=case.pk).claimed_by == has_it

    actions.take_over_case(case=case, by=lead, now=now)

    assert Case.objects.get(pk=case.pk).claimed_by == lead
    assert LogEntry.objects.latest("number").details == f"from profile {has_it.pk}"


def test_a_case_is_put_where_it_belongs(case, moderator, now):
    by, spam = moderator("harassment"), moderator("spam")
    before = case.due_at

    with pytest.raises(actions.ThereAlready):
        actions.move_case(case=case, queue=Queue.HARASSMENT, by=by, now=now)
    actions.move_case(case=case, queue=Queue.SPAM, by=by, now=now)

    case.refresh_from_db()
    assert (case.queue, case.due_at, case.claimed_by) == ("spam", before, None)
    assert queries.case_to_look_at(case.pk, viewer=by, today=now.date()) is None
    assert queries.case_to_look_at(case.pk, viewer=spam, today=now.date()) == case


def test_several_are_taken_together_or_none(case, says, flags, amara, moderator, now):
    one, other = moderator(), moderator()
    kofi = flags(amara, says(one, "x"), Reason.SPAM).case  # about her: not hers to take

    with pytest.raises(actions.NotYourCase):
        actions.claim_cases([case, kofi], by=one, now=now)
    assert not Case.objects.exclude(claimed_by=None).exists()

    actions.claim_cases([case, kofi], by=other, now=now)
    assert Case.objects.filter(claimed_by=other).count() == 2


def test_what_many_flag_or_may_read_is_due_sooner(says, flags, join, amara, mallory, now):
    post = says(mallory)
    case = flags(amara, post).case
    assert case.due_at == now + timedelta(hours=12)

    for name in ("one", "two"):
        flags(join(handle=name, display_name=name.title()), post)
    case.refresh_from_db()
    assert case.due_at == now + timedelta(hours=6)

    Post.objects.filter(pk=post.pk).update(boost_count=1000)
    post.refresh_from_db()
    flags(join(handle="three", display_name="Three"), post)
    case.refresh_from_db()
    assert (case.due_at, case.reach) == (now + timedelta(hours=3), 1000)


def test_what_is_for_few_has_no_reach(says, flags, amara, mallory):
    post = says(mallory, f"@{amara.handle} I know", audience="named")

    assert flags(amara, post).case.reach == 0


def test_a_wording_is_another_version_after_a_change(lead, moderator, case, decides, now):
    (given,) = [one for one in queries.wordings() if one.code == "tone"]
    assert (given.version, given.is_offered) == (0, True)

    for text in ("Go at what was said.", "Say it about the matter."):
        actions.keep_wording(NewWording(code="tone", title="Tone", text=text), by=lead, now=now)
    (current,) = [one for one in queries.wordings() if one.code == "tone"]
    assert (current.version, current.text) == (2, "Say it about the matter.")
    assert [one.version for one in queries.versions_of("tone")] == [2, 1]

    decides(case, lead, Measure.NUDGE, begins_with=current.named)
    assert LogEntry.objects.filter(deed=Deed.DECIDED).get().details == "harassment: nudge, tone 2"


def test_wordings_with_one_title_are_two(lead, now):
    codes = [
        actions.keep_wording(NewWording(title="Tone", text="x"), by=lead, now=now).code
        for _ in range(2)
    ]

    assert codes == ["tone-2", "tone-3"]


@pytest.mark.parametrize(
    ("title", "text", "refusal"),
    [
        (" ", "x", actions.NoteIsEmpty),
        ("x", " ", actions.NoteIsEmpty),
        ("x" * 81, "x", actions.NoteTooLong),
        ("x", "x" * 1001, actions.NoteTooLong),
    ],
)
def test_a_wording_without_words_is_refused(lead, now, title, text, refusal):
    with pytest.raises(refusal):
        actions.keep_wording(NewWording(title=title, text=text), by=lead, now=now)
    assert not Wording.objects.exists()


def test_only_leads_keep_wordings(moderator, dr_osei, now):
    for by in (moderator(), dr_osei):
        with pytest.raises(actions.NotYourCase):
            actions.keep_wording(NewWording(title="x", text="x"), by=by, now=now)
    assert not Wording.objects.exists()
