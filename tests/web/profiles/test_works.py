"""What somebody published comes from her ORCID record, where she and the server want it."""

import json

import pytest

from corridor.kernel import outbound_http
from corridor.people.models import Profile, Work

ORCID = "0000-0002-1825-0097"
TOLD = json.dumps(
    {
        "group": [
            {
                "work-summary": [
                    {
                        "title": {"title": {"value": "Blocks at the bedside"}},
                        "journal-title": {"value": "Regional Anaesthesia Letters"},
                        "publication-date": {"year": {"value": "2024"}},
                        "external-ids": {
                            "external-id": [
                                {
                                    "external-id-type": "doi",
                                    "external-id-value": "10.1234/ral.5",
                                }
                            ]
                        },
                    }
                ]
            }
        ]
    }
)


@pytest.fixture
def orcid_says(monkeypatch):
    """What the other server answers; the addresses that were asked come back."""
    asked = []

    def say(text, code=200):
        def fetch(url, *, accept="text/html"):
            asked.append((url, accept))
            return outbound_http.Answer(code=code, text=text)

        monkeypatch.setattr(outbound_http, "fetch", fetch)
        return asked

    return say


@pytest.fixture
def dr_osei_with_orcid(dr_osei, settings):
    settings.ORCID_WORKS = True
    Profile.objects.filter(pk=dr_osei.pk).update(orcid=ORCID)
    return dr_osei


def titles(profile):
    return [work.title for work in Work.objects.filter(profile=profile)]


def test_her_works_are_listed_on_her_profile(signed_in, dr_osei_with_orcid, amara, orcid_says):
    asked = orcid_says(TOLD)
    client = signed_in(dr_osei_with_orcid)
    assert "List my works" in client.get("/you/profile/work/").text

    page = client.post("/you/works/", follow=True).text

    assert "1 work is listed." in page
    assert asked == [(f"https://pub.orcid.org/v3.0/{ORCID}/works", "application/json")]
    assert "Blocks at the bedside" in signed_in(amara).get("/@kwame_osei/").text


def test_a_new_answer_takes_the_place_of_the_old(signed_in, dr_osei_with_orcid, orcid_says):
    client = signed_in(dr_osei_with_orcid)
    orcid_says(TOLD)
    client.post("/you/works/")
    orcid_says('{"group": []}')

    client.post("/you/works/")

    assert titles(dr_osei_with_orcid) == []


def test_what_is_listed_stays_when_orcid_does_not_answer(signed_in, dr_osei_with_orcid, orcid_says):
    client = signed_in(dr_osei_with_orcid)
    orcid_says(TOLD)
    client.post("/you/works/")
    orcid_says("Busy", code=503)

    page = client.post("/you/works/", follow=True).text

    assert "ORCID did not answer" in page
    assert titles(dr_osei_with_orcid) == ["Blocks at the bedside"]


def test_without_an_orcid_or_with_the_switch_off_nobody_is_asked(
    signed_in, dr_osei_with_orcid, amara, orcid_says, settings
):
    asked = orcid_says(TOLD)

    assert signed_in(amara).post("/you/works/").status_code == 404
    settings.ORCID_WORKS = False
    client = signed_in(dr_osei_with_orcid)
    assert client.post("/you/works/").status_code == 404
    assert "List my works" not in client.get("/you/profile/work/").text
    assert asked == []
