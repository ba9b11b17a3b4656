"""What somebody who applies sees, over HTTP, on the day of the cast."""

import pytest
from django.urls import reverse
from django.utils import timezone

from corridor.posts import actions as posts
from corridor.programmes import queries
from corridor.programmes.actions.forms import NewQuestion, Place, add_question, remove_question
from corridor.programmes.choices import QuestionKind, Side
from corridor.programmes.models import Application, ConductAcceptance, Programme, Round

State = Application.State
NEEDED = {"q-needs": ["publishing"]}
ACCEPTED = {"conduct": "0"}


@pytest.fixture
def answered(round_now):
    """What a browser sends: an answer to each question that must have one."""

    def fill(side="mentee", **more):
        sent = {}
        for asked in queries.form(round_now, side).questions:
            name = f"q-{asked.key}"
            if asked.kind in {"several", "one", "ranked"} and asked.options:
                sent[name] = [asked.options[0].value]
            elif asked.kind == "number":
                sent[name] = ["2"]
            elif asked.kind in {"consent", "yes_no"}:
                sent[name] = ["yes"]
            elif asked.kind in {"short", "long", "words"}:
                sent[name] = ["English"]
        return sent | more

    return fill


@pytest.fixture
def ask(programme, prof_lindqvist, now):
    """`ask(kind=QuestionKind.LONG, label="Why now?")`: where one more question stands."""

    def ask(**new):
        question = NewQuestion(**new)
        asked = add_question(programme, Side.MENTEE, new=question, by=prof_lindqvist, now=now)
        return Place(programme=programme, side=Side.MENTEE, key=asked.key)

    return ask


def apply_url(side="mentee", name="apply"):
    return reverse(name, args=["first-gen", side])


def the(profile, **wanted):
    return Application.objects.get(profile=profile, **wanted)


def test_from_the_questions_to_being_in(signed_in, answered, amara, mailoutbox):
    client = signed_in(amara)

    looked = client.post(apply_url(), answered() | {"do": "look"})
    summary = client.get(looked.url)
    sent = client.post(looked.url, ACCEPTED)
    page = client.get(sent.url)

    assert looked.url == apply_url(name="apply-summary")
    assert "Is this what you want to say?" in summary.text
    assert the(amara).state == State.IN
    assert "What has been in your way" in page.text
    assert "has your application" in mailoutbox[0].subject


def test_hours_are_said_in_words(signed_in, answered, amara):
    client = signed_in(amara)
    hours = {"q-free": ["mon-evening"], "q-free-day": ["thu"], "q-free-from": ["18:30"]}

    looked = client.post(apply_url(), answered(**hours, **{"q-free-until": "20:00"}, do="look"))
    summary = client.get(looked.url)

    assert "Monday 17:00–21:00, Thursday 18:30–20:00" in summary.text


def test_nothing_is_sent_before_the_code_of_conduct_is_accepted(signed_in, answered, amara):
    client = signed_in(amara)
    looked = client.post(apply_url(), answered() | {"do": "look"})

    without = client.post(looked.url)
    state = the(amara).state
    client.post(looked.url, ACCEPTED)
    again = client.get(looked.url)

    assert without.status_code == 422
    assert "Read the code of conduct and tick this" in without.text
    assert (state, the(amara).state) == (State.DRAFT, State.IN)
    assert 'name="conduct"' not in again.text
    assert ConductAcceptance.objects.get().number == 0


def test_what_is_wrong_stands_beside_its_question_and_nothing_is_lost(signed_in, answered, dr_osei):
    client = signed_in(dr_osei)
    typed = answered("mentor") | {"do": "look", "q-capacity": "a few"}

    page = client.post(apply_url("mentor"), typed)
    back = client.get(apply_url("mentor"))

    assert page.status_code == 422
    assert "A whole number, in digits." in page.text
    assert "a few" in page.text
    assert "a few" in back.text
    assert the(dr_osei).state == State.DRAFT


