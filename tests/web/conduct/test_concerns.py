"""What somebody says in confidence reaches one person, and waits for nobody."""

import pytest
from django.core import mail

from corridor.programmes.actions import conduct as actions
from corridor.programmes.actions import team
from corridor.programmes.actions.forget_person import forget_person
from corridor.programmes.choices import TeamRole
from corridor.programmes.models import Concern, TeamMember
from tests.stored import every_stored_value

UNHEARD = "Sandalwood-and-thunder"


def concern_page(pair):
    return f"/mentoring/{pair.pk}/concern/"


def tell(client, pair, words):
    """As the page is sent that says who hears it."""
    hears = client.get(concern_page(pair)).context["hears"]
    form = {"words": words, "hears": str(hears.pk) if hears else ""}
    return client.post(concern_page(pair), form)


def test_a_concern_reaches_the_person_named_and_nobody_else(
    signed_in, pair, amara, dr_osei, prof_lindqvist, mallory
):
    hers = signed_in(amara)

    made = tell(hers, pair, f"He shouts. {UNHEARD}")

    [letter] = mail.outbox
    assert letter.to == [prof_lindqvist.account.email]
    assert UNHEARD not in letter.body
    assert "Amara" not in letter.body
    assert "Osei" not in letter.body
    assert UNHEARD in signed_in(prof_lindqvist).get(made.url).text
    assert signed_in(dr_osei).get(made.url).status_code == 404
    assert signed_in(mallory).get(made.url).status_code == 404
    assert not any(UNHEARD.encode() in value for value in every_stored_value())


def test_it_is_answered_once_and_she_reads_the_answer(signed_in, pair, amara, prof_lindqvist):
    hers, director = signed_in(amara), signed_in(prof_lindqvist)
    made = tell(hers, pair, "He shouts.").url
    mail.outbox.clear()

    director.post(made, {"words": "Let us talk tomorrow."})
    again = director.post(made, {"words": "And another thing."})

    assert [one.to for one in mail.outbox] == [[amara.account.email]]
    assert again.status_code == 422
    assert "Let us talk tomorrow." in hers.get(made).text
    assert "And another thing." not in hers.get(made).text
    assert "Nobody has turned to you" not in director.get("/concerns/").text


def test_no_mail_goes_to_whoever_may_not_sign_in(signed_in, pair, amara, prof_lindqvist):
    made = tell(signed_in(amara), pair, "He shouts.").url
    mail.outbox.clear()
    amara.account.is_active = False
    amara.account.save()

    signed_in(prof_lindqvist).post(made, {"words": "Let us talk tomorrow."})

    assert Concern.objects.get().answered_at
    assert mail.outbox == []


def test_whoever_raised_it_cannot_answer_it(signed_in, pair, amara):
    client = signed_in(amara)
    made = tell(client, pair, "He shouts.").url

    client.post(made, {"words": "All is well."})

    assert Concern.objects.get().answered_at is None


def test_a_concern_never_goes_to_the_one_it_is_about(
    signed_in, pair, programme, amara, dr_osei, prof_lindqvist, now
):
    TeamMember.objects.create(programme=programme, profile=dr_osei, role=TeamRole.DIRECTOR)
    actions.name_who_hears(programme, dr_osei.pk, by=prof_lindqvist, now=now)

    tell(signed_in(amara), pair, "He shouts.")

    assert Concern.objects.get().to == prof_lindqvist


def test_where_nobody_is_left_only_the_moderators_are_offered(
    signed_in, pair, programme, amara, dr_osei
):
    programme.team.all().delete()
    TeamMember.objects.create(programme=programme, profile=dr_osei, role=TeamRole.OWNER)
    client = signed_in(amara)

    page = client.get(concern_page(pair)).text
    refused = tell(client, pair, "He shouts.")

    assert "The moderators of this server can." in page
    assert refused.status_code == 422
    assert not Concern.objects.exists()


