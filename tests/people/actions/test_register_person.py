import pytest
from django.core.exceptions import ValidationError

from corridor.people import queries
from corridor.people.actions import EmailTaken, HandleTaken, NewPerson, register_person


@pytest.fixture
def newcomer():
    return NewPerson(email="Kofi@Example.org", handle="Kofi", display_name="Kofi Mensah")


def test_somebody_who_joins_is_found_by_handle_whatever_its_case(db, newcomer, now):
    profile = register_person(newcomer, None, now=now)

    assert queries.profile_by_handle("KOFI") == profile


def test_an_accented_name_is_kept_in_one_way_of_writing(db, now):
    decomposed = NewPerson(email="jose@example.org", handle="jose", display_name="Jose\u0301")

    profile = register_person(decomposed, None, now=now)

    assert profile.display_name == "Jos\u00e9"


def test_a_handle_belongs_to_one_person(amara, now):
    twin = NewPerson(email="other@example.org", handle="AMARA_NWOSU", display_name="Amara Again")

    with pytest.raises(HandleTaken):
        register_person(twin, None, now=now)

    assert queries.profile_by_handle("amara_nwosu") == amara


def test_an_address_belongs_to_one_account_whatever_its_case(amara, now):
    again = NewPerson(email="AMARA_NWOSU@example.org", handle="amara2", display_name="Amara Again")

    with pytest.raises(EmailTaken):
        register_person(again, None, now=now)

    assert queries.profile_by_handle("amara2") is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"handle": "two words"},
        {"handle": "ọmọ"},
        {"display_name": ""},
        {"stage": "WIZARD"},
        {"email": "no address"},
        {"time_zone": "Mars/Olympus"},
    ],
)
def test_a_newcomer_with_a_mistake_is_refused_and_nothing_is_kept(db, now, wrong):
    facts = {"email": "kofi@example.org", "handle": "kofi", "display_name": "Kofi Mensah"} | wrong

    with pytest.raises(ValidationError):
        register_person(NewPerson(**facts), None, now=now)

    assert queries.profile_by_handle("kofi") is None


def test_nobody_signs_in_to_an_account_without_a_password(client, db, newcomer, now):
    register_person(newcomer, None, now=now)

    assert not client.login(username="kofi@example.org", password="")


def test_a_stage_names_its_rung(amara):
    assert amara.career.name == "Medical student, year 3"
    assert amara.career.rung == 4
