"""Signing in with ORCID or an institution; only the other side's answers are recorded ones."""

import io
import json
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.core import mail
from django.test import Client

from tests.web.joining.conftest import account_of, is_signed_in, type_code

ORCID_ID = "0000-0002-1825-0097"
# https://info.orcid.org/documentation/api-tutorials/api-tutorial-get-and-authenticated-orcid-id/
ORCID_TOKEN = {
    "access_token": "89f0181c-168b-4d7d-831c-1fdda2d7bbbb",
    "token_type": "bearer",
    "refresh_token": "69e883f6-d84e-4ae6-87f5-ef0044e3e9a7",
    "expires_in": 631138518,
    "scope": "/authenticate",
    "name": "Josiah Carberry",
    "orcid": ORCID_ID,
}
# https://pub.orcid.org/v3.0/0000-0002-1825-0097/record, without its activities
ORCID_RECORD = {
    "orcid-identifier": {
        "uri": f"https://orcid.org/{ORCID_ID}",
        "path": ORCID_ID,
        "host": "orcid.org",
    },
    "person": {
        "name": {
            "given-names": {"value": "Josiah"},
            "family-name": {"value": "Carberry"},
            "credit-name": None,
        },
        "emails": {"last-modified-date": None, "email": [], "path": f"/{ORCID_ID}/email"},
    },
}
IDP = "https://idp.severnside.example"
# OpenID Connect Discovery 1.0, 4.2, and Core 1.0, 3.1.3.3 and 5.3.2
OPENID_CONFIGURATION = {
    "issuer": IDP,
    "authorization_endpoint": f"{IDP}/authorize",
    "token_endpoint": f"{IDP}/token",
    "userinfo_endpoint": f"{IDP}/userinfo",
    "jwks_uri": f"{IDP}/jwks",
    "response_types_supported": ["code"],
    "subject_types_supported": ["public"],
    "id_token_signing_alg_values_supported": ["RS256"],
    "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
}
OPENID_TOKEN = {"access_token": "SlAV32hkKG", "token_type": "Bearer", "expires_in": 3600}
OPENID_PERSON = {
    "sub": "248289761001",
    "name": "Adaeze Okafor",
    "given_name": "Adaeze",
    "family_name": "Okafor",
    "preferred_username": "a.okafor",
    "email": "adaeze@severnside.example",
    "email_verified": True,
}
ORCID_WAY, OPENID_WAY = "/sign-in/with/orcid/", "/sign-in/with/severnside/"


@pytest.fixture
def both_set_up(settings):
    orcid = {"name": "ORCID", "client_id": "APP-1", "secret": "s"}
    severnside = {
        "provider_id": "severnside",
        "name": "Severnside University",
        "client_id": "corridor",
        "secret": "s",
        "settings": {"server_url": IDP, "oauth_pkce_enabled": True},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {"APPS": [severnside]},
        "orcid": {"APPS": [orcid]},
    }


@pytest.fixture
def outside(monkeypatch, both_set_up):
    """What the other servers answer, by address; anything else cannot be reached."""
    answers = {
        "https://pub.orcid.org/oauth/token": ORCID_TOKEN,
        f"https://pub.orcid.org/v3.0/{ORCID_ID}/record": ORCID_RECORD,
        f"{IDP}/.well-known/openid-configuration": OPENID_CONFIGURATION,
        f"{IDP}/token": OPENID_TOKEN,
        f"{IDP}/userinfo": OPENID_PERSON,
    }

    def send(adapter, request, **how):
        url = request.url.partition("?")[0]
        if url not in answers:
            raise requests.ConnectionError(url)
        response = requests.Response()
        response.status_code = 200
        response.url = request.url
        response.headers["Content-Type"] = "application/json"
        response.raw = io.BytesIO(json.dumps(answers[url]).encode())
        response.request = request
        return response

    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", send)
    return answers


def go_there(client, way, query=""):
    """Press the button; returns what our side asks the other."""
    page = client.post(f"{way}{query}")
    target = page.context["target"]
    return urlsplit(target), {key: values[0] for key, values in parse_qs(target).items()}


def come_back(client, way, query=""):
    _target, asked = go_there(client, way, query)
    return client.get(f"{way}back/", {"code": "Q70Y3A", "state": asked["state"]})


def test_no_button_where_nothing_is_set_up(visitor):
    page = visitor.get("/sign-in/").content.decode()

    assert "Continue with" not in page
    assert visitor.post(OPENID_WAY).status_code == 404


def test_the_buttons_lead_there_by_a_page_that_the_policy_allows(visitor, outside):
    page = visitor.get("/sign-in/").content.decode()
    orcid, asked = go_there(visitor, ORCID_WAY)
    openid, of_openid = go_there(visitor, OPENID_WAY)

    assert "Continue with ORCID" in page
    assert "Continue with Severnside University" in page
    assert (orcid.netloc, orcid.path) == ("orcid.org", "/oauth/authorize")
    assert asked["scope"] == "/authenticate"
    assert openid.netloc == "idp.severnside.example"
    assert of_openid["code_challenge_method"] == "S256"


def test_leaving_takes_a_press_of_ours(visitor, outside):
    assert visitor.get(ORCID_WAY).status_code == 405


