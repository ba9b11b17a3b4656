"""Crossref is asked only where the installation says so, and once for each work."""

import json

import pytest

from corridor.kernel import outbound_http
from corridor.library import actions, queries
from corridor.library.models import Reference

KNOWN = {"message": {"title": ["On cows"], "author": [{"family": "Breu", "given": "AC"}]}}


@pytest.fixture
def crossref(monkeypatch):
    asked = []

    def say(text, code=200):
        def fetch(url, *, accept="text/html"):
            asked.append(url)
            return outbound_http.Answer(code=code, text=text)

        monkeypatch.setattr(outbound_http, "fetch", fetch)
        return asked

    return say


def test_nothing_is_asked_by_default(drafts, dr_osei, now, crossref):
    asked = crossref("{}")

    with pytest.raises(actions.ReferencesNotAsked):
        actions.look_up_references(version=drafts(dr_osei, "10.1234/a"), by=dr_osei, now=now)

    assert asked == []


def test_a_work_is_asked_about_once(drafts, dr_osei, now, crossref, settings):
    settings.CROSSREF_LOOKUP = True
    asked = crossref(json.dumps(KNOWN))
    version = drafts(dr_osei, "See 10.1234/a(b).")

    actions.look_up_references(version=version, by=dr_osei, now=now)
    actions.look_up_references(version=version, by=dr_osei, now=now)

    assert asked == ["https://api.crossref.org/works/10.1234%2Fa%28b%29"]
    (one,) = queries.references_in(["See 10.1234/a(b)."])
    assert one.words == "Breu A. On cows."


def test_an_unknown_work_is_remembered_and_a_failure_is_not(
    drafts, dr_osei, now, crossref, settings
):
    settings.CROSSREF_LOOKUP = True
    version = drafts(dr_osei, "See 10.1234/a.")
    crossref("", code=503)
    with pytest.raises(outbound_http.NotReached):
        actions.look_up_references(version=version, by=dr_osei, now=now)
    assert Reference.objects.count() == 0

    crossref("Resource not found.", code=404)
    actions.look_up_references(version=version, by=dr_osei, now=now)

    assert Reference.objects.get().title == ""


def test_nobody_else_asks(drafts, dr_osei, mallory, now, crossref, settings):
    settings.CROSSREF_LOOKUP = True
    asked = crossref("{}")

    with pytest.raises(actions.NotYourTutorial):
        actions.look_up_references(version=drafts(dr_osei, "10.1234/a"), by=mallory, now=now)

    assert asked == []