@pytest.mark.parametrize("sent", [None, "", "x", "9" * 500])
def test_it_reaches_nobody_but_whom_she_was_told_of(
    sent, signed_in, pair, programme, amara, prof_lindqvist, join, now
):
    """While she writes, a director names somebody else."""
    client, shown = signed_in(amara), str(prof_lindqvist.pk)
    other = join(handle="other", display_name="Another")
    TeamMember.objects.create(programme=programme, profile=other, role=TeamRole.DIRECTOR)
    actions.name_who_hears(programme, other.pk, by=prof_lindqvist, now=now)

    words = {"words": "Of that other one."}
    refused = client.post(concern_page(pair), words | {"hears": shown if sent is None else sent})

    assert refused.status_code == 422
    assert "Somebody else hears it by now" in refused.text
    assert "Of that other one." in refused.text
    assert "Another of First-Gen in Medicine reads it" in refused.text
    assert not Concern.objects.exists()
    assert client.post(concern_page(pair), words | {"hears": str(other.pk)}).status_code == 302


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("   ", "This field is required"),
        ("x" * 5001, "at most 5000"),
        ("x\0", "Null characters are not allowed"),
    ],
)
def test_nothing_typed_is_lost_where_it_is_refused(words, says, signed_in, pair, amara):
    answer = tell(signed_in(amara), pair, words)

    assert answer.status_code == 422
    assert says in answer.text
    assert not Concern.objects.exists()


def test_five_wait_at_a_time(signed_in, pair, amara):
    client = signed_in(amara)
    for number in range(5):
        tell(client, pair, f"Concern {number}")

    sixth = tell(client, pair, "One more")

    assert sixth.status_code == 422
    assert "One more" in sixth.text
    assert Concern.objects.count() == 5


def test_pressed_twice_it_is_one_concern_and_one_mail(signed_in, pair, amara):
    client = signed_in(amara)

    first, again = (tell(client, pair, "He shouts.") for _ in range(2))

    assert first.url == again.url
    assert Concern.objects.count() == 1
    assert len(mail.outbox) == 1


@pytest.fixture
def other_director(programme, join):
    other = join(handle="other", display_name="Another")
    TeamMember.objects.create(programme=programme, profile=other, role=TeamRole.OWNER)
    return other


def leave(programme, profile, by, now):
    member = programme.team.get(profile=profile)
    team.leave_team(member, by=by, now=now)


def test_where_whoever_heard_it_leaves_she_says_who_reads_it_instead(
    signed_in, pair, programme, amara, prof_lindqvist, other_director, now
):
    hers, before, after = (signed_in(one) for one in (amara, prof_lindqvist, other_director))
    made = tell(hers, pair, f"He shouts. {UNHEARD}").url
    assert "Nobody has it now" not in hers.get(made).text
    mail.outbox.clear()

    leave(programme, prof_lindqvist, prof_lindqvist, now)

    [told] = mail.outbox
    assert told.to == [amara.account.email]
    assert "has left the team" in told.subject
    assert before.get(made).status_code == 404
    assert before.post(made, {"words": "Still here."}).status_code == 404
    assert after.get(made).status_code == 404
    page = hers.get(made)
    assert "Another could read it instead" in page.text

    hers.post(f"{made}hearer/", {"hears": str(other_director.pk)})
    after.post(made, {"words": "I read it."})

    assert "I read it." in hers.get(made).text
    assert UNHEARD in after.get(made).text


def test_it_is_passed_on_only_where_nobody_has_it_and_by_her_alone(
    signed_in, pair, amara, dr_osei, prof_lindqvist, other_director
):
    made = tell(signed_in(amara), pair, "He shouts.").url
    form = {"hears": str(other_director.pk)}

    answer = signed_in(amara).post(f"{made}hearer/", form, follow=True)

    assert "is in the team: it waits there" in answer.text
    for other in (dr_osei, prof_lindqvist):
        assert signed_in(other).post(f"{made}hearer/", form).status_code == 404
    assert Concern.objects.get().to == prof_lindqvist


def test_whoever_hears_many_pages_through_them(
    signed_in, pair, programme, amara, prof_lindqvist, now
):
    for number in range(51):
        one = Concern(programme=programme, by=amara, to=prof_lindqvist, at=now, answered_at=now)
        one.words = {"concern": str(number), "answer": "Yes."}
        one.save()
    tell(signed_in(amara), pair, "He shouts.")
    director = signed_in(prof_lindqvist)

    first, second = director.get("/concerns/"), director.get("/concerns/?page=2")

    assert "waits" in first.text
    assert [page.text.count("First-Gen in Medicine, ") for page in (first, second)] == [50, 2]


def test_who_leaves_takes_her_concerns_with_her(signed_in, pair, amara, prof_lindqvist):
    tell(signed_in(amara), pair, "He shouts.")

    forget_person(prof_lindqvist, "left_1")
    assert Concern.objects.get().to is None
    forget_person(amara, "left_2")
    assert not Concern.objects.exists()