def test_with_orcid_a_newcomer_gives_her_e_mail_and_types_the_code(visitor, outside):
    page = come_back(visitor, ORCID_WAY)
    assert page.url == "/join/from-elsewhere/"
    assert 'value="Josiah Carberry"' in visitor.get(page.url).content.decode()

    given = {"name": "Josiah Carberry", "email": "josiah@example.org"}
    visitor.post("/join/from-elsewhere/", given)
    assert not is_signed_in(visitor)
    type_code(visitor)

    assert is_signed_in(visitor)
    assert account_of("josiah@example.org").profile.orcid == ORCID_ID


def test_the_second_time_orcid_signs_her_in(visitor, outside):
    come_back(visitor, ORCID_WAY)
    given = {"name": "Josiah Carberry", "email": "josiah@example.org"}
    visitor.post("/join/from-elsewhere/", given)
    type_code(visitor)
    later = Client()

    come_back(later, ORCID_WAY)

    assert is_signed_in(later)


def test_an_e_mail_that_the_institution_has_verified_needs_no_code(visitor, outside):
    come_back(visitor, OPENID_WAY)

    visitor.post("/join/from-elsewhere/", {"name": "Adaeze Okafor", "email": "x@example.org"})

    assert is_signed_in(visitor)
    assert account_of("adaeze@severnside.example").profile.handle == "adaeze_okafor"
    assert account_of("x@example.org") is None
    assert mail.outbox == []


def test_an_e_mail_that_is_not_verified_needs_the_code(visitor, outside):
    outside[f"{IDP}/userinfo"] = OPENID_PERSON | {"email_verified": False}
    come_back(visitor, OPENID_WAY)

    given = {"name": "Adaeze Okafor", "email": "adaeze@severnside.example"}
    visitor.post("/join/from-elsewhere/", given)

    assert not is_signed_in(visitor)
    type_code(visitor)
    assert is_signed_in(visitor)


def test_an_institution_never_signs_in_to_an_account_that_exists(visitor, amara, outside):
    outside[f"{IDP}/userinfo"] = OPENID_PERSON | {"email": "amara_nwosu@example.org"}
    come_back(visitor, OPENID_WAY)

    visitor.post("/join/from-elsewhere/", {"name": "Amara Nwosu"})

    assert not is_signed_in(visitor)
    assert amara.account.socialaccount_set.count() == 0
    assert mail.outbox[0].subject == "You have an account with Corridor already"


def test_an_answer_that_nobody_asked_for_is_refused(visitor, outside):
    page = visitor.get(f"{OPENID_WAY}back/", {"code": "Q70Y3A", "state": "forged"})

    assert "That did not work" in page.content.decode()
    assert not is_signed_in(visitor)


def test_an_institution_that_cannot_be_reached_is_told_in_words(visitor, outside):
    _target, asked = go_there(visitor, OPENID_WAY)
    del outside[f"{IDP}/token"]

    page = visitor.get(f"{OPENID_WAY}back/", {"code": "Q70Y3A", "state": asked["state"]})

    assert "That did not work" in page.content.decode()


def test_our_secret_never_travels_openly(visitor, outside):
    inside = "http://169.254.169.254/token"
    outside[f"{IDP}/.well-known/openid-configuration"] = OPENID_CONFIGURATION | {
        "token_endpoint": inside
    }
    outside[inside] = OPENID_TOKEN

    page = come_back(visitor, OPENID_WAY)

    assert "That did not work" in page.content.decode()
    assert account_of("adaeze@severnside.example") is None


def test_by_invitation_nobody_joins_from_elsewhere_without_one(visitor, outside, settings):
    settings.REGISTRATION = "invitation"

    page = come_back(visitor, OPENID_WAY)

    assert "Joining is by invitation here" in page.content.decode()
    assert account_of("adaeze@severnside.example") is None


def test_by_approval_whoever_comes_from_elsewhere_waits_too(visitor, outside, settings):
    settings.REGISTRATION = "approval"
    come_back(visitor, OPENID_WAY)

    page = visitor.post("/join/from-elsewhere/", {"name": "Adaeze Okafor", "words": "I teach."})

    assert page.url == "/join/waiting/"
    assert not is_signed_in(visitor)
    assert not account_of("adaeze@severnside.example").is_active
    assert come_back(Client(), OPENID_WAY).url == "/join/waiting/"


def test_a_member_adds_orcid_and_takes_it_away(amara, signed_in, outside):
    client = signed_in(amara)
    client.post("/you/security/confirm/", {"password": "corridor-conversation"})

    come_back(client, ORCID_WAY, "?process=connect")
    amara.refresh_from_db()
    added = amara.orcid
    [one] = amara.account.socialaccount_set.all()
    client.post("/you/security/elsewhere/", {"account": one.pk})

    amara.refresh_from_db()
    assert added == ORCID_ID
    assert amara.orcid == ""


def test_the_only_way_in_is_not_taken_away(visitor, outside):
    come_back(visitor, OPENID_WAY)
    visitor.post("/join/from-elsewhere/", {"name": "Adaeze Okafor"})
    account = account_of("adaeze@severnside.example")
    [one] = account.socialaccount_set.all()

    page = visitor.post("/you/security/elsewhere/", {"account": one.pk})

    assert "Choose a password first" in page.content.decode()
    assert account.socialaccount_set.count() == 1


@pytest.mark.parametrize("way", [ORCID_WAY, f"{ORCID_WAY}back/", OPENID_WAY, f"{OPENID_WAY}back/"])
def test_ways_in_that_are_not_set_up_are_not_there(client, db, settings, way):
    del db
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {"APPS": []},
        "orcid": {"BASE_DOMAIN": "orcid.org", "APPS": []},
    }

    assert client.post(way).status_code == 404
    assert client.get(way).status_code in {404, 405}
