"""First contacts and questions over HTTP."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from corridor.mentoring.models import FirstContact, Like, Question, Relationship
from tests.web.first_contact.conftest import THREE


def test_a_card_and_a_profile_lead_to_a_hello(signed_in, read, osei, wishing_amara):
    client = signed_in(wishing_amara)

    assert "/@kwame_osei/hello/" in read(client, "/mentors/")
    assert "/@kwame_osei/hello/" in read(client, "/@kwame_osei/")
    assert "Who I am" in read(client, "/@kwame_osei/hello/")


def test_a_hello_is_said_and_waits(signed_in, read, osei, amara):
    sent = signed_in(amara).post("/@kwame_osei/hello/", THREE)

    assert "waits for an answer until" in read(signed_in(amara), sent.url)
    his = read(signed_in(osei), sent.url)
    assert THREE["why"] in his
    assert "with 1 place left" in his
    assert "Amara Nwosu says hello to you" in read(signed_in(osei), "/notifications/")
    assert signed_in(amara).get("/@kwame_osei/hello/").url == sent.url


def test_what_is_missing_or_too_much_is_said_and_nothing_lost(signed_in, osei, amara):
    client = signed_in(amara)
    for wrong, words in [
        ({"why": ""}, "required"),
        ({"ask": "x" * 281}, "280"),
        ({"ask": "What about MRN 84736251?"}, "may identify a patient"),
        ({"role": "sponsor"}, "valid choice"),
    ]:
        answer = client.post("/@kwame_osei/hello/", THREE | wrong)
        assert (answer.status_code, words in answer.text) == (422, True)
        assert THREE["who"] in answer.text

    assert not FirstContact.objects.exists()


PATHS = ("more", "said", "welcome", "time", "wish", "match", "end")


def test_for_everybody_else_there_is_none(signed_in, said, mallory, join):
    client = signed_in(mallory)

    assert client.get(f"/first-contact/{said}/").status_code == 404
    assert client.get(f"/first-contact/{2**64}/").status_code == 404
    posted = {client.post(f"/first-contact/{said}/{path}/").status_code for path in PATHS}
    assert posted == {404}
    assert FirstContact.objects.get().state == "hello"


def test_a_list_says_what_each_hello_asks_and_a_yes_is_followed_by_times(
    signed_in, read, said, osei, amara
):
    his, hers, page = signed_in(osei), signed_in(amara), f"/first-contact/{said}/"
    assert THREE["ask"] in read(his, "/first-contact/")
    assert THREE["ask"] not in read(hers, "/first-contact/")
    his.post(f"{page}welcome/")
    assert "No time is offered yet." in read(hers, page)
    assert "Offer times for fifteen minutes" in read(his, page)

    assert his.post(f"{page}welcome/").status_code == 422
    tomorrow = timezone.localtime() + timedelta(days=1)
    his.post(f"{page}welcome/", {"time_1": tomorrow.strftime("%Y-%m-%dT10:00")})

    assert "Take it" in read(hers, page)
    assert "Offer other times" in read(his, page)


def test_more_is_asked_and_said(signed_in, read, said, osei, amara):
    page = f"/first-contact/{said}/"
    empty = signed_in(osei).post(f"{page}more/", {"words": ""})
    signed_in(osei).post(f"{page}more/", {"words": "Which elective?"})

    assert empty.status_code == 422
    assert "would like to hear more" in read(signed_in(amara), page)
    signed_in(amara).post(f"{page}said/", {"words": "Anaesthesia in May."})
    assert "Anaesthesia in May." in read(signed_in(osei), page)


def test_no_and_silence_read_alike(signed_in, read, said, osei, amara):
    page = f"/first-contact/{said}/"

    signed_in(osei).post(f"{page}end/")
    declined = read(signed_in(amara), page)
    FirstContact.objects.update(state="lapsed")
    lapsed = read(signed_in(amara), page)

    assert "cannot take this on now; that says nothing about you" in declined
    assert [one for one in declined.split("\n") if "csrf" not in one] == [
        one for one in lapsed.split("\n") if "csrf" not in one
    ]


def test_from_a_yes_to_a_match(signed_in, read, said, osei, amara):
    page = f"/first-contact/{said}/"
    when = timezone.localtime(timezone.now() + timedelta(days=3))
    hers, his = signed_in(amara), signed_in(osei)
    wrong = his.post(f"{page}welcome/", {"time_1": "2020-01-01T10:00"})
    his.post(
        f"{page}welcome/",
        {"time_1": when.strftime("%Y-%m-%dT%H:%M"), "where": "https://meet.example/osei"},
    )

    assert (wrong.status_code, "Five times at most" in wrong.text) == (422, True)
    shown = read(hers, page)
    assert "by your clock" in shown
    assert "https://meet.example/osei" in shown
    time = FirstContact.objects.get().times.get()
    hers.post(f"{page}time/", {"time": time.pk})
    assert "agreed" in read(his, page)
    hers.post(f"{page}wish/")
    assert "Yes, from today" in read(his, page)
    his.post(f"{page}match/")
    together = Relationship.objects.get()
    assert "You work together since" in read(hers, page)
    assert f'href="/mentoring/{together.pk}/"' in read(hers, page)
    assert together.mentee == amara


def test_others_are_settled_by_one_button(signed_in, read, said, osei, amara, mallory, present):
    present(mallory, capacity=2)
    client = signed_in(amara)
    client.post("/@mallory_crane/hello/", THREE)
    signed_in(osei).post(f"/first-contact/{said}/welcome/")

    assert "Another hello of yours waits" in read(client, f"/first-contact/{said}/")
    client.post("/first-contact/others/end/")

    assert sorted(FirstContact.objects.values_list("state", flat=True)) == ["settled", "welcome"]
    other = FirstContact.objects.get(mentor=mallory)
    told = read(signed_in(mallory), f"/first-contact/{other.pk}/")
    assert "nothing is to be done" in told


def test_a_like_is_a_button(signed_in, read, osei, amara):
    client = signed_in(amara)
    client.post("/@kwame_osei/like/")

    assert "1 person finds your work helpful" in read(signed_in(osei), "/first-contact/")
    assert "Amara" not in read(signed_in(osei), "/first-contact/").partition("<main")[2]
    client.post("/@kwame_osei/like/", {"shows_name": "on"})
    assert "Amara Nwosu" in read(signed_in(osei), "/first-contact/")
    client.post("/@kwame_osei/like/end/")
    assert not Like.objects.exists()


@pytest.fixture
def asked(signed_in, verify, amara, osei):
    verify(amara)
    verify(osei)
    signed_in(amara).post("/ask/", {"topic": "first research project", "words": "Is it for me?"})
    return Question.objects.get().pk


def test_a_question_is_answered_without_its_name(signed_in, read, asked, osei, amara, mallory):
    his, hers = signed_in(osei), signed_in(amara)
    page = f"/ask/{asked}/"

    shown = read(his, page).partition("<main")[2]
    assert "Is it for me?" in shown
    assert [name for name in ("Amara", "amara_nwosu") if name in shown] == []
    assert signed_in(mallory).post(f"{page}answers/", {"words": "Yes"}).status_code == 422
    his.post(f"{page}answers/", {"words": "It was for me."})
    assert "It was for me." in read(hers, page)
    assert "has another answer" in read(hers, "/notifications/")
    answer = Question.objects.get().answers.get()
    assert his.post(f"{page}thanks/", {"answer": answer.pk}).status_code == 404
    hers.post(f"{page}thanks/", {"answer": answer.pk})
    assert "says thank you" in read(his, page)
    assert his.post(f"{page}end/").status_code == 404
    hers.post(f"{page}end/", {"deed": "close"})
    assert signed_in(mallory).get(page).status_code == 404
    hers.post(f"{page}end/", {"deed": "take_back"})
    assert not Question.objects.exists()


def test_whoever_is_not_verified_is_told_how(signed_in, mallory):
    answer = signed_in(mallory).post("/ask/", {"topic": "publishing", "words": "How?"})

    assert (answer.status_code, "First show who you are" in answer.text) == (422, True)


def test_pages_ask_as_often_however_much_there_is(
    signed_in, said, asked, django_assert_max_num_queries, amara, osei
):
    client = signed_in(amara)
    client.get("/first-contact/")
    for path, most in [
        (reverse("first-contacts"), 12),
        (reverse("first-contact", args=[said]), 14),
        (reverse("ask"), 12),
        (reverse("question", args=[asked]), 10),
        (reverse("hello", args=["prof_nobody"]), 8),
    ]:
        with django_assert_max_num_queries(most):
            client.get(path)


def test_all_who_say_who_they_are_can_be_read(signed_in, read, osei, amara, mallory, monkeypatch):
    monkeypatch.setattr("corridor.web.first_contact.contacts.ON_A_PAGE", 1)
    for one in (amara, mallory):
        signed_in(one).post("/@kwame_osei/like/", {"shows_name": "on"})
    his = signed_in(osei)

    last, first = (
        read(his, f"/first-contact/?likes={page}").partition('id="likes"')[2] for page in (1, 2)
    )

    assert "2 people find your work helpful" in first
    assert [amara.display_name in page for page in (last, first)] == [False, True]
    assert [mallory.display_name in page for page in (last, first)] == [True, False]
    assert 'href="?likes=2#likes" rel="next"' in last
    assert 'href="?likes=1#likes" rel="prev"' in first


def test_first_contacts_that_are_over_stay_to_read(
    signed_in, read, osei, amara, mallory, monkeypatch
):
    monkeypatch.setattr("corridor.web.first_contact.contacts.ON_A_PAGE", 1)
    said = [signed_in(one).post("/@kwame_osei/hello/", THREE).url for one in (amara, mallory)]
    his = signed_in(osei)
    for path in said:
        his.post(f"{path}end/")

    newest, oldest = (read(his, f"/first-contact/?page={page}") for page in (1, 2))

    assert [path in newest for path in said] == [False, True]
    assert [path in oldest for path in said] == [True, False]
    assert 'href="?page=2" rel="next"' in newest
    assert 'href="?page=1" rel="prev"' in oldest
