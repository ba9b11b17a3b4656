"""The registry's answers have the shape that its documentation gives; nobody in them is real."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.credentials.npi import NotAnNpi
from corridor.kernel.outbound_http import Answer, NotReached
from corridor.people import npi_registry, queries
from corridor.people.actions import verifying
from corridor.people.evidence import unseal_number
from corridor.people.models import Badge, Claim, RegistryRecord

NUMBER = "1234567893"
PRACTICE = {
    "address_1": "12 HOME ROAD",
    "address_purpose": "LOCATION",
    "city": "BOSTON",
    "state": "MA",
    "postal_code": "021150000",
    "telephone_number": "617-555-0100",
}


def record(**changes):
    return {
        "created_epoch": "1154480177000",
        "enumeration_type": "NPI-1",
        "last_updated_epoch": "1183852800000",
        "number": NUMBER,
        "addresses": [PRACTICE, PRACTICE | {"address_purpose": "MAILING"}],
        "practiceLocations": [],
        "basic": {
            "first_name": "ADAEZE",
            "last_name": "OKONKWO",
            "middle_name": "--",
            "credential": "M.D.",
            "sole_proprietor": "NO",
            "gender": "F",
            "enumeration_date": "2019-06-11",
            "last_updated": "2024-02-01",
            "status": "A",
        },
        "taxonomies": [
            {"code": "390200000X", "desc": "Student in Training", "primary": False, "state": ""},
            {"code": "207L00000X", "desc": "Anesthesiology", "primary": True, "state": "MA"},
        ],
        "identifiers": [],
        "endpoints": [],
        "other_names": [],
    } | changes


@pytest.fixture
def dr_okonkwo(join):
    return join(handle="adaeze_okonkwo", display_name="Dr Adaeze Okonkwọ", country="US")


@pytest.fixture
def registry(settings, monkeypatch):
    """Answers what it is told to; the list has the addresses it was asked."""
    settings.NPI_LOOKUP = True
    asked = []

    def answer(*results, code=200, text=None):
        body = json.dumps({"result_count": len(results), "results": list(results)})

        def fetch(url, *, accept):
            asked.append((url, accept))
            return Answer(code=code, text=body if text is None else text)

        monkeypatch.setattr(npi_registry, "fetch", fetch)
        return asked

    return answer


def claim(profile, now, number=NUMBER):
    return verifying.claim_npi(profile=profile, number=number, words="", now=now)


def test_a_number_goes_to_a_reviewer_with_what_the_registry_says(dr_okonkwo, registry, now):
    asked = registry(record())

    made = claim(dr_okonkwo, now)

    kept = made.registry_record
    assert made.state == "open"
    assert (kept.is_found, kept.is_person, kept.name_score) == (True, True, 100)
    assert (kept.taxonomy, kept.state, kept.checked_at) == ("Anesthesiology", "MA", now)
    assert asked == [
        (
            "https://npiregistry.cms.hhs.gov/api/?version=2.1&number=1234567893",
            "application/json",
        )
    ]


def test_neither_number_nor_address_lies_in_the_clear(dr_okonkwo, registry, now):
    registry(record())

    made = claim(dr_okonkwo, now)

    columns = [*Claim.objects.values_list().get(), *RegistryRecord.objects.values_list().get()]
    lying = " ".join(map(str, columns))
    assert NUMBER not in lying
    assert "HOME ROAD" not in lying
    assert "555-0100" not in lying
    assert unseal_number(bytes(made.registry_record.number), claim_id=made.pk) == NUMBER


def test_without_the_switch_nobody_is_asked(dr_okonkwo, registry, settings, now):
    asked = registry(record())
    settings.NPI_LOOKUP = False

    made = claim(dr_okonkwo, now)

    assert asked == []
    assert made.registry_record.checked_at is None


def test_with_a_mailbox_shown_a_record_in_her_name_is_enough(dr_okonkwo, registry, verify, now):
    registry(record())
    verify(dr_okonkwo, domain="harvard.edu", evidence="adaeze@harvard.edu")

    made = claim(dr_okonkwo, now)

    badge = Badge.objects.get(route="npi")
    assert made.state == "accepted"
    assert badge.shows == "Anesthesiology, MA, with a mailbox at harvard.edu"
    assert NUMBER not in badge.shows + badge.evidence
    assert RegistryRecord.objects.get().number is None


@pytest.mark.parametrize(
    "changes",
    [
        {"enumeration_type": "NPI-2"},
        {"basic": {"first_name": "ADAEZE", "last_name": "OKONKWO", "status": "D"}},
        {"basic": {"first_name": "HELEN", "last_name": "VAUGHAN", "status": "A"}},
        {"basic": {"first_name": "A", "last_name": "OKONKWO", "status": "A"}},
        {"number": "1245319599"},
    ],
)
def test_a_record_that_does_not_fit_waits_for_a_reviewer(
    dr_okonkwo, registry, verify, now, changes
):
    registry(record(**changes))
    verify(dr_okonkwo)

    assert claim(dr_okonkwo, now).state == "open"
    assert not Badge.objects.filter(route="npi").exists()


def test_a_chosen_name_beside_a_registry_says_nothing(dr_okonkwo, registry, verify, now):
    registry(record())
    verify(dr_okonkwo)
    dr_okonkwo.is_pseudonymous = True
    dr_okonkwo.save()

    assert claim(dr_okonkwo, now).state == "open"


def test_a_number_that_another_member_shows_waits_for_a_reviewer(
    dr_okonkwo, join, registry, verify, now
):
    registry(record())
    verify(dr_okonkwo, evidence="adaeze@harvard.edu")
    claim(dr_okonkwo, now)
    twin = join(handle="adaeze_2", display_name="Adaeze Okonkwo")
    verify(twin, evidence="twin@harvard.edu")

    made = claim(twin, now)

    assert made.state == "open"
    assert queries.evidence_of(made).shown_by_others == 1
    assert Badge.objects.filter(route="npi").count() == 1


@pytest.mark.parametrize(
    "answer",
    [
        {"code": 503},
        {"text": "<html>busy</html>"},
        {"text": "[]"},
        {"text": '{"Errors": [{"description": "busy"}]}'},
        {"text": "[" * 100_000},
    ],
)
def test_a_registry_that_fails_is_as_good_as_none(dr_okonkwo, registry, verify, now, answer):
    registry(**answer)
    verify(dr_okonkwo)

    made = claim(dr_okonkwo, now)

    assert made.state == "open"
    assert made.registry_record.checked_at is None


def test_a_registry_that_cannot_be_reached_is_as_good_as_none(
    dr_okonkwo, settings, monkeypatch, now
):
    def unreachable(*_, **__):
        raise NotReached

    settings.NPI_LOOKUP = True
    monkeypatch.setattr(npi_registry, "fetch", unreachable)

    assert claim(dr_okonkwo, now).registry_record.checked_at is None


@pytest.mark.parametrize("number", ["1234567890", "", "12345", "1234567893; drop"])
def test_a_number_that_is_none_asks_nobody(dr_okonkwo, registry, now, number):
    asked = registry(record())

    with pytest.raises(NotAnNpi):
        claim(dr_okonkwo, now, number)

    assert asked == []
    assert not Claim.objects.exists()


def test_a_second_number_while_one_waits_asks_nobody(dr_okonkwo, registry, now):
    asked = registry(record())
    claim(dr_okonkwo, now)

    with pytest.raises(verifying.ClaimOpenAlready):
        claim(dr_okonkwo, now, "1245319599")

    assert len(asked) == 1


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(JSON, JSON, JSON, JSON)
def test_no_answer_breaks_the_reading(basic, taxonomies, others, kind):
    hostile = record(basic=basic, taxonomies=taxonomies, other_names=others, enumeration_type=kind)

    found = npi_registry.read_answer(json.dumps({"results": [hostile]}), number=NUMBER)

    assert len(found.taxonomy) <= 160
    assert len(found.state) <= 2


@given(st.text())
def test_no_text_breaks_the_reading(text):
    with suppress(npi_registry.RegistryUnreadable):
        assert npi_registry.read_answer(text, number=NUMBER) is None