def test_going_on_later_keeps_a_draft(signed_in, round_now, amara):
    client = signed_in(amara)

    client.post(apply_url(), {"do": "later", "q-interests": "sleep medicine"})

    assert the(amara).state == State.DRAFT
    assert "sleep medicine" in client.get(apply_url()).text
    assert "Not sent yet" in client.get(reverse("own-applications")).text


def test_looking_at_the_questions_begins_nothing(signed_in, round_now, amara):
    signed_in(amara).get(apply_url())

    assert not Application.objects.filter(profile=amara).exists()


def test_what_is_typed_is_kept_while_she_types(signed_in, round_now, amara):
    answer = signed_in(amara).post(
        apply_url(name="apply-draft"), {"q-interests": "simulation"}, headers={"HX-Request": "true"}
    )

    assert "Kept at" in answer.text
    assert the(amara).written["typed"]["interests"] == ["simulation"]


def test_answers_of_the_last_application_are_there_again(signed_in, answered, round_now, amara):
    client = signed_in(amara)
    client.post(apply_url(), answered() | {"do": "look", "q-interests": "airway management"})
    client.post(apply_url(name="apply-summary"), ACCEPTED)
    following = Round.objects.get(pk=round_now.pk)
    Round.objects.filter(pk=round_now.pk).update(state="finished")
    following.pk, following.name = None, "Spring 2027"
    following.save()

    page = client.get(apply_url())

    assert "airway management" in page.text


def test_who_may_not_apply_reads_why_before_any_question(signed_in, round_now, amara):
    Programme.objects.filter(pk=round_now.programme_id).update(admission="invitation")

    page = signed_in(amara).get(apply_url())

    assert "only those apply whom the team invited" in page.text
    assert "q-needs" not in page.text


def test_withdrawing_says_what_follows_and_can_be_taken_back(signed_in, answered, amara):
    client = signed_in(amara)
    client.post(apply_url(), answered() | {"do": "look"})
    client.post(apply_url(name="apply-summary"), ACCEPTED)
    own = the(amara)

    ask = client.get(reverse("application-withdrawal", args=[own.pk]))
    client.post(reverse("application-withdrawal", args=[own.pk]))
    gone = client.get(reverse("application", args=[own.pk]))
    client.post(reverse("application-withdrawal-end", args=[own.pk]))

    assert "The team no longer reads what you wrote." in ask.text
    assert "Take the withdrawal back" in gone.text
    assert "May we know what was in the way?" in gone.text
    assert the(amara).state == State.IN


def test_a_change_that_is_not_sent_is_named_in_the_list(signed_in, answered, amara):
    client, named = signed_in(amara), "You have changed something and not sent it yet."
    client.post(apply_url(), answered() | {"do": "look"})
    client.post(apply_url(name="apply-summary"), ACCEPTED)
    before = client.get(reverse("own-applications")).text

    client.post(apply_url(), {"do": "later", "q-interests": "sleep medicine"})

    assert named not in before
    assert named in client.get(reverse("own-applications")).text


def test_the_page_of_the_programme_says_what_she_applied_for(
    client, signed_in, round_now, amara, mallory
):
    asked, own = "Apply for a mentor", "Your application for a mentor"
    her = signed_in(amara)
    her.post(apply_url(), {"do": "later"})

    hers, others = her.get("/p/first-gen/").text, signed_in(mallory).get("/p/first-gen/").text

    assert (own in hers, asked in hers, "Be a mentor" in hers) == (True, False, True)
    assert (own in others, asked in others, "Be a mentor" in others) == (False, True, True)
    assert own not in client.get("/p/first-gen/").text


def test_nobody_sees_the_application_of_somebody_else(signed_in, round_now, amara, mallory):
    signed_in(amara).post(apply_url(), {"do": "later"})
    own = the(amara)

    for name in ("application", "application-withdrawal"):
        assert signed_in(mallory).get(reverse(name, args=[own.pk])).status_code == 404


