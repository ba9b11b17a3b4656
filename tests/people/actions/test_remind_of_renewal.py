from datetime import timedelta

from django.core import mail

from corridor.people.actions.verifying import remind_of_renewal


def test_a_month_before_it_runs_out_she_is_told_once(amara, verify, now):
    verify(amara)  # until 335 days from now
    due = now + timedelta(days=305)

    assert remind_of_renewal(now=due - timedelta(minutes=1)) == 0
    assert remind_of_renewal(now=due) == 1
    assert remind_of_renewal(now=due + timedelta(days=1)) == 0

    [sent] = mail.outbox
    assert sent.to == ["amara_nwosu@example.org"]
    assert sent.subject == "A badge of yours runs out on 18 February 2027"
    assert "Mailbox at severnside.ac.uk" in sent.body
    assert "18 February 2027" in sent.alternatives[0].content


def test_nobody_is_reminded_of_a_badge_that_ended(amara, verify, now):
    badge = verify(amara)
    badge.withdrawn_at = now
    badge.save()

    assert remind_of_renewal(now=now + timedelta(days=310)) == 0
    assert mail.outbox == []
