"""A director looks after the account of a programme; everybody sees whose it is."""

import pytest
from django.urls import reverse

from corridor.helping.models import Helper
from corridor.people.models import Profile
from corridor.programmes.actions import answering
from corridor.programmes.models import Programme, ProgrammeText

ONE = "/p/first-gen/directing/"
ACCOUNT = f"{ONE}account/"
WORDS = f"{ONE}mails/answer/"


@pytest.fixture
def director(signed_in, prof_lindqvist, programme):
    del programme
    return signed_in(prof_lindqvist)


@pytest.fixture
def account(programme, now):
    return answering.open_account(programme, now=now)


def test_a_director_sees_the_answer_switches_it_off_and_changes_the_handle(director, account):
    page = director.get(ACCOUNT)
    assert "@amara_nwosu Thank you for saying so here" in page.text

    director.post(ACCOUNT, {"handle": "first_gen"})

    account.refresh_from_db()
    assert account.handle == "first_gen"
    assert not Programme.objects.get().answers_publicly
    assert "answered by mail alone" in director.get(ONE).text


def test_a_handle_that_somebody_has_is_refused_and_nothing_changes(director, account, amara):
    answer = director.post(ACCOUNT, {"handle": amara.handle})

    assert answer.status_code == 422
    assert "Somebody has this handle" in answer.text
    assert Programme.objects.get().answers_publicly
    assert Profile.objects.get(pk=account.pk).handle == "firstgenmed"


def test_a_programme_without_an_account_yet_has_the_switch_alone(director):
    assert "It gets an account of its own when it is published" in director.get(ACCOUNT).text

    director.post(ACCOUNT, {"answers_publicly": "on"})

    assert Programme.objects.get().answers_publicly


def test_words_are_looked_at_kept_and_put_back(director):
    tried = director.post(WORDS, {"body": "Hello {person}.", "see": "1"})
    assert "@amara_nwosu Hello Amara Nwosu." in tried.text
    assert not ProgrammeText.objects.exists()

    director.post(WORDS, {"body": "Hello {person}."})
    assert "@amara_nwosu Hello Amara Nwosu." in director.get(ACCOUNT).text

    director.post(f"{WORDS}end/")
    assert "Thank you for saying so here" in director.get(ACCOUNT).text


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("{mentee}", "means nothing here"),
        ("word " * 250, "It is too long"),
        ("Our patient John Miller, MRN 4711228, was born 3 May 1961.", "may identify a patient"),
    ],
)
def test_words_that_cannot_stand_under_a_post_are_refused(director, body, says):
    answer = director.post(WORDS, {"body": body})

    assert answer.status_code == 422
    assert says in answer.text
    assert not ProgrammeText.objects.exists()


def test_the_page_of_the_account_leads_to_the_programme(client, signed_in, account, mallory):
    page = client.get(reverse("profile", args=[account.handle]))
    assert "Automated account" in page.text
    assert 'href="/p/first-gen/"' in page.text

    hers = signed_in(mallory).get(reverse("profile", args=[account.handle]))
    assert "Flag this account" in hers.text
    assert "Write a private post" not in hers.text
    assert "Vouch for" not in hers.text


def test_apps_know_that_it_is_automated(client, account, amara):
    accounts = [client.get(f"/api/v1/accounts/{one.pk}").json() for one in (account, amara)]

    assert [one["bot"] for one in accounts] == [True, False]
    assert [one["discoverable"] for one in accounts] == [False, True]


def test_whoever_is_asked_for_something_is_a_person(director, signed_in, account, amara, programme):
    asked = {"handle": account.handle, "role": "reader", "scopes": ["read"]}

    in_team = director.post(f"{ONE}team/", asked)
    as_helper = signed_in(amara).post(reverse("helpers"), asked)

    assert "There is nobody of that name" in in_team.text
    assert not programme.team_invitations.exists()
    assert not Helper.objects.exists()
    assert as_helper.status_code != 302