def test_pages_ask_few_questions(
    signed_in, answered, round_now, amara, prof_lindqvist, django_assert_max_num_queries
):
    client = signed_in(amara)
    client.post(apply_url(), answered() | {"do": "look"})
    client.post(apply_url(name="apply-summary"), ACCEPTED)
    own = the(amara)
    desk = reverse("admitting", args=["first-gen", round_now.pk])

    for viewer, url, most in (
        (client, apply_url(), 24),
        (client, reverse("own-applications"), 16),
        (client, reverse("application", args=[own.pk]), 18),
        (signed_in(prof_lindqvist), desk, 18),
    ):
        viewer.get(url)
        with django_assert_max_num_queries(most):
            viewer.get(url)


def test_two_hundred_questions_with_every_box_ticked_are_kept_and_sent(
    signed_in, round_now, answered, ask, amara, django_assert_max_num_queries
):
    boxes = ["A", "B", "C", "D", "E", "F"]
    several = {"kind": QuestionKind.SEVERAL, "options": "\n".join(boxes), "is_required": True}
    names = [f"q-{ask(label=f'Ward {number}', **several).key}" for number in range(200)]
    everything = queries.form(round_now, Side.MENTEE)
    ticked = {f"q-{one.key}": [box.value for box in one.options] for one in everything.questions}
    typed = answered() | {name: ticked[name] for name in names} | {"do": "look"}
    client = signed_in(amara)
    client.get(apply_url())

    with django_assert_max_num_queries(24):
        asked = client.get(apply_url())
    missed = client.post(apply_url(), typed | {names[150]: []})
    looked = client.post(apply_url(), typed)
    sent = client.post(looked.url, ACCEPTED, follow=True)

    assert asked.text.count("Ward ") >= len(names)
    assert (missed.status_code, missed.text.count(" checked") >= 199 * 6) == (422, True)
    assert the(amara).state == State.IN
    assert sent.text.count("A, B, C, D, E, F") == len(names)


def test_a_question_that_is_removed_while_she_types_loses_nothing_else(
    signed_in, round_now, answered, ask, amara, prof_lindqvist, now
):
    gone = ask(kind=QuestionKind.LONG, label="Why now?", is_required=True)
    stays = ask(kind=QuestionKind.LONG, label="And then?")
    client = signed_in(amara)
    typed = answered() | {f"q-{gone.key}": "Because.", f"q-{stays.key}": "A ward of my own."}

    looked = client.post(apply_url(), typed | {"do": "look"})
    remove_question(gone, by=prof_lindqvist, now=now)
    sent = client.post(looked.url, ACCEPTED, follow=True)

    assert the(amara).state == State.IN, sent.redirect_chain
    assert "A ward of my own." in sent.text


def test_the_link_that_everybody_reads_opens_for_whoever_wrote_the_post(
    client, signed_in, round_now, amara, mallory
):
    new = posts.NewPost(text="Looking for a mentor in sleep medicine #FirstGenMed")
    posts.publish_post(new, by=amara, now=timezone.now())
    link = reverse("public-interest", args=["first-gen"])

    visitor, other, hers = client.get(link), signed_in(mallory).get(link), signed_in(amara)

    assert visitor.url.startswith("/sign-in/")
    assert other.url == reverse("programme", args=["first-gen"])
    assert "You wrote under #FirstGenMed" in hers.get(link).text
    assert hers.post(link).url == apply_url()
    assert the(amara).state == State.DRAFT
    assert hers.get(link).url == reverse("programme", args=["first-gen"])
    assert signed_in(mallory).post(link).url == reverse("programme", args=["first-gen"])
    assert not Application.objects.filter(profile=mallory).exists()


def test_no_such_programme_has_no_such_link(signed_in, amara):
    assert signed_in(amara).get(reverse("public-interest", args=["nowhere"])).status_code == 404
