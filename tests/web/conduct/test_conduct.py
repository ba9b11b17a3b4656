"""The code of conduct: read, accepted in a version, asked again, and what to do if it is broken."""

import pytest
from django.urls import reverse

from corridor.mentoring.actions import Origin, open_relationship
from corridor.mentoring.choices import OriginKind
from corridor.people.actions import NewOffer, set_offers
from corridor.people.choices import Kind
from corridor.programmes.actions import conduct as actions
from corridor.programmes.actions.set_up_rights import ProgrammeArchived
from corridor.programmes.models import ConductAcceptance, TeamDeed
from corridor.programmes.queries import conduct as rules

WORDS = "We are kind, and on time."
PAGE = "/p/first-gen/conduct/"
DIRECTING = "/p/first-gen/directing/conduct/"


@pytest.fixture
def write(programme, prof_lindqvist, now):
    return lambda text=WORDS: actions.write_conduct(
        programme, text, after=rules.conduct(programme).number, by=prof_lindqvist, now=now
    )


def test_everybody_reads_our_words_until_a_director_writes_others(client, programme, write):
    ours = client.get(PAGE).content.decode()
    write()
    theirs = client.get(PAGE).content.decode()

    assert "What mentoring is not." in ours
    assert "uses our words" in ours
    assert WORDS in theirs
    assert "Version 1, in the words of First-Gen in Medicine." in theirs


def test_a_director_writes_them_and_the_record_says_so(
    signed_in, programme, prof_lindqvist, mallory
):
    client = signed_in(prof_lindqvist)

    sent = client.post(DIRECTING, {"text": WORDS, "hears": "", "number": "0"})
    spaces = {"text": f"{WORDS}\n", "hears": "", "number": "1"}
    again = client.post(DIRECTING, spaces, follow=True)

    assert sent.status_code == 302
    assert rules.conduct(programme) == rules.Conduct(number=1, text=WORDS)
    assert "nobody is asked to accept it again" in again.text
    assert [deed.words for deed in TeamDeed.objects.filter(kind="words")] == ["Code of conduct"]
    assert signed_in(mallory).get(DIRECTING).status_code == 404


@pytest.mark.parametrize(
    "form", [{"text": "", "hears": ""}, {"text": WORDS, "hears": "99999999999999999999"}]
)
def test_what_a_director_mistypes_changes_nothing(form, signed_in, programme, prof_lindqvist):
    sent = form | {"number": "0"}

    assert signed_in(prof_lindqvist).post(DIRECTING, sent).status_code == 422
    assert rules.conduct(programme).number == 0


def test_of_two_who_write_it_at_once_the_later_sees_what_stands_and_loses_nothing(
    signed_in, programme, prof_lindqvist, write
):
    director, hers = signed_in(prof_lindqvist), "We also say when we are late."
    write()
    sent = {"text": hers, "hears": str(prof_lindqvist.pk), "number": "0"}

    later = director.post(DIRECTING, sent)

    programme.refresh_from_db()
    assert later.status_code == 422
    assert WORDS in later.text
    assert hers in later.text
    assert rules.conduct(programme).text == WORDS
    assert programme.concerns_to is None

    director.post(DIRECTING, sent | {"number": "1"})
    assert rules.conduct(programme) == rules.Conduct(number=2, text=hers)


def test_a_yes_is_kept_with_its_version_and_asked_for_again_when_it_changes(
    signed_in, pair, programme, amara, write
):
    client = signed_in(amara)
    page = f"/mentoring/{pair.pk}/"
    asked_before = "has a code of conduct that you have not accepted" in client.get(page).text

    client.post(f"{PAGE}acceptance/", {"number": "0", "next": page})
    after = "has a code of conduct that you have not accepted" in client.get(page).text
    write()
    changed = "has a code of conduct that you have not accepted" in client.get(page).text

    assert (asked_before, after, changed) == (True, False, True)
    assert "You accepted version 0. It has changed since." in client.get(PAGE).text
    kept = ConductAcceptance.objects.get()
    assert (kept.profile, kept.programme, kept.number) == (amara, programme, 0)


def test_nobody_accepts_what_she_has_not_read(signed_in, pair, amara, write):
    client = signed_in(amara)
    write()

    answer = client.post(f"{PAGE}acceptance/", {"number": "0"}, follow=True)

    assert "Read the newer version first" in answer.text
    assert not ConductAcceptance.objects.exists()


@pytest.mark.parametrize("number", ["", "-1", "x", "9" * 500, "1\0", "²"])
def test_odd_versions_are_refused(number, signed_in, pair, amara):
    answer = signed_in(amara).post(f"{PAGE}acceptance/", {"number": number})

    assert answer.status_code == 400
    assert not ConductAcceptance.objects.exists()


def test_a_yes_leads_to_no_other_site(signed_in, pair, amara):
    form = {"number": "0", "next": "//evil.example/"}

    assert signed_in(amara).post(f"{PAGE}acceptance/", form).url == PAGE


def test_whoever_takes_no_part_accepts_nothing(signed_in, pair, mallory, client):
    assert signed_in(mallory).post(f"{PAGE}acceptance/", {"number": "0"}).status_code == 404
    assert client.post(f"{PAGE}acceptance/", {"number": "0"}).status_code == 302
    assert signed_in(mallory).get("/p/first-gen/concerns/").status_code == 404


def test_of_a_form_that_is_refused_nothing_is_kept(
    signed_in, programme, prof_lindqvist, monkeypatch
):
    def refuses(*_args, **_more):
        raise ProgrammeArchived

    monkeypatch.setattr(actions, "write_conduct", refuses)
    sent = {"text": WORDS, "hears": str(prof_lindqvist.pk), "number": "0"}

    answer = signed_in(prof_lindqvist).post(DIRECTING, sent)

    programme.refresh_from_db()
    assert answer.status_code == 422
    assert programme.concerns_to is None


def test_the_person_named_is_one_of_the_team(programme, prof_lindqvist, mallory, now):
    with pytest.raises(actions.NotOfTheTeam):
        actions.name_who_hears(programme, mallory.pk, by=prof_lindqvist, now=now)
    programme.refresh_from_db()
    assert programme.concerns_to is None


def test_without_a_programme_our_words_and_the_moderators_stand_there(
    signed_in, amara, dr_osei, now
):
    set_offers(profile=dr_osei, offers=[NewOffer(kind=Kind.MENTORSHIP, capacity=3)], by=dr_osei)
    two = open_relationship(
        mentor=dr_osei,
        mentee=amara,
        role=Kind.MENTORSHIP,
        origin=Origin(kind=OriginKind.AGREED),
        now=now,
    )
    client = signed_in(amara)

    page = client.get(f"/mentoring/{two.pk}/conduct/").text

    assert "What mentoring is not." in page
    assert reverse("relationship-wrong", args=[two.pk]) in page
    assert client.get(f"/mentoring/{two.pk}/concern/").url == f"/mentoring/{two.pk}/wrong/"
    assert (
        "code of conduct that you have not accepted" not in client.get(f"/mentoring/{two.pk}/").text
    )
